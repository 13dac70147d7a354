import type {Integration, IntegrationStatus, SessionStatus} from '../../core/session/snapshot.js';
import {indexOf, nameOf, search} from './catalog-search.js';

/** Values of `<pg-catalog status>`. */
export const CATALOG_STATUSES = ['all', 'connected', 'attention', 'available'] as const;

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

/** What a catalog is told to show. */
export interface CatalogQuery {
  readonly integrations: readonly Integration[];
  readonly include: TypeList | undefined;
  readonly exclude: TypeList | undefined;
  /** BCP 47 tag, for the order of names. */
  readonly language: string;
  readonly query: string;
  readonly status: CatalogStatus;
  readonly groups: readonly CatalogGroup[];
  /** Label of what no group names. */
  readonly rest: string;
}

/** What a catalog shows. */
export interface CatalogContent {
  /** How many integrations it is about, by status. */
  readonly counts: Readonly<Record<CatalogStatus, number>>;
  /** How many of them search and filter leave. */
  readonly found: number;
  readonly sections: readonly CatalogSection[];
}

/** What a catalog is up to, and its custom state. */
export type Phase = 'loading' | 'ready' | 'empty' | 'no-results' | 'error' | 'signed-out';

/** @param status of the session; undefined without one */
export function phaseOf(
  status: SessionStatus | undefined,
  isAlone: boolean,
  {counts, found}: CatalogContent,
): Phase {
  if (status === undefined) return isAlone ? 'empty' : 'loading';
  if (status !== 'ready') return status;
  if (counts.all === 0) return 'empty';
  return found > 0 ? 'ready' : 'no-results';
}

/** Remembers the last result for the same parameters. */
export function remember<P extends readonly unknown[], R>(
  compute: (...parameters: P) => R,
): (...parameters: P) => R {
  let last: {readonly parameters: P; readonly result: R} | undefined;
  return (...parameters) => {
    if (!last?.parameters.every((parameter, index) => Object.is(parameter, parameters[index]))) {
      last = {parameters, result: compute(...parameters)};
    }
    return last.result;
  };
}

/**
 * What the catalog is about: in the host's order if it names types, else by name in the order of the language.
 */
export function choose(
  integrations: readonly Integration[],
  include: TypeList | undefined,
  exclude: TypeList | undefined,
  language: string,
): readonly Integration[] {
  const without = new Set(typesOf(exclude));
  const named = typesOf(include);
  if (named.length > 0) {
    const byType = new Map(integrations.map((integration) => [integration.type, integration]));
    return [...new Set(named)].flatMap((type) =>
      without.has(type) ? [] : (byType.get(type) ?? []),
    );
  }
  const collator = new Intl.Collator(language);
  return integrations
    .filter(({type}) => !without.has(type))
    .map((integration) => ({integration, name: nameOf(integration)}))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({integration}) => integration);
}

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
  readonly #choose = remember(choose);
  readonly #count = remember(countByStatus);
  readonly #index = remember(indexOf);
  #chosen: readonly Integration[] | undefined;

  /** Gets ready to search what was shown last, so that the first keystroke is as quick as the next. */
  prepare(): void {
    if (this.#chosen) this.#index(this.#chosen);
  }

  content(wanted: CatalogQuery): CatalogContent {
    const {query, status, groups, rest} = wanted;
    const {integrations, include, exclude, language} = wanted;
    const chosen = this.#choose(integrations, include, exclude, language);
    this.#chosen = chosen;
    const searching = query.trim() !== '';
    const matching = searching ? search(chosen, this.#index(chosen), query) : chosen;
    const shown =
      status === 'all' ? matching : matching.filter((one) => shownAs(one.status) === status);
    return {
      counts: this.#count(chosen),
      found: shown.length,
      // Results of a search are one list, best first: groups would hide which that is.
      sections:
        searching || !Array.isArray(groups) || groups.length === 0
          ? sectionOf(undefined, shown)
          : inGroups(shown, groups, rest),
    };
  }
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
