import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {parseMarkdown} from '../../src/ui/markdown/blocks.js';
import {parseInline} from '../../src/ui/markdown/inline.js';
import {inlineText, MAX_MARKDOWN, type Block} from '../../src/ui/markdown/tokens.js';
import {propertyRuns} from '../support/property-runs.js';

const strong = (...children: string[]): unknown => ({kind: 'strong', children});
const emphasis = (...children: unknown[]): unknown => ({kind: 'emphasis', children});
const link = (href: string, ...children: unknown[]): unknown => ({kind: 'link', href, children});
const code = (text: string): unknown => ({kind: 'code', text});
const paragraph = (...children: unknown[]): unknown => ({kind: 'paragraph', children});
const lineBreak = {kind: 'break'};

function blockText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'rule') return '';
      if (block.kind === 'code') return block.text;
      if (block.kind === 'quote') return blockText(block.blocks);
      if (block.kind === 'list') return block.items.map(blockText).join('\n');
      return inlineText(block.children);
    })
    .join('\n');
}

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');

describe('parseInline', () => {
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ['plain', ['plain']],
    ['a **b** c', ['a ', strong('b'), ' c']],
    ['a *b* c', ['a ', emphasis('b'), ' c']],
    ['__b__ _i_', [strong('b'), ' ', emphasis('i')]],
    ['***both***', [emphasis(strong('both'))]],
    ['*a **b***', [emphasis('a ', strong('b'))]],
    ['in*ter*nal', ['in', emphasis('ter'), 'nal']],
    ['snake_case_name', ['snake_case_name']],
    ['2 * 3 * 4', ['2 * 3 * 4']],
    ['**open', ['**open']],
    ['close**', ['close**']],
    ['*a _b* c_', [emphasis('a _b'), ' c_']],
    ['****', ['****']],
    ['`a *b*`', [code('a *b*')]],
    ['``a ` b``', [code('a ` b')]],
    ['`open', ['`open']],
    ['\\*a\\* \\<b> c\\d', ['*a* <b> c\\d']],
    ['[a](https://x.example)', [link('https://x.example', 'a')]],
    ['[a](<b c> "title")', [link('b c', 'a')]],
    ['[a](https://x.example/b_(c) "title")', [link('https://x.example/b_(c)', 'a')]],
    ['[**a**](x)', [link('x', strong('a'))]],
    ['[a] (x)', ['[a] (x)']],
    ['[a](b c)', ['[a](b c)']],
    ['[a [b](c)](d)', ['[a ', link('c', 'b'), '](d)']],
    ['![alt *x*](y)', [{kind: 'image', source: 'y', alt: 'alt x'}]],
    ['[![alt](y)](z)', [link('z', {kind: 'image', source: 'y', alt: 'alt'})]],
    ['<https://x.example/?a=b>', [link('https://x.example/?a=b', 'https://x.example/?a=b')]],
    ['see https://x.example/a.', ['see ', link('https://x.example/a', 'https://x.example/a'), '.']],
    ['<b>raw</b>', ['<b>raw</b>']],
    ['a\nb', ['a', lineBreak, 'b']],
    ['a\\\nb', ['a', lineBreak, 'b']],
    ['', []],
  ];
  for (const [source, expected] of cases) {
    it(`reads ${JSON.stringify(source)}`, () => {
      expect(parseInline(source)).to.deep.equal(expected);
    });
  }
});

