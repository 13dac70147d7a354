import {button, copyFrom, el} from '../dom.js';
import {detailOf, EVENT_NAMES, sentence} from './event-words.js';

const CAPACITY = 200;

interface Entry {
  readonly time: string;
  readonly name: string;
  /** Tag of the element that fired it. */
  readonly source: string;
  readonly words: string;
  readonly detail: string;
  readonly isCancelled: boolean;
}

/** Shows every event of the kit on this page, newest first. Not a live region: it would talk over the elements themselves. */
export function eventLog(section: HTMLElement): void {
  let entries: Entry[] = [];
  const rows = el('ol', {class: 'log-rows', reversed: true});
  const empty = el(
    'p',
    {class: 'log-empty'},
    'Nothing yet. Every pg-* event of this page appears here, with its detail.',
  );
  const count = el('span', {class: 'log-count'});
  const copy = button('Copy', () => void copyFrom(copy, entries.map(asLine).join('\n')), {
    class: 'button small',
  });
  const clear = button(
    'Clear',
    () => {
      entries = [];
      rows.replaceChildren();
      update();
    },
    {class: 'button small'},
  );

  const update = (): void => {
    const {length} = entries;
    empty.hidden = length > 0;
    rows.hidden = length === 0;
    count.textContent = length === 0 ? '' : String(length);
    copy.disabled = clear.disabled = length === 0;
  };

  const add = (entry: Entry): void => {
    entries = [entry, ...entries].slice(0, CAPACITY);
    rows.prepend(rowOf(entry));
    rows.children[CAPACITY]?.remove();
    update();
  };

  section.append(
    el(
      'header',
      {class: 'panel-header'},
      el('h2', {id: 'events-title'}, 'Events', ' ', count),
      el('div', {class: 'panel-actions'}, copy, clear),
    ),
    empty,
    // Long lists scroll by themselves; focusable, so that they do with a keyboard as well.
    el(
      'div',
      {class: 'log-scroll', tabindex: '0', role: 'group', 'aria-label': 'Events, newest first'},
      rows,
    ),
  );
  update();

  for (const name of EVENT_NAMES) {
    document.addEventListener(
      name,
      (event) => {
        const [source] = event.composedPath();
        // All listeners have run by then, so it is known whether one of them cancelled it.
        queueMicrotask(() => add(entryOf(event as CustomEvent<unknown>, source)));
      },
      {capture: true},
    );
  }
}

function entryOf(event: CustomEvent<unknown>, source: EventTarget | undefined): Entry {
  return {
    time: new Date().toLocaleTimeString('en-GB', {hour12: false}),
    name: event.type,
    source: source instanceof Element ? source.localName : '',
    words: sentence(event),
    detail: detailOf(event),
    isCancelled: event.defaultPrevented,
  };
}

function rowOf({time, name, source, words, detail, isCancelled}: Entry): HTMLLIElement {
  return el(
    'li',
    {class: 'log-row', 'data-event': name, 'data-tone': toneOf(name)},
    el(
      'p',
      {class: 'log-head'},
      el('code', {class: 'log-name'}, name),
      isCancelled && el('span', {class: 'log-cancelled'}, 'cancelled'),
      el('span', {class: 'log-time'}, time),
    ),
    words !== '' && el('p', {class: 'log-words'}, words),
    el(
      'p',
      {class: 'log-detail', dir: 'ltr'},
      el('code', {}, detail),
      source !== '' && ` from <${source}>`,
    ),
  );
}

function toneOf(name: string): string | undefined {
  if (name.endsWith('error')) return 'bad';
  if (/(?:ready|installed|saved|toggled|disconnected)$/.test(name)) return 'good';
  return undefined;
}

function asLine({time, name, source, words, detail, isCancelled}: Entry): string {
  const parts = [time, name, isCancelled ? '(cancelled)' : '', `<${source}>`, words, detail];
  return parts.filter(Boolean).join(' ');
}
