import {expect, fixture} from '@open-wc/testing';
import {html, LitElement, type TemplateResult} from 'lit';
import {LiveRegion} from '../../src/ui/message/live-region.js';

class LiveHost extends LitElement {
  renders = 0;
  readonly live = new LiveRegion(this);

  override render(): TemplateResult {
    this.renders++;
    return html`<p>Content</p>
      ${this.live.render()}`;
  }
}
customElements.define('live-host', LiveHost);

const region = (host: LiveHost, role: string): HTMLElement =>
  host.renderRoot.querySelector(`[role="${role}"]`)!;

/** Timers of this test run when told, in the order of their time. */
class Clock {
  readonly #set = window.setTimeout.bind(window);
  readonly #clear = window.clearTimeout.bind(window);
  readonly #waiting = new Map<number, {at: number; run: () => void}>();
  #now = 0;
  #next = 1;

  constructor() {
    window.setTimeout = ((run: () => void, delay = 0) => {
      this.#waiting.set(this.#next, {at: this.#now + delay, run});
      return this.#next++;
    }) as typeof window.setTimeout;
    window.clearTimeout = ((id?: number) => {
      this.#waiting.delete(id ?? 0);
    }) as typeof window.clearTimeout;
  }

  get size(): number {
    return this.#waiting.size;
  }

  pass(time: number): void {
    const end = this.#now + time;
    for (;;) {
      const due = [...this.#waiting].filter(([, {at}]) => at <= end);
      const first = due.sort(([, a], [, b]) => a.at - b.at)[0];
      if (!first) break;
      this.#waiting.delete(first[0]);
      this.#now = first[1].at;
      first[1].run();
    }
    this.#now = end;
  }

  restore(): void {
    window.setTimeout = this.#set;
    window.clearTimeout = this.#clear;
  }
}

describe('LiveRegion', () => {
  let host: LiveHost;
  let clock: Clock;

  beforeEach(async () => {
    host = await fixture<LiveHost>(html`<live-host></live-host>`);
    clock = new Clock();
  });

  it('says nothing, and waits for nothing, once its host has left the page', () => {
    host.remove();
    host.live.announce('Saved');
    host.live.busy(true, 'Loading');
    expect(clock.size).to.equal(0);
  });

  afterEach(() => {
    clock.restore();
  });

  it('is there, empty, before anything is said', () => {
    expect(region(host, 'status').textContent).to.equal('');
    expect(region(host, 'alert').textContent).to.equal('');
  });

  it('says progress politely and errors at once, without a render of the host', () => {
    host.live.announce('Saved');
    host.live.announce('It failed', 'assertive');
    expect(region(host, 'status').textContent).to.equal('');
    clock.pass(100);
    expect(region(host, 'status').textContent).to.equal('Saved');
    expect(region(host, 'alert').textContent).to.equal('It failed');
    expect(host.renders).to.equal(1);
  });

  it('speaks only the newest of two texts', () => {
    host.live.announce('3 results');
    clock.pass(50);
    host.live.announce('2 results');
    clock.pass(60);
    expect(region(host, 'status').textContent).to.equal('');
    clock.pass(40);
    expect(region(host, 'status').textContent).to.equal('2 results');
  });

  it('empties itself before the same text is said again, and later', () => {
    host.live.announce('Saved');
    clock.pass(100);
    host.live.announce('Saved');
    expect(region(host, 'status').textContent).to.equal('');
    clock.pass(100);
    expect(region(host, 'status').textContent).to.equal('Saved');
    clock.pass(10_000);
    expect(region(host, 'status').textContent).to.equal('');
  });

  it('keeps its nodes over renders', async () => {
    const before = region(host, 'status');
    clock.restore();
    host.requestUpdate();
    await host.updateComplete;
    expect(region(host, 'status')).to.equal(before);
  });

  it('binds texts as text', () => {
    host.live.announce('<img src=x>');
    clock.pass(100);
    expect(region(host, 'status').querySelector('img')).to.equal(null);
  });

  it('announces work only if it lasts longer than a second, and once', () => {
    host.live.busy(true, 'Loading…');
    clock.pass(900);
    host.live.busy(false, 'Loading…');
    clock.pass(5_000);
    expect(region(host, 'status').textContent).to.equal('');
    host.live.busy(true, 'Loading…');
    host.live.busy(true, 'Loading…');
    clock.pass(1_100);
    expect(region(host, 'status').textContent).to.equal('Loading…');
    clock.pass(20_000);
    host.live.busy(true, 'Loading…');
    clock.pass(5_000);
    expect(region(host, 'status').textContent).to.equal('');
  });

  it('no longer says that something is loading once that is ready', () => {
    host.live.busy(true, 'Loading…');
    clock.pass(1_100);
    expect(region(host, 'status').textContent).to.equal('Loading…');
    host.live.busy(false, 'Loading…');
    expect(region(host, 'status').textContent).to.equal('');
  });

  it('leaves no timer behind when the host goes', () => {
    host.live.busy(true, 'Loading…');
    host.live.announce('Saved');
    host.live.announce('It failed', 'assertive');
    expect(clock.size).to.equal(3);
    host.remove();
    expect(clock.size).to.equal(0);
  });
});
