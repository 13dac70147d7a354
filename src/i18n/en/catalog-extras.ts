/** Words of the catalog that nobody reads at first; they belong to the area of `catalog`. */
export const catalogExtras = {
  categories: 'Filter by category',
  categoriesAll: 'All categories',
  clear: 'Clear search',
  emptyText: 'Integrations will show up here once they are set up.',
  emptyTitle: 'No integrations yet',
  failed: 'Your integrations could not be loaded.',
  failedRefresh: 'What you see here may be out of date.',
  found: (count: number) => (count === 1 ? '1 integration' : `${String(count)} integrations`),
  foundElsewhere: (count: number) =>
    count === 1
      ? 'There is one outside of this filter.'
      : `There are ${String(count)} outside of this filter.`,
  noResults: (query: string) => `Nothing matches “${query}”`,
  noResultsFilter: 'Nothing here right now',
  noResultsText: 'Check the spelling, or look through all integrations.',
  rest: 'More integrations',
  searchAll: 'Search in all',
  showAll: 'Show all integrations',
} as const;
