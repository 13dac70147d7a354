import {ConnectSession} from '../../src/core/compose.js';
import {FakeSdk} from '../support/fake-sdk.js';

const GROUPS = 'Billing Shipping Legal Home Work Partner Primary'.split(' ');
const PARTS = ['street', 'city', 'code', 'country', 'first name', 'email', 'phone', 'amount'];

export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Fields of an object, none of them twice. */
export function fieldsOf(count: number): readonly Choice[] {
  return Array.from({length: count}, (_, at) => ({
    label: `${GROUPS[at % 7] ?? ''} ${PARTS[at % 8] ?? ''} ${at}`,
    value: `Contact.${GROUPS[at % 7] ?? ''}_${(PARTS[at % 8] ?? '').replace(' ', '_')}_${at}__c`,
  }));
}

/** What a mapper needs that is on the page before it: the session, its input, and a mapping of every second row. */
export interface MapperData {
  readonly sdk: FakeSdk;
  readonly session: ConnectSession;
  readonly fields: readonly Choice[];
  readonly rows: readonly {readonly label: string}[];
  readonly value: {
    readonly mainInput: string;
    readonly fieldMappings: Readonly<Record<string, string>>;
  };
}

/** Field mappings of `rowCount` rows to an object of 5,000 fields that arrive at once. */
export function mapperData(rowCount: number): MapperData {
  const fields = fieldsOf(5_000);
  const sdk = new FakeSdk([{type: 'acme', name: 'Acme', accounts: [{id: 'account'}]}]);
  const source = (cacheKey: string, refreshDependencies: readonly string[]) => ({
    type: 'DYNAMIC_DATA_SOURCE',
    title: cacheKey,
    cacheKey,
    refreshDependencies,
  });
  sdk.answer('getSourcesForInput', () => ({
    kind: 'fieldMapper',
    recordSource: source('objects', []),
    fieldSource: source('fields', ['objects']),
  }));
  sdk.answer('getFieldOptions', (request) => {
    const {source: asked} = request as {readonly source: {readonly cacheKey: string}};
    const data = asked.cacheKey === 'fields' ? fields : [{label: 'Contact', value: 'Contact'}];
    return {data, nestedData: [], nextPageCursor: null};
  });
  const session = new ConnectSession(sdk);
  session.subscribe(() => undefined);
  const rows = Array.from({length: rowCount}, (_, at) => ({
    label: fields[(at * 13) % fields.length]?.label ?? '',
  }));
  const mapped = rows.flatMap(({label}, at) =>
    at % 2 ? [] : [[label, fields[(at * 13) % fields.length]?.value ?? ''] as const],
  );
  const value = {mainInput: 'Contact', fieldMappings: Object.fromEntries(mapped)};
  return {sdk, session, fields, rows, value};
}
