import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {actionOf, type Key} from '../../src/ui/combobox/keyboard.js';
import {
  OptionIndex,
  optionAt,
  positionOf,
  type ComboboxOptions,
  type OptionList,
} from '../../src/ui/combobox/list-model.js';
import {fold} from '../../src/ui/fold.js';
import {place} from '../../src/ui/combobox/placement.js';
import {rawText} from '../../src/ui/combobox/option-values.js';
import {sameContent} from '../../src/core/util/equal.js';
import {TypeAhead} from '../../src/ui/combobox/keyboard.js';
import {VirtualWindow} from '../../src/ui/combobox/virtual-list.js';
import {propertyRuns} from '../support/property-runs.js';

const labels = (list: OptionList): string[] =>
  list.rowOf.map((_, position) => optionAt(list, position)!.label);

const search = (options: ComboboxOptions, query: string): string[] => {
  const list = OptionIndex.of(options).match(query);
  return labels(list);
};

const named = (...names: string[]): ComboboxOptions =>
  names.map((label, index) => ({value: index + 1000, label}));

describe('combobox search', () => {
  it('ranks an exact label, a prefix, the start of a word, then anywhere', () => {
    const options = named('Subemail', 'Work email', 'Email address', 'Email', 'Phone');
    expect(search(options, 'email')).to.deep.equal([
      'Email',
      'Email address',
      'Work email',
      'Subemail',
    ]);
  });

  it('ranks any match in a label before one in a subtitle or value', () => {
    const options = [
      {value: 'email', label: 'Contact'},
      {value: 1, label: 'Address', subtitle: 'email'},
      {value: 2, label: 'Subemail'},
    ];
    expect(search(options, 'email')).to.deep.equal(['Subemail', 'Contact', 'Address']);
  });

  it('keeps the given order among equals', () => {
    expect(search(named('ab 2', 'ab 1', 'ab 3'), 'ab')).to.deep.equal(['ab 2', 'ab 1', 'ab 3']);
  });

  it('finds words in any order, last', () => {
    const options = named('Name of the last owner', 'Last name', 'Name');
    expect(search(options, 'last name')).to.deep.equal(['Last name', 'Name of the last owner']);
  });

  it('takes underscores and dots as the start of words', () => {
    expect(search(named('xid', 'owner_id', 'a.id'), 'id')).to.deep.equal([
      'owner_id',
      'a.id',
      'xid',
    ]);
  });

  it('ignores case and diacritics on both sides', () => {
    expect(search(named('Łódź', 'Müller', 'Straße', 'ÆON', 'İzmir'), 'LODZ')).to.deep.equal([
      'Łódź',
    ]);
    for (const [query, label] of [
      ['müller', 'Müller'],
      ['muller', 'Müller'],
      ['strasse', 'Straße'],
      ['aeon', 'ÆON'],
      ['izmir', 'İzmir'],
    ] as const) {
      expect(search(named('Łódź', 'Müller', 'Straße', 'ÆON', 'İzmir'), query)).to.deep.equal([
        label,
      ]);
    }
  });

  it('finds the same in a list that was made ready before', () => {
    const options = [
      {value: 'api_name', label: 'Écru'},
      {title: 'Section', options: [{value: 2, label: 'Two', subtitle: 'écru too'}]},
    ];
    const ready = OptionIndex.of([...options]);
    ready.prepare();
    for (const query of ['ecru', 'api', 'too', 'none']) {
      expect(ready.match(query), query).to.deep.equal(OptionIndex.of([...options]).match(query));
    }
    OptionIndex.of([]).prepare();
  });

  it('gives everything for a query of spaces', () => {
    expect(search(named('a', 'b'), '  ')).to.deep.equal(['a', 'b']);
  });

  it('puts the section with the best match first and keeps its options together', () => {
    const options = [
      {
        title: 'One',
        options: [
          {value: 1, label: 'my id'},
          {value: 2, label: 'x'},
        ],
      },
      {
        title: 'Two',
        options: [
          {value: 3, label: 'other id'},
          {value: 4, label: 'id'},
        ],
      },
    ];
    const {rows} = OptionIndex.of(options).match('id');
    expect(rows.map((row) => row.option?.label ?? row.section?.title)).to.deep.equal([
      'Two',
      'id',
      'other id',
      'One',
      'my id',
    ]);
  });

  it('finds every option by any part of its label, and nothing that lacks it', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string({minLength: 1}), (texts, query) => {
        const folded = fold(query.trim());
        const found = new Set(search(named(...texts), query));
        for (const text of texts) {
          if (fold(text).includes(folded)) expect(found.has(text)).to.be.true;
        }
      }),
      propertyRuns(50),
    );
  });

  it('takes for one letter what keyboards write in different ways, and for another what is another', () => {
    const same = [
      ['İSTANBUL ısı', 'istanbul isi'],
      ['ｶﾞｿﾘﾝ', 'がそりん'],
      ['Ａ１', 'a1'],
      ['کاربری', 'كاربري'],
      ['حساب‌ها', 'حسابها'],
      ['مُحَمَّد', 'محمد'],
      ['مـــحمد', 'محمد'],
      ['مكتبة', 'مكتبه'],
      ['إعدادات', 'اعدادات'],
      ['٢٠٢٦ ۲۰۲۶ २०२६ ২০২৬ ๒๐๒๖', '2026 2026 2026 2026 2026'],
    ] as const;
    for (const [written, typed] of same) expect(fold(written)).to.equal(fold(typed));
    const other = [
      ['か', 'が'],
      ['ज', 'ज़'],
      ['क', 'कि'],
      ['ปา', 'ป่า'],
    ] as const;
    for (const [one, another] of other) expect(fold(one)).not.to.equal(fold(another));
  });

  it('folds text the same again', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), (text) => {
        expect(fold(fold(text))).to.equal(fold(text));
      }),
      propertyRuns(50),
    );
  });
});

