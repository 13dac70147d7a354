/** Words of the catalog that nobody reads at first; they belong to the area of `catalog`. */
export const catalogExtras = {
  categories: 'Filter by category',
  categoriesAll: 'All categories',
  clear: 'Clear search',
  emptyText: 'Integrations appear here once they are set up.',
  emptyTitle: 'No integrations yet',
  failed: 'Your integrations could not be loaded.',
  failedRefresh: 'This list may be out of date.',
  found: (count: number) => (count === 1 ? '1 integration' : `${String(count)} integrations`),
  foundElsewhere: (count: number) =>
    count === 1 ? '1 match outside this filter.' : `${String(count)} matches outside this filter.`,
  noResults: (query: string) => `Nothing matches “${query}”`,
  noResultsFilter: 'No integrations match this filter',
  noResultsText: 'Check the spelling, or browse all integrations.',
  rest: 'More integrations',
  searchAll: 'Search all integrations',
  showAll: 'Show all integrations',
} as const;
