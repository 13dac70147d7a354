import {expect, fixture, html} from '@open-wc/testing';
import type {TemplateResult} from 'lit';
import {ConnectSession} from '../../src/core/compose.js';
import {LazyElement, LazyElements} from '../../src/elements/lazy-elements.js';
import {SessionElement} from '../../src/elements/session-element.js';
import {SessionView} from '../../src/elements/session-view.js';
import {deferred, type Deferred} from '../support/deferred.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {seen, turn, until} from './session-fixture.js';

let count = 0;

/** An element whose code comes, or does not, when a test says so. */
class Part {
  readonly tag = `test-part-${(count += 1)}`;
  readonly loads: Deferred<undefined>[] = [];
  readonly element = new LazyElement(this.tag, () => {
    const load = deferred<undefined>();
    this.loads.push(load);
    return load.promise;
  });

  arrive(): void {
    customElements.define(this.tag, class extends HTMLElement {});
    this.loads.at(-1)!.resolve(undefined);
  }
}

class Host extends SessionElement {
  parts: readonly Part[] = [];
  shown: Part | undefined;
  #lazy: LazyElements | undefined;
  readonly #view = new SessionView(this);

  override connectedCallback(): void {
    this.#lazy ??= new LazyElements(
      this,
      this.#view,
      this.parts.map(({element}) => element),
    );
    super.connectedCallback();
  }

  protected override watched(): readonly unknown[] {
    return [];
  }

  protected override render(): unknown {
    const {shown} = this;
    return (
      shown &&
      this.#lazy?.render(shown.element, (): TemplateResult => html`<p>content</p>`, 'waiting')
    );
  }
}
customElements.define('test-lazy-host', Host);

async function mount(parts: readonly Part[], sdk: FakeSdk = loadingSdk()): Promise<Host> {
  const host = new Host();
  host.parts = parts;
  host.session = new ConnectSession(sdk);
  await fixture(html`<div>${host}</div>`);
  return host;
}

/** One that never has data, so that nothing is loaded for that reason. */
function loadingSdk(): FakeSdk {
  const sdk = new FakeSdk([]);
  sdk.userId = undefined;
  return sdk;
}

const loadsOf = (parts: readonly Part[]): readonly number[] => parts.map(({loads}) => loads.length);

async function show(host: Host, part: Part): Promise<void> {
  host.shown = part;
  host.requestUpdate();
  await host.updateComplete;
}

describe('elements that come when they are wanted', () => {
  for (const type of ['pointerover', 'touchstart', 'focusin']) {
    it(`come at ${type}, one after the other`, async () => {
      const parts = [new Part(), new Part()];
      const host = await mount(parts);
      expect(loadsOf(parts)).to.deep.equal([0, 0]);
      host.dispatchEvent(new Event(type));
      host.dispatchEvent(new Event(type));
      await turn();
      expect(loadsOf(parts)).to.deep.equal([1, 0]);
      parts[0]!.arrive();
      await until(() => parts[1]!.loads.length === 1);
    });
  }

  it('come when the browser is idle after the data is there', async () => {
    const parts = [new Part()];
    await mount(parts, new FakeSdk([{type: 'slack', name: 'Slack'}]));
    await until(() => parts[0]!.loads.length === 1);
  });

  it('go on with the next when one did not come', async () => {
    const parts = [new Part(), new Part()];
    const host = await mount(parts);
    host.dispatchEvent(new Event('pointerover'));
    await turn();
    parts[0]!.loads[0]!.reject(new TypeError('Failed to fetch'));
    await until(() => parts[1]!.loads.length === 1);
  });

  it('are shown at once when they are there', async () => {
    const part = new Part();
    const host = await mount([part]);
    host.dispatchEvent(new Event('pointerover'));
    await turn();
    part.arrive();
    await show(host, part);
    expect(seen(host)).to.equal('content');
  });

  it('say that they are on their way, and are shown when they come', async () => {
    const part = new Part();
    const host = await mount([part]);
    await show(host, part);
    expect(seen(host)).to.equal('waiting');
    host.requestUpdate();
    await host.updateComplete;
    expect(loadsOf([part])).to.deep.equal([1]);
    part.arrive();
    await until(() => seen(host) === 'content');
  });

  it('say that they did not come, and try again when asked to', async () => {
    const part = new Part();
    const host = await mount([part]);
    await show(host, part);
    part.loads[0]!.reject(new TypeError('Failed to fetch'));
    await until(() => seen(host).includes('could not be reached'));
    host.shadowRoot!.querySelector('button')!.click();
    await until(() => seen(host) === 'waiting');
    part.arrive();
    await until(() => seen(host) === 'content');
  });

  it('count code that registers nothing as code that did not come', async () => {
    const part = new Part();
    const host = await mount([part]);
    await show(host, part);
    part.loads[0]!.resolve(undefined);
    await until(() => seen(host).includes('could not be reached'));
  });
});
