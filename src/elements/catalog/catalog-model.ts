import type {Integration, IntegrationStatus, SessionStatus} from '../../core/session/snapshot.js';
import {shownName} from '../../ui/safe/text.js';
import type {SearchIndex} from './catalog-search.js';

/** Values of `<pg-catalog status>`. */
export const CATALOG_STATUSES = ['all', 'connected', 'attention', 'available'] as const;

/** Values of `<pg-catalog sort>`. */
export type CatalogSort = 'status' | 'name' | 'none';

/** Order of two integrations, as for `Array.sort`. */
export type CatalogCompare = (a: Integration, b: Integration) => number;

/** Which integrations a catalog shows; `attention` includes setups that were not finished. */
export type CatalogStatus = (typeof CATALOG_STATUSES)[number];

/** A category of the host's. Types that do not exist are left out; one that several groups name stands in the first. */
export interface CatalogGroup {
  readonly label: string;
  /** Types, in the order to show. */
  readonly integrations: readonly string[];
}

/** Integrations under one heading, or under none. */
export interface CatalogSection {
  readonly label: string | undefined;
  readonly integrations: readonly Integration[];
}

/** Types by attribute (separated by spaces or commas) or as an array. */
export type TypeList = string | readonly string[];

/** What a catalog is about, and in what order. */
export interface CatalogChoice {
  readonly include: TypeList | undefined;
  readonly exclude: TypeList | undefined;
  /** BCP 47 tag, for the order of names. */
  readonly language: string;
  readonly sort: CatalogSort;
  readonly compare: CatalogCompare | undefined;
}

/** What a catalog is told to show. */
export interface CatalogQuery extends CatalogChoice {
  readonly integrations: readonly Integration[];
  readonly query: string;
  readonly status: CatalogStatus;
  /** Label of a category; '' for all. */
  readonly category: string;
  readonly categories: readonly CatalogGroup[];
  readonly groups: readonly CatalogGroup[];
  /** Label of what no group names. */
  readonly rest: string;
}

export type StatusCounts = Readonly<Record<CatalogStatus, number>>;

/** What a catalog shows. */
export interface CatalogContent {
  /** How many integrations it is about, by status. */
  readonly totals: StatusCounts;
  /** How many of them search and category leave, by status. */
  readonly counts: StatusCounts;
  /** How many search and status leave, by the label of the category; '' for all. */
  readonly categoryCounts: ReadonlyMap<string, number>;
  /** How many are left in the end. */
  readonly found: number;
  /** How many the search finds, whatever the status and the category. */
  readonly matching: number;
  readonly sections: readonly CatalogSection[];
}

/** What a catalog is up to, and its custom state. */
export type Phase = 'loading' | 'ready' | 'empty' | 'no-results' | 'error' | 'signed-out';

/** @param status of the session; undefined without one */
export function phaseOf(
  status: SessionStatus | undefined,
  isAlone: boolean,
  {totals, found}: CatalogContent,
): Phase {
  if (status === undefined) return isAlone ? 'empty' : 'loading';
  if (status !== 'ready') return status;
  if (totals.all === 0) return 'empty';
  return found > 0 ? 'ready' : 'no-results';
}

/** What the search consists of. */
export interface SearchCode {
  indexOf(integrations: readonly Integration[]): SearchIndex;
  indexMore(
    integrations: readonly Integration[],
    index: SearchIndex,
    textOf: (integration: Integration) => string,
    onDone: () => void,
  ): (() => void) | undefined;
  search(
    integrations: readonly Integration[],
    index: SearchIndex,
    query: string,
  ): readonly Integration[];
}

/**
 * Remembers the last result for the same parameters.
 * @param keyOf what of the parameters matters, by identity
 */
function remember<P extends readonly unknown[], R>(
  compute: (...parameters: P) => R,
  keyOf: (...parameters: P) => readonly unknown[] = (...parameters) => parameters,
): (...parameters: P) => R {
  let last: {readonly key: readonly unknown[]; readonly result: R} | undefined;
  return (...parameters) => {
    const key = keyOf(...parameters);
    if (!last?.key.every((part, index) => Object.is(part, key[index]))) {
      last = {key, result: compute(...parameters)};
    }
    return last.result;
  };
}

/** What wants the person comes first, then what is theirs. */
const STATUS_ORDER = {attention: 0, pending: 0, connected: 1, available: 2} as const;

/** What the catalog is about: in the host's order if it names types or compares, else by status and by name in the order of the language. */
export function choose(
  integrations: readonly Integration[],
  {include, exclude, language, sort, compare}: CatalogChoice,
): readonly Integration[] {
  const without = new Set(typesOf(exclude));
  const named = typesOf(include);
  if (named.length > 0) {
    const byType = new Map(integrations.map((integration) => [integration.type, integration]));
    return [...new Set(named)].flatMap((type) =>
      without.has(type) ? [] : (byType.get(type) ?? []),
    );
  }
  const chosen = integrations.filter(({type}) => !without.has(type));
  if (compare) return chosen.sort(compare);
  if (sort === 'none') return chosen;
  const collator = collatorOf(language);
  return chosen
    .map((integration) => ({
      integration,
      rank: sort === 'name' ? 0 : STATUS_ORDER[integration.status],
      name: shownName(integration.name, integration.type),
    }))
    .sort((a, b) => a.rank - b.rank || collator.compare(a.name, b.name))
    .map(({integration}) => integration);
}

