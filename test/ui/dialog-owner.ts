import {expect, fixture} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html, LitElement, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import type {PgDialog} from '../../src/ui/dialog/dialog.js';
import {focusedElement} from '../../src/ui/dialog/focus.js';
import '../../src/ui/dialog/pg-dialog.js';

/** An owner as in the kit: the dialog and its button live in one shadow root. */
export class DialogOwner extends LitElement {
  @query('pg-dialog') readonly dialog!: PgDialog;

  override render(): TemplateResult {
    return html`
      <button id="open" @click=${this.#onOpenClick}>Open</button>
      <button id="other">Other</button>
      <pg-dialog heading="Slack">
        <input id="first" aria-label="First" /><input id="second" aria-label="Second" />
        <button slot="footer" id="save">Save</button>
      </pg-dialog>
    `;
  }

  find(id: string): HTMLElement {
    return this.shadowRoot!.getElementById(id)!;
  }

  readonly #onOpenClick = (): void => {
    this.dialog.open = true;
  };
}
customElements.define('dialog-owner', DialogOwner);

export const native = (dialog: PgDialog): HTMLDialogElement =>
  dialog.renderRoot.querySelector('dialog')!;
export const inner = (dialog: PgDialog, selector: string): HTMLElement =>
  dialog.renderRoot.querySelector(selector)!;
export const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => sendKeys({press: key})), Promise.resolve());

/** The owner, with its dialog opened by its button. */
export async function opened(): Promise<DialogOwner> {
  const element = await fixture<DialogOwner>(html`<dialog-owner></dialog-owner>`);
  element.find('open').focus();
  element.find('open').click();
  await element.dialog.updateComplete;
  return element;
}

/** An open dialog without an invoker. */
export async function plainDialog(content: TemplateResult | string = 'Text'): Promise<PgDialog> {
  const dialog = await fixture<PgDialog>(html`<pg-dialog heading="Slack">${content}</pg-dialog>`);
  dialog.open = true;
  await dialog.updateComplete;
  return dialog;
}

/** Compares names, not nodes: chai prints both trees when they differ, which takes WebKit minutes. */
export function expectFocus(element: Element | null): void {
  const name = (node: Element | null | undefined): string =>
    node ? `${node.localName} ${node.id} ${node.className}` : 'nothing';
  expect(name(focusedElement())).to.equal(name(element));
}