describe('combobox list', () => {
  it('is worked out once for an array', () => {
    const options = named('a', 'b');
    expect(OptionIndex.of(options)).to.equal(OptionIndex.of(options));
    expect(OptionIndex.of(options).all).to.equal(OptionIndex.of(options).all);
    expect(OptionIndex.of(options).match('a')).to.equal(OptionIndex.of(options).match('A '));
  });

  it('takes the first of options with the same value', () => {
    const index = OptionIndex.of([
      {value: 1, label: 'First'},
      {value: 1, label: 'Second'},
    ]);
    expect(index.find(1)?.label).to.equal('First');
    expect(index.find('1')).to.be.undefined;
  });

  it('finds the position of each option, in sections or not', () => {
    const value = fc.oneof(fc.integer(), fc.string(), fc.record({id: fc.integer()}));
    const option = fc.record({value, label: fc.string()});
    const section = fc.record({title: fc.string(), options: fc.array(option)});
    fc.assert(
      fc.property(fc.array(fc.oneof(option, section)), (options) => {
        const index = OptionIndex.of(options);
        const flat = options.flatMap((item) => ('options' in item ? item.options : [item]));
        expect(index.all.rowOf).to.have.length(flat.length);
        flat.forEach((each, position) => {
          expect(optionAt(index.all, position)).to.equal(each);
          expect(sameContent(index.find(each.value)?.value, each.value)).to.be.true;
          expect(positionOf(index.all, each.value)).to.be.at.most(position);
        });
      }),
      propertyRuns(50),
    );
  });
});

describe('combobox value comparison', () => {
  it('holds for a copy of any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(sameContent(value, structuredClone(value))).to.be.true;
      }),
      propertyRuns(50),
    );
  });

  it('tells types, lengths and keys apart', () => {
    const different: [unknown, unknown][] = [
      [1, '1'],
      [0, false],
      [null, undefined],
      [null, {}],
      [[], {}],
      [[1], [1, 2]],
      [{a: 1}, {a: 1, b: undefined}],
      [{a: undefined}, {b: undefined}],
    ];
    for (const [a, b] of different) {
      expect(sameContent(a, b)).to.be.false;
      expect(sameContent(b, a)).to.be.false;
    }
  });

  it('has a text for every value', () => {
    expect(['a', 1, null, {a: 1}, ['x']].map(rawText)).to.deep.equal([
      'a',
      '1',
      'null',
      '{"a":1}',
      '["x"]',
    ]);
  });
});

