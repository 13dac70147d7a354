import type {ConnectInput} from '../../src/core/sdk.js';
import {ConnectSession} from '../../src/core/compose.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {DISTINCT, LONG, LONG_LIST} from './settings-questions.js';

/** What a settings page needs that is on the page before it. */
export interface SettingsData {
  readonly sdk: FakeSdk;
  readonly session: ConnectSession;
  readonly inputs: readonly ConnectInput[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Choices of a list; they arrive at once. */
export const choicesOf = (list: string): {readonly label: string; readonly value: string}[] =>
  Array.from({length: list === LONG_LIST ? LONG : 50}, (_, at) => ({
    label: `${list} ${at}`,
    value: `${list}-${at}`,
  }));

/** In turn a choice, a text and a switch; at last a choice out of a long list, of which nothing is saved. */
export function settingsData(count: number): SettingsData {
  const values: Record<string, unknown> = {};
  const inputs = Array.from({length: count}, (_, at): ConnectInput => {
    const id = `input-${at}`;
    const title = `Setting ${at}`;
    const list = `list${Math.floor(at / 3) % DISTINCT}`;
    if (at % 3 === 0) {
      values[id] = `${list}-${at % 50}`;
      return {id, title, type: 'DYNAMIC_ENUM', sourceType: list};
    }
    values[id] = at % 3 === 1 ? `Text ${at}` : at % 2 === 0;
    return {id, title, type: at % 3 === 1 ? 'TEXT_NO_VARS' : 'SWITCH', required: false};
  });
  inputs.push({id: LONG_LIST, title: 'Long list', type: 'DYNAMIC_ENUM', sourceType: LONG_LIST});
  const configurations = [
    {id: 'default', isDefault: true, sharedSettings: values, workflowSettings: {}},
  ];
  const sdk = new FakeSdk([
    {
      type: 'acme',
      name: 'Acme',
      config: {availableUserSettings: inputs},
      accounts: [{id: 'account', configurations}],
    },
  ]);
  sdk.answer('getSourcesForInput', (_, input) => ({
    kind: 'single',
    source: {
      type: 'DYNAMIC_DATA_SOURCE',
      cacheKey: (input as ConnectInput).sourceType ?? '',
      refreshDependencies: [],
    },
  }));
  sdk.answer('getFieldOptions', (request) => {
    const {source} = request as {readonly source: {readonly cacheKey: string}};
    return {data: choicesOf(source.cacheKey), nestedData: [], nextPageCursor: null};
  });
  const session = new ConnectSession(sdk);
  session.subscribe(() => undefined);
  return {sdk, session, inputs, values};
}
