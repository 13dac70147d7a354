import type {ConnectInput} from '../../src/core/sdk.js';
import type {ConnectSession} from '../../src/core/compose.js';
import {manyFields} from './mapper-sources.js';

/** A mapping as an application may have it. */
export interface MapperCase {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly integration: string;
  readonly input: (session: ConnectSession) => ConnectInput | undefined;
  readonly sample: unknown;
  /** What was stored on an earlier day. */
  readonly stored: unknown;
  /** The sandbox can change what the integration has. */
  readonly hasSchema?: true;
}

const settingOf =
  (integration: string) =>
  (session: ConnectSession): ConnectInput | undefined =>
    session.texts(integration)?.settings.find(({type}) => type === 'FIELD_MAPPER');

export const CASES: readonly MapperCase[] = [
  {
    id: 'fixed',
    title: 'Fixed rows',
    words:
      'Six rows that the project defines, an object, and a layout that depends on it. 300 fields come in pages of 50. A key of another application in the stored value is kept.',
    integration: 'orbitcrm',
    input: settingOf('orbitcrm'),
    sample: {
      'Full name': 'Ada Moreno',
      'Email address': 'ada.moreno@northwind.example',
      Phone: '+351 22 555 0100',
      Company: '',
      City: 'Porto',
    },
    stored: {
      mainInput: 'Contact',
      dependentInput: 'standard',
      fieldMappings: {'Full name': 'Contact.name', Phone: 'Contact.phone'},
      keptBy: {nightly: ['export']},
    },
    hasSchema: true,
  },
  {
    id: 'own',
    title: 'Your own fields',
    words:
      'Rows and loaders of your own, in pages of four and searched. Rows can be removed, added and created; one is required.',
    integration: 'loomworks',
    input: settingOf('loomworks'),
    sample: {
      number: '2025-0117',
      total: 1480.5,
      customer: {name: 'Northwind'},
      positions: [{text: 'Matt paper, A3'}],
    },
    stored: {mainInput: 'receivable'},
  },
  {
    id: 'large',
    title: '300 × 5,000',
    words:
      '300 rows and 5,000 fields to choose from, loaded in pages of 1,000. The rows share one list, and get their suggestions all at once.',
    integration: 'loomworks',
    input: () => LARGE,
    sample: Object.fromEntries(
      manyFields(1600).map(({value, label}) => [value, `${label} of Ada`]),
    ),
    stored: {mainInput: 'article'},
  },
];

const LARGE: ConnectInput = {
  id: 'articleMapping',
  type: 'FIELD_MAPPER',
  title: 'Map article fields',
  sourceType: 'ledgerFields',
  useDynamicMapper: true,
  dynamicObjectName: 'Article',
  savedFieldMappings: [],
};
