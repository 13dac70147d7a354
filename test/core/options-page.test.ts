import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readPage, readStatic} from '../../src/core/options/option-page.js';
import {isSection} from '../../src/core/options/option-page.js';
import {valueKey} from '../../src/core/util/value-key.js';
import {PgError} from '../../src/core/errors.js';
import {propertyRuns} from '../support/property-runs.js';

const read = (data: unknown, nestedData: unknown = [], nextPageCursor: unknown = null) =>
  readPage({data, nestedData, nextPageCursor});

describe('reading an answer', () => {
  it('keeps numbers, booleans, null and objects as values', () => {
    const values = [1, true, null, {id: 7}, '1'];
    const {entries} = read(values.map((value) => ({value, label: 'x'})));
    assert.deepEqual(
      entries.map((entry) => 'value' in entry && entry.value),
      values,
    );
  });

  it('keeps sections and choices in the order of the source', () => {
    const {entries} = read([
      {value: 'all', label: 'All'},
      {title: 'Public', items: [{value: 'general', label: '#general', subtitle: '3 members'}]},
    ]);
    assert.deepEqual(entries, [
      {value: 'all', label: 'All'},
      {title: 'Public', options: [{value: 'general', label: '#general', subtitle: '3 members'}]},
    ]);
  });

  it('is empty if the backend answered without records', () => {
    const page = read({nextPageCursor: null});
    assert.deepEqual([page.entries, page.nested, page.cursor], [[], [], null]);
  });

  it('refuses no answer at all', () => {
    for (const answer of [undefined, null, 'text', 3]) {
      assert.throws(
        () => readPage(answer),
        (error) => error instanceof PgError && error.code === 'answer-malformed',
      );
    }
  });

  it('labels a choice without a usable label by its value', () => {
    const {entries} = read([{value: 12}, {value: 'a', label: ' '}, {value: {b: 1}, label: {}}]);
    assert.deepEqual(
      entries.map((entry) => 'label' in entry && entry.label),
      ['12', 'a', '{"b":1}'],
    );
  });

  it('shows a label that is a number or a boolean as text', () => {
    assert.deepEqual(read([{value: 1, label: 2024}]).entries, [{value: 1, label: '2024'}]);
  });

  it('reads bare texts and numbers as choices', () => {
    assert.deepEqual(readStatic(['a', 2, null]).entries, [
      {value: 'a', label: 'a'},
      {value: 2, label: '2'},
    ]);
  });

  it('keeps the first of two equal values, across sections too', () => {
    const {entries} = read([
      {value: 'a', label: 'First'},
      {
        title: 'Again',
        items: [
          {value: 'a', label: 'Second'},
          {value: 'b', label: 'B'},
        ],
      },
      {title: 'Nothing new', items: [{value: 'b', label: 'B'}]},
    ]);
    assert.deepEqual(entries, [
      {value: 'a', label: 'First'},
      {title: 'Again', options: [{value: 'b', label: 'B'}]},
    ]);
  });

  it('tells 1 from "1"', () => {
    assert.equal(read([{value: 1}, {value: '1'}]).entries.length, 2);
  });

  it('leaves out what cannot be chosen', () => {
    assert.deepEqual(
      read([null, undefined, {}, {label: 'No value'}, [], {items: 'x'}]).entries,
      [],
    );
  });

  it('puts the choices of a section without a title among the others', () => {
    assert.deepEqual(read([{items: [{value: 1, label: 'One'}]}]).entries, [
      {value: 1, label: 'One'},
    ]);
  });

  it('reads fields with their own choices', () => {
    const field = {id: 'f1', title: 'Owner', type: 'multi', required: true, supportAddItem: true};
    const {nested} = read(
      [],
      [{...field, items: [{value: 1, label: 'One'}]}, field, {id: 9, type: 'string'}],
    );
    assert.deepEqual(nested, [
      {...field, items: [{value: 1, label: 'One'}], returnsArrayStrings: false},
      {
        id: '9',
        title: '9',
        type: 'string',
        required: false,
        items: [],
        supportAddItem: false,
        returnsArrayStrings: false,
      },
    ]);
  });

  it('reads fields in sections, and sections in fields', () => {
    const city = {id: 'city', title: 'City', type: 'dropdown'};
    const items = [{title: 'North', items: [{value: 1, label: 'One'}]}];
    const {entries, nested} = read([{title: 'Address', items: [{...city, items}]}]);
    assert.deepEqual(entries, []);
    assert.deepEqual(nested, [
      {
        ...city,
        required: false,
        items: [{value: 1, label: 'One'}],
        entries: [{title: 'North', options: [{value: 1, label: 'One'}]}],
        section: 'Address',
        supportAddItem: false,
        returnsArrayStrings: false,
      },
    ]);
  });

  it('finds the choices that the SDK took for fields because they have an id', () => {
    const {entries, nested} = read([], [{id: 'C1', value: 'C1', label: '#general'}]);
    assert.deepEqual(entries, [{value: 'C1', label: '#general'}]);
    assert.deepEqual(nested, []);
  });

  it('keeps a cursor as it is and ends at an empty one', () => {
    const cursors = ['c', 2, '', 0, false, undefined, null, NaN, {}];
    assert.deepEqual(
      cursors.map((cursor) => read([], [], cursor).cursor),
      ['c', 2, null, null, null, null, null, null, null],
    );
  });

  it('reads 200,000 choices in one section without a title', () => {
    const items = Array.from({length: 200_000}, (_, value) => ({value, label: 'x'}));
    assert.equal(read([{items}]).entries.length, 200_000);
  });

  it('never throws, and lists no value twice, whatever JSON arrives', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (data, nested, cursor) => {
        const page = read(data, nested, cursor);
        const items = page.entries.flatMap((entry) => (isSection(entry) ? entry.options : [entry]));
        assert.equal(new Set(items.map(({value}) => valueKey(value))).size, items.length);
        assert.equal(page.values.size, items.length);
        for (const {label} of items) assert.equal(typeof label, 'string');
      }),
      propertyRuns(200),
    );
  });
});

describe('keys of values', () => {
  it('are equal exactly for equal content', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        let equal = true;
        try {
          assert.deepStrictEqual(canonical(a), canonical(b));
        } catch {
          equal = false;
        }
        assert.equal(valueKey(a) === valueKey(b), equal);
        assert.equal(valueKey(a), valueKey(structuredClone(a)));
      }),
      propertyRuns(200),
    );
  });

  it('do not mix up types that look alike as text', () => {
    const alike = [undefined, null, 'null', 'undefined', NaN, 'NaN', 1, '1', 1n, true, 'true'];
    const nested = [['a,b'], ['a', 'b'], [['a'], 'b'], ['a', ['b']], {a: 1}, '{"a":1}', [], {}];
    const odd = [Symbol('a'), 'symbol:"Symbol(a)"', new Date(5), 'Date:5', [undefined], [null]];
    const values = [...alike, ...nested, ...odd];
    assert.equal(new Set(values.map(valueKey)).size, values.length);
  });

  it('do not depend on the order of members', () => {
    assert.equal(valueKey({a: 1, b: {c: 2, d: 3}}), valueKey({b: {d: 3, c: 2}, a: 1}));
  });
});

/** Without negative zero, which JSON has and nobody means. */
function canonical(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