/** Made while the data is on its way: the first one costs a browser several milliseconds. */
const collatorOf = remember((language: string) => new Intl.Collator(language));

/** How many integrations each status has. */
export function countByStatus(
  integrations: readonly Integration[],
): Readonly<Record<CatalogStatus, number>> {
  const counts = {all: integrations.length, connected: 0, attention: 0, available: 0};
  for (const {status} of integrations) counts[shownAs(status)] += 1;
  return counts;
}

/** Chooses, searches, filters and groups; keeps what did not change since the last time. */
export class CatalogModel {
  readonly #choose = remember(
    choose,
    (integrations, {include, exclude, language, sort, compare}) => [
      integrations,
      include,
      exclude,
      language,
      sort,
      compare,
    ],
  );
  readonly #count = remember(countByStatus);
  readonly #index = remember((integrations: readonly Integration[], code: SearchCode | undefined) =>
    code?.indexOf(integrations),
  );
  #search: SearchCode | undefined;
  #chosen: readonly Integration[] = [];
  #stop: (() => void) | undefined;

  /** Whether it can search; what is searched for is shown only then. */
  get canSearch(): boolean {
    return this.#search !== undefined;
  }

  /** Gives it the code of the search, which is loaded when somebody may be about to search. */
  enableSearch(code: SearchCode): void {
    this.#search = code;
  }

  /**
   * Gets ready to search what was shown last, so that the first keystroke is as quick as the next.
   * @param textOf what else is searched than names, read in slices
   * @param onMore called when that has been read
   */
  prepare(textOf: (integration: Integration) => string, onMore: () => void): void {
    const index = this.#index(this.#chosen, this.#search);
    if (!index || !this.#search) return;
    this.#stop?.();
    this.#stop = this.#search.indexMore(this.#chosen, index, textOf, onMore);
  }

  /** Ends what is still being read. */
  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  content(wanted: CatalogQuery): CatalogContent {
    const {integrations, query, status, category, categories, groups, rest} = wanted;
    collatorOf(wanted.language);
    const chosen = this.#choose(integrations, wanted);
    this.#chosen = chosen;
    const index = query.trim() === '' ? undefined : this.#index(chosen, this.#search);
    const searched = index && this.#search ? this.#search.search(chosen, index, query) : chosen;
    const ofStatus = (one: Integration): boolean =>
      status === 'all' || shownAs(one.status) === status;
    const inCategory = typesIn(categories, category);
    const matching = inCategory ? searched.filter(({type}) => inCategory.has(type)) : searched;
    const shown = status === 'all' ? matching : matching.filter(ofStatus);
    return {
      totals: this.#count(chosen),
      counts: matching === chosen ? this.#count(chosen) : countByStatus(matching),
      categoryCounts: countByCategory(searched.filter(ofStatus), categories),
      found: shown.length,
      matching: searched.length,
      // Results of a search are one list, best first: groups would hide which that is.
      sections:
        index || !Array.isArray(groups) || groups.length === 0
          ? sectionOf(undefined, shown)
          : inGroups(shown, groups, rest),
    };
  }
}

function typesIn(
  categories: readonly CatalogGroup[],
  category: string,
): ReadonlySet<string> | undefined {
  const found = categories.find(({label}) => label === category);
  return found && new Set(found.integrations);
}

function countByCategory(
  integrations: readonly Integration[],
  categories: readonly CatalogGroup[],
): ReadonlyMap<string, number> {
  if (categories.length === 0) return new Map();
  const types = new Set(integrations.map(({type}) => type));
  return new Map([
    ['', integrations.length],
    ...categories.map((one) => {
      const members = new Set(one.integrations);
      return [one.label, [...members].filter((type) => types.has(type)).length] as const;
    }),
  ]);
}

function inGroups(
  integrations: readonly Integration[],
  groups: readonly CatalogGroup[],
  rest: string,
): readonly CatalogSection[] {
  const left = new Map(integrations.map((integration) => [integration.type, integration]));
  const sections = groups.flatMap((group) => {
    // Hosts without types get this wrong; the developer is told elsewhere.
    const types: unknown = (group as Partial<CatalogGroup> | undefined)?.integrations;
    if (!Array.isArray(types)) return [];
    const members = (types as readonly string[]).flatMap((type) => {
      const integration = left.get(type);
      left.delete(type);
      return integration ?? [];
    });
    return sectionOf(group.label, members);
  });
  return [...sections, ...sectionOf(sections.length > 0 ? rest : undefined, [...left.values()])];
}

function sectionOf(
  label: string | undefined,
  integrations: readonly Integration[],
): readonly CatalogSection[] {
  return integrations.length > 0 ? [{label, integrations}] : [];
}

function shownAs(status: IntegrationStatus): Exclude<CatalogStatus, 'all'> {
  return status === 'pending' ? 'attention' : status;
}

function typesOf(list: TypeList | undefined): readonly string[] {
  if (typeof list === 'string') return list.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(list) ? (list as readonly string[]) : [];
}
