import {setAddressed} from '../src/address.js';
import {select} from '../src/dom.js';
import type {Selection} from './inputs-gallery.js';
import {STATES} from './inputs-states.js';
import {KINDS} from './inputs-types.js';

/** Shown first: one of each type, as it comes. */
const FIRST_STATE = 'plain';

/** Chooses type and state, and keeps both in the address. */
export class Filter {
  readonly elements: readonly HTMLElement[];
  readonly #type: HTMLSelectElement;
  readonly #state: HTMLSelectElement;

  constructor(onChange: (selection: Selection) => void) {
    const type = select(
      'Type',
      [['all', 'All types'], ...[...KINDS].map(([id, {title}]) => [id, title] as const)],
      {id: 'filter-type'},
    );
    const state = select(
      'State',
      [['all', 'All states'], ...[...STATES].map(([id, {title}]) => [id, title] as const)],
      {id: 'filter-state'},
    );
    this.elements = [type.field, state.field];
    this.#type = type.control;
    this.#state = state.control;
    const asked = new URLSearchParams(location.search);
    const askedType = asked.get('type') ?? location.hash.slice(1);
    this.#type.value = KINDS.has(askedType) ? askedType : 'all';
    const askedState = asked.get('state') ?? '';
    // Who asks for one type wants to see all of it.
    const otherwise = this.#type.value === 'all' ? FIRST_STATE : 'all';
    this.#state.value = askedState === 'all' || STATES.has(askedState) ? askedState : otherwise;
    for (const control of [type.control, state.control]) {
      control.addEventListener('change', () => {
        setAddressed('type', this.#type.value);
        setAddressed('state', this.#state.value);
        onChange(this.selection);
      });
    }
  }

  get selection(): Selection {
    const valueOf = ({value}: HTMLSelectElement): string => (value === 'all' ? '' : value);
    return {type: valueOf(this.#type), state: valueOf(this.#state)};
  }
}
