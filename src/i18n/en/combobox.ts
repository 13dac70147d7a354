/** Words of the combobox: what its buttons are called, and what it says when its list changes. */
export const combobox = {
  clear: 'Clear',
  loading: 'Loading…',
  noMatches: 'No matches',
  noOptions: 'No options',
  notFound: (value: string) => `${value} (no longer available)`,
  options: 'Options',
  optionCount: (count: number) => (count === 1 ? '1 option' : `${String(count)} options`),
  optionCountSoFar: (count: number) => `${String(count)} options so far, more follow`,
  remove: (label: string) => `Remove ${label}`,
  removed: (label: string) => `${label} removed`,
  retry: 'Try again',
} as const;
