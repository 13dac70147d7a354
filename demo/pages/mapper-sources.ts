import type {DataSources} from '../../src/core/sdk.js';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A page of choices, as a backend of your own would give it. */
function page(all: readonly Choice[], size: number, cursor: unknown, search = '') {
  const words = search.toLowerCase();
  const found = all.filter(({label, value}) => `${label} ${value}`.toLowerCase().includes(words));
  const start = Number(cursor ?? 0);
  const end = start + size;
  return Promise.resolve({
    options: found.slice(start, end),
    nextPageCursor: end < found.length ? String(end) : null,
  });
}

const LEDGERS = [
  {label: 'Accounts receivable', value: 'receivable'},
  {label: 'General ledger', value: 'general'},
];

const LEDGER_FIELDS = ['Number', 'Issue date', 'Due date', 'Amount', 'Currency', 'Client', 'Memo'];

const GROUPS = ['Billing', 'Shipping', 'Legal', 'Home', 'Work', 'Partner', 'Primary'];
const PARTS = ['street', 'city', 'code', 'country', 'first name', 'email', 'phone', 'amount'];

/** So many fields, none of them twice. */
export function manyFields(count: number): readonly Choice[] {
  return Array.from({length: count}, (_, index) => {
    const label = `${GROUPS[index % 7] ?? ''} ${PARTS[index % 8] ?? ''} ${index}`;
    return {label, value: label.toLowerCase().replaceAll(' ', '_')};
  });
}

const ARTICLE_FIELDS = manyFields(5000);

/** For `.dataSources` of a portal: your fields, and loaders for those of the integration where the SDK has none. */
export const sources: DataSources = {
  mapObjectFields: {
    Invoice: {
      objectTypes: {get: (cursor: unknown, search?: string) => page(LEDGERS, 50, cursor, search)},
      integrationFields: {
        get: ({objectType}: {readonly objectType: string}, cursor: unknown, search?: string) => {
          const fields = LEDGER_FIELDS.map((label) => ({
            label,
            value: `${objectType}.${label.toLowerCase().replace(' ', '_')}`,
          }));
          return page(fields, 4, cursor, search);
        },
      },
      applicationFields: {
        fields: [
          {label: 'Invoice number', value: 'number', required: true},
          {label: 'Total', value: 'total'},
          {label: 'Customer', value: 'customer.name'},
          {label: 'First position', value: 'positions[0].text'},
        ],
        defaultFields: ['number', 'total', 'customer.name'],
        userCanRemoveMappings: true,
        userCanCreateFields: true,
      },
    },
    Article: {
      objectTypes: {get: () => page([{label: 'Article', value: 'article'}], 50, 0)},
      integrationFields: {
        get: (_: unknown, cursor: unknown, search?: string) =>
          page(ARTICLE_FIELDS, 1000, cursor, search),
      },
      applicationFields: {
        fields: ARTICLE_FIELDS.filter((_, index) => index % 15 === 0).slice(0, 300),
        userCanRemoveMappings: true,
      },
    },
  },
};
