import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readApplicationFields} from '../../src/core/mapping/application-fields.js';
import {checkRows} from '../../src/core/mapping/mapping-checks.js';
import {
  addRow,
  checkName,
  chooseObject,
  createField,
  mapFields,
  removeRow,
} from '../../src/core/mapping/mapping-edit.js';
import {readRows} from '../../src/core/mapping/mapping-rows.js';
import {readMapping} from '../../src/core/mapping/mapping-value.js';
import {MappingMemory} from '../../src/core/mapping/mapping-memory.js';

const INVOICE = [
  {label: 'Number', value: 'number'},
  {label: 'Date', value: 'date'},
  {label: 'Date', value: 'due'},
  {label: 'Total', value: 'total'},
];
const all = readApplicationFields(undefined, INVOICE);
const some = readApplicationFields(undefined, {
  fields: INVOICE,
  defaultFields: ['number', 'gone'],
  userCanRemoveMappings: true,
  userCanCreateFields: true,
});
const keys = (fields: typeof all, value: unknown): readonly string[] =>
  readRows(fields, readMapping(value)).shown.map(({key}) => key);
const field = (fields: typeof all, value: unknown, key: string): unknown =>
  readRows(fields, readMapping(value)).shown.find((row) => row.key === key)?.field;

describe('rows of a mapper', () => {
  it('come from the input, without a way to remove them', () => {
    const fields = readApplicationFields({
      id: 'm',
      type: 'FIELD_MAPPER',
      savedFieldMappings: [{label: 'Name'}, {label: '__proto__'}, {label: 'Name'}, {label: ''}],
    });
    const {shown, hidden} = readRows(fields, readMapping({fieldMappings: {Name: 'n'}}));
    assert.deepEqual(
      shown.map(({key, field: mapped, removable}) => [key, mapped, removable]),
      [
        ['Name', 'n', false],
        ['__proto__', undefined, false],
        ['', undefined, false],
      ],
    );
    assert.deepEqual(hidden, []);
  });

  it('come from the host, told apart by value where labels are equal', () => {
    assert.deepEqual(keys(all, {}), ['number', 'date', 'due', 'total']);
    const value = mapFields({}, all, new Map([['due', 'due_at']]));
    assert.equal(field(all, value, 'date'), undefined);
    assert.equal(field(all, value, 'due'), 'due_at');
  });

  it('start with the default fields, the others can be added', () => {
    const {shown, hidden} = readRows(some, readMapping(undefined));
    assert.deepEqual(
      shown.map(({key}) => key),
      ['number'],
    );
    assert.deepEqual(
      hidden.map(({key}) => key),
      ['date', 'due', 'total'],
    );
  });

  it('are all there where nothing could be added to none', () => {
    const fields = readApplicationFields(undefined, {fields: INVOICE, defaultFields: []});
    assert.equal(keys(fields, {}).length, 4);
  });

  it('can be removed and added again, in the order of the application', () => {
    const added = addRow(addRow({}, some, 'total'), some, 'date');
    assert.deepEqual(keys(some, added), ['number', 'date', 'total']);
    const removed = removeRow(mapFields(added, some, new Map([['date', 'd']])), some, 'date');
    assert.deepEqual(keys(some, removed), ['number', 'total']);
    assert.equal(field(some, addRow(removed, some, 'date'), 'date'), undefined);
  });

  it('stay removed, down to the last one', () => {
    const value = removeRow({}, some, 'number');
    assert.deepEqual(value, {dynamicMappings: {}, mappingType: 'DYNAMIC'});
    assert.deepEqual(keys(some, value), []);
  });

  it('stay where people may not remove them', () => {
    const value = {};
    assert.equal(removeRow(value, all, 'number'), value);
    assert.deepEqual(keys(all, {dynamicMappings: {}}), ['number', 'date', 'due', 'total']);
  });

  it('stay where the host requires them, whatever was saved', () => {
    const fields = readApplicationFields(undefined, {
      fields: [{label: 'Number', value: 'number', required: true}, ...INVOICE.slice(1)],
      defaultFields: ['date'],
      userCanRemoveMappings: true,
    });
    const value = {dynamicMappings: {}};
    assert.deepEqual(keys(fields, value), ['number']);
    assert.equal(removeRow(value, fields, 'number'), value);
  });

  it('can be named by people, and end with their removal', () => {
    const value = createField({}, some, ' Cost centre ');
    assert.deepEqual(value, {
      userCreatedFields: ['Cost centre'],
      dynamicMappings: {
        number: {applicationField: 'number'},
        'Cost centre': {applicationField: 'Cost centre'},
      },
      mappingType: 'DYNAMIC',
    });
    assert.deepEqual(keys(some, value), ['number', 'Cost centre']);
    assert.deepEqual(keys(some, removeRow(value, some, 'Cost centre')), ['number']);
  });

  it('refuse a name that is empty or there already', () => {
    const value = createField({}, some, '__proto__');
    assert.equal(checkName(value, some, '  '), 'empty');
    assert.equal(checkName(value, some, 'TOTAL'), 'taken');
    assert.equal(checkName(value, some, '__PROTO__'), 'taken');
    assert.equal(checkName(value, some, 'new'), undefined);
    assert.equal(createField(value, some, 'Total'), value);
    assert.equal(createField(value, all, 'new'), value);
  });
});

