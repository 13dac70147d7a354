import {expect} from '@open-wc/testing';
import {resetMouse} from '@web/test-runner-commands';
import fc from 'fast-check';
import type {FakeIntegration} from '../support/fake-sdk.js';
import {CatalogPage, mount} from './catalog-fixture.js';
import {propertyRuns} from '../support/property-runs.js';

const WORDS = ['amber', 'birch', 'coral', 'dune', 'ember'] as const;
const STATUSES = ['VALID', 'INVALID', 'PENDING'] as const;

/** 300 cards of which no two look the same; some have no logo, no description, an account. */
const integrations: readonly FakeIntegration[] = Array.from({length: 300}, (_, index) => ({
  type: `type-${index}`,
  name: `${WORDS[index % WORDS.length] ?? ''} ${index}`,
  icon: index % 3 ? pictureOf(index) : '',
  accounts: index % 4 ? [] : [{status: STATUSES[index % STATUSES.length] ?? 'VALID'}],
  config: {shortDescription: index % 5 ? `About ${index}` : ''},
}));

function pictureOf(index: number): string {
  return `data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=#${index}`;
}

/** The integration whose name a card bears. */
function integrationOf(card: Element): FakeIntegration {
  return integrations.find(({name}) => name === card.textContent.trim())!;
}

/** What a card says and does, by the integration whose name it bears. */
function expectWhole(page: CatalogPage): void {
  for (const card of page.cards) {
    const shown = integrationOf(card);
    const item = card.closest('li')!;
    const index = Number(shown.type.slice('type-'.length));
    expect(page.description(card)).to.equal(shown.config?.shortDescription);
    expect(item.querySelector('img')?.getAttribute('src')).to.equal(shown.icon || undefined);
    expect(page.accessibleName(card)).to.match(
      index % 4 ? /Not connected$/ : /(Connected|Needs attention|Setup not finished)$/,
    );
  }
  const stops = page.cards.filter(({tabIndex}) => tabIndex === 0);
  expect(stops.length).to.equal(Math.min(1, page.cards.length));
}

describe('pg-catalog, whose cards become others', () => {
  afterEach(async () => {
    window.scrollTo(0, 0);
    await resetMouse();
  });

  it('shows and does what the integration of each card says, whatever was shown before', async () => {
    const step = fc.oneof(
      fc.constantFrom('', 'a', 'am', 'ember', '1', '12', 'nothing').map((query) => ({query})),
      fc.integer({min: 0, max: 20_000}).map((top) => ({top})),
      fc.nat(20).map((choose) => ({choose})),
      fc.tuple(fc.nat(5), fc.boolean()).map(([focus, stay]) => ({focus, stay})),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 6}), async (steps) => {
        const page = await mount(integrations);
        for (const one of steps) {
          if ('query' in one) await page.type(one.query);
          else if ('focus' in one) {
            page.cards[one.focus]?.focus();
            if (!one.stay) page.search.focus();
          } else if ('choose' in one) {
            const card = page.cards[one.choose];
            card?.click();
            expect(page.selected.pop()).to.equal(card && integrationOf(card).type);
          } else {
            window.scrollTo(0, one.top);
            await new Promise(requestAnimationFrame);
          }
          expectWhole(page);
        }
        page.element.remove();
      }),
      propertyRuns(20),
    );
  });

  it('does not turn the card under focus into another', async () => {
    const page = await mount(integrations);
    const card = page.card('amber 0');
    card.focus();
    await page.type('birch');
    expect(card.isConnected).to.be.false;
    expect(page.focused).to.equal('birch 1');
  });

  it('leaves the focus on a card that stays, wherever the page goes', async () => {
    const page = await mount(integrations);
    page.card('amber 100').focus();
    for (const top of [20_000, 500, 9_000, 0]) {
      window.scrollTo(0, top);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(page.focused, `at ${top}`).to.equal('amber 100');
    }
    await page.type('amber');
    expect(page.focused).to.equal('amber 100');
  });

  it('takes over cards that nobody wants any more, but not their logos', async () => {
    const page = await mount(integrations);
    const cards = new Set(page.cards);
    const logos = [...page.root.querySelectorAll('img')].map((logo) => [logo, logo.src] as const);
    await page.type('dune');
    expect(page.cards.filter((card) => cards.has(card))).to.not.be.empty;
    for (const [logo, source] of logos) if (logo.isConnected) expect(logo.src).to.equal(source);
  });
});
