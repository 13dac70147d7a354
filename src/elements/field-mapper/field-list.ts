import {IntegrationFields} from '../../core/mapping/integration-fields.js';
import type {InputSources} from '../../core/options/option-source.js';
import {hasSource, type OptionState, type Parents} from '../../core/options/option-request.js';
import type {ControlField} from '../input/field.js';
import {JoinedFields} from './joined-fields.js';

/** Sources of a mapper. */
export type MapperSources = Extract<InputSources, {kind: 'fieldMapper'}>;

/** How many fields are loaded without anybody looking at them. An object that has more is searched, not known as a whole. */
const MAX_LOADED = 10_000;

/** How far the fields of an object are known. */
export type FieldsStatus =
  /** Something has to be chosen first, or nobody asked yet. */
  | {readonly status: 'initial'}
  | {readonly status: 'pending'}
  | {readonly status: 'complete'; readonly isWhole: boolean}
  | {readonly status: 'error'; readonly state: Extract<OptionState, {status: 'error'}>};

/**
 * The fields of the chosen object. All rows share one list, which tells labels, gaps and suggestions; the row in which a person
 * searches has another one of its own, with the same first page and so without a request of its own.
 */
export class FieldList {
  readonly #shared: JoinedFields;
  readonly #onChange: () => void;
  #own: JoinedFields | undefined;
  /** What the own list was searched for belongs to this row. */
  #row: string | undefined;
  #fields = IntegrationFields.of([]);

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    this.#shared = new JoinedFields(onChange);
  }

  /** The fields that are loaded. */
  get fields(): IntegrationFields {
    return this.#fields;
  }

  get status(): FieldsStatus {
    const {state} = this.#shared;
    if (state.status === 'pending' && state.step !== 'next') return {status: 'pending'};
    if (!hasSource(state) || state.status === 'initial') return {status: 'initial'};
    if (state.status === 'error') return {status: 'error', state};
    return {
      status: 'complete',
      isWhole: state.status === 'complete' && !state.hasMore && state.search === '',
    };
  }

  /** Whether there is nothing more to wait for: all is loaded, or more than anybody would want. */
  get isSettled(): boolean {
    const {state} = this.#shared;
    return state.status === 'complete' && (!state.hasMore || this.#isFull);
  }

  /** What the box of a row offers: the shared list where that is all there is, else the row's own. */
  optionsOf(row: string): {
    readonly options: OptionState;
    readonly fields: IntegrationFields;
    readonly isRemote: boolean;
  } {
    const own = this.#row === row ? this.#own : undefined;
    if (!own?.state.generation) {
      return {options: this.#shared.state, fields: this.#fields, isRemote: own !== undefined};
    }
    const {state: options} = own;
    return {options, fields: IntegrationFields.of(options.entries), isRemote: true};
  }

  /** @param isReady whether the fields can be asked for */
  update(field: ControlField, parents: Parents, isReady: boolean): void {
    this.#shared.follow(field, parents);
    this.#own?.follow(field, parents);
    if (isReady) this.#shared.load();
    const {state} = this.#shared;
    // While another object's fields are on their way, those of the one before are still in the list.
    const isCurrent =
      state.status === 'complete' ||
      ((state.status === 'pending' || state.status === 'error') && state.step === 'next');
    this.#fields = IntegrationFields.of(isCurrent ? state.entries : NO_ENTRIES);
  }

  /** Loads what is missing of the list, one page after another. */
  loadRest(): void {
    if (!this.#isFull) this.#shared.more();
  }

  /** A person goes to the box of a row. How it is searched does not change any more while they are there. */
  enter(row: string, field: ControlField, parents: Parents): void {
    if (this.#row === row) return;
    this.leave();
    if (!this.#isSearched) return;
    this.#row = row;
    this.#own = new JoinedFields(this.#onChange);
    this.#own.follow(field, parents);
  }

  leave(): void {
    this.#own?.dispose();
    this.#own = undefined;
    this.#row = undefined;
  }

  /** The box of a row was opened. */
  open(row: string): void {
    if (this.#row === row) this.#own?.open();
    // Not `open`, which would replace a list that was loaded as a whole by its first page once that is no longer fresh.
    else if (hasSource(this.#shared.state)) this.#shared.retry();
  }

  search(row: string, text: string): void {
    if (this.#row === row) this.#own?.search(text);
  }

  more(row: string): void {
    const list = this.#row === row ? this.#own : this.#shared;
    list?.more();
  }

  labelOf(value: unknown): string | undefined {
    return this.#fields.find(value)?.label ?? this.#shared.labelOf(value);
  }

  dispose(): void {
    this.#shared.dispose();
    this.leave();
  }

  get #isFull(): boolean {
    return this.#fields.items.length >= MAX_LOADED;
  }

  /** A list of which only some is here is searched where the rest is. */
  get #isSearched(): boolean {
    const {state, searchable} = this.#shared;
    return searchable && !(state.status === 'complete' && !state.hasMore);
  }
}

const NO_ENTRIES: OptionState['entries'] = [];
