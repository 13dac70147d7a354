import {expect, fixture, html} from '@open-wc/testing';
import {ConnectSession, sessionOf} from '../../src/core/compose.js';
import type {PgCatalog} from '../../src/elements/catalog/catalog.js';
import '../../src/elements/catalog/pg-catalog.js';
import {FakeSdk, type FakeIntegration} from '../support/fake-sdk.js';

/** Seven integrations with one of each status. */
export const seven: readonly FakeIntegration[] = [
  {type: 'slack', name: 'Slack', accounts: [{}], config: {shortDescription: 'Post messages'}},
  {type: 'salesforce', name: 'Salesforce', accounts: [{status: 'INVALID'}]},
  {type: 'notion', name: 'Notion', accounts: [{status: 'PENDING'}]},
  {type: 'googledrive', name: 'Google Drive'},
  {type: 'googlecalendar', name: 'Google Calendar'},
  {type: 'malaga', name: 'Málaga Ærø', brandColor: '#db2777'},
  {type: 'jira', name: 'Jira'},
];

export const manyIntegrations = (count: number): readonly FakeIntegration[] =>
  Array.from({length: count}, (_, index) => ({
    type: `type-${index}`,
    name: `Integration ${String(index).padStart(5, '0')}`,
  }));

/** A catalog on a page, seen as people and assistive technology see it. */
export class CatalogPage {
  readonly element: PgCatalog;
  readonly sdk: FakeSdk;
  /** Types of the cards that were chosen. */
  readonly selected: string[] = [];

  constructor(element: PgCatalog, sdk: FakeSdk) {
    this.element = element;
    this.sdk = sdk;
    element.addEventListener('pg-select', ({detail}) => this.selected.push(detail.integration));
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get search(): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>('input[type="search"]')!;
  }

  get cards(): readonly HTMLButtonElement[] {
    return [...this.root.querySelectorAll<HTMLButtonElement>('[part="button"]')];
  }

  /** Names of the cards, in their order on the page. */
  get names(): readonly string[] {
    return this.cards.map(({textContent}) => textContent.trim());
  }

  get filters(): readonly string[] {
    return [...this.root.querySelectorAll('[part="filter"]')].map((label) =>
      label.textContent.replace(/\s+/g, ' ').trim(),
    );
  }

  get focused(): string | undefined {
    const {activeElement} = this.root;
    return activeElement?.getAttribute('part') === 'button'
      ? activeElement.textContent.trim()
      : undefined;
  }

  get states(): readonly string[] {
    const known = ['loading', 'ready', 'empty', 'no-results', 'error', 'signed-out'];
    return known.filter((state) => this.element.matches(`:state(${state})`));
  }

  card(name: string): HTMLButtonElement {
    const card = this.cards[this.names.indexOf(name)];
    expect(card, `card ${name}`).to.exist;
    return card!;
  }

  /** What a screen reader calls a card. */
  accessibleName(card: Element): string {
    return this.#textOf(card, 'aria-labelledby');
  }

  description(card: Element): string {
    return this.#textOf(card, 'aria-describedby');
  }

  part(name: string): HTMLElement | null {
    return this.root.querySelector(`[part="${name}"]`);
  }

  async filter(label: string): Promise<void> {
    const filters = [...this.root.querySelectorAll<HTMLElement>('[part="filter"]')];
    filters.find((filter) => filter.textContent.includes(label))!.click();
    await this.element.updateComplete;
  }

  async type(query: string): Promise<void> {
    this.search.value = query;
    this.search.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    await this.element.updateComplete;
  }

  #textOf(card: Element, attribute: string): string {
    return (card.getAttribute(attribute) ?? '')
      .split(' ')
      .map((id) => (id && this.root.getElementById(id)?.textContent.trim()) || '')
      .join(' ')
      .trim();
  }
}

export async function mount(
  integrations: readonly FakeIntegration[] = seven,
  properties: Partial<PgCatalog> = {},
): Promise<CatalogPage> {
  const sdk = new FakeSdk(integrations);
  // In the order of names, unless a test is about the order.
  const element = await fixture<PgCatalog>(
    html`<pg-catalog sort="name" .session=${sessionOf(sdk)}></pg-catalog>`,
  );
  Object.assign(element, properties);
  await element.updateComplete;
  return new CatalogPage(element, sdk);
}

/** A catalog whose session signs in as the test says. */
export async function mountSigningIn(signIn: () => Promise<void>): Promise<CatalogPage> {
  const sdk = new FakeSdk(seven);
  const session = new ConnectSession(sdk, {signIn});
  const element = await fixture<PgCatalog>(html`<pg-catalog .session=${session}></pg-catalog>`);
  return new CatalogPage(element, sdk);
}

/** Resolves once `condition` holds; looks once a frame. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise(requestAnimationFrame);
}
