/** Words of the detail view of an integration. */
export const integration = {
  accounts: 'Accounts',
  chooseFirst: 'No integration is chosen.',
  overview: 'About',
  workflows: 'What it does',
} as const;
