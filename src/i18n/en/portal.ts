/** Words of the whole portal. */
export const portal = {
  discard: 'Discard changes',
  discardHeading: 'Discard your changes?',
  discardText: (name: string) => `What you have changed in the settings of ${name} is not saved.`,
  loadFailed: 'The integrations could not be loaded. Check your connection and try again.',
  retry: 'Try again',
} as const;
