/** What a key asks of the combobox. Moves and choices are about the active option. */
export type KeyAction =
  | 'open'
  | 'open-first'
  | 'open-last'
  | 'open-plain'
  | 'close'
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'page-down'
  | 'page-up'
  | 'choose'
  /** Close; where one option is chosen, take the active one. */
  | 'leave'
  | 'clear'
  | 'caret'
  | 'caret-start'
  | 'caret-end';

type Keys = ReadonlyMap<string, KeyAction>;

const keys = (table: Readonly<Record<string, KeyAction>>): Keys => new Map(Object.entries(table));

// The tables follow the two combobox patterns of the ARIA Authoring Practices. Where these leave a choice:
// - an editable box wraps at both ends of the list, a select-only one stops (its pattern says so);
// - leaving with Tab takes the option made active with the keyboard, in both, unless several can be chosen: there it could undo.
const EDIT_CLOSED = keys({ArrowDown: 'open', ArrowUp: 'open-last', Escape: 'clear'});

const EDIT_OPEN = keys({
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Enter: 'choose',
  Tab: 'leave',
  Escape: 'close',
  ArrowLeft: 'caret',
  ArrowRight: 'caret',
  Home: 'caret-start',
  End: 'caret-end',
});

const SELECT_CLOSED = keys({
  ArrowDown: 'open',
  ArrowUp: 'open',
  Enter: 'open',
  ' ': 'open',
  Home: 'open-first',
  End: 'open-last',
  // Ours: without a text field there is no other way to clear from the keyboard.
  Delete: 'clear',
  Backspace: 'clear',
});

const SELECT_OPEN = keys({
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Home: 'first',
  End: 'last',
  Enter: 'choose',
  ' ': 'choose',
  Tab: 'leave',
  Escape: 'close',
});

const EDIT_ALT = keys({ArrowDown: 'open-plain', ArrowUp: 'close'});
const SELECT_ALT = keys({ArrowDown: 'open', ArrowUp: 'leave'});

/** The part of a key event that matters. `keyCode` is listed here because only it tells the last key of a composition in WebKit. */
export interface Key {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** What a key means in a state; `undefined` leaves it to the browser. */
export function actionOf(key: Key, editable: boolean, open: boolean): KeyAction | undefined {
  if (key.isComposing || key.keyCode === 229 || key.ctrlKey || key.metaKey) return undefined;
  if (key.altKey) {
    const action = (editable ? EDIT_ALT : SELECT_ALT).get(key.key);
    return open === action?.startsWith('open') ? undefined : action;
  }
  const [closed, opened] = editable ? [EDIT_CLOSED, EDIT_OPEN] : [SELECT_CLOSED, SELECT_OPEN];
  const action = (open ? opened : closed).get(key.key);
  // With Shift these keys select text.
  return key.shiftKey && action?.startsWith('caret') ? 'caret' : action;
}

/** Whether a key types a character. */
function isPrintable(key: Key): boolean {
  return !key.isComposing && !key.altKey && !key.ctrlKey && !key.metaKey && /^.$/u.test(key.key);
}

/** A pause that starts a new search, in ms. */
const PAUSE = 500;

/** Collects what is typed into a box without a text field: letters refine, the same letter again goes to the next match. */
export class TypeAhead {
  #text = '';
  #time = -Infinity;

  /** Whether a search is going on. */
  isActive(time: DOMHighResTimeStamp): boolean {
    return time - this.#time < PAUSE;
  }

  /** Whether a key is part of a search: any letter, and within a search the space as well. */
  takes(key: Key & {readonly timeStamp: DOMHighResTimeStamp}): boolean {
    return isPrintable(key) && (key.key !== ' ' || this.isActive(key.timeStamp));
  }

  /**
   * @param time of the key event
   * @returns what to look for, and whether the current option may stay
   */
  add(
    letter: string,
    time: DOMHighResTimeStamp,
  ): {readonly text: string; readonly refines: boolean} {
    this.#text = this.isActive(time) ? this.#text + letter : letter;
    this.#time = time;
    const repeats = this.#text.replaceAll(letter, '') === '';
    return repeats ? {text: letter, refines: false} : {text: this.#text, refines: true};
  }
}
