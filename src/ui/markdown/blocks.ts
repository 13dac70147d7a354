import {plainText} from '../safe.js';
import {parseInline} from './inline.js';
import {MAX_MARKDOWN, type Block} from './tokens.js';

/** Lists and quotes inside each other; deeper marks are shown as text. */
const MAX_DEPTH = 6;

const FENCE = /^\s*(`{3,}|~{3,})([^`]*)$/;
const HEADING = /^\s*(#{1,6})\s+(\S.*)$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^\s*>\s?/;
/** Bullets as people paste them count too, with or without a space behind. */
const ITEM = /^\s*(?:[•‣◦▪●]\s*|[-*+](?:\s+|$)|(\d{1,9})[.)](?:\s+|$))/;

/**
 * Reads a subset of Markdown: headings, paragraphs whose line ends count, lists, quotes, fenced code, rules, and the marks of
 * `parseInline`. No HTML, tables, indented code or reference links: they stay the text that they are. Never throws; time grows with
 * the length of the source.
 */
export function parseMarkdown(source: string): readonly Block[] {
  const text = plainText(source, MAX_MARKDOWN);
  // Indents are counted in characters.
  const spaced = text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '    '));
  return new BlockParser(spaced.split('\n'), 0).parse();
}

class BlockParser {
  readonly #lines: readonly string[];
  readonly #depth: number;
  readonly #blocks: Block[] = [];
  #paragraph: string[] = [];
  #at = 0;

  constructor(lines: readonly string[], depth: number) {
    this.#lines = lines;
    this.#depth = depth;
  }

  parse(): readonly Block[] {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] ?? '';
      if (!this.#startBlock(line)) {
        if (line.trim()) this.#paragraph.push(line.trim());
        else this.#endParagraph();
        this.#at++;
      }
    }
    this.#endParagraph();
    return this.#blocks;
  }

  #endParagraph(): void {
    if (this.#paragraph.length === 0) return;
    this.#blocks.push({kind: 'paragraph', children: parseInline(this.#paragraph.join('\n'))});
    this.#paragraph = [];
  }

  /** Reads a block other than a paragraph, if one begins here. */
  #startBlock(line: string): boolean {
    const kind = kindOf(line, this.#paragraph.length > 0);
    const isNested = kind === 'list' || kind === 'quote';
    if (kind === undefined || (isNested && this.#depth === MAX_DEPTH)) return false;
    this.#endParagraph();
    this.#blocks.push(this.#read(kind, line));
    return true;
  }

  #read(kind: BlockKind, line: string): Block {
    if (kind === 'list') return this.#list();
    if (kind === 'quote') return this.#quote();
    this.#at++;
    if (kind === 'code') return this.#code(line);
    if (kind === 'rule') return {kind};
    const [, marks = '', text = ''] = HEADING.exec(line) ?? [];
    return {kind, level: marks.length, children: parseInline(text.trim())};
  }

  #code(opening: string): Block {
    const fence = FENCE.exec(opening)?.[1] ?? '';
    const start = this.#at;
    while (this.#at < this.#lines.length && !closes(this.#lines[this.#at] ?? '', fence)) this.#at++;
    const text = this.#lines.slice(start, this.#at++).join('\n');
    return {kind: 'code', text};
  }

  #quote(): Block {
    const lines: string[] = [];
    for (; QUOTE.test(this.#lines[this.#at] ?? ''); this.#at++) {
      lines.push((this.#lines[this.#at] ?? '').replace(QUOTE, ''));
    }
    return {kind: 'quote', blocks: this.#inside(lines)};
  }

  #list(): Block {
    const start = ITEM.exec(this.#lines[this.#at] ?? '')?.[1];
    const items: string[][] = [];
    let indent = 0;
    let width = 0;
    let afterBlank = false;
    for (; this.#at < this.#lines.length; this.#at++) {
      const line = this.#lines[this.#at] ?? '';
      const own = line.search(/\S/);
      const item = RULE.test(line) ? null : ITEM.exec(line);
      if (own < 0) {
        items.at(-1)?.push('');
      } else if (items.length > 0 && own >= indent + 2) {
        items.at(-1)?.push(line.slice(Math.min(own, width)));
      } else if (item && (item[1] === undefined) === (start === undefined)) {
        items.push([line.slice(item[0].length)]);
        indent = own;
        width = item[0].length;
      } else if (afterBlank || kindOf(line, true)) {
        break;
      } else {
        items.at(-1)?.push(line);
      }
      afterBlank = own < 0;
    }
    return {
      kind: 'list',
      start: start === undefined ? undefined : Number(start),
      items: items.map((lines) => this.#inside(lines)),
    };
  }

  #inside(lines: readonly string[]): readonly Block[] {
    return new BlockParser(lines, this.#depth + 1).parse();
  }
}

type BlockKind = 'code' | 'heading' | 'list' | 'quote' | 'rule';

function kindOf(line: string, inParagraph: boolean): BlockKind | undefined {
  if (FENCE.test(line)) return 'code';
  if (HEADING.test(line)) return 'heading';
  if (RULE.test(line)) return 'rule';
  if (QUOTE.test(line)) return 'quote';
  const item = ITEM.exec(line);
  // A line of prose may well begin with a year and a full stop.
  if (!item || (inParagraph && item[1] !== undefined && item[1] !== '1')) return undefined;
  return 'list';
}

const closes = (line: string, fence: string): boolean =>
  line.trim().startsWith(fence) && line.trim().replaceAll(fence.charAt(0), '') === '';
