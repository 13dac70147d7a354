import type {combobox} from '../../i18n/en/combobox.js';
import type {Localizer} from '../../i18n/localize.js';
import type {KeyAction} from './keyboard.js';
import {positionOf, type ComboboxOptions, type OptionList} from './list-model.js';

/** Why options could not be loaded, in words for people, and how to try again. */
export interface ComboboxFailure {
  readonly message: string;
  readonly retry: () => void;
}

/** What the popup shows, as its owner has it now. */
export interface ListState {
  /** What the list was made from. */
  readonly options: ComboboxOptions;
  readonly list: OptionList;
  readonly values: readonly unknown[];
  readonly query: string;
  /** The owner finds what matches the query. */
  readonly remote: boolean;
  readonly name: string;
  readonly editable: boolean;
  readonly multiple: boolean;
  readonly pending: boolean;
  readonly hasMore: boolean;
  readonly failure: ComboboxFailure | undefined;
}

/** Which option is active when the popup opens: the chosen one (else the first), only a chosen one, an end of the list, none. */
export type Start = 'chosen' | 'current' | 'first' | 'last' | 'none';

/** Options that PageUp and PageDown go. */
const PAGE = 10;

/** The last position that can be active, -1 if none. "Try again" follows the options. */
export function lastPosition({list, failure}: ListState): number {
  return list.rowOf.length - (failure ? 0 : 1);
}

export function startPosition(state: ListState, start: Start): number {
  const {list, values} = state;
  const last = lastPosition(state);
  if (start === 'none') return -1;
  if (start === 'last') return last;
  const chosen = start === 'first' || values.length === 0 ? -1 : positionOf(list, values[0]);
  return chosen < 0 && start !== 'current' ? Math.min(0, last) : chosen;
}

/** Where a key goes from the active position; `undefined` if it goes nowhere in the list. */
export function moveFrom(active: number, action: KeyAction, state: ListState): number | undefined {
  const last = lastPosition(state);
  switch (action) {
    case 'first':
      return Math.min(0, last);
    case 'last':
      return last;
    case 'page-down':
      return Math.min(active + PAGE, last);
    case 'page-up':
      return Math.max(Math.min(0, last), active - PAGE);
    case 'next':
      if (active < last) return active + 1;
      // The end of what is loaded is not the end of the list.
      return state.editable && !state.hasMore && !state.pending ? Math.min(0, last) : last;
    case 'previous':
      if (active > 0) return active - 1;
      return state.editable ? last : active;
    default:
      return undefined;
  }
}

/** What there is to say about the list. */
export function describe(state: ListState, words: Localizer<typeof combobox>): string {
  const count = state.list.rowOf.length;
  if (state.pending) return words.term('loading');
  if (state.failure) return state.failure.message;
  if (count === 0) return words.term(state.query ? 'noMatches' : 'noOptions');
  return words.term(state.hasMore ? 'optionCountSoFar' : 'optionCount', count);
}
