import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readApplicationFields} from '../../src/core/mapping/application-fields.js';
import {
  addRow,
  chooseDependent,
  chooseObject,
  createField,
  mapFields,
  removeRow,
} from '../../src/core/mapping/mapping-edit.js';
import {readRows} from '../../src/core/mapping/mapping-rows.js';
import {readMapping} from '../../src/core/mapping/mapping-value.js';
import {propertyRuns} from '../support/property-runs.js';

/** JSON that a backend could have stored: own keys such as `__proto__` are only made by parsing. */
const parse = (json: string): unknown => JSON.parse(json) as unknown;

const names = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '0', '42', '🦊', 'Email', 'email'),
  fc.string({maxLength: 6}),
);
const field = fc.oneof(fc.string({minLength: 1, maxLength: 8}), fc.integer({min: 1, max: 99}));
const unknownMember = fc.tuple(
  names.map((name) => `x${name}`),
  fc.jsonValue({maxDepth: 1}),
);
const entry = fc.record(
  {applicationField: names, integrationField: field, note: fc.string()},
  {requiredKeys: []},
);

/** The members of an object in JSON text, `__proto__` among them. */
const objectOf = (members: readonly (readonly [string, unknown])[]): unknown =>
  Object.fromEntries(members);

const saved = fc
  .record(
    {
      objectMapping: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
      mainInput: fc.string(),
      dependentInput: fc.string(),
      fieldMappings: fc
        .array(fc.tuple(names, fc.oneof(field, fc.constant(''))), {maxLength: 5})
        .map(objectOf),
      dynamicMappings: fc.array(fc.tuple(names, entry), {maxLength: 5}).map(objectOf),
      userCreatedFields: fc.array(names, {maxLength: 3}),
      mappingType: fc.constantFrom('STATIC', 'DYNAMIC'),
    },
    {requiredKeys: []},
  )
  .chain((known) =>
    fc
      .array(unknownMember, {maxLength: 3})
      .map((others) => ({...known, ...Object.fromEntries(others)})),
  );

const fieldsOf = (kind: 'static' | 'dynamic', keys: readonly string[]) =>
  kind === 'static'
    ? readApplicationFields({
        id: 'm',
        type: 'FIELD_MAPPER',
        savedFieldMappings: keys.map((label) => ({label})),
      })
    : readApplicationFields(undefined, {
        fields: keys.map((value) => ({value, label: `Label of ${value}`})),
        userCanRemoveMappings: true,
        userCanCreateFields: true,
      });

const mapper = fc
  .tuple(
    fc.constantFrom('static' as const, 'dynamic' as const),
    fc.uniqueArray(names, {minLength: 1, maxLength: 6}),
  )
  .map(([kind, keys]) => fieldsOf(kind, keys));

const KNOWN = new Set([
  'objectMapping',
  'mainInput',
  'dependentInput',
  'fieldMappings',
  'dynamicMappings',
  'userCreatedFields',
  'mappingType',
]);
const others = (value: unknown): string =>
  JSON.stringify(Object.entries(value as object).filter(([name]) => !KNOWN.has(name)));
const rowsOf = (fields: ReturnType<typeof fieldsOf>, value: unknown) =>
  readRows(fields, readMapping(value)).shown;
const choices = (fields: ReturnType<typeof fieldsOf>, value: unknown) =>
  new Map(rowsOf(fields, value).map((row) => [row.key, row.field]));

