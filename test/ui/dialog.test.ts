import {aTimeout, expect, fixture, nextFrame, oneEvent, waitUntil} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {html, LitElement, type TemplateResult} from 'lit';
import {focusedElement} from '../../src/ui/dialog/focus.js';
import type {PgDialog} from '../../src/ui/dialog/dialog.js';
import '../../src/ui/dialog/pg-dialog.js';

/** An owner as in the kit: the dialog and its button live in one shadow root. */
class DialogOwner extends LitElement {
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

  get dialog(): PgDialog {
    return this.renderRoot.querySelector('pg-dialog')!;
  }

  find(id: string): HTMLElement {
    return this.renderRoot.querySelector(`#${id}`)!;
  }

  readonly #onOpenClick = (): void => {
    this.dialog.open = true;
  };
}
customElements.define('dialog-owner', DialogOwner);

const native = (dialog: PgDialog): HTMLDialogElement => dialog.renderRoot.querySelector('dialog')!;
const inner = (dialog: PgDialog, selector: string): HTMLElement =>
  dialog.renderRoot.querySelector(selector)!;
const press = (...keys: string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => sendKeys({press: key})), Promise.resolve());

async function owner(): Promise<DialogOwner> {
  return fixture<DialogOwner>(html`<dialog-owner></dialog-owner>`);
}

async function opened(): Promise<DialogOwner> {
  const element = await owner();
  element.find('open').focus();
  element.find('open').click();
  await element.dialog.updateComplete;
  return element;
}

async function plainDialog(content: TemplateResult | string = 'Text'): Promise<PgDialog> {
  const dialog = await fixture<PgDialog>(html`<pg-dialog heading="Slack">${content}</pg-dialog>`);
  dialog.open = true;
  await dialog.updateComplete;
  return dialog;
}

async function clickAt(x: number, y: number): Promise<void> {
  await sendMouse({type: 'click', position: [Math.round(x), Math.round(y)]});
}

