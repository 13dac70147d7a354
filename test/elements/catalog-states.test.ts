import '../support/mistakes.js';
import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {PgError} from '../../src/core/errors.js';
import {sessionOf} from '../../src/core/compose.js';
import type {PgCatalog} from '../../src/elements/catalog/catalog.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {deferred} from '../support/deferred.js';
import {CatalogPage, mount, mountSigningIn, seven, until} from './catalog-fixture.js';
import {stilled} from '../support/stilled.js';

// Only Chromium changes media features at run time; elsewhere the colour scheme is set by style.
const isChromium = navigator.userAgent.includes('HeadlessChrome/');

async function expectAccessible(page: CatalogPage): Promise<void> {
  const {style} = document.documentElement;
  try {
    for (const [scheme, background] of [
      ['light', '#ffffff'],
      ['dark', '#0f1115'],
    ] as const) {
      style.colorScheme = scheme;
      page.element.style.background = background;
      await stilled();
      await expect(page.element).to.be.accessible();
    }
  } finally {
    style.colorScheme = '';
    page.element.style.background = '';
  }
}

/** A catalog outside of any portal, with the developer's warning taken off the console. */
async function mountAlone(): Promise<{readonly page: CatalogPage; readonly warnings: number}> {
  const {warn} = console;
  let warnings = 0;
  console.warn = () => {
    warnings += 1;
  };
  try {
    const element = await fixture<PgCatalog>(html`<pg-catalog></pg-catalog>`);
    await until(() => element.hasNoProvider);
    await element.updateComplete;
    return {page: new CatalogPage(element, new FakeSdk()), warnings};
  } finally {
    console.warn = warn;
  }
}

