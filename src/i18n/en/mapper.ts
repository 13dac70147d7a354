/** Words of `<pg-field-mapper>`. */
export const mapper = {
  account: (name: string) => `Fields of ${name}`,
  // Objects
  object: 'Object',
  dependent: 'Details',
  chooseObject: 'Choose an object to map its fields.',
  chooseDependent: (label: string) => `Choose ${label} to map the fields.`,
  setAside: (count: number, object: string) =>
    count === 1
      ? `1 mapping of ${object} was set aside. It comes back when you choose ${object} again.`
      : `${count} mappings of ${object} were set aside. They come back when you choose ${object} again.`,
  takenAway: (count: number, object: string) =>
    count === 1
      ? `1 mapping of ${object} was removed.`
      : `${count} mappings of ${object} were removed.`,
  restored: (count: number, object: string) =>
    count === 1 ? `1 mapping of ${object} is back.` : `${count} mappings of ${object} are back.`,
  objectBefore: 'the previous object',
  undo: 'Undo',
  objectGone: 'This object no longer exists. Its mappings are kept until you choose another one.',
  closeNotice: 'Close this message',

  // Table
  table: (title: string) => `${title}: field mappings`,
  mapped: (mapped: number, all: number) => `${mapped} of ${all} mapped`,
  toCheck: (count: number) => (count === 1 ? '1 field to check' : `${count} fields to check`),
  ownField: 'Your field',
  integrationField: (name: string) => `${name} field`,
  anyIntegrationField: 'Integration field',
  sampleValue: 'Sample value',
  sampleHint: 'What would arrive with the sample record',
  actions: 'Actions',
  fieldFor: (label: string) => `Field for ${label}`,
  toIntegration: 'goes to',
  toApplication: 'comes from',
  notMapped: 'Not mapped',
  loadingFields: 'Loading fields…',
  noRows: 'There are no fields to map yet.',
  noRowsSetUp: 'No fields are set up for mapping.',
  requiredField: 'Required',
  createdField: 'Added by you',

  // Search and filters
  searchRows: 'Search your fields',
  clearSearch: 'Clear the search',
  filterRows: 'Show fields',
  filterAll: 'All',
  filterUnmapped: 'Unmapped',
  filterRequired: 'Required',
  filterProblems: 'Problems',
  found: (count: number) => (count === 1 ? '1 field' : `${count} fields`),
  noneFound: (query: string) => `None of your fields match “${query}”.`,
  noneLeft: 'No fields match this filter.',
  showAll: 'Show all fields',

  // Problems
  missing: 'Choose an object and map at least one field.',
  missingAny: 'Map at least one field.',
  missingDependent: (label: string) => `Choose ${label}.`,
  missingRows: (count: number) =>
    count === 1 ? 'Map the required field.' : `Map the ${count} required fields.`,
  duplicateRows: 'Map each field to a different field.',
  rowRequired: 'This field is required.',
  rowDuplicate: (labels: string) => `Also used for ${labels}.`,
  rowVanished: 'This field no longer exists. It is kept until you change it.',
  andMore: (labels: string, count: number) => `${labels} and ${count} more`,
  notAllLoaded: 'Not all fields could be loaded.',

  // Preview
  sampleEmpty: 'Empty in the sample',
  sampleMissing: 'Not in the sample',
  nothingSent: 'Nothing',

  // Adding and removing
  addField: 'Add a field',
  createField: 'Create a field',
  newFieldName: 'Name of the new field',
  add: 'Add',
  cancel: 'Cancel',
  nameEmpty: 'Enter a name.',
  nameTaken: 'A field with this name already exists.',
  removeField: (label: string) => `Remove ${label}`,
  removed: (label: string) => `${label} was removed.`,
  added: (label: string) => `${label} was added.`,

  // Suggestions
  suggestions: (count: number) => (count === 1 ? '1 likely match' : `${count} likely matches`),
  noSuggestionsLeft: 'No likely matches left.',
  lookingForSuggestions: 'Looking for likely matches…',
  acceptAll: (count: number) => (count === 1 ? 'Accept' : 'Accept all'),
  dismissAll: 'Dismiss',
  suggested: 'Suggested',
  otherFields: 'Other fields',
  accept: 'Use',
  acceptNamed: (field: string) => `Use ${field}`,
  acceptFor: (field: string, label: string) => `Use ${field} for ${label}`,
  dismissFor: (field: string, label: string) => `Dismiss ${field} for ${label}`,
  accepted: (count: number) =>
    count === 1 ? '1 match was accepted.' : `${count} matches were accepted.`,
  acceptedFor: (field: string, label: string) => `${field} is used for ${label}.`,
  dismissed: (count: number) =>
    count === 1 ? '1 match was dismissed.' : `${count} matches were dismissed.`,
  suggestion: (field: string, reason: string) => `Suggestion: ${field}, ${reason}.`,
  suggestionKeys: 'Press Tab to use it, Escape to dismiss it.',
  suggestionEnter: 'Press Enter to use it, Escape to dismiss it.',
  // What the keys of the two sentences above are called on keyboards, shown in a small box.
  keyTab: 'Tab',
  keyEnter: 'Enter',
  confidence: (percent: string, reason: string) => `${percent} match, ${reason}`,
  reasonSameName: 'same name',
  reasonSameApiName: 'same API name',
  reasonSynonym: 'synonym',
  reasonSimilar: 'similar name',
} as const;
