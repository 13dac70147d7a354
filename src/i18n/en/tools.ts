/** Words of `<pg-tools>`. Names of agents inside are the host's. */
export const tools = {
  title: 'What the agent may do',
  titleFor: (agent: string) => `What ${agent} may do`,

  // What it may do with a tool
  always: 'Always',
  ask: 'Ask first',
  off: 'Off',
  countAlways: (count: number) => `${count} on`,
  countAsk: (count: number) => `${count} ask first`,
  countOff: (count: number) => `${count} off`,
  all: 'All tools',
  allFound: (found: string) => `Found: ${found}`,
  changed: (found: string) => `Changed: ${found}`,
  undo: 'Undo',
  missing: 'Turn on at least one tool.',

  // What a tool does
  read: 'Read',
  write: 'Change',
  delete: 'Delete',
  other: 'Other tools',
  fresh: 'New',

  // Search
  search: 'Search tools',
  clearSearch: 'Clear search',
  found: (count: number) => (count === 1 ? '1 tool' : `${count} tools`),
  noneFound: (query: string) => `Nothing matches “${query}”`,

  // Loading
  empty: 'No tools yet',
  emptyText: 'This account has no tools for agents.',
  failed: 'The tools could not be loaded.',
  slow: 'This is taking longer than usual.',

  // What an agent asks for
  asks: 'The agent asks for tools',
  asksAs: (agent: string) => `${agent} asks for tools`,
  ifAllowed: (policy: string) => `If allowed: ${policy}`,
  notOffered: 'This account does not offer this tool.',
  allow: 'Allow',
  decline: 'Decline',
  allowAll: 'Allow all',
  declineAll: 'Decline all',
  allowed: 'Allowed.',
  declined: 'Declined.',
} as const;