describe('pg-dialog', () => {
  afterEach(async () => {
    await resetMouse();
  });

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
      await Promise.all(
        native(dialog)
          .getAnimations()
          .map(({finished}) => finished),
      );
      await expect(dialog).to.be.accessible();
      root.style.removeProperty('color-scheme');
    });
  }

  it('puts focus on the title', async () => {
    const {dialog} = await opened();
    expect(focusedElement()).to.equal(inner(dialog, '.title'));
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
    const {dialog, find} = await opened().then((element) => ({
      dialog: element.dialog,
      find: (id: string) => element.find(id),
    }));
    const close = inner(dialog, '.close');
    await press('Tab');
    expect(focusedElement()).to.equal(close);
    await press('Shift+Tab');
    expect(focusedElement()).to.equal(find('save'));
    await press('Tab');
    expect(focusedElement()).to.equal(close);
    await press('Tab');
    expect(focusedElement()).to.equal(find('first'));
    await press('Tab', 'Tab');
    expect(focusedElement()).to.equal(find('save'));
  });

  it('goes to the last control with Shift+Tab from the title', async () => {
    const element = await opened();
    await press('Shift+Tab');
    expect(focusedElement()).to.equal(element.find('save'));
  });

  it('keeps focus when the close button is the only control', async () => {
    const dialog = await plainDialog();
    await press('Tab', 'Tab', 'Tab');
    expect(focusedElement()).to.equal(inner(dialog, '.close'));
    await press('Shift+Tab');
    expect(focusedElement()).to.equal(inner(dialog, '.close'));
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
    expect(focusedElement()).to.equal(dialog.querySelector('#real'));
  });

  it('closes on Escape and gives focus back', async () => {
    const element = await opened();
    const closed = oneEvent(element.dialog, 'pg-dialog-close');
    await press('Escape');
    const {detail} = (await closed) as CustomEvent<{reason: string}>;
    expect(detail.reason).to.equal('escape');
    expect(element.dialog.open).to.equal(false);
    expect(native(element.dialog).open).to.equal(false);
    expect(focusedElement()).to.equal(element.find('open'));
  });

  it('closes by its button', async () => {
    const element = await opened();
    const closed = oneEvent(element.dialog, 'pg-dialog-close');
    inner(element.dialog, '.close').click();
    const {detail} = (await closed) as CustomEvent<{reason: string}>;
    expect(detail.reason).to.equal('button');
    expect(focusedElement()).to.equal(element.find('open'));
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
    expect(focusedElement()).to.equal(element.find('open'));
  });

  it('gives focus to the next logical element if the invoker is gone', async () => {
    const element = await opened();
    element.dialog.returnFocus = () => element.find('other');
    element.find('open').remove();
    await press('Escape');
    expect(focusedElement()).to.equal(element.find('other'));
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
    const {dialog, find} = await opened().then((element) => ({
      dialog: element.dialog,
      find: (id: string) => element.find(id),
    }));
    find('first').addEventListener('keydown', (event) => event.preventDefault());
    find('first').focus();
    await press('Escape');
    expect(dialog.open).to.equal(true);
  });

  it('closes an open popover first', async () => {
    const dialog = await plainDialog(html`
      <button id="menu" aria-expanded="true">Menu</button>
      <div id="list" popover>List</div>
    `);
    dialog.querySelector<HTMLElement>('#menu')!.focus();
    dialog.querySelector<HTMLElement>('#list')!.showPopover();
    await press('Escape');
    expect(dialog.open).to.equal(true);
    expect(dialog.querySelector('#list')!.matches(':popover-open')).to.equal(false);
    dialog.querySelector('#menu')!.setAttribute('aria-expanded', 'false');
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

  it('closes by a click beside it only when allowed', async () => {
    const {dialog} = await opened();
    await clickAt(4, 4);
    expect(dialog.open).to.equal(true);
    dialog.lightDismiss = true;
    const box = native(dialog).getBoundingClientRect();
    await clickAt(box.x + box.width / 2, box.y + 8);
    expect(dialog.open).to.equal(true);
    await clickAt(4, 4);
    expect(dialog.open).to.equal(false);
  });

  it('does not close when a press began inside', async () => {
    const {dialog} = await opened();
    dialog.lightDismiss = true;
    const box = native(dialog).getBoundingClientRect();
    await sendMouse({type: 'move', position: [Math.round(box.x + 40), Math.round(box.y + 30)]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [4, 4]});
    await sendMouse({type: 'up'});
    expect(dialog.open).to.equal(true);
  });

  it('stops the page behind from scrolling, until the last dialog closes', async () => {
    const overflow = (): string => getComputedStyle(document.documentElement).overflowY;
    const before = overflow();
    const [one, two] = [await plainDialog(), await plainDialog()];
    expect(overflow()).to.equal('hidden');
    two.open = false;
    await two.updateComplete;
    expect(overflow()).to.equal('hidden');
    one.remove();
    expect(overflow()).to.equal(before);
  });

  it('covers the viewport from a transformed ancestor and a host dialog', async () => {
    const host = await fixture<HTMLDialogElement>(html`
      <dialog>
        <div id="moved"><pg-dialog heading="Slack">Text</pg-dialog></div>
      </dialog>
    `);
    const moved = host.querySelector<HTMLElement>('#moved')!;
    moved.style.setProperty('transform', 'translate(200px, 200px) scale(0.2)');
    moved.style.setProperty('overflow', 'hidden');
    host.showModal();
    const dialog = host.querySelector('pg-dialog')!;
    dialog.open = true;
    await dialog.updateComplete;
    const box = native(dialog);
    await Promise.all(box.getAnimations().map(({finished}) => finished));
    const {left, right, width} = box.getBoundingClientRect();
    expect(width).to.be.greaterThan(200);
    expect(Math.abs(left - (window.innerWidth - right))).to.be.lessThan(20);
    await press('Escape');
    expect(host.open).to.equal(true);
    host.close();
  });

  it('survives a move and gives focus back afterwards', async () => {
    const {dialog, element} = await opened().then((found) => ({
      dialog: found.dialog,
      element: found,
    }));
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(dialog);
    await dialog.updateComplete;
    expect(native(dialog).matches(':modal')).to.equal(true);
    await press('Escape');
    expect(focusedElement()).to.equal(element.find('open'));
  });

  it('returns focus and scrolling when it is removed while open', async () => {
    const element = await opened();
    element.dialog.remove();
    await aTimeout(0);
    expect(focusedElement()).to.equal(element.find('open'));
    expect(document.documentElement.style.getPropertyValue('overflow')).to.equal('');
  });

  it('keeps focused controls clear of its sticky bars', async () => {
    const fields = Array.from({length: 40}, (_, index) => html`<p><button>B${index}</button></p>`);
    const dialog = await fixture<PgDialog>(html`
      <pg-dialog heading="Slack">${fields}<button slot="footer">Save</button></pg-dialog>
    `);
    dialog.open = true;
    await dialog.updateComplete;
    await waitUntil(() => native(dialog).style.getPropertyValue('--_footer-size') > '1');
    const footer = inner(dialog, '.footer').getBoundingClientRect();
    const buttons = [...dialog.querySelectorAll<HTMLElement>('p > button')];
    for (const button of buttons) {
      button.focus();
      await nextFrame();
      const box = button.getBoundingClientRect();
      expect(box.bottom).to.be.at.most(footer.top);
    }
    for (const button of buttons.reverse()) {
      button.focus();
      await nextFrame();
      const header = inner(dialog, '.header').getBoundingClientRect();
      expect(button.getBoundingClientRect().top).to.be.at.least(header.bottom);
    }
  });

  it('fills a narrow screen', async () => {
    await setViewport({width: 460, height: 640});
    const {dialog} = await opened();
    const box = native(dialog);
    await Promise.all(box.getAnimations().map(({finished}) => finished));
    const {width, height} = box.getBoundingClientRect();
    expect(Math.round(width)).to.equal(document.documentElement.clientWidth);
    expect(Math.round(height)).to.equal(window.innerHeight);
    await setViewport({width: 800, height: 600});
  });
});
