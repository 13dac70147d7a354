/** Words of the detail view of an integration. */
export const integration = {
  account: 'Account',
  accounts: 'Accounts',
  chooseFirst: 'No integration selected.',
  goneText: 'No other account was changed. Choose one below, or connect one.',
  outdated: 'Some features may not work in this browser. Update it to the latest version.',
  overview: 'Overview',
  purposes: 'What it does',
  settings: 'Settings',
  unsaved: 'Unsaved changes',
  workflows: 'Workflows',
} as const;
