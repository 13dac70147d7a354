import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {IntegrationFields, withCategories} from '../../src/core/mapping/integration-fields.js';
import type {OptionEntry} from '../../src/core/options/option-page.js';
import type {MappingRow} from '../../src/core/mapping/mapping-rows.js';
import {previewOf} from '../../src/core/mapping/preview.js';
import {suggestFields} from '../../src/core/mapping/suggestions.js';
import {propertyRuns} from '../support/property-runs.js';

const row = (label: string, more: Partial<MappingRow> = {}): MappingRow => ({
  key: label,
  label,
  required: false,
  created: false,
  removable: false,
  field: undefined,
  storedAs: label,
  ...more,
});
const item = (label: string, value: unknown = `api_${label}`) => ({label, value});
const suggested = (labels: readonly string[], items: readonly ReturnType<typeof item>[]) =>
  [
    ...suggestFields(
      labels.map((label) => row(label)),
      items,
    ),
  ].map(([key, {field, reason}]) => [key, field.label, reason]);

describe('suggestions', () => {
  it('know names by label, API name, synonym and shared words', () => {
    const items = [
      item('Email', 'Contact.Email'),
      item('Telephone', 'Contact.tel'),
      item('X1', 'Contact.lastName__c'),
      item('Billing postal code', 'Contact.billing_zip'),
    ];
    assert.deepEqual(
      suggested(
        ['email', 'Phone number', 'Last name', 'Postcode of billing', 'Colour'],
        items,
      ).sort(),
      [
        ['Last name', 'X1', 'same-api-name'],
        ['Phone number', 'Telephone', 'synonym'],
        ['Postcode of billing', 'Billing postal code', 'synonym'],
        ['email', 'Email', 'same-name'],
      ],
    );
  });

  it('look at letters, not at how they are written', () => {
    assert.deepEqual(
      suggested(
        ['firstName', 'Prénom', '都市', 'E-Mail'],
        [item('FIRST_NAME', 1), item('prenom', 2), item('都市', 3), item('e mail', 4)],
      )
        .map(([key]) => key)
        .sort(),
      ['E-Mail', 'Prénom', 'firstName', '都市'].sort(),
    );
  });

  it('find names that one system writes as one word', () => {
    assert.deepEqual(suggested(['Postal area'], [item('postalarea', 1)]), [
      ['Postal area', 'postalarea', 'same-name'],
    ]);
  });

  it('give the best field to the row that fits it best, and none twice', () => {
    const items = [item('Email'), item('Work email')];
    assert.deepEqual(suggested(['Work email', 'Email'], items), [
      ['Email', 'Email', 'same-name'],
      ['Work email', 'Work email', 'same-name'],
    ]);
    const rows = [row('Email'), row('Mail', {field: 'api_Email'})];
    assert.equal(suggestFields(rows, [item('Email')]).size, 0);
  });

  it('are less sure where several fields have the name', () => {
    const items = [item('City', 'a.city_1'), item('City', 'a.city_2')];
    const score = suggestFields([row('City')], items).get('City')?.score ?? 0;
    assert.ok(score < 0.8 && score > 0.5, String(score));
  });

  it('have a score from 0 to 1, for open rows and fields that exist, each once', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'Email', 'email address', '', '🦊'),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.array(name), fc.nat(3), (labels, fields, mapped) => {
        const rows = labels.map((label, at) => row(label, at < mapped ? {field: fields[at]} : {}));
        const items = fields.map((label, at) => item(label, at));
        const found = suggestFields(rows, items);
        for (const [key, {score, field}] of found) {
          assert.ok(score > 0 && score <= 1);
          assert.ok(items.includes(field));
          assert.equal(rows.find((one) => one.key === key)?.field, undefined);
        }
        assert.equal(new Set([...found.values()].map(({field}) => field)).size, found.size);
      }),
      propertyRuns(50),
    );
  });

  it('take little time for 300 rows and 5,000 fields', (t) => {
    const parts = ['street', 'city', 'Code', 'country', 'first name', 'email', 'Phone', 'amount'];
    const groups = ['Billing', 'Shipping', 'Legal', 'Home', 'Work', 'Partner', 'Primary'];
    const make = (count: number) =>
      Array.from({length: count}, (_, at) =>
        item(
          `${groups[at % 7] ?? ''} ${parts[at % 8] ?? ''} ${at}`,
          `Contact.${parts[at % 8] ?? ''}_${at}__c`,
        ),
      );
    const rows = make(300).map(({label}, at) => row(label, {key: `own_field_${at}`}));
    const times = Array.from({length: 7}, () => {
      const items = make(5_000);
      const before = process.cpuUsage();
      const found = suggestFields(rows, items);
      const {user, system} = process.cpuUsage(before);
      assert.equal(found.size, 300);
      return (user + system) / 1_000;
    });
    const best = Math.min(...times);
    t.diagnostic(`300 × 5,000 with a new index: ${best.toFixed(1)} ms of processor time`);
    // The machine may be busy; the promise of 20 ms is measured by the benchmark.
    assert.ok(best < 200, `${best} ms`);
  });
});

