/** Words of the choice among the configurations of an account; they belong to the area of `settings`. */
export const configurations = {
  add: 'Add',
  addLabel: 'Name of the new configuration',
  addLong: 'Add configuration',
  added: (name: string) => `The configuration “${name}” was added.`,
  byDefault: 'Default',
  configuration: 'Configuration',
  nameBlank: 'Enter a name.',
  nameTaken: 'This account already has a configuration with this name.',
  removeHeading: (name: string) => `Remove the configuration “${name}”?`,
  removeLong: (name: string) => `Remove ${name}`,
  removeOne: 'Remove',
  removeText: 'This deletes its settings. Other configurations of this account are not affected.',
  removedOne: (name: string) => `The configuration “${name}” was removed.`,
  renameLabelOne: (name: string) => `Name of ${name}`,
  renameLong: (name: string) => `Rename ${name}`,
  renameOne: 'Rename',
  renamedOne: (name: string) => `Renamed to ${name}.`,
  saveName: 'Save name',
  unnamedConfiguration: (index: number) => `Configuration ${index}`,
  workflowEnds: (workflow: string) =>
    `The workflow “${workflow}” will stop for this configuration.`,
} as const;
