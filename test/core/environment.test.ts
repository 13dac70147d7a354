import assert from 'node:assert/strict';
import {describe, test, type TestContext} from 'node:test';
import {browserEnvironment, currentEnvironment, noEnvironment} from '../../src/core/environment.js';
import {browserPopups, popupsOf, type OpenedWindow} from '../../src/core/popups.js';

interface Opened extends EventTarget, OpenedWindow {}

/** Puts a window and a document there for one test, as far as a page looks at them. */
function browser(
  t: TestContext,
  open: () => unknown,
): {window: EventTarget; document: EventTarget} {
  const window: EventTarget & {open: () => unknown; top?: unknown} = Object.assign(
    new EventTarget(),
    {open},
  );
  window.top = window;
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    hasFocus: () => true,
  });
  Object.assign(globalThis, {window, document});
  t.after(() => {
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'document');
  });
  return {window, document};
}

const opened = Object.assign(new EventTarget(), {
  closed: false,
  focus: () => undefined,
  close: () => undefined,
}) as Opened;

describe('the page of a browser', () => {
  test('tells which window was opened, refused or not asked for', (t) => {
    let answer: unknown = opened;
    const {window} = browser(t, () => answer);
    const open = (): void => void (window as unknown as Window).open();
    assert.equal(browserPopups.observeOpen(open), opened);
    answer = null;
    assert.equal(browserPopups.observeOpen(open), null);
    assert.equal(
      browserPopups.observeOpen(() => undefined),
      undefined,
    );
  });

  test('looks on only for the length of the call, even of one that throws', (t) => {
    const open = (): unknown => opened;
    const {window} = browser(t, open);
    assert.throws(() =>
      browserPopups.observeOpen(() => {
        assert.notEqual((window as unknown as {open: unknown}).open, open);
        throw new Error('of the SDK');
      }),
    );
    assert.equal((window as unknown as {open: unknown}).open, open);
  });

  test('leaves no own property behind where `open` was inherited', (t) => {
    const {window} = browser(t, () => opened);
    Reflect.deleteProperty(window, 'open');
    Object.setPrototypeOf(
      window,
      Object.assign(Object.create(EventTarget.prototype), {open: () => opened}) as object,
    );
    browserPopups.observeOpen(() => undefined);
    assert.equal(Object.hasOwn(window, 'open'), false);
  });

  test('hears of the return by focus, by visibility and by the network, until told not to', (t) => {
    const {window, document} = browser(t, () => opened);
    let returns = 0;
    const stop = browserEnvironment.onReturn(() => (returns += 1));
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(Object.assign(new Event('pageshow'), {persisted: false}));
    assert.equal(returns, 3);
    window.dispatchEvent(Object.assign(new Event('pageshow'), {persisted: true}));
    assert.equal(returns, 4);
    returns = 3;
    Object.assign(document, {visibilityState: 'hidden'});
    document.dispatchEvent(new Event('visibilitychange'));
    assert.equal(returns, 3);
    stop();
    Object.assign(document, {visibilityState: 'visible'});
    for (const [target, type] of [
      [window, 'focus'],
      [window, 'online'],
      [document, 'visibilitychange'],
    ] as const) {
      target.dispatchEvent(new Event(type));
    }
    assert.equal(returns, 3);
  });

  test('passes on the messages of one window only', (t) => {
    const {window} = browser(t, () => opened);
    const heard: unknown[] = [];
    const stop = browserPopups.onMessage(opened, (data) => heard.push(data));
    const post = (source: unknown, data: string): void => {
      window.dispatchEvent(Object.assign(new Event('message'), {source, data}));
    };
    post(opened, 'own');
    post({}, 'other');
    post(null, 'nobody');
    stop();
    post(opened, 'late');
    assert.deepEqual(heard, ['own']);
  });

  test('is the current one where there is a window', (t) => {
    assert.equal(currentEnvironment(), noEnvironment);
    browser(t, () => opened);
    assert.equal(currentEnvironment(), browserEnvironment);
    assert.equal(popupsOf(currentEnvironment()), browserPopups);
  });
});

describe('no page', () => {
  test('runs the call, and opens nothing', () => {
    let hasRun = false;
    const result = popupsOf(noEnvironment).observeOpen(() => {
      hasRun = true;
    });
    assert.equal(hasRun, true);
    assert.equal(result, undefined);
  });

  test('has nobody who looks, returns or writes', () => {
    assert.equal(noEnvironment.hasFocus(), false);
    noEnvironment.onReturn(() => assert.fail())();
    popupsOf(noEnvironment).onMessage(opened, () => assert.fail())();
  });

  test('runs a task later, unless it is cancelled', async (t) => {
    t.mock.timers.enable({apis: ['setTimeout']});
    const order: string[] = [];
    noEnvironment.after(10, () => order.push('kept'));
    noEnvironment.after(10, () => order.push('cancelled'))();
    t.mock.timers.tick(10);
    await Promise.resolve();
    assert.deepEqual(order, ['kept']);
  });
});
