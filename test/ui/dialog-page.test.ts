import {aTimeout, expect, fixture, nextFrame} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {resetMouse, sendMouse, setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import type {PgDialog} from '../../src/ui/dialog/dialog.js';
import {expectFocus, inner, native, opened, plainDialog, press} from './dialog-owner.js';
import {stilled} from '../support/stilled.js';

async function clickAt(x: number, y: number): Promise<void> {
  await sendMouse({type: 'click', position: [Math.round(x), Math.round(y)]});
}

describe('pg-dialog on the page', () => {
  afterEach(async () => {
    await resetMouse();
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

  for (const css of [
    '',
    'html, body {height: 100%; margin: 0} body {overflow: auto}',
    'html, body {overflow-x: hidden}',
    'html {overflow-x: hidden} body {height: 100%; overflow: auto}',
    'html, body {height: 100%} html {overflow: hidden} body {overflow-y: scroll}',
    'body {overflow-x: hidden; height: 100vh}',
    'html {overflow-y: scroll; scroll-behavior: smooth}',
  ]) {
    it(`leaves the page where it is scrolled to: ${css || 'no style sheet'}`, async () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      const page = await fixture<HTMLElement>(
        html`<div>
          <p class="tall"></p>
          <button>Open</button>
          <pg-dialog heading="Slack">Text</pg-dialog>
          <p class="tall"></p>
        </div>`,
      );
      for (const tall of page.querySelectorAll<HTMLElement>('.tall'))
        tall.style.setProperty('block-size', '2000px');
      const button = page.querySelector('button')!;
      const dialog = page.querySelector('pg-dialog')!;
      button.scrollIntoView({block: 'center', behavior: 'instant'});
      button.focus();
      const place = (): number => Math.round(button.getBoundingClientRect().top);
      const before = place();
      expect(before).to.be.within(1, window.innerHeight);
      dialog.open = true;
      await dialog.updateComplete;
      await nextFrame();
      const during = place();
      dialog.open = false;
      await dialog.updateComplete;
      await nextFrame();
      const after = place();
      document.adoptedStyleSheets.pop();
      expect([during, after]).to.deep.equal([before, before]);
    });
  }

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
    const element = await opened();
    const {dialog} = element;
    const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
    elsewhere.append(dialog);
    await dialog.updateComplete;
    expect(native(dialog).matches(':modal')).to.equal(true);
    await press('Escape');
    expectFocus(element.find('open'));
  });

  it('returns focus and scrolling when it is removed while open', async () => {
    const element = await opened();
    element.dialog.remove();
    await aTimeout(0);
    expectFocus(element.find('open'));
    expect(document.documentElement.style.getPropertyValue('overflow')).to.equal('');
  });

  it('keeps focused controls clear of its two bars', async () => {
    const fields = Array.from({length: 40}, (_, index) => html`<p><button>B${index}</button></p>`);
    const dialog = await fixture<PgDialog>(html`
      <pg-dialog heading="Slack">${fields}<button slot="footer">Save</button></pg-dialog>
    `);
    dialog.open = true;
    await dialog.updateComplete;
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

  it('lets the keyboard scroll a long text without controls', async () => {
    const dialog = await plainDialog(html`<p>${'word '.repeat(4_000)}</p>`);
    const body = inner(dialog, '.body');
    await waitUntil(() => body.tabIndex === 0);
    await stilled();
    await expect(dialog).to.be.accessible();
    dialog.append(document.createElement('input'));
    dialog.querySelector('p')?.append(' more'.repeat(200));
    await waitUntil(() => !body.hasAttribute('tabindex'));
  });

  it('is a sheet from below on a narrow screen, with the page in sight above it', async () => {
    const {dialog} = await opened();
    await setViewport({width: 460, height: 640});
    await waitUntil(() => window.innerWidth < 480);
    const edges = (): string => {
      const {left, right, top, bottom} = native(dialog).getBoundingClientRect();
      return [left, right, top, bottom].map(Math.round).join();
    };
    const sheet = [0, document.documentElement.clientWidth, 28, window.innerHeight].join();
    await waitUntil(() => edges() === sheet, `the dialog is not ${sheet}`).catch(() => undefined);
    expect(edges()).to.equal(sheet);
    await setViewport({width: 800, height: 600});
  });
});
