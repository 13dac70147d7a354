import './mistakes.js';
import {expect, fixture, html} from '@open-wc/testing';
import {PgError} from '../../src/core/errors.js';
import type {ConnectSdk} from '../../src/core/sdk.js';
import {ConnectSession, sessionOf} from '../../src/core/compose.js';
import {
  button,
  deep,
  expectAccessible,
  hear,
  seen,
  turn,
  typesOf,
  until,
  withoutWarnings,
} from '../elements/session-fixture.js';
import {deferred} from './deferred.js';
import {FakeSdk, type FakeIntegration} from './fake-sdk.js';
import {leftovers} from './leftovers.js';
import {documentedParts, partsOf} from './parts.js';
import {translate} from './translate.js';

/** What every element of the kit that shows a session has. */
type KitElement = HTMLElement & {
  sdk: ConnectSdk | undefined;
  readonly updateComplete: Promise<boolean>;
};

/** An element of the kit to put through the suite. */
export interface ElementCase {
  readonly tag: 'pg-account-list' | 'pg-install-flow' | 'pg-integration' | 'pg-portal';
  readonly attributes: Readonly<Record<string, string>>;
  /** What the SDK knows; a new SDK for every test. */
  readonly integrations: readonly FakeIntegration[];
  /** Words that are there once the element shows its content. */
  readonly shows: string;
  /** Words that are there instead where the integration has an account, if they are others. */
  readonly showsConnected?: string;
  /** Whether it finds a session by itself, and says in its own place what is wrong with that. */
  readonly followsSession: boolean;
  /** Whether it is about one integration. */
  readonly hasIntegration: boolean;
  /** Puts the element into a state that a move must not lose. */
  readonly use?: (element: HTMLElement) => Promise<void>;
  /** Further ways to look, so that every documented part has been there once. */
  readonly looks: readonly (() => Promise<HTMLElement>)[];
}

const WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(3);

/** The same integrations, each string that people see one endless word. */
function endless(integrations: readonly FakeIntegration[]): readonly FakeIntegration[] {
  return integrations.map((integration) => ({
    ...integration,
    name: WORD,
    config: {...integration.config, shortDescription: WORD, longDescription: WORD},
    accounts:
      integration.accounts?.map((account) => ({
        ...account,
        providerData: {email: `${WORD}@example.com`, workspaceName: WORD},
      })) ?? [],
  }));
}

