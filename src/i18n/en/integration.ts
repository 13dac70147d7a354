/** Words of the detail view of an integration. */
export const integration = {
  account: 'Account',
  accounts: 'Accounts',
  chooseFirst: 'No integration is chosen.',
  goneText: 'Nothing is changed in any other account. Choose one below, or connect one.',
  outdated: 'This browser is too old for some of this. Update it if something does not work.',
  overview: 'Overview',
  purposes: 'What it does',
  settings: 'Settings',
  unsaved: 'Not saved',
  workflows: 'Workflows',
} as const;