describe('combobox keys', () => {
  const key = (name: string, init: Partial<Key> = {}): Key => ({
    key: name,
    keyCode: 0,
    isComposing: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    ...init,
  });

  it('leaves shortcuts of browser and system alone', () => {
    for (const modifier of ['ctrlKey', 'metaKey'] as const) {
      for (const name of ['Home', 'End', 'ArrowDown', 'Enter']) {
        expect(actionOf(key(name, {[modifier]: true}), true, true)).to.be.undefined;
      }
    }
  });

  it('lets Shift with Home and End select text', () => {
    expect(actionOf(key('Home', {shiftKey: true}), true, true)).to.equal('caret');
  });

  it('knows no key that is a property of every object', () => {
    expect(actionOf(key('constructor'), true, true)).to.be.undefined;
  });
});

describe('combobox type-ahead', () => {
  it('starts over after half a second', () => {
    const typeAhead = new TypeAhead();
    expect(typeAhead.add('a', 0)).to.deep.equal({text: 'a', refines: false});
    expect(typeAhead.add('b', 400)).to.deep.equal({text: 'ab', refines: true});
    expect(typeAhead.isActive(899)).to.be.true;
    expect(typeAhead.isActive(900)).to.be.false;
    expect(typeAhead.add('c', 900)).to.deep.equal({text: 'c', refines: false});
  });

  it('goes on with a letter that repeats', () => {
    const typeAhead = new TypeAhead();
    typeAhead.add('a', 0);
    expect(typeAhead.add('a', 100)).to.deep.equal({text: 'a', refines: false});
  });
});

describe('combobox virtual window', () => {
  const rows = fc.array(fc.nat({max: 2}), {minLength: 1, maxLength: 400});

  it('covers what is in view, whatever the heights', () => {
    const sizes = fc.array(fc.tuple(fc.nat(399), fc.integer({min: 10, max: 90})));
    fc.assert(
      fc.property(rows, sizes, fc.nat(20_000), (kinds, measured, top) => {
        const window = new VirtualWindow(kinds, [33, 50, 30]);
        for (const [row, height] of measured) if (row < kinds.length) window.measure(row, height);
        const start = Math.min(top, Math.max(0, window.offset(kinds.length) - 320));
        const [first, end] = window.range(start, 320);
        expect(window.offset(first)).to.be.at.most(start);
        expect(window.offset(end)).to.be.at.least(
          Math.min(start + 320, window.offset(kinds.length)) - 0.01,
        );
      }),
      propertyRuns(50),
    );
  });

  it('takes rows that were not seen to be as high as the first of their kind', () => {
    const window = new VirtualWindow([0, 1, 0, 1], [10, 20]);
    window.measure(0, 15);
    window.measure(1, 30);
    expect(window.offset(4)).to.equal(90);
    window.measure(2, 40);
    expect(window.offset(4)).to.equal(115);
  });

  it('finds the row at each of their offsets', () => {
    fc.assert(
      fc.property(rows, (kinds) => {
        const window = new VirtualWindow(kinds, [33, 50, 30]);
        kinds.forEach((_, row) => expect(window.rowAt(window.offset(row) + 1)).to.equal(row));
      }),
      propertyRuns(50),
    );
  });
});

describe('combobox placement', () => {
  const view = {top: 0, bottom: 600, left: 0, right: 800};
  const control = (top: number) => ({top, bottom: top + 36, left: 100, right: 300});

  it('prefers below, goes above for room, and takes the larger side when neither has enough', () => {
    expect(place(control(100), view, 320, false, false).above).to.be.false;
    expect(place(control(500), view, 320, false, false).above).to.be.true;
    const low = {...view, bottom: 300};
    expect(place(control(200), low, 320, false, false)).to.include({
      above: true,
      maxBlockSize: 188,
    });
    expect(place(control(50), low, 320, false, false)).to.include({
      above: false,
      maxBlockSize: 202,
    });
  });

  it('stays above while the list fits there', () => {
    expect(place(control(400), view, 50, false, true).above).to.be.true;
    expect(place(control(100), view, 320, false, true).above).to.be.false;
  });

  it('never leaves the viewport sideways', () => {
    fc.assert(
      fc.property(
        fc.integer({min: -100, max: 900}),
        fc.nat(900),
        fc.boolean(),
        (left, width, rtl) => {
          const edges = {top: 0, bottom: 36, left, right: left + width};
          const to = place(edges, view, 320, rtl, false);
          expect(to.left).to.be.at.least(8);
          expect(to.left + to.inlineSize).to.be.at.most(792);
        },
      ),
      propertyRuns(50),
    );
  });
});
