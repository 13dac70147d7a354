import {expect, fixture, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {html} from 'lit';
import type {PgConfirm} from '../../src/ui/dialog/confirm.js';
import '../../src/ui/dialog/pg-confirm.js';
import {expectFocus} from './dialog-owner.js';
import {stilled} from '../support/stilled.js';

const CONSEQUENCES = ['2 workflows are turned off', 'Settings are deleted'];

async function opened(): Promise<PgConfirm> {
  const confirm = await fixture<PgConfirm>(html`
    <pg-confirm
      heading="Disconnect ada@example.com?"
      text="This cannot be undone."
      confirm-label="Disconnect"
      .consequences=${CONSEQUENCES}
    ></pg-confirm>
  `);
  confirm.open = true;
  await confirm.updateComplete;
  return confirm;
}

const part = (confirm: PgConfirm, selector: string): HTMLElement =>
  confirm.renderRoot.querySelector(selector)!;
const danger = (confirm: PgConfirm): HTMLElement => part(confirm, '.danger');
const words = (element: HTMLElement): string => element.textContent.trim();

/** Lets ten seconds pass in the timers of the dialog. */
function withFastTimers(): {run: () => void; restore: () => void} {
  const original = window.setTimeout.bind(window);
  const waiting: (() => void)[] = [];
  const fake = (callback: () => void, delay?: number): number => {
    if (delay !== 10_000) return original(callback, delay);
    waiting.push(callback);
    return 0;
  };
  window.setTimeout = fake as typeof window.setTimeout;
  return {
    run: () => {
      for (const callback of waiting.splice(0)) callback();
    },
    restore: () => {
      window.setTimeout = original;
    },
  };
}

describe('pg-confirm', () => {
  it('waits for nothing once it has left the page', async () => {
    const confirm = await opened();
    const timers = withFastTimers();
    confirm.remove();
    confirm.pending = true;
    await confirm.updateComplete;
    timers.run();
    timers.restore();
    await confirm.updateComplete;
    expect(words(part(confirm, '[role=status]'))).to.equal('');
  });

  it('is an alert dialog, named by its question and described by the consequences', async () => {
    const confirm = await opened();
    const box = part(confirm, 'dialog');
    expect(box.getAttribute('role')).to.equal('alertdialog');
    expect(box.matches(':modal')).to.equal(true);
    const text = (attribute: string): string =>
      (box.getAttribute(attribute) ?? '')
        .split(' ')
        .map((id) => words(part(confirm, `#${id}`)))
        .join('|');
    expect(text('aria-labelledby')).to.equal('Disconnect ada@example.com?');
    expect(text('aria-describedby')).to.equal(`This cannot be undone.|${CONSEQUENCES.join('')}`);
  });

  for (const theme of ['light', 'dark']) {
    it(`passes axe in the ${theme} theme, also with an error`, async () => {
      document.documentElement.style.setProperty('color-scheme', theme);
      const confirm = await opened();
      confirm.error = {text: 'The service could not be reached.', detail: '504'};
      await confirm.updateComplete;
      await stilled();
      await expect(confirm).to.be.accessible();
      document.documentElement.style.removeProperty('color-scheme');
    });
  }

  it('puts focus on the safe answer', async () => {
    const confirm = await opened();
    expectFocus(part(confirm, '.cancel'));
  });

  it('cycles between its two buttons', async () => {
    const confirm = await opened();
    await sendKeys({press: 'Tab'});
    expectFocus(danger(confirm));
    await sendKeys({press: 'Tab'});
    expectFocus(part(confirm, '.cancel'));
    await sendKeys({press: 'Shift+Tab'});
    expectFocus(danger(confirm));
  });

  it('closes without confirming on Cancel and on Escape', async () => {
    const confirm = await opened();
    let confirmed = 0;
    confirm.addEventListener('pg-confirm', () => confirmed++);
    const cancelled = oneEvent(confirm, 'pg-dialog-close');
    part(confirm, '.cancel').click();
    await cancelled;
    confirm.open = true;
    await confirm.updateComplete;
    await sendKeys({press: 'Escape'});
    expect(confirm.open).to.equal(false);
    expect(confirmed).to.equal(0);
  });

  it('confirms once, however often the button is pressed', async () => {
    const confirm = await opened();
    let confirmed = 0;
    confirm.addEventListener('pg-confirm', () => confirmed++);
    danger(confirm).click();
    danger(confirm).click();
    await confirm.updateComplete;
    danger(confirm).focus();
    await sendKeys({press: 'Enter'});
    expect(confirmed).to.equal(1);
    expect(danger(confirm).getAttribute('aria-busy')).to.equal('true');
    expect(danger(confirm).getAttribute('aria-disabled')).to.equal('true');
    expect(words(danger(confirm))).to.equal('Working…');
    expectFocus(danger(confirm));
  });

  it('stays open while the action is under way', async () => {
    const confirm = await opened();
    danger(confirm).click();
    await confirm.updateComplete;
    await sendKeys({press: 'Escape'});
    part(confirm, '.cancel').click();
    expect(confirm.open).to.equal(true);
  });

  it('may be left when the action takes too long, and says so', async () => {
    const timers = withFastTimers();
    const confirm = await opened();
    danger(confirm).click();
    await confirm.updateComplete;
    timers.run();
    timers.restore();
    await confirm.updateComplete;
    expect(words(part(confirm, '[role="status"]'))).to.contain('longer than usual');
    expect(words(part(confirm, '.cancel'))).to.equal('Close');
    part(confirm, '.cancel').click();
    expect(confirm.open).to.equal(false);
  });

  it('shows an error in a region that was there before, and offers another try', async () => {
    const confirm = await opened();
    const alert = part(confirm, '[role="alert"]');
    expect(words(alert)).to.equal('');
    let confirmed = 0;
    confirm.addEventListener('pg-confirm', () => confirmed++);
    danger(confirm).click();
    await confirm.updateComplete;
    confirm.error = {text: 'The service could not be reached.', detail: '<b>504</b>'};
    await confirm.updateComplete;
    expect(part(confirm, '[role="alert"]')).to.equal(alert);
    expect(words(alert)).to.contain('The service could not be reached.');
    expect(words(alert)).to.contain('<b>504</b>');
    expect(words(danger(confirm))).to.equal('Try again');
    danger(confirm).click();
    expect(confirmed).to.equal(2);
  });

  it('starts anew when it is opened again', async () => {
    const confirm = await opened();
    danger(confirm).click();
    await confirm.updateComplete;
    confirm.open = false;
    await confirm.updateComplete;
    confirm.open = true;
    await confirm.updateComplete;
    expect(confirm.pending).to.equal(false);
    expect(words(danger(confirm))).to.equal('Disconnect');
  });
});