describe('another object', () => {
  const contact = mapFields(
    {mainInput: 'Contact', dependentInput: 'standard', extra: 1},
    all,
    new Map([['number', 'no']]),
  );

  it('takes over no mapping, but every row', () => {
    assert.deepEqual(chooseObject(contact, 'Deal'), {
      mainInput: 'Deal',
      extra: 1,
      dynamicMappings: {
        number: {applicationField: 'number'},
        date: {applicationField: 'date'},
        due: {applicationField: 'due'},
        total: {applicationField: 'total'},
      },
      mappingType: 'DYNAMIC',
      fieldMappings: {},
      objectMapping: 'Deal',
    });
  });

  it('sets the mappings aside, which come back with the old one', () => {
    const shelf = new MappingMemory();
    const deal = shelf.change(contact, all, 'Deal');
    assert.equal(deal.setAside, 1);
    const mapped = mapFields(deal.value, all, new Map([['total', 'amount']]));
    const back = shelf.change(mapped, all, 'Contact');
    assert.deepEqual(back, {value: contact, setAside: 1, restored: 1});
    assert.deepEqual(shelf.change(back.value, all, 'Deal').value, mapped);
  });

  it('keeps rows that were added while another one was chosen', () => {
    const shelf = new MappingMemory();
    const first = mapFields({mainInput: 'A'}, some, new Map([['number', 'no']]));
    const other = createField(shelf.change(first, some, 'B').value, some, 'Own');
    const back = shelf.change(addRow(other, some, 'total'), some, 'A').value;
    assert.deepEqual(keys(some, back), ['number', 'total', 'Own']);
    assert.equal(field(some, back, 'number'), 'no');
  });

  it('tells objects apart by type', () => {
    const shelf = new MappingMemory();
    const one = mapFields({mainInput: 1}, all, new Map([['number', 'no']]));
    const text = shelf.change(one, all, '1').value;
    assert.equal(field(all, text, 'number'), undefined);
    assert.deepEqual(shelf.change(text, all, 1).value, one);
  });
});

describe('checks of rows', () => {
  const fields = readApplicationFields(undefined, [
    {label: 'Number', value: 'number', required: true},
    ...INVOICE.slice(1),
  ]);
  const rows = (mapping: Record<string, unknown>) =>
    readRows(fields, readMapping({fieldMappings: mapping})).shown;

  it('find what is required, what is mapped twice, and what is gone', () => {
    const problems = checkRows(rows({date: 'a', due: 'a', total: 'gone'}), (one) => one === 'gone');
    assert.deepEqual(
      [...problems].map(([key, found]) => [key, found.map(({kind}) => kind)]),
      [
        ['number', ['required']],
        ['date', ['duplicate']],
        ['due', ['duplicate']],
        ['total', ['vanished']],
      ],
    );
    const [duplicate] = problems.get('date') ?? [];
    assert.ok(duplicate?.kind === 'duplicate');
    assert.deepEqual(
      duplicate.others.map(({key}) => key),
      ['due'],
    );
  });

  it('find nothing wrong with different types', () => {
    assert.equal(checkRows(rows({number: 1, date: '1'}), () => false).size, 0);
  });
});
