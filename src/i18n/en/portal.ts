/** Words of the whole portal. */
export const portal = {
  discard: 'Discard changes',
  discardHeading: 'Discard your changes?',
  discardText: (name: string) => `What you have changed in the settings of ${name} is not saved.`,
} as const;
