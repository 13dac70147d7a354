/** Words of the catalog. Counts arrive as numbers, for the plural, and as written in the language. */
export const catalog = {
  clear: 'Clear search',
  connected: (count: string) => `${count} connected`,
  emptyText: 'Integrations will show up here once they are set up.',
  emptyTitle: 'No integrations yet',
  filter: 'Filter by status',
  filterAll: 'All',
  filterAttention: 'Needs attention',
  filterAvailable: 'Available',
  filterConnected: 'Connected',
  found: (count: number, written: string) =>
    count === 1 ? '1 integration' : `${written} integrations`,
  list: 'Integrations',
  noResults: (query: string) => `Nothing matches “${query}”`,
  noResultsFilter: 'Nothing here right now',
  noResultsText: 'Check the spelling, or look through all integrations.',
  rest: 'More integrations',
  search: 'Search integrations',
  showAll: 'Show all integrations',
} as const;
