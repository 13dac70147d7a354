/** Words of the confirmation dialog. */
export const dialog = {
  working: 'Working…',
  slow: 'This is taking longer than usual. You can close this; it continues in the background.',
} as const;
