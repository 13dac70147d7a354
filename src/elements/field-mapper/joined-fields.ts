import type {OptionEntry} from '../../core/options/option-page.js';
import {OptionList, type ListPlace} from '../../core/options/option-list.js';
import {hasSource, type OptionState, type Parents} from '../../core/options/option-request.js';
import type {InputSources, OptionSource} from '../../core/options/option-source.js';

/**
 * The fields of the chosen object, and those that its second choice has besides, as one list: first the object's own. Where a mapping has
 * one source only, as nearly all do, this is that list.
 */
export class JoinedFields {
  readonly #own: OptionList;
  readonly #dependent: OptionList;
  #joined: readonly OptionEntry[] = [];
  #joinedOf: readonly (readonly OptionEntry[])[] = [];

  constructor(onChange: () => void) {
    this.#own = new OptionList(ownFields, onChange);
    this.#dependent = new OptionList(dependentFields, onChange);
  }

  get state(): OptionState {
    const {state: own} = this.#own;
    if (!this.#hasDependent) return own;
    const {state: dependent} = this.#dependent;
    return {
      ...slowerOf(own, dependent),
      entries: this.#join(own.entries, dependent.entries),
      nested: [...own.nested, ...dependent.nested],
      hasMore: own.hasMore || dependent.hasMore,
      search: own.search,
      generation: own.generation + dependent.generation,
    };
  }

  get searchable(): boolean {
    return this.#lists.some(({searchable}) => searchable);
  }

  follow(place: ListPlace, parents: Parents): void {
    this.#own.follow(place, parents);
    this.#dependent.follow(place, parents);
  }

  load(): void {
    for (const list of this.#lists) list.load();
  }

  open(): void {
    for (const list of this.#lists) list.open();
  }

  search(text: string): void {
    for (const list of this.#lists) list.search(text);
  }

  more(): void {
    this.#lists.find(({state}) => state.hasMore)?.more();
  }

  retry(): void {
    for (const list of this.#lists) list.retry();
  }

  labelOf(value: unknown): string | undefined {
    return this.#own.labelOf(value) ?? this.#dependent.labelOf(value);
  }

  dispose(): void {
    this.#own.dispose();
    this.#dependent.dispose();
  }

  /** Unknown until the sources are. */
  get #hasDependent(): boolean {
    return hasSource(this.#own.state) && this.#dependent.state.status !== 'none';
  }

  get #lists(): readonly OptionList[] {
    return this.#hasDependent ? [this.#own, this.#dependent] : [this.#own];
  }

  /** The same list while neither changes. */
  #join(...lists: readonly (readonly OptionEntry[])[]): readonly OptionEntry[] {
    if (lists.some((entries, index) => entries !== this.#joinedOf[index])) {
      this.#joinedOf = lists;
      this.#joined = lists.flat();
    }
    return this.#joined;
  }
}

const RANKS = ['error', 'pending', 'initial', 'complete', 'none'] as const;

/** The one of two that keeps people waiting longer; of two that are loading, the one that has less. */
function slowerOf(a: OptionState, b: OptionState): OptionState {
  const [rankA, rankB] = [RANKS.indexOf(a.status), RANKS.indexOf(b.status)];
  if (rankA !== rankB) return rankA < rankB ? a : b;
  return a.status === 'pending' && a.step === 'next' ? b : a;
}

const ownFields = (sources: InputSources): OptionSource | undefined =>
  sources.kind === 'fieldMapper' ? fieldsOf(sources, sources.field) : undefined;

/** Of the second choice of an object, where that has fields of its own. */
function dependentFields(sources: InputSources): OptionSource | undefined {
  if (sources.kind !== 'fieldMapper' || !sources.dependent || !sources.dependentField)
    return undefined;
  return fieldsOf(sources, sources.dependentField);
}

/** The host's loader is told the object; what the provider's own source would depend on, it never is. */
function fieldsOf(
  {record}: Extract<InputSources, {kind: 'fieldMapper'}>,
  source: OptionSource,
): OptionSource {
  if (source.kind === 'static' || !source.loader) return source;
  const key = record.kind === 'remote' ? record.cacheKey : undefined;
  return {...source, dependencies: source.dependencies.filter((one) => one === key)};
}
