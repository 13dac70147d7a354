import {expect, fixture, html} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import type {PgInput} from '../../src/elements/input/input.js';
import '../../src/elements/input/pg-input.js';
import {acme} from './input-fixture.js';

const page = (): Promise<HTMLElement> =>
  fixture<HTMLElement>(html`<div><button>Other</button></div>`);

/** @param type of a kind whose code comes when it is needed; each is late only once, so a test has one of its own */
function lateInput(type: string): PgInput {
  const element = document.createElement('pg-input');
  const {sdk, session} = acme();
  const items = [{label: 'Frankfurt', value: 'fra'}];
  sdk.answer('getDataSourceOptions', () => ({
    type: 'STATIC',
    values: [{title: 'Europe', items}],
  }));
  Object.assign(element, {session, integration: 'acme'});
  element.input = {id: 'field', title: 'Field', type, sourceType: 'regions'};
  return element;
}

async function loading(element: PgInput): Promise<void> {
  await element.updateComplete;
  expect(element.matches(':state(loading)')).to.be.true;
}

async function ready(element: PgInput): Promise<void> {
  await waitUntil(() => !element.matches(':state(loading)'), 'control is loaded');
  await element.updateComplete;
}

describe('the focus of <pg-input> whose control is still being loaded', () => {
  it('comes with the control that `focus` was called for', async () => {
    const element = lateInput('ENUM');
    (await page()).append(element);
    await loading(element);
    element.focus();
    await waitUntil(() => document.activeElement === element, 'it has the focus');
  });

  it('comes with the control of an element that has `autofocus`', async () => {
    const element = lateInput('FILE');
    element.setAttribute('autofocus', '');
    (await page()).append(element);
    await loading(element);
    await ready(element);
    expect(document.activeElement === element).to.be.true;
  });

  it('stays where the person has gone to in the meantime', async () => {
    const element = lateInput('PERMISSION');
    element.autofocus = true;
    const around = await page();
    around.append(element);
    await loading(element);
    const other = around.querySelector('button')!;
    other.focus();
    await ready(element);
    expect(document.activeElement === other).to.be.true;
  });

  it('stays where it was before an element with `autofocus` came', async () => {
    const element = lateInput('COMBO_INPUT');
    element.autofocus = true;
    const around = await page();
    const other = around.querySelector('button')!;
    other.focus();
    around.append(element);
    await loading(element);
    await ready(element);
    expect(document.activeElement === other).to.be.true;
  });
});

it('a field with `autofocus` that is moved takes no focus again', async () => {
  const element = lateInput('TEXT_NO_VARS');
  element.autofocus = true;
  const around = await page();
  around.append(element);
  await ready(element);
  expect(document.activeElement === element).to.be.true;
  element.blur();
  (document.activeElement as HTMLElement).blur();
  around.prepend(element);
  await element.updateComplete;
  expect(document.activeElement === document.body).to.be.true;
});
