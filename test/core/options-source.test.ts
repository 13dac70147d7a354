import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {PgError} from '../../src/core/errors.js';
import {OptionStore} from '../../src/core/options/option-store.js';
import type {ConnectSdk} from '../../src/core/sdk.js';
import {input, loaderMembers, scriptedSdk} from './options-double.js';

const storeOf = (members: Partial<ConnectSdk>): OptionStore =>
  new OptionStore({sdk: scriptedSdk(members).sdk});

const dynamic = (cacheKey: string) => ({type: 'DYNAMIC_DATA_SOURCE', cacheKey});

describe('where choices come from', () => {
  it('asks for the values of a static list, which getSourcesForInput does not know', async () => {
    const asked: unknown[] = [];
    const store = storeOf({
      getSourcesForInput: () => null,
      getDataSourceOptions: (...question) => {
        asked.push(question);
        const values = [{title: 'Days', items: [{value: 1, label: 'Monday'}]}];
        return Promise.resolve({type: 'STATIC_ENUM_DATA_SOURCE', values});
      },
    });
    const sources = await store.sourceOf('slack', {id: 'd', type: 'ENUM', sourceType: 'days'});
    assert.deepEqual(asked, [['slack', 'days']]);
    assert.ok(sources.kind === 'single' && sources.source.kind === 'static');
    assert.deepEqual(sources.source.page.entries, [
      {title: 'Days', options: [{value: 1, label: 'Monday'}]},
    ]);
  });

  it('takes the choices an input carries itself', async () => {
    const store = storeOf({getSourcesForInput: () => null});
    const customDropdownOptions = [{value: 'a', label: 'A'}];
    const sources = await store.sourceOf('slack', {
      id: 'd',
      type: 'CUSTOM_DROPDOWN',
      customDropdownOptions,
    });
    assert.ok(sources.kind === 'single' && sources.source.kind === 'static');
    assert.deepEqual(sources.source.page.entries, customDropdownOptions);
  });

  it('has none for an input without a source, or with one that does not exist', async () => {
    const store = storeOf({
      getSourcesForInput: () => null,
      getDataSourceOptions: () => Promise.resolve(undefined),
    });
    assert.deepEqual(await store.sourceOf('slack', {id: 't', type: 'NUMBER'}), {kind: 'none'});
    assert.deepEqual(await store.sourceOf('slack', input), {kind: 'none'});
  });

  it('knows a loader of the host, which always searches', async () => {
    const source = {...dynamic('mine'), ...loaderMembers};
    const store = storeOf({getSourcesForInput: () => ({kind: 'single', source})});
    const sources = await store.sourceOf('slack', {id: 'd', type: 'CUSTOM_DROPDOWN', key: 'mine'});
    assert.ok(sources.kind === 'single' && sources.source.kind === 'remote');
    assert.equal(sources.source.loader, true);
    assert.equal(sources.source.searchable, true);
  });

  it('searches a backend source that says it is paged', async () => {
    const source = {...dynamic('c'), supportPagination: true, refreshDependencies: ['team', 3]};
    const store = storeOf({getSourcesForInput: () => ({kind: 'single', source})});
    const sources = await store.sourceOf('slack', input);
    assert.ok(sources.kind === 'single' && sources.source.kind === 'remote');
    assert.deepEqual(
      [sources.source.loader, sources.source.searchable, sources.source.dependencies],
      [false, true, ['team']],
    );
  });

  it('gives both lists of a combo, and the third of one with default values', async () => {
    const sources = {mainInputSource: dynamic('m'), dependentInputSource: dynamic('d')};
    const combo = storeOf({getSourcesForInput: () => ({kind: 'combo', ...sources})});
    const defaults = storeOf({
      getSourcesForInput: () => ({
        kind: 'defaultFieldValue',
        ...sources,
        variableInputSource: dynamic('v'),
      }),
    });
    const plain = await combo.sourceOf('jira', input);
    const full = await defaults.sourceOf('jira', input);
    assert.ok(plain.kind === 'combo' && !('variable' in plain));
    assert.ok(full.kind === 'defaultFieldValue' && full.variable?.kind === 'remote');
    assert.equal(full.variable.cacheKey, 'v');
  });

  it('gives the lists of a field mapper, with the loaders of the host kept apart', async () => {
    const byHost = (key: string, type: string) => ({
      ...dynamic('records'),
      dynamicFieldMappingKey: key,
      dynamicFieldMappingType: type,
    });
    const mapObjectFieldOptions = {fields: []};
    const store = storeOf({
      getSourcesForInput: () => ({
        kind: 'fieldMapper',
        recordSource: byHost('Task', 'objectTypes'),
        fieldSource: byHost('Task', 'integrationFields'),
        mapObjectFieldOptions,
      }),
    });
    const sources = await store.sourceOf('salesforce', input);
    assert.ok(sources.kind === 'fieldMapper');
    const {record, field} = sources;
    assert.ok(record.kind === 'remote' && field.kind === 'remote');
    assert.ok(record.loader);
    assert.notEqual(record.key, field.key);
    assert.equal(sources.mapObjectFieldOptions, mapObjectFieldOptions);
  });

  it('has none for a compound input of which a list is missing', async () => {
    const store = storeOf({
      getSourcesForInput: (integration) => ({kind: integration, mainInputSource: dynamic('m')}),
    });
    assert.deepEqual(await store.sourceOf('combo', input), {kind: 'none'});
    assert.deepEqual(await store.sourceOf('fieldMapper', input), {kind: 'none'});
    assert.deepEqual(await store.sourceOf('single', input), {kind: 'none'});
  });

  it('is asked once for each integration and input, and again after clear', async () => {
    let asked = 0;
    const getSourcesForInput = () => {
      asked += 1;
      return {kind: 'single', source: dynamic('c')};
    };
    const store = storeOf({getSourcesForInput});
    const first = store.sourceOf('slack', input);
    assert.equal(store.sourceOf('slack', input), first);
    await store.sourceOf('teams', input);
    await store.sourceOf('slack', {...input});
    assert.equal(asked, 3);
    store.clear();
    await store.sourceOf('slack', input);
    assert.equal(asked, 4);
  });

  it('does not remember a failure, and reports it', async () => {
    const failures: PgError[] = [];
    let broken = true;
    const {sdk} = scriptedSdk({
      getSourcesForInput: () => {
        if (broken) throw new Error('"x" is not a valid integration type.');
        return {kind: 'single', source: dynamic('c')};
      },
    });
    const store = new OptionStore({sdk, onFailure: (error) => failures.push(error)});
    await assert.rejects(store.sourceOf('x', input), {code: 'integration-unknown'});
    broken = false;
    assert.equal((await store.sourceOf('x', input)).kind, 'single');
    assert.deepEqual(
      failures.map(({code}) => code),
      ['integration-unknown'],
    );
  });
});
