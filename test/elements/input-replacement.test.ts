import '../support/mistakes.js';
import {expect} from '@open-wc/testing';
import {html} from 'lit';
import type {InputField} from '../../src/elements/input/field.js';
import {show} from './input-fixture.js';

class HostField extends HTMLElement {
  field: InputField | undefined;
  value: unknown;
  invalid = false;
  message = '';
  disabled = false;
}
customElements.define('host-field', HostField);

const broken = new Error('The host has a mistake in it.');
const brokenFunction = (): never => {
  throw broken;
};
class BrokenField extends HTMLElement {
  set value(_: unknown) {
    throw broken;
  }
}
customElements.define('broken-field', BrokenField);

describe('replaced control of <pg-input>', () => {
  it('is an element of the host, which gets field, value, invalid, message and disabled', async () => {
    const field = await show(
      {type: 'TEXT_NO_VARS', title: 'Shop'},
      {inputs: {TEXT_NO_VARS: 'host-field'}, value: 'acme'},
    );
    const host = field.root.querySelector<HostField>('host-field')!;
    expect(host.value).to.equal('acme');
    expect(host.field).to.include({label: 'Shop', required: true, readonly: false});
    expect(field.has('[part=base]')).to.be.false;
    field.element.value = '';
    field.element.reportValidity();
    field.element.disabled = true;
    await field.rendered();
    expect(host).to.include({invalid: false, disabled: true, value: ''});
    field.element.disabled = false;
    await field.rendered();
    expect(host).to.include({invalid: true, message: 'Fill in this field.'});
    expect(field.find('host-field')).to.equal(host);
  });

  it('reports with input and change, as its value then is', async () => {
    const field = await show({type: 'TEXT_NO_VARS'}, {inputs: {TEXT_NO_VARS: 'host-field'}});
    const host = field.root.querySelector<HostField>('host-field')!;
    host.value = 'a';
    host.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    host.value = 'ab';
    host.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
    expect(field.events).to.deep.equal([
      ['input', 'a'],
      ['input', 'ab'],
      ['change', 'ab'],
    ]);
    expect(field.element.value).to.equal('ab');
  });

  it('is what a function of the host renders, which reports through the field', async () => {
    const render = (given: InputField) =>
      html`<button class="mine" @click=${() => given.change('chosen')}>${given.label}</button>`;
    const field = await show(
      {type: 'ENUM', title: 'Region'},
      {inputs: new Map([['ENUM', render]])},
    );
    expect(field.find('.mine')).to.have.text('Region');
    expect(field.element.checkValidity()).to.be.false;
    field.find('.mine').click();
    expect(field.element.value).to.equal('chosen');
    expect(field.element.checkValidity()).to.be.true;
    expect(field.events.map(([type]) => type)).to.deep.equal(['input', 'change']);
  });

  for (const [how, replacement] of [
    ['function throws', brokenFunction],
    ['element throws', 'broken-field'],
  ] as const) {
    it(`is the kit's own where the host's ${how}, which is told once`, async () => {
      const errors: {readonly code: string; readonly cause: unknown}[] = [];
      const listen = ({detail}: GlobalEventHandlersEventMap['pg-error']) => errors.push(detail);
      document.addEventListener('pg-error', listen);
      const field = await show({type: 'TEXT_NO_VARS'}, {inputs: {TEXT_NO_VARS: replacement}});
      field.element.value = 'typed before';
      await field.rendered();
      document.removeEventListener('pg-error', listen);
      expect(field.find('input').value).to.equal('typed before');
      expect(errors.map(({code}) => code)).to.deep.equal(['bad-input']);
      expect(errors[0]?.cause).to.equal(broken);
    });
  }

  for (const tag of ['not-defined-yet', 'img', '<img src=x>', '']) {
    it(`is the kit's own while ${JSON.stringify(tag)} is no custom element`, async () => {
      const field = await show({type: 'TEXT_NO_VARS'}, {inputs: {TEXT_NO_VARS: tag}});
      expect(field.find('label')).to.have.trimmed.text('Field');
      expect(field.has('img')).to.be.false;
    });
  }

  it('takes the place once its tag is defined', async () => {
    const field = await show({type: 'TEXT_NO_VARS'}, {inputs: {TEXT_NO_VARS: 'late-field'}});
    expect(field.has('[part=base]')).to.be.true;
    customElements.define('late-field', class extends HostField {});
    await customElements.whenDefined('late-field');
    await field.rendered();
    expect(field.has('late-field')).to.be.true;
    expect(field.has('[part=base]')).to.be.false;
  });

  it('is of one type only', async () => {
    const field = await show({type: 'EMAIL'}, {inputs: {TEXT_NO_VARS: 'host-field'}});
    expect(field.has('host-field')).to.be.false;
  });
});
