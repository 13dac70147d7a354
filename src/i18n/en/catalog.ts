/** Words of the catalog. */
export const catalog = {
  accounts: (count: number) => `${String(count)} accounts`,
  connect: 'Connect',
  connected: 'Connected',
  failedPart: 'Part of this could not be loaded.',
  filter: 'Filter by status',
  filterAll: 'All',
  filterAttention: 'Needs attention',
  filterAvailable: 'Available',
  filterConnected: 'Connected',
  finish: 'Finish setup',
  list: 'Integrations',
  manage: 'Manage',
  reconnect: 'Reconnect',
  search: 'Search integrations',
  signInAgain: 'Sign in again',
  unfinished: 'Setup not finished',
} as const;
