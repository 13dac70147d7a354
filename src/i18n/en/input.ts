/** Words of `<pg-input>` and its controls. */
export const input = {
  // Frame
  about: (label: string) => `About ${label}`,
  documentation: 'Documentation',
  newTab: 'opens in a new tab',
  required: 'Required',
  untitled: 'Untitled field',

  // Problems
  missing: 'Fill in this field.',
  notChosen: 'Choose an option.',
  notChosenFile: 'Choose a file.',
  notGranted: 'Select at least one permission.',
  notMapped: 'Choose an object and map at least one field.',
  notAnEmail: 'Enter an email address, such as name@example.com.',
  notAUrl: 'Enter a full web address, such as https://example.com.',
  notANumber: 'Enter a number, such as 12 or 12.5. Use a point for decimals.',

  // Secrets
  trimmed: 'Spaces around the pasted text were removed.',
  revealField: (label: string) => `Show ${label}`,

  // Choices
  choose: 'Choose…',
  loadingField: 'Loading…',
  noSource: 'No options are available.',
  waiting: 'Fill in the field this depends on first.',
  waitingFor: (label: string) => `Choose ${label} first.`,
  dependentOption: 'Details',
  retry: 'Try again',
  loadFailed: 'This field could not be loaded.',

  stale: 'This choice no longer fits. Choose again.',

  // Default values of fields
  defaults: 'Default values',
  defaultsFor: (choice: string) => `Default values for ${choice}`,
  defaultsWrong: (count: number) =>
    count === 1
      ? 'One default value needs your attention.'
      : `${count} default values need your attention.`,
  noDefaults: 'No default values yet.',
  noFields: 'No fields here can have a default value.',
  loadingFields: 'Loading fields…',
  addField: 'Add a field',
  addChoice: (text: string) => `Add “${text}”`,
  fieldAdded: (label: string) => `${label} was added.`,
  fieldRemoved: (label: string) => `${label} was removed.`,
  removeField: (label: string) => `Remove ${label}`,
  fieldGone: 'No longer available',
  choiceBefore: 'the previous choice',
  setAside: (count: number, choice: string) =>
    count === 1
      ? `1 default value for ${choice} was set aside. It comes back when you choose ${choice} again.`
      : `${count} default values for ${choice} were set aside. They come back when you choose ${choice} again.`,
  restored: (count: number) =>
    count === 1 ? '1 default value is back.' : `${count} default values are back.`,
  undo: 'Undo',
  closeNote: 'Close this message',

  // Permissions
  selectAll: 'Select all',
  searchPermissions: 'Search permissions',
  noPermissions: 'No matching permissions',
  permissionsShown: (count: number) => (count === 1 ? '1 permission' : `${count} permissions`),
  permissionsGranted: (granted: number, all: number) => `${granted} of ${all} selected`,
  requiredPermission: 'Required',
  unknownPermission: 'No longer offered',

  // Files
  chooseFile: 'Choose a file',
  chooseOtherFile: 'Choose another file',
  dropFile: 'or drop it here',
  removeFile: (name: string) => `Remove ${name}`,
  fileChosen: (name: string) => `${name} chosen`,
  fileRemoved: 'The file was removed',
  savedFile: 'Saved content',
  fileTooLarge: (limit: string) => `This file is too large. The limit is ${limit}.`,
  fileUnreadable: 'This file could not be read.',
  fileNotText: 'This is not a text file, so its content cannot be sent.',

  // Copying
  copy: 'Copy',
  copyField: (label: string) => `Copy ${label}`,
  copied: 'Copied',
  copyFailed: 'Copying failed. Select the text and copy it yourself.',
  nothingToCopy: 'There is nothing to copy yet.',

  // What the SDK calls its own fields
  clientId: 'Client ID',
  clientSecret: 'Client Secret',

  // Kinds without a control
  unsupported: 'This type of field cannot be edited here. Its saved value is kept.',
} as const;