/** Every order of some things. */
function orders<T>(things: readonly T[]): readonly (readonly T[])[] {
  if (things.length < 2) return [things];
  return things.flatMap((first) =>
    orders(things.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  );
}

/** The behaviour that hosts can count on from every element of the kit. */
export function testElement(test: ElementCase): void {
  const {tag, attributes, integrations, shows} = test;
  const box = (): Promise<HTMLElement> => fixture<HTMLElement>(html`<div></div>`);
  const make = (): KitElement => {
    const element = document.createElement(tag) as unknown as KitElement;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const mount = async (sdk: ConnectSdk = new FakeSdk(integrations)): Promise<KitElement> => {
    const element = make();
    element.sdk = sdk;
    (await box()).append(element);
    await element.updateComplete;
    return element;
  };
  const ready = (element: HTMLElement, words = shows): Promise<void> =>
    until(() => seen(element).includes(words));
  const mountSession = async (session: ConnectSession): Promise<KitElement> => {
    const element = make();
    Object.assign(element, {session});
    (await box()).append(element);
    await element.updateComplete;
    return element;
  };

  describe(`<${tag}> as an element of the kit`, () => {
    it('keeps what was set before it was upgraded', async () => {
      const Upgraded = class extends customElements.get(tag)! {};
      const late = document.createElement(`late-${tag}`);
      Object.assign(late, {sdk: new FakeSdk(integrations)});
      for (const [name, value] of Object.entries(attributes)) late.setAttribute(name, value);
      (await box()).append(late);
      customElements.define(`late-${tag}`, Upgraded);
      await ready(late);
    });

    it('takes its attributes, its SDK and its place in any order', async () => {
      const steps = [...Object.keys(attributes), 'sdk', 'place'];
      for (const order of orders(steps)) {
        const parent = await box();
        const element = document.createElement(tag) as unknown as KitElement;
        for (const step of order) {
          if (step === 'sdk') element.sdk = new FakeSdk(integrations);
          else if (step === 'place') parent.append(element);
          else element.setAttribute(step, attributes[step] ?? '');
          await Promise.resolve();
        }
        await ready(element);
        parent.remove();
      }
    });

    it('keeps its state when it is moved, and loads nothing twice', async () => {
      const sdk = new FakeSdk(integrations);
      const element = await mount(sdk);
      await ready(element);
      await test.use?.(element);
      const before = [...deep(element.shadowRoot!)].length;
      const words = seen(element);
      const calls = sdk.calls.length;
      let reads = 0;
      for (const name of ['getUser', 'subscribe', 'unsubscribe'] as const) {
        const original = sdk[name].bind(sdk) as (...values: unknown[]) => never;
        Object.assign(sdk, {
          [name]: (...values: unknown[]): unknown => {
            reads += 1;
            return original(...values);
          },
        });
      }
      const heard = hear(document);
      const other = await box();
      other.append(element);
      await element.updateComplete;
      await turn();
      expect(seen(element)).to.equal(words);
      expect([...deep(element.shadowRoot!)].length).to.equal(before);
      expect([reads, sdk.calls.length - calls, typesOf(heard)]).to.deep.equal([0, 0, []]);
    });

    it('shows its content again after it was away for a while', async () => {
      const sdk = new FakeSdk(integrations);
      const element = await mount(sdk);
      await ready(element);
      const parent = element.parentElement!;
      element.remove();
      await turn();
      expect(sdk.listenerCount).to.equal(0);
      parent.append(element);
      await ready(element);
      expect(sdk.listenerCount).to.equal(2);
    });

    it('leaves no listener, no timer and no subscription behind', async () => {
      const sdk = new FakeSdk(integrations);
      const left = await leftovers(async () => {
        const element = await mount(sdk);
        await ready(element);
        await test.use?.(element);
        element.remove();
        await turn();
      });
      expect([left, sdk.listenerCount]).to.deep.equal([[], 0]);
    });

    it('has no barrier in light and in dark', async () => {
      const element = await mount();
      await ready(element);
      await expectAccessible(element);
      await test.use?.(element);
      await expectAccessible(element);
    });

    it('keeps endless words inside 320 px, from right to left as well', async () => {
      for (const dir of ['ltr', 'rtl']) {
        const parent = await fixture<HTMLElement>(html`<div dir=${dir}></div>`);
        parent.style.setProperty('inline-size', '320px');
        parent.style.setProperty('overflow', 'auto');
        const element = make();
        element.sdk = new FakeSdk(endless(integrations));
        parent.append(element);
        await until(() => seen(element).includes('Donau'));
        await turn();
        expect(parent.scrollWidth, dir).to.be.at.most(320);
      }
    });

    it('has every part that its documentation names', async () => {
      const found = new Set<string>();
      const usual = async (): Promise<HTMLElement> => {
        const element = await mount();
        await ready(element);
        return element;
      };
      for (const look of [usual, ...test.looks]) {
        const element = await look();
        await turn();
        for (const part of partsOf(element)) found.add(part);
      }
      const promised = await documentedParts(tag);
      expect(promised).not.to.be.empty;
      expect(promised.filter((part) => !found.has(part))).to.deep.equal([]);
    });

    it('stays true in a page that the browser translates', async () => {
      const sdk = new FakeSdk(integrations);
      const element = await mount(sdk);
      await ready(element);
      translate(element);
      expect(seen(element)).to.contain('«');
      const [first] = integrations;
      const type = attributes['integration'] ?? first!.type;
      for (const email of ['eve@example.com', 'zoe@example.com']) {
        sdk.addAccount(type, {providerData: {email}});
        await turn();
        const fresh = await mount(sdk);
        await ready(fresh, test.showsConnected);
        translate(element);
        translate(fresh);
        expect(seen(element)).to.equal(seen(fresh));
        fresh.remove();
      }
    });

    if (!test.followsSession) return;

    it('tells a developer once that there is no portal, and people as well', async () => {
      const parent = await box();
      const heard = hear(parent);
      const element = make();
      const warnings = await withoutWarnings(async () => {
        parent.append(element);
        await until(() => heard.length > 0);
        await element.updateComplete;
        parent.append(make());
        await until(() => heard.length > 1);
      });
      expect(warnings.length).to.be.at.most(1);
      expect(heard.map(({detail}) => detail['code'])).to.deep.equal([
        'provider-missing',
        'provider-missing',
      ]);
      expect(Object.isFrozen(heard[0]?.detail)).to.be.true;
      expect(seen(element)).to.contain('not connected to a project');
      await expectAccessible(element);
    });

    it('shows its content once the session that was missing comes', async () => {
      const parent = await box();
      const heard = hear(parent);
      const element = make();
      await withoutWarnings(async () => {
        parent.append(element);
        await until(() => heard.length > 0);
      });
      element.sdk = new FakeSdk(integrations);
      await ready(element);
      expect(seen(element)).not.to.contain('not connected');
    });

    it('shows stand-ins while the session is being opened, then its content', async () => {
      const opened = deferred<undefined>();
      const element = await mountSession(
        new ConnectSession(new FakeSdk(integrations), {
          signIn: async () => {
            await opened.promise;
          },
        }),
      );
      expect([...deep(element.shadowRoot!)].some((one) => one.matches('.skeleton'))).to.be.true;
      expect(seen(element)).not.to.contain(shows);
      await expectAccessible(element);
      opened.resolve(undefined);
      await ready(element);
    });

    it('says what failed, in an alert, and tries again', async () => {
      let attempts = 0;
      const element = await mountSession(
        new ConnectSession(new FakeSdk(integrations), {
          signIn: () => {
            attempts += 1;
            return attempts === 1
              ? Promise.reject(new PgError('network', 'Failed to fetch'))
              : Promise.resolve();
          },
        }),
      );
      await until(() => seen(element).includes('The service could not be reached'));
      await expectAccessible(element);
      button(element, 'Try again').click();
      await ready(element);
      expect(attempts).to.equal(2);
    });

    it('says that nobody is signed in, and forgets what was shown', async () => {
      const sdk = new FakeSdk(integrations);
      const element = await mount(sdk);
      await ready(element);
      sdk.signOut();
      await until(() => seen(element).includes('You are signed out'));
      expect(seen(element)).not.to.contain(shows);
      await expectAccessible(element);
    });

    it('shows another SDK as soon as it is given one', async () => {
      const first = new FakeSdk();
      const element = await mount(first);
      await turn();
      element.sdk = new FakeSdk(integrations);
      await ready(element);
      expect(first.listenerCount).to.equal(0);
    });

    it('prefers its own session to that of the portal around it', async () => {
      await import('../../src/elements/portal/pg-portal.js');
      const outer = new FakeSdk();
      const portal = await fixture<HTMLElement>(html`<pg-portal .sdk=${outer}></pg-portal>`);
      const element = make();
      Object.assign(element, {session: sessionOf(new FakeSdk(integrations))});
      portal.append(element);
      await ready(element);
    });

    if (!test.hasIntegration) return;

    it('tells once that its integration does not exist, and says so', async () => {
      const parent = await box();
      const heard = hear(parent);
      const element = make();
      const sdk = new FakeSdk(integrations);
      element.setAttribute('integration', 'nowhere');
      element.sdk = sdk;
      parent.append(element);
      await until(() => seen(element).includes('This integration does not exist'));
      sdk.addIntegration({type: 'elsewhere'});
      sdk.fire('onIntegrationInstall');
      await turn();
      expect(heard.map(({type, detail}) => `${type} ${String(detail['code'])}`)).to.deep.equal([
        'pg-error integration-unknown',
      ]);
      await expectAccessible(element);
    });

    it('shows its content once its integration is one that exists', async () => {
      const element = make();
      element.setAttribute('integration', 'nowhere');
      element.sdk = new FakeSdk(integrations);
      (await box()).append(element);
      await until(() => seen(element).includes('does not exist'));
      element.setAttribute('integration', attributes['integration'] ?? integrations[0]!.type);
      await ready(element);
    });
  });
}