describe('a field mapping', () => {
  it('is read in the words of the SDK’s types', () => {
    const mapping = readMapping({
      objectMapping: 'Contact',
      fieldMappings: {Name: 'full_name', Phone: ''},
      dynamicMappings: {a: {applicationField: 'email', integrationField: 'Email'}, b: {}},
      userCreatedFields: ['nickname', 3],
      mappingType: 'DYNAMIC',
    });
    assert.equal(mapping.object, 'Contact');
    assert.deepEqual([...mapping.fields], [['Name', 'full_name']]);
    assert.deepEqual(mapping.entries, [
      {mappingKey: 'a', applicationField: 'email', integrationField: 'Email'},
      {mappingKey: 'b', applicationField: 'b', integrationField: undefined},
    ]);
    assert.deepEqual(mapping.userCreatedFields, ['nickname']);
  });

  it('is read in the words of the published example', () => {
    const mapping = readMapping({
      mainInput: 7,
      dependentInput: 'standard',
      fieldMappings: {Name: 'n'},
    });
    assert.equal(mapping.object, 7);
    assert.equal(mapping.dependent, 'standard');
  });

  it('is empty whatever else was stored', () => {
    for (const raw of [
      undefined,
      null,
      'text',
      3,
      [1],
      {fieldMappings: [], dynamicMappings: 'x'},
    ]) {
      assert.deepEqual(readMapping(raw), readMapping({}));
    }
  });

  it('keeps its mappings with another dependent choice', () => {
    const value = {mainInput: 'a', dependentInput: 'x', fieldMappings: {Name: 'n'}};
    assert.equal(chooseDependent(value, 'x'), value);
    assert.deepEqual(chooseDependent(value, 'y'), {
      ...value,
      dependentInput: 'y',
      objectMapping: 'a',
    });
    assert.deepEqual(chooseDependent({dependentInput: 'x'}, null), {});
  });

  it('is written for both readers', () => {
    const fields = fieldsOf('static', ['Name']);
    const value = mapFields({mainInput: 'Contact'}, fields, new Map([['Name', 'full_name']]));
    assert.deepEqual(value, {
      mainInput: 'Contact',
      fieldMappings: {Name: 'full_name'},
      objectMapping: 'Contact',
    });
  });

  it('is written under labels where it was found under labels', () => {
    const fields = readApplicationFields(undefined, [{label: 'Full name', value: 'name'}]);
    const before = {mainInput: 'Contact', fieldMappings: {'Full name': 'a'}};
    const after = mapFields(before, fields, new Map([['name', 'b']])) as typeof before;
    assert.deepEqual(after.fieldMappings, {'Full name': 'b'});
    assert.equal(rowsOf(fields, after)[0]?.field, 'b');
  });

  it('is never changed in place, and is the same object where nothing changes', () => {
    fc.assert(
      fc.property(saved, mapper, fc.array(fc.tuple(names, field)), (value, fields, wanted) => {
        const raw = parse(JSON.stringify(value));
        const before = JSON.stringify(raw);
        mapFields(raw, fields, new Map(wanted));
        removeRow(raw, fields, wanted[0]?.[0] ?? '');
        chooseObject(raw, 'Deal');
        assert.equal(JSON.stringify(raw), before);
        assert.equal(mapFields(raw, fields, choices(fields, raw)), raw);
      }),
      propertyRuns(50),
    );
  });

  it('keeps unknown members, byte for byte and in order', () => {
    fc.assert(
      fc.property(saved, mapper, field, (value, fields, chosen) => {
        const raw = parse(JSON.stringify(value));
        const [row] = rowsOf(fields, raw);
        if (!row) return;
        for (const changed of [
          mapFields(raw, fields, new Map([[row.key, chosen]])),
          mapFields(raw, fields, new Map([[row.key, undefined]])),
          chooseObject(raw, 'Deal'),
          removeRow(raw, fields, row.key),
          createField(raw, fields, 'a new field'),
        ]) {
          assert.equal(others(changed), others(raw));
        }
      }),
      propertyRuns(50),
    );
  });

  it('has what was chosen, and everything else as before', () => {
    fc.assert(
      fc.property(
        saved,
        mapper,
        fc.nat(),
        fc.option(field, {nil: undefined}),
        (value, fields, at, chosen) => {
          const raw = parse(JSON.stringify(value));
          const rows = rowsOf(fields, raw);
          const row = rows[at % Math.max(1, rows.length)];
          if (!row) return;
          const changed = parse(
            JSON.stringify(mapFields(raw, fields, new Map([[row.key, chosen]])) ?? null),
          );
          const expected = choices(fields, raw);
          expected.set(row.key, chosen);
          assert.deepEqual([...choices(fields, changed)], [...expected]);
        },
      ),
      propertyRuns(50),
    );
  });

  it('names its object twice after any change', () => {
    fc.assert(
      fc.property(saved, mapper, field, (value, fields, chosen) => {
        const [row] = rowsOf(fields, value);
        if (!row || row.field === chosen) return;
        const changed = mapFields(value, fields, new Map([[row.key, chosen]])) as Record<
          string,
          unknown
        >;
        assert.equal(changed['objectMapping'], changed['mainInput']);
        assert.equal(changed['objectMapping'], readMapping(value).object);
      }),
      propertyRuns(50),
    );
  });

  it('is opened again as it was left, whatever was done to its rows', () => {
    const act = fc.record({
      what: fc.constantFrom('map', 'clear', 'remove', 'add', 'create'),
      key: names,
      to: field,
    });
    fc.assert(
      fc.property(saved, mapper, fc.array(act, {maxLength: 8}), (value, fields, acts) => {
        let raw: unknown = parse(JSON.stringify(value));
        for (const {what, key, to} of acts) {
          const before = new Map(choices(fields, raw));
          if (what === 'map') raw = mapFields(raw, fields, new Map([[key, to]]));
          else if (what === 'clear') raw = mapFields(raw, fields, new Map([[key, undefined]]));
          else if (what === 'remove') raw = removeRow(raw, fields, key);
          else if (what === 'add') raw = addRow(raw, fields, key);
          else raw = createField(raw, fields, key);
          const now = choices(fields, raw);
          before.delete(key);
          before.delete(key.trim());
          for (const [other, chosen] of before)
            assert.equal(now.get(other), chosen, `${what} ${key}`);
        }
        const reopened = parse(JSON.stringify(raw));
        assert.deepEqual(rowsOf(fields, reopened), rowsOf(fields, raw));
      }),
      propertyRuns(50),
    );
  });
});
