import type {Integration, IntegrationStatus, SessionStatus} from '../../core/session/snapshot.js';

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
  /** How many have to be in order. Putting thousands in order takes longer than rendering the first of them. */
  readonly first: number;
}

/** What a catalog is told to show. */
export interface CatalogQuery {
  readonly choice: CatalogChoice;
  readonly integrations: readonly Integration[];
  readonly query: string;
  readonly status: CatalogStatus;
  /** Label of a category; '' for all. */
  readonly category: string;
  readonly categories: readonly CatalogGroup[];
  readonly groups: readonly CatalogGroup[];
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

/** What a model does with more code, which is loaded when it is needed. */
export interface ModelExtras {
  /** How many there are, by the label of the category; '' for all. */
  countByCategory(
    integrations: readonly Integration[],
    categories: readonly CatalogGroup[],
  ): ReadonlyMap<string, number>;
  inCategory(
    integrations: readonly Integration[],
    categories: readonly CatalogGroup[],
    label: string,
  ): readonly Integration[];
  inGroups(
    integrations: readonly Integration[],
    groups: readonly CatalogGroup[],
  ): readonly CatalogSection[];
  /** Those that are found, best first; undefined without a query. */
  search(integrations: readonly Integration[], query: string): readonly Integration[] | undefined;
}

/**
 * Remembers the last result for the same parameters.
 * @param keyOf what of the parameters matters, by identity
 */
export function remember<P extends readonly unknown[], R>(
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
  {include, exclude, language, sort, compare, first}: CatalogChoice,
): readonly Integration[] {
  const without = new Set(typesOf(exclude));
  const chosen = integrations.filter(({type}) => !without.has(type));
  const named = new Set(typesOf(include));
  if (named.size > 0) {
    const byType = new Map(chosen.map((integration) => [integration.type, integration]));
    return [...named].flatMap((type) => byType.get(type) ?? []);
  }
  if (sort === 'none' && !compare) return chosen;
  const names = collatorOf(language);
  const rank = ({status}: Integration): number => (sort === 'name' ? 0 : STATUS_ORDER[status]);
  // Frameworks may set an empty text for nothing.
  const order: CatalogCompare =
    compare || ((a, b) => rank(a) - rank(b) || names.compare(a.name, b.name));
  const rest = chosen.splice(first);
  chosen.sort(order);
  const behind = rest.map((entry) => {
    chosen.push(entry);
    if (order(entry, chosen[first - 1] as Integration) < 0) chosen.sort(order);
    return chosen.pop() as Integration;
  });
  return [...chosen, ...behind];
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
  readonly #choose = remember(choose, (integrations, choice) => [
    integrations,
    ...(Object.values(choice) as readonly unknown[]),
  ]);
  #extras: ModelExtras | undefined;

  /** What it was about last, before search and filters. */
  chosen: readonly Integration[] = [];

  /** Gives it what searches and groups. */
  extend(extras: ModelExtras): void {
    this.#extras = extras;
  }

  content(wanted: CatalogQuery): CatalogContent {
    const {integrations, choice, query, status, category, categories, groups} = wanted;
    const extras = this.#extras;
    const chosen = (this.chosen = this.#choose(integrations, choice));
    const found = extras?.search(chosen, query);
    const searched = found ?? chosen;
    const ofStatus = (list: readonly Integration[]): readonly Integration[] =>
      status === 'all' ? list : list.filter((one) => shownAs(one.status) === status);
    const matching = extras?.inCategory(searched, categories, category) ?? searched;
    const shown = ofStatus(matching);
    return {
      totals: countByStatus(chosen),
      counts: countByStatus(matching),
      categoryCounts: extras?.countByCategory(ofStatus(searched), categories) ?? new Map(),
      found: shown.length,
      matching: searched.length,
      // Results of a search are one list, best first: groups would hide which that is.
      sections:
        (groups.length > 0 && !found && extras?.inGroups(shown, groups)) ||
        sectionOf(undefined, shown),
    };
  }
}

/** A section, unless there is nothing in it. */
export function sectionOf(
  label: string | undefined,
  integrations: readonly Integration[],
): readonly CatalogSection[] {
  return integrations.length > 0 ? [{label, integrations}] : [];
}

function shownAs(status: IntegrationStatus): Exclude<CatalogStatus, 'all'> {
  return status === 'pending' ? 'attention' : status;
}

export function typesOf(list: TypeList | undefined): readonly string[] {
  if (typeof list === 'string') return list.split(/[\s,]+/).filter(Boolean);
  return Array.isArray(list) ? (list as readonly string[]) : [];
}
