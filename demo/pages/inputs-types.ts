import type {ConnectInput} from '../../src/core/sdk.js';
import type {InputType} from '../../src/elements/input/input-types.js';

/** What the specimens of a type are made of. */
export interface Kind {
  readonly title: string;
  readonly input: Omit<ConnectInput, 'id' | 'type'>;
  /** A value that somebody saved before; undefined where nothing is ever saved. */
  readonly saved: unknown;
  /** A value that people may get wrong, besides leaving it out. */
  readonly wrong?: unknown;
  /** Nothing to fill in or to leave out, so nothing can be missing. */
  readonly isNeverRequired?: true;
  readonly isNeverEditable?: true;
  /** What is different where something required is left out. */
  readonly missing?: Partial<ConnectInput>;
  /** A saved value that is offered no more, and the list that has it no more where it is another one. */
  readonly gone?: {readonly value: unknown; readonly input?: Partial<ConnectInput>};
  /** What is different where the choices are none, or fail to load. */
  readonly empty?: Partial<ConnectInput>;
  readonly failing?: Partial<ConnectInput>;
  /** Has choices that are on their way at first. */
  readonly isLoaded?: true;
}

const CHANNELS = [
  {label: 'Newsletter', value: 'newsletter'},
  {label: 'Trade fair', value: 'fair'},
];

const SCOPES = {
  values: [
    {name: 'palette.read', label: 'Palettes', description: 'See your palettes', required: true},
    {name: 'palette.write', label: 'Change palettes', description: 'Add and remove colours'},
    {name: 'export', label: 'Exports', description: 'Create exports'},
  ],
};

/** One entry for every type of the kit; one that is missing here is a type error. */
const SUPPORTED: Readonly<Record<InputType, Kind>> = {
  TEXT_NO_VARS: {
    title: 'Text',
    input: {title: 'Palette name', placeholder: 'Autumn 2025'},
    saved: 'Winter',
  },
  TEXTAREA_NO_VARS: {
    title: 'Long text',
    input: {title: 'Notes for the printer', placeholder: 'Paper, colours, deadline'},
    saved: 'Matt paper, please.\nTwo spot colours.',
  },
  NUMBER: {title: 'Number', input: {title: 'Copies'}, saved: '250', wrong: 'a dozen'},
  EMAIL: {
    title: 'Email',
    input: {title: 'Send proofs to', placeholder: 'you@acme.example'},
    saved: 'ada@acme.example',
    wrong: 'ada at acme',
  },
  URL: {
    title: 'Web address',
    input: {title: 'Web hook', placeholder: 'https://acme.example/hook'},
    saved: 'https://acme.example/hook',
    wrong: 'acme.example/hook',
  },
  PASSWORD: {title: 'Password', input: {title: 'Signing secret'}, saved: 'correct horse battery'},
  BOOLEAN_INPUT: {
    title: 'Yes or no',
    input: {title: 'Add crop marks'},
    saved: true,
    isNeverRequired: true,
  },
  SWITCH: {
    title: 'Switch',
    input: {title: 'Team', titleText: 'Share with my team'},
    saved: true,
    isNeverRequired: true,
  },
  ENUM: {
    title: 'Choice',
    input: {title: 'Colour model', sourceType: 'models'},
    saved: 'cmyk',
    gone: {value: 'pantone-1963'},
  },
  DYNAMIC_ENUM: {
    title: 'Choice from the provider',
    input: {title: 'Accent colour', sourceType: 'colours', placeholder: 'Search 148 colours'},
    saved: 'colour-12',
    // Of a list with many pages nobody knows what it does not have.
    gone: {value: 'linen', input: {sourceType: 'finishes', placeholder: ''}},
    empty: {sourceType: 'empty'},
    failing: {sourceType: 'broken'},
    isLoaded: true,
  },
  CUSTOM_DROPDOWN: {
    title: 'Choice from the application',
    input: {title: 'Channel', key: 'channels', customDropdownOptions: CHANNELS},
    saved: 'fair',
    gone: {value: 'billboard'},
    empty: {key: 'no_channels'},
    failing: {key: 'broken_channels'},
    isLoaded: true,
  },
  COMBO_INPUT: {
    title: 'Two in one',
    input: {title: 'Book and page', sourceType: 'books'},
    saved: {mainInput: 'autumn', dependentInput: 'autumn-2'},
    gone: {value: {mainInput: 'autumn', dependentInput: 'autumn-99'}},
    empty: {sourceType: 'emptyCombo'},
    failing: {sourceType: 'brokenCombo'},
    isLoaded: true,
  },
  DYNAMIC_COMBO_INPUT: {
    title: 'Two in one, with defaults',
    input: {title: 'Page and its defaults', sourceType: 'bookDefaults'},
    saved: {
      mainInput: 'autumn',
      dependentInput: 'autumn-2',
      variableInput: {ink: 'Rust', tags: ['warm', 'Bright'], proofs: ['print']},
    },
    gone: {value: {mainInput: 'autumn', dependentInput: 'autumn-99'}},
    empty: {sourceType: 'emptyDefaults'},
    failing: {sourceType: 'brokenDefaults'},
    isLoaded: true,
  },
  FIELD_MAPPER: {
    title: 'Field mapping',
    input: {
      title: 'Fields',
      sourceType: 'bookFields',
      savedFieldMappings: [{label: 'Name'}, {label: 'Hex value'}],
    },
    saved: {mainInput: 'autumn', fieldMappings: {Name: 'name', 'Hex value': 'hex'}},
    gone: {value: {mainInput: 'autumn', fieldMappings: {Name: 'name', 'Hex value': 'ral_code'}}},
    empty: {sourceType: 'emptyMapper'},
    failing: {sourceType: 'brokenMapper'},
    isLoaded: true,
  },
  PERMISSION: {
    title: 'Permissions',
    input: {title: 'Allow', requiredScopes: ['palette.read'], scopes: SCOPES},
    saved: 'palette.read export',
    // Scopes that are required are granted from the start.
    missing: {requiredScopes: [], scopes: {values: SCOPES.values.slice(1)}},
    gone: {value: 'palette.read palette.share'},
    empty: {requiredScopes: [], scopes: {values: []}},
  },
  FILE: {title: 'File', input: {title: 'Palette to start from'}, saved: '#c2410c\n#0e7490\n'},
  COPYABLE_BUTTON_INPUT: {
    title: 'Value to copy',
    input: {title: 'Address to paste at Swatchbook'},
    saved: 'https://hooks.acme.example/swatchbook/4f1c',
    isNeverRequired: true,
    isNeverEditable: true,
    empty: {},
  },
};

/** A type that a later version of the service may send. */
const UNKNOWN = 'HOLOGRAM';

export const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...Object.entries(SUPPORTED),
  [
    UNKNOWN,
    {
      title: 'A type nobody knows yet',
      input: {title: 'Projection'},
      saved: {angle: 42},
      isNeverRequired: true,
      isNeverEditable: true,
    },
  ],
]);
