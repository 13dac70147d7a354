import type {Integration, IntegrationStatus} from '../../core/session/snapshot.js';
import type {ConnectSession} from '../../core/compose.js';
import type {catalog} from '../../i18n/en/catalog.js';
import type {common as commonWords} from '../../i18n/en/common.js';
import type {Localizer} from '../../i18n/localize.js';
import {paintLogo} from '../../ui/icon-image/paint-logo.js';
import {plainText, shownName} from '../../ui/safe.js';
import {accountName} from '../../ui/account-name.js';

/** Longest description that is shown (UTF-16 units); a card has room for some 80. */
const MAX_DESCRIPTION = 300;

/** What the button in the corner of a card does, by the status of its integration. */
export const ACTIONS = {
  available: 'connect',
  pending: 'connect',
  attention: 'reconnect',
  connected: 'manage',
} as const satisfies Record<IntegrationStatus, keyof typeof catalog>;

/** What is to be told of accounts that have no name. */
const NOTES = {
  available: '',
  pending: 'unfinished',
  attention: 'signInAgain',
  connected: 'connected',
} as const satisfies Record<IntegrationStatus, keyof typeof catalog | ''>;

/** All that a card shows. */
export interface CardContent {
  readonly name: string;
  /** Unchecked. */
  readonly icon: string;
  /** Unchecked. */
  readonly brandColor: string;
  readonly status: IntegrationStatus;
  readonly description: string;
  /** What is to be told about the accounts; '' where there are none. */
  readonly note: string;
  /** Whether the note says more than the status. */
  readonly saysMore: boolean;
  readonly action: string;
}

/** What the card of an integration says. Descriptions are read here, so only for cards that are rendered. */
export function contentOf(
  integration: Integration,
  session: ConnectSession | undefined,
  words: Localizer<typeof catalog>,
  common: Localizer<typeof commonWords>,
): CardContent {
  const {type, icon, brandColor, accounts} = integration;
  const texts = session?.texts(type);
  // Settings are read here, so only for cards that are rendered.
  const isIncomplete = accounts.some((account) => session?.missingSettings(account)[0]);
  const status =
    integration.status === 'connected' && isIncomplete ? 'pending' : integration.status;
  const account = status === 'connected' ? accountOf(integration, words, common) : '';
  return {
    name: shownName(integration.name, type),
    icon,
    brandColor,
    status,
    description: plainText(texts?.shortDescription, MAX_DESCRIPTION).trim(),
    note: account || (NOTES[status] && words.term(NOTES[status])),
    saysMore: account !== '',
    action: words.term(status === 'pending' ? 'finish' : ACTIONS[status]),
  };
}

/** The account by its name where there is one, else how many there are if there are several. */
function accountOf(
  {accounts}: Integration,
  words: Localizer<typeof catalog>,
  common: Localizer<typeof commonWords>,
): string {
  const [first, second] = accounts;
  if (second) return words.term('accounts', accounts.length);
  // An id tells nobody whose it is.
  return first?.isNamed ? accountName(first, common) : '';
}

let serial = 0;
let blank: HTMLLIElement | undefined;

/**
 * A card in the document: a list item of 12 nodes, text and all. Plain nodes, not a template: a card is the one thing of a catalog that
 * is there many times, and Lit's markers and bookkeeping doubled both its nodes and the time to make it.
 *
 * Its first button reaches over the whole card and is named by name and status; it holds the name alone, so that the name is all of its
 * text (WCAG 2.5.3). The words for a status are said once for all cards, by `statusWords`.
 */
export class Card {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly action: HTMLButtonElement;
  readonly #logo: HTMLElement;
  readonly #description: HTMLElement;
  readonly #note: HTMLElement;
  readonly #id = `c${serial++}`;
  #content: CardContent | undefined;

  constructor() {
    this.item = (blank ??= newBlank()).cloneNode(true) as HTMLLIElement;
    const [logo, button, description, note, action] = this.item.children as unknown as [
      HTMLElement,
      HTMLButtonElement,
      HTMLElement,
      HTMLElement,
      HTMLButtonElement,
    ];
    this.button = button;
    this.action = action;
    this.#logo = logo;
    this.#description = description;
    this.#note = note;
    const id = this.#id;
    button.firstElementChild?.setAttribute('id', `${id}n`);
    description.id = `${id}d`;
    note.id = `${id}s`;
    action.id = `${id}a`;
    action.setAttribute('aria-labelledby', `${id}a ${id}n`);
  }

  /** Shows what is another than before. */
  show(content: CardContent): void {
    const before = this.#content;
    this.#content = content;
    const {name, icon, brandColor, status, description, note, saysMore, action} = content;
    if (name !== before?.name) setText(this.button.firstElementChild, name);
    // An `<img>` shows its old picture until the new one has come: a card that becomes another one gets a new one.
    if (icon !== before?.icon) this.#logo.replaceChildren();
    if (name !== before?.name || icon !== before.icon || brandColor !== before.brandColor) {
      paintLogo(this.#logo, {name, source: icon, colour: brandColor});
    }
    if (description !== before?.description) fill(this.#description, description);
    if (note !== before?.note) fill(this.#note, note);
    if (action !== before?.action) setText(this.action, action);
    if (status !== before?.status) {
      this.item.className = `card ${status}`;
      this.button.setAttribute('aria-labelledby', `${this.#id}n status-${status}`);
    }
    const described = [
      ...(saysMore ? [this.#note.id] : []),
      ...(description === '' ? [] : [this.#description.id]),
    ].join(' ');
    if (described === '') this.button.removeAttribute('aria-describedby');
    else if (described !== this.button.getAttribute('aria-describedby')) {
      this.button.setAttribute('aria-describedby', described);
    }
  }
}

function newBlank(): HTMLLIElement {
  const item = newElement('li', 'card', 'card');
  const logo = newElement('span', 'logo', 'logo');
  logo.ariaHidden = 'true';
  const button = newButton('button', 'choose');
  button.append(newElement('span', 'name', 'name'));
  item.append(
    logo,
    button,
    newElement('p', 'description', 'description'),
    newElement('span', 'status', 'status'),
    newButton('action', 'action'),
  );
  return item;
}

function newButton(part: string, name: string): HTMLButtonElement {
  const button = newElement('button', part, name);
  button.type = 'button';
  button.tabIndex = -1;
  return button;
}

function newElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  part: string,
  name: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.setAttribute('part', part);
  element.className = name;
  return element;
}

/** Takes what has nothing to say out of the card. */
function fill(element: HTMLElement, text: string): void {
  setText(element, text);
  element.hidden = text === '';
}

/** Keeps the text node: the card's button has another element inside, and a selection or a match may be in it. */
function setText(element: Element | null, text: string): void {
  const {firstChild} = element ?? {};
  if (firstChild) firstChild.nodeValue = text;
  else element?.append(text);
}