describe('fields of the integration', () => {
  it('tell their API names where labels are equal', () => {
    const list = [
      item('City', 'a.city'),
      {title: 'Own', options: [item('City', 7), item('Zip', 'z')]},
    ];
    const fields = IntegrationFields.of(list);
    assert.deepEqual(
      fields.items.map(({subtitle}) => subtitle),
      ['a.city', '7', undefined],
    );
    assert.equal(fields.find(7)?.label, 'City');
    assert.equal(fields.find('7'), undefined);
    assert.equal(IntegrationFields.of(list), fields);
  });

  it('list categories as sections', () => {
    const nested = {
      id: 'a',
      title: 'A',
      type: 'x',
      required: false,
      supportAddItem: false,
      returnsArrayStrings: false,
    };
    const categories = [
      {...nested, items: [item('One', 1)]},
      {...nested, items: []},
    ];
    const none: readonly OptionEntry[] = [];
    const list = withCategories(none, categories);
    assert.deepEqual(list, [{title: 'A', options: [item('One', 1)]}]);
    assert.equal(withCategories(none, categories), list);
    // A later page has brought it.
    const other = item('Other', 2);
    assert.deepEqual(withCategories([other], categories), [other, ...list]);
  });
});

describe('preview', () => {
  const sample = {
    name: 'Ada',
    'address.city': 'flat',
    address: {city: 'nested', 'geo.lat': 1, tags: ['a', 'b']},
    lines: [{sku: 'X'}],
    empty: '',
    nothing: null,
    off: false,
    at: new Date(0),
  };

  it('finds names, paths and places', () => {
    const text = (...names: string[]) => {
      const found = previewOf(sample, ...names);
      return found.status === 'present' ? found.text : found.status;
    };
    assert.equal(text('name'), 'Ada');
    assert.equal(text('address.city'), 'flat');
    assert.equal(text('address.geo.lat'), '1');
    assert.equal(text('address.tags'), 'a, b');
    assert.equal(text('lines[0].sku'), 'X');
    assert.equal(text('lines.0'), '{"sku":"X"}');
    assert.equal(text('off'), 'false');
    assert.equal(text('at'), '1970-01-01T00:00:00.000Z');
    assert.equal(text('unknown', 'name'), 'Ada');
  });

  it('tells a field with nothing in it from one that is missing', () => {
    assert.equal(previewOf(sample, 'empty').status, 'empty');
    assert.equal(previewOf(sample, 'nothing').status, 'empty');
    for (const name of [
      'unknown',
      '',
      'toString',
      '__proto__',
      'name.length',
      'address.toString',
    ]) {
      assert.equal(previewOf(sample, name).status, 'missing', name);
    }
    assert.equal(previewOf(undefined, 'name').status, 'missing');
    assert.equal(previewOf('text', 'length').status, 'missing');
  });

  it('survives any record', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = {cyclic};
    assert.equal(previewOf(cyclic, 'self').status, 'empty');
    fc.assert(
      fc.property(fc.anything(), fc.string(), (record, name) => {
        previewOf(record, name);
      }),
      propertyRuns(50),
    );
  });
});