describe('parseMarkdown', () => {
  it('reads the description of an integration with pasted bullets', () => {
    const source =
      'Our Slack integration enables you to:\n\n• Receive alerts in Slack\n• Notify members\n•Do more';
    expect(parseMarkdown(source)).to.deep.equal([
      paragraph('Our Slack integration enables you to:'),
      {
        kind: 'list',
        start: undefined,
        items: [
          [paragraph('Receive alerts in Slack')],
          [paragraph('Notify members')],
          [paragraph('Do more')],
        ],
      },
    ]);
  });

  it('reads headings of six levels, and no seventh', () => {
    const levels = parseMarkdown('# a\n## b\n### c\n#### d\n##### e\n###### f\n####### g\n#h');
    expect(
      levels.map((block) => (block.kind === 'heading' ? block.level : block.kind)),
    ).to.deep.equal([1, 2, 3, 4, 5, 6, 'paragraph']);
  });

  it('keeps line ends inside a paragraph and parts at empty lines', () => {
    expect(parseMarkdown('a\r\nb\n \n\nc')).to.deep.equal([
      paragraph('a', lineBreak, 'b'),
      paragraph('c'),
    ]);
  });

  it('nests lists by indentation and keeps later paragraphs of an item', () => {
    const [list] = parseMarkdown('- a\n  - b\n\n  more\n- c\nlazy');
    expect(list).to.deep.equal({
      kind: 'list',
      start: undefined,
      items: [
        [
          paragraph('a'),
          {kind: 'list', start: undefined, items: [[paragraph('b')]]},
          paragraph('more'),
        ],
        [paragraph('c', lineBreak, 'lazy')],
      ],
    });
  });

  it('counts ordered lists from their first number', () => {
    const [list] = parseMarkdown('3. a\n4) b');
    expect(list).to.deep.equal({
      kind: 'list',
      start: 3,
      items: [[paragraph('a')], [paragraph('b')]],
    });
  });

  it('takes a year at the start of a line for prose', () => {
    expect(parseMarkdown('We began in\n1998. Then we grew.')).to.deep.equal([
      paragraph('We began in', lineBreak, '1998. Then we grew.'),
    ]);
  });

  it('keeps fenced code as it is, also without an end', () => {
    expect(parseMarkdown('```js\n<b> *x*\n\n# y\n```\nz')).to.deep.equal([
      {kind: 'code', text: '<b> *x*\n\n# y'},
      paragraph('z'),
    ]);
    expect(parseMarkdown('~~~\na\n```')).to.deep.equal([{kind: 'code', text: 'a\n```'}]);
  });

  it('reads quotes with blocks inside, and rules', () => {
    expect(parseMarkdown('> a\n> - b\n\n---\n* * *')).to.deep.equal([
      {
        kind: 'quote',
        blocks: [paragraph('a'), {kind: 'list', start: undefined, items: [[paragraph('b')]]}],
      },
      {kind: 'rule'},
      {kind: 'rule'},
    ]);
  });

  it('shows HTML, tables and references as text', () => {
    for (const source of [
      '<script>alert(1)</script>',
      '| a | b |',
      '<!-- x -->',
      '<div',
      '[a]: x',
    ]) {
      expect(parseMarkdown(source)).to.deep.equal([paragraph(source)]);
    }
  });

  it('never throws and keeps every letter', () => {
    const marks = fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '`',
        '```',
        '[',
        ']',
        '!',
        '\n',
        '\n\n',
        '- ',
        '> ',
        '# ',
        '1. ',
        '•',
        ' ',
      ],
      ...['a', 'b', 'é', '🙂', '<b>', '\\', '  ', '\t', '---', '~~~', '(', ')'],
    );
    fc.assert(
      fc.property(fc.array(marks, {maxLength: 60}), (parts) => {
        // An address or the language of a code block is no text that people read.
        const source = parts
          .join('')
          .replaceAll('](', '] (')
          .replace(/(```+|~~~+)[^\n]*/g, '$1');
        expect(letters(blockText(parseMarkdown(source)))).to.equal(letters(source));
      }),
      propertyRuns(50),
    );
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 200}), (source) => {
        expect(() => parseMarkdown(source)).not.to.throw();
      }),
      propertyRuns(30),
    );
  });
});

describe('parseMarkdown on hostile sizes', () => {
  const fill = (unit: string, length = 65_536): string =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const units = [
    ...['[', '[](', '[](a', '[](a(', '![', '[*_', '](', '*[', '[a](b "', '[a](<', '<https://a'],
    ...['*', '*a ', 'a* ', '**a ', '*a*', '_*', '***a', '`', '``a`', '\\', '\\*', '<a', '((', '🙂'],
    ...['```\n', '```x\n~~~\n', '> ', '>', '>\n', '- ', '-\n', '- a\n', '  - a\n', '> - ', '1. '],
    ...['# ', '#\n', '\n', ' ', '\t', '- - - x ', 'a\n', '•a\n', 'https://a.', 'a  \n', '\u0301'],
  ];

  const timeOf = (source: string): number => {
    const start = performance.now();
    parseMarkdown(source);
    return performance.now() - start;
  };

  it('takes time in proportion to the length for every repeated mark', () => {
    for (const unit of units) parseMarkdown(fill(unit, 4_096));
    for (const unit of units) {
      const sources = (length: number) => [
        fill(unit, length),
        `[${fill(unit, length)}`,
        `${fill(unit, length - 500)})*]\``,
      ];
      const shorts = sources(16_384);
      for (const [index, long] of sources(65_536).entries()) {
        // Four times the length: a quadratic reader takes sixteen times as long, and seconds, however often it tries. What is over at once
        // is too short to compare; what another process delays is not slow the next time.
        let time = timeOf(long);
        let short = Infinity;
        const isKept = (): boolean => time < 150 || (short < Infinity && time < 8 * short);
        for (let run = 0; run < 10 && !isKept(); run++) {
          short = Math.min(short, timeOf(shorts[index]!));
          time = Math.min(time, timeOf(long));
        }
        expect(isKept(), JSON.stringify({unit, time, short})).to.equal(true);
      }
    }
  }).timeout(60_000);

  it('cuts 10 MB with an ellipsis, at once', () => {
    const long = 'word *x* '.repeat(1.2e6);
    const times = Array.from({length: 5}, () => timeOf(long));
    expect(Math.min(...times)).to.be.lessThan(500);
    const text = blockText(parseMarkdown(long));
    expect(text.length).to.be.at.most(MAX_MARKDOWN);
    expect(text.endsWith('…')).to.equal(true);
  });

  it('survives 100,000 lines and 100,000 levels', () => {
    for (const source of [
      'a\n'.repeat(1e5),
      '> '.repeat(1e5),
      '- '.repeat(1e5),
      '*a '.repeat(1e5) + 'a*'.repeat(1e5),
      Array.from({length: 1e3}, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    ]) {
      expect(blockText(parseMarkdown(source)).length).to.be.greaterThan(0);
    }
  }).timeout(20_000);

  it('limits the depth of what is nested', () => {
    const depth = (blocks: readonly Block[]): number =>
      Math.max(
        0,
        ...blocks.map((block) => {
          if (block.kind === 'quote') return 1 + depth(block.blocks);
          return block.kind === 'list' ? 1 + Math.max(...block.items.map(depth)) : 0;
        }),
      );
    expect(depth(parseMarkdown('> '.repeat(50)))).to.equal(6);
    expect(depth(parseMarkdown('- > '.repeat(50)))).to.equal(6);
  });
});
