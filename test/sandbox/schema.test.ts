import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import type {Option} from '../../demo/sandbox/protocol.js';
import type {SchemaChange} from '../../demo/sandbox/schema.js';
import {newUser, type Refusal, type TestUser} from './support.js';

interface Answer {
  readonly output: readonly Option[] | {readonly records: readonly Option[]};
}

const ask = (user: TestUser, sourceKey: string, parameters: Readonly<Record<string, string>>) =>
  user.sdk<Answer & Refusal>('POST', '/actions', {
    body: {
      action: 'orbitcrm',
      sourceKey,
      parameters: Object.entries(parameters).map(([key, value]) => ({
        key,
        source: {type: 'VALUE', value},
      })),
    },
  });

async function optionsOf(
  user: TestUser,
  sourceKey: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<readonly Option[]> {
  const {output} = (await ask(user, sourceKey, parameters)).body;
  return 'records' in output ? output.records : output;
}

const contactFields = (user: TestUser) => optionsOf(user, 'fields', {records: 'Contact'});

async function changed(orbitcrm: SchemaChange): Promise<TestUser> {
  const user = await newUser(DEMO_USER_ID);
  await user.control({schema: {orbitcrm}});
  return user;
}

suite('a changed schema', () => {
  test('has lost fields', async () => {
    const user = await changed({removeFields: ['Contact.phone']});
    const labels = (await contactFields(user)).map(({label}) => label);
    assert.deepEqual(labels.slice(0, 3), ['Name', 'Email', 'Owner']);
  });

  test('has fields with other labels, other values or both', async () => {
    const user = await changed({
      renameFields: {
        'Contact.name': {label: 'Display name'},
        'Contact.email': {value: 'Contact.mail'},
        'Contact.phone': {label: 'Landline', value: 'Contact.landline'},
      },
    });
    assert.deepEqual((await contactFields(user)).slice(0, 3), [
      {label: 'Display name', value: 'Contact.name'},
      {label: 'Email', value: 'Contact.mail'},
      {label: 'Landline', value: 'Contact.landline'},
    ]);
  });

  test('has new fields, in one object', async () => {
    const field = {label: 'Loyalty tier', value: 'Contact.tier'};
    const user = await changed({addFields: [{object: 'Contact', ...field}]});
    assert.deepEqual((await contactFields(user))[0], field);
    const [first] = await optionsOf(user, 'fields', {records: 'Deal'});
    assert.equal(first?.label, 'Name');
  });

  test('has lost an object with its fields and layouts', async () => {
    const user = await changed({removeObjects: ['Deal']});
    assert.deepEqual(
      (await optionsOf(user, 'records')).map(({value}) => value),
      ['Contact'],
    );
    for (const source of ['fields', 'layouts']) {
      const {status, body} = await ask(user, source, {records: 'Deal'});
      assert.equal(status, 404);
      assert.equal(body.code, 'object-unknown');
    }
  });

  test('is replaced by the next change, and undone by null and by a reset', async () => {
    const user = await changed({removeFields: ['Contact.phone']});
    const first = async () => (await contactFields(user)).slice(0, 3).map(({label}) => label);
    await user.control({schema: {orbitcrm: {removeFields: ['Contact.name']}}});
    assert.deepEqual(await first(), ['Email', 'Phone', 'Owner']);
    await user.control({schema: {orbitcrm: null}});
    assert.deepEqual(await first(), ['Name', 'Email', 'Phone']);
    await user.control({schema: {orbitcrm: {removeFields: ['Contact.email']}}});
    const {scenario} = await user.control({reset: true});
    assert.deepEqual(scenario.schema, {});
    assert.deepEqual(await first(), ['Name', 'Email', 'Phone']);
  });

  test('is another one in every world', async () => {
    await changed({removeObjects: ['Deal']});
    const other = await newUser(DEMO_USER_ID);
    assert.equal((await optionsOf(other, 'records')).length, 2);
  });

  test('is refused where it names nothing that is there', async () => {
    const user = await newUser(DEMO_USER_ID);
    const schemas: readonly unknown[] = [
      {unknown: {}},
      {chirrup: {}},
      {orbitcrm: {removeField: ['Contact.phone']}},
      {orbitcrm: {removeFields: 'Contact.phone'}},
      {orbitcrm: {removeFields: ['Contact.fone']}},
      {orbitcrm: {removeObjects: ['Lead']}},
      {orbitcrm: {renameFields: {'Contact.fone': {label: 'Phone'}}}},
      {orbitcrm: {renameFields: {'Contact.phone': {}}}},
      {orbitcrm: {addFields: [{object: 'Lead', label: 'Score', value: 'Lead.score'}]}},
      {orbitcrm: {addFields: [{object: 'Contact', label: 'Score'}]}},
    ];
    for (const schema of schemas) {
      const path = `/control?project=${user.projectId}`;
      const {status} = await user.send('POST', path, {body: {schema}});
      assert.ok(status === 400 || status === 404, JSON.stringify(schema));
    }
    assert.deepEqual((await user.inspect()).scenario.schema, {});
  });
});
