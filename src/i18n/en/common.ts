/** Words that more than one element uses. */
export const common = {
  accountId: (id: string) => `ID ${id}`,
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading…',
  optional: 'Optional',
  required: 'Required',
  retry: 'Try again',
  signInAgain: 'Sign in again',
  signedOutTitle: 'You are signed out',
  signedOutText: 'Sign in again to see your integrations.',
  statusAttention: 'Needs attention',
  statusAvailable: 'Not connected',
  statusConnected: 'Connected',
  statusPending: 'Setup not finished',
} as const;
