/** Words of the whole portal. */
export const portal = {
  discard: 'Discard changes',
  discardHeading: 'Discard your changes?',
  discardText: (name: string) => `Your changes to the ${name} settings are not saved.`,
  loadFailed: 'The integrations could not be loaded. Check your connection and try again.',
  retry: 'Try again',
} as const;
