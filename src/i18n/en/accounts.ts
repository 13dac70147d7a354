/** Words of the account list. Names inside are the provider's. */
export const accounts = {
  add: (name: string) => `Add another ${name} account`,
  choose: 'Account to work with',
  disconnect: 'Disconnect',
  disconnectAccount: (account: string) => `Disconnect ${account}`,
  disconnectHeading: (account: string) => `Disconnect ${account}?`,
  disconnectText: (name: string) =>
    `Its settings are deleted, and ${name} can no longer be reached through this account.`,
  disconnected: (account: string) => `${account} was disconnected.`,
  emptyHeading: 'No accounts yet',
  emptyText: 'Accounts you connect are listed here.',
  externalId: (id: string) => `Identifier: ${id}`,
  invalid: 'Needs attention',
  invalidHelp: 'Access has ended. Reconnect this account to use it again.',
  list: (name: string) => `${name} accounts`,
  listAll: 'Connected accounts',
  pending: 'Setup not finished',
  pendingHelp: 'Finish the setup to use this account.',
  reconnect: 'Reconnect',
  reconnectAccount: (account: string) => `Reconnect ${account}`,
  refreshed: (when: string) => `Renewed ${when}`,
  resume: 'Finish setup',
  resumeAccount: (account: string) => `Finish setup of ${account}`,
  valid: 'Connected',
  workflowStops: (workflow: string) => `The workflow “${workflow}” stops.`,
  workflowsMore: (count: number) =>
    count === 1 ? 'One more workflow stops.' : `${count} more workflows stop.`,
} as const;
