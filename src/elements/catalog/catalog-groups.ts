import type {Integration} from '../../core/session/snapshot.js';
import {sectionOf, type CatalogGroup, type CatalogSection} from './catalog-model.js';

/** How many of some integrations each category has, by its label; '' for all. */
export function countByCategory(
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

/** Those of a category, or all where there is none of that label. */
export function inCategory(
  integrations: readonly Integration[],
  categories: readonly CatalogGroup[],
  label: string,
): readonly Integration[] {
  const found = categories.find((one) => one.label === label);
  if (!found) return integrations;
  const types = new Set(found.integrations);
  return integrations.filter(({type}) => types.has(type));
}

/** @param rest label of what no group names */
export function inGroups(
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