describe('pg-catalog states', () => {
  it('shows stand-ins of the cards’ size while loading', async () => {
    const signedIn = deferred<undefined>();
    const page = await mountSigningIn(async () => {
      await signedIn.promise;
    });
    expect(page.states).to.deep.equal(['loading']);
    expect(page.part('base')!.getAttribute('aria-busy')).to.equal('true');
    // Where bars of the page take room, the cards may need none though the stand-ins did.
    const {style} = document.documentElement;
    style.setProperty('scrollbar-gutter', 'stable');
    const first = page.part('skeleton')!.firstElementChild!.getBoundingClientRect();
    await expectAccessible(page);
    signedIn.resolve(undefined);
    await until(() => page.cards.length > 0);
    expect(page.states).to.deep.equal(['ready']);
    const card = page.part('card')!.getBoundingClientRect();
    style.removeProperty('scrollbar-gutter');
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(card[side], side).to.be.closeTo(first[side], 1);
    }
  });

  it('has no more stand-ins than cards that may come', async () => {
    const signedIn = deferred<undefined>();
    const page = await mountSigningIn(async () => {
      await signedIn.promise;
    });
    page.element.include = 'slack crm';
    await page.element.updateComplete;
    expect(page.part('skeleton')!.children).to.have.length(2);
    signedIn.resolve(undefined);
  });

  it('keeps what is typed while loading', async () => {
    const signedIn = deferred<undefined>();
    const page = await mountSigningIn(async () => {
      await signedIn.promise;
    });
    await page.type('slack');
    signedIn.resolve(undefined);
    await until(() => page.cards.length > 0);
    expect([page.search.value, page.names]).to.deep.equal(['slack', ['Slack']]);
  });

  it('is accessible with cards, groups and a filter', async () => {
    const page = await mount(seven, {groups: [{label: 'Team', integrations: ['slack']}]});
    await expectAccessible(page);
    page.element.layout = 'list';
    page.element.status = 'attention';
    await page.element.updateComplete;
    await expectAccessible(page);
  });

  it('is accessible in forced colours', async () => {
    if (!isChromium) return;
    await emulateMedia({forcedColors: 'active'});
    await stilled();
    await expect((await mount()).element).to.be.accessible();
    await emulateMedia({forcedColors: 'none'});
  });

  it('says when there are no integrations, in words that a host can replace', async () => {
    const page = await mount(seven, {include: 'something else'});
    expect(page.states).to.deep.equal(['empty']);
    expect(page.root.textContent).to.contain('No integrations yet');
    expect(page.part('search')).to.be.null;
    await expectAccessible(page);
    const note = document.createElement('p');
    note.slot = 'empty';
    page.element.append(note);
    expect(page.root.querySelector<HTMLSlotElement>('slot[name="empty"]')!.assignedElements())
      .to //
      .deep.equal([note]);
  });

  it('offers a way out where nothing matches', async () => {
    const page = await mount();
    await page.type('nothing like it');
    expect(page.states).to.deep.equal(['no-results']);
    expect(page.root.textContent).to.contain('Nothing matches “nothing like it”');
    await expectAccessible(page);
    page.part('show-all')!.click();
    await page.element.updateComplete;
    await page.element.updateComplete;
    expect([page.element.query, page.names.length]).to.deep.equal(['', 7]);
    expect(page.root.activeElement).to.equal(page.search);
  });

  it('offers all integrations where a status has none', async () => {
    const page = await mount(seven.slice(3), {status: 'connected'});
    expect(page.part('show-all')!.textContent.trim()).to.equal('Show all integrations');
    page.part('show-all')!.click();
    await page.element.updateComplete;
    expect(page.names.length).to.equal(4);
  });

  it('says what failed and tries again, keeping focus', async () => {
    let attempts = 0;
    const second = deferred<undefined>();
    const page = await mountSigningIn(async () => {
      attempts += 1;
      if (attempts === 1) throw new PgError('network', 'Offline');
      await second.promise;
    });
    await until(() => page.part('retry') !== null);
    // The reason comes with code of its own.
    await page.element.updateComplete;
    expect(page.states).to.deep.equal(['error']);
    expect(page.root.querySelector('[part="error"] [role="alert"]')!.textContent).to.contain(
      'The service could not be reached',
    );
    await expectAccessible(page);
    page.part('retry')!.focus();
    page.part('retry')!.click();
    await page.element.updateComplete;
    expect(page.part('retry')!.getAttribute('aria-busy')).to.equal('true');
    second.resolve(undefined);
    await until(() => page.cards.length > 0);
    await until(() => page.root.activeElement === page.search);
    expect([attempts, page.part('retry')]).to.deep.equal([2, null]);
  });

  it('keeps the cards when a refresh fails, and says so', async () => {
    const page = await mount();
    page.sdk.answer('bootstrapSDKState', () => Promise.reject(new TypeError('Failed to fetch')));
    await sessionOf(page.sdk)
      .refresh()
      .catch(() => undefined);
    await page.element.updateComplete;
    expect(page.names.length).to.equal(7);
    expect(page.root.querySelector('[role="alert"] p')).to.exist;
    await expectAccessible(page);
  });

  it('says when nobody is signed in', async () => {
    const page = await mountSigningIn(() =>
      Promise.reject(new PgError('token-expired', 'The token has expired.')),
    );
    await until(() => page.states.includes('signed-out'));
    await page.element.updateComplete;
    expect(page.root.textContent).to.contain('You are signed out');
    expect(page.root.querySelector('[role="alert"] p')).to.be.null;
    expect(page.part('retry')).to.exist;
    await expectAccessible(page);
  });

  it('forgets the cards of a user who signs out', async () => {
    const page = await mount();
    page.sdk.signOut();
    await page.element.updateComplete;
    expect([page.states, page.cards.length]).to.deep.equal([['signed-out'], 0]);
  });

  it('shows an empty state outside of a portal, and warns the developer', async () => {
    const {page, warnings} = await mountAlone();
    expect(page.states).to.deep.equal(['empty']);
    expect(page.root.textContent).to.contain('not connected to a project');
    expect(warnings).to.be.at.most(1);
    await expectAccessible(page);
  });

  it('speaks the language around it', async () => {
    const {registerTranslation} = await import('../../src/i18n/translations.js');
    registerTranslation('de', {
      catalog: {search: 'Integrationen suchen'},
      common: {statusConnected: 'Verbunden'},
    });
    const page = await mount();
    page.element.lang = 'de';
    await until(() => page.search.placeholder === 'Integrationen suchen');
    expect(page.accessibleName(page.card('Slack'))).to.equal('Slack Verbunden');
  });
});
