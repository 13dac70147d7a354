/** Words of the detail view of an integration. */
export const integration = {
  accounts: 'Accounts',
  chooseFirst: 'No integration is chosen.',
  goneText: 'Nothing is changed in any other account. Choose one below, or connect one.',
  overview: 'About',
  workflows: 'What it does',
} as const;
