import {expect, fixture, nextFrame, oneEvent} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {html, LitElement, type TemplateResult} from 'lit';
import type {PgDialog} from '../../src/ui/dialog/dialog.js';
import {focusedElement} from '../../src/ui/dialog/focus.js';
import {expectFocus, inner, native, opened, plainDialog, press} from './dialog-owner.js';
import {stilled} from '../support/stilled.js';

describe('pg-dialog', () => {
  it('is a modal dialog, named by its visible title', async () => {
    const {dialog} = await opened();
    const box = native(dialog);
    expect(box.matches(':modal')).to.equal(true);
    expect(box.getAttribute('aria-modal')).to.equal('true');
    const title = inner(dialog, `#${box.getAttribute('aria-labelledby') ?? ''}`);
    expect(title.textContent).to.equal('Slack');
    expect(title.checkVisibility()).to.equal(true);
    expect(inner(dialog, '.close').getAttribute('aria-label')).to.equal('Close');
  });

  for (const theme of ['light', 'dark']) {
    it(`passes axe in the ${theme} theme`, async () => {
      const root = document.documentElement;
      root.style.setProperty('color-scheme', theme);
      const {dialog} = await opened();
      await stilled();
      await expect(dialog).to.be.accessible();
      root.style.removeProperty('color-scheme');
    });
  }

  it('has the focus itself, and its name, where the content shows the title', async () => {
    const dialog = await fixture<PgDialog>(
      html`<pg-dialog heading="Slack" heading-hidden><h2>Slack</h2></pg-dialog>`,
    );
    dialog.open = true;
    await dialog.updateComplete;
    const box = inner(dialog, 'dialog');
    expectFocus(box);
    expect(box.getAttribute('aria-label')).to.equal('Slack');
    expect(dialog.shadowRoot?.querySelector('h2')).to.equal(null);
  });

  it('puts focus on the title', async () => {
    const {dialog} = await opened();
    expectFocus(inner(dialog, '.title'));
  });

  it('puts focus on content that asks for it, even if it renders later', async () => {
    class LateField extends LitElement {
      static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};
      override render(): TemplateResult {
        return html`<input aria-label="Late" />`;
      }
    }
    customElements.define('late-field', LateField);
    const dialog = await plainDialog();
    dialog.open = false;
    await dialog.updateComplete;
    const field = document.createElement('late-field');
    field.toggleAttribute('autofocus', true);
    dialog.append(field);
    dialog.open = true;
    await waitUntil(() => focusedElement()?.localName === 'input');
  });

  it('keeps Tab inside, at both ends', async () => {
    const element = await opened();
    const {dialog} = element;
    const close = inner(dialog, '.close');
    await press('Tab');
    expectFocus(close);
    await press('Shift+Tab');
    expectFocus(element.find('save'));
    await press('Tab');
    expectFocus(close);
    await press('Tab');
    expectFocus(element.find('first'));
    await press('Tab', 'Tab');
    expectFocus(element.find('save'));
  });

  it('goes to the last control with Shift+Tab from the title', async () => {
    const element = await opened();
    await press('Shift+Tab');
    expectFocus(element.find('save'));
  });

  it('keeps focus when the close button is the only control', async () => {
    const dialog = await plainDialog();
    await press('Tab', 'Tab', 'Tab');
    expectFocus(inner(dialog, '.close'));
    await press('Shift+Tab');
    expectFocus(inner(dialog, '.close'));
  });

  it('skips what cannot be reached at the ends', async () => {
    const dialog = await plainDialog(html`
      <button id="real">Real</button>
      <button disabled>Disabled</button>
      <div inert><button>Inert</button></div>
      <button hidden>Hidden</button>
      <button tabindex="-1">Out</button>
    `);
    await press('Tab', 'Shift+Tab');
    expectFocus(dialog.querySelector('#real'));
  });

  it('closes on Escape and gives focus back', async () => {
    const element = await opened();
    const closed = oneEvent(element.dialog, 'pg-dialog-close');
    await press('Escape');
    const {detail} = (await closed) as CustomEvent<{reason: string}>;
    expect(detail.reason).to.equal('escape');
    expect(element.dialog.open).to.equal(false);
    expect(native(element.dialog).open).to.equal(false);
    expectFocus(element.find('open'));
  });

  it('closes by its button', async () => {
    const element = await opened();
    const closed = oneEvent(element.dialog, 'pg-dialog-close');
    inner(element.dialog, '.close').click();
    const {detail} = (await closed) as CustomEvent<{reason: string}>;
    expect(detail.reason).to.equal('button');
    expectFocus(element.find('open'));
  });

  it('closes silently when the owner says so', async () => {
    const element = await opened();
    let events = 0;
    element.dialog.addEventListener('pg-dialog-closing', () => events++);
    element.dialog.addEventListener('pg-dialog-close', () => events++);
    element.dialog.open = false;
    await element.dialog.updateComplete;
    await nextFrame();
    expect(events).to.equal(0);
    expectFocus(element.find('open'));
  });

  it('gives focus to the next logical element if the invoker is gone', async () => {
    const element = await opened();
    element.dialog.returnFocus = () => element.find('other');
    element.find('open').remove();
    await press('Escape');
    expectFocus(element.find('other'));
  });

  it('stays open when closing is prevented, however often Escape is pressed', async () => {
    const {dialog} = await opened();
    let asked = 0;
    dialog.addEventListener('pg-dialog-closing', (event) => {
      asked++;
      event.preventDefault();
    });
    await press('Escape', 'Escape', 'Escape');
    expect(asked).to.equal(3);
    expect(native(dialog).matches(':modal')).to.equal(true);
  });

  it('leaves Escape to content that used it', async () => {
    const element = await opened();
    const {dialog} = element;
    element.find('first').addEventListener('keydown', (event) => event.preventDefault());
    element.find('first').focus();
    await press('Escape');
    expect(dialog.open).to.equal(true);
  });

  it('is closed by an Escape that modals around it find used, and that does not reach the page', async () => {
    const {dialog} = await opened();
    const heard: string[] = [];
    const used = (event: KeyboardEvent): number =>
      heard.push(event.defaultPrevented ? 'used' : 'unused');
    document.addEventListener('keydown', used, {capture: true});
    const bubbled = (): number => heard.push('bubbled');
    document.addEventListener('keydown', bubbled);
    await press('Escape', 'Escape');
    document.removeEventListener('keydown', used, {capture: true});
    document.removeEventListener('keydown', bubbled);
    expect([dialog.open, heard]).to.deep.equal([false, ['used', 'unused', 'bubbled']]);
  });

  it('closes an open popover first', async () => {
    const dialog = await plainDialog(html`
      <button id="menu">Menu</button>
      <div id="list" popover>List</div>
    `);
    dialog.querySelector<HTMLElement>('#menu')!.focus();
    dialog.querySelector<HTMLElement>('#list')!.showPopover();
    await press('Escape');
    expect(dialog.open).to.equal(true);
    expect(dialog.querySelector('#list')!.matches(':popover-open')).to.equal(false);
    await press('Escape');
    expect(dialog.open).to.equal(false);
  });

  it('closes only the top one of two', async () => {
    const outer = await plainDialog(
      html`<button id="more">More</button><pg-dialog id="inner" heading="Inner"></pg-dialog>`,
    );
    const top = outer.querySelector<PgDialog>('#inner')!;
    outer.querySelector<HTMLElement>('#more')!.focus();
    top.open = true;
    await top.updateComplete;
    await press('Escape');
    expect([outer.open, top.open]).to.deep.equal([true, false]);
    expect(focusedElement()?.id).to.equal('more');
    await press('Escape');
    expect(outer.open).to.equal(false);
  });
});
