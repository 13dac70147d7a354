import {inlineText, type Inline} from './tokens.js';

/** Open marks remembered at a time; also the limit of nesting. Older ones become text. */
const MAX_OPEN = 16;
/** What ends a run of plain text. */
const SPECIAL = /[\\`*_[\]\n]|!\[|<?(?:https?:\/\/|mailto:)/g;
const AUTOLINK = /<((?:https?:\/\/|mailto:)[^\s<>]+)>|https?:\/\/[^\s<>()[\]"'`*]+/y;
/** The part behind `]`: an address, with one level of parentheses or in angle brackets, and a title that is dropped. */
const TARGET =
  /\(\s*(?:<([^\n<>]*)>|([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*))(?:\s+"[^"\n]*")?\s*\)/y;
const RUN = /\*+|_+/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const TRAILING = /[.,;:!?]$/;

interface Opener {
  readonly mark: string;
  readonly at: number;
  count: number;
}

/**
 * Reads the marks inside a paragraph in one pass: a mark waits on a small stack until its counterpart comes, so no input makes it go
 * back over text. What finds no counterpart stays the text that it was.
 */
export function parseInline(text: string): readonly Inline[] {
  if (text.search(SPECIAL) < 0) return text ? [text] : [];
  return new InlineParser(text).parse();
}

class InlineParser {
  readonly #text: string;
  #at = 0;
  readonly #out: Inline[] = [];
  #open: Opener[] = [];
  /** Backtick runs that have no counterpart in the rest of the text. */
  readonly #unclosed = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  parse(): readonly Inline[] {
    for (;;) {
      SPECIAL.lastIndex = this.#at;
      const match = SPECIAL.exec(this.#text);
      const plain = this.#text.slice(this.#at, match?.index);
      if (plain) this.#out.push(plain);
      if (!match) return merge(this.#out);
      this.#at = match.index;
      this.#read(match[0]);
    }
  }

  #read(mark: string): void {
    if (mark === '\n') this.#take(1, {kind: 'break'});
    else if (mark === '\\') this.#escape();
    else if (mark === '`') this.#code();
    else if (mark === '*' || mark === '_') this.#emphasis(mark);
    else if (mark === '[' || mark === '![') this.#opener(mark, 1, mark.length);
    else if (mark === ']') this.#closeBracket();
    else this.#autolink();
  }

  #take(length: number, token: Inline): void {
    this.#out.push(token);
    this.#at += length;
  }

  #escape(): void {
    const next = this.#text.charAt(this.#at + 1);
    if (next === '\n') this.#take(1, '');
    else if (PUNCTUATION.test(next)) this.#take(2, next);
    else this.#take(1, '\\');
  }

  #code(): void {
    const ticks = /`+/y;
    ticks.lastIndex = this.#at;
    const fence = ticks.exec(this.#text)?.[0] ?? '`';
    const start = this.#at + fence.length;
    const end =
      fence.length > 2 || this.#unclosed.has(fence) ? -1 : this.#text.indexOf(fence, start);
    if (end < 0) {
      this.#unclosed.add(fence);
      this.#take(fence.length, fence);
    } else {
      const code = this.#text.slice(start, end).replaceAll('\n', ' ');
      this.#take(end + fence.length - this.#at, {kind: 'code', text: code});
    }
  }

  #opener(mark: string, count: number, length: number): void {
    if (this.#open.length === MAX_OPEN) this.#open.shift();
    this.#open.push({mark, count, at: this.#out.length});
    this.#take(length, this.#text.slice(this.#at, this.#at + length));
  }

  #emphasis(mark: string): void {
    RUN.lastIndex = this.#at;
    const run = RUN.exec(this.#text)?.[0] ?? mark;
    const before = this.#text.charAt(this.#at - 1);
    const after = this.#text.charAt(this.#at + run.length);
    // snake_case_names are words, not emphasis.
    const inWord = mark === '_' && WORD.test(before) && WORD.test(after);
    if (run.length > 3 || inWord) {
      this.#take(run.length, run);
      return;
    }
    let left = run.length;
    if (before.trim()) left = this.#closeEmphasis(mark, left);
    this.#at += run.length - left;
    if (left > 0 && after.trim()) this.#opener(mark, left, left);
    else this.#take(left, mark.repeat(left));
  }

  /** Returns how many marks of a closing run found no opener. */
  #closeEmphasis(mark: string, run: number): number {
    let left = run;
    while (left > 0) {
      const index = this.#open.findLastIndex((open) => open.mark === mark);
      const open = this.#open[index];
      // Two marks with nothing between them emphasise nothing.
      if (!open || open.at === this.#out.length - 1) return left;
      const used = Math.min(open.count, left) > 1 ? 2 : 1;
      this.#wrap(open.at, (children) => ({kind: used > 1 ? 'strong' : 'emphasis', children}));
      open.count -= used;
      left -= used;
      this.#out[open.at] = mark.repeat(open.count);
      this.#open.length = open.count > 0 ? index + 1 : index;
    }
    return left;
  }

  #closeBracket(): void {
    TARGET.lastIndex = this.#at + 1;
    const index = this.#open.findLastIndex(({mark}) => mark !== '*' && mark !== '_');
    const open = this.#open[index];
    const match = open ? TARGET.exec(this.#text) : null;
    if (!open || !match) {
      this.#take(1, ']');
      return;
    }
    const address = match[1] ?? match[2] ?? '';
    this.#wrap(open.at, (children) =>
      open.mark === '['
        ? {kind: 'link', href: address, children}
        : {kind: 'image', source: address, alt: inlineText(children)},
    );
    this.#out[open.at] = '';
    this.#open.length = index;
    // A link holds no link.
    if (open.mark === '[') this.#open = this.#open.filter(({mark}) => mark !== '[');
    this.#at += 1 + match[0].length;
  }

  #wrap(at: number, make: (children: readonly Inline[]) => Inline): void {
    const children = merge(this.#out.splice(at + 1));
    this.#out.push(make(children));
  }

  #autolink(): void {
    AUTOLINK.lastIndex = this.#at;
    // Within brackets an address is the text of a link, or becomes one; looking at its end each time would take forever.
    const match = this.#open.some(({mark}) => mark === '[') ? null : AUTOLINK.exec(this.#text);
    if (!match) {
      this.#take(1, this.#text.charAt(this.#at));
      return;
    }
    const href = match[1] ?? match[0].replace(TRAILING, '');
    const length = match[1] === undefined ? href.length : match[0].length;
    this.#take(length, {kind: 'link', href, children: [href]});
  }
}

/** Joins neighbouring strings: each one would become a node of its own. */
function merge(tokens: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    if (token === '') continue;
    if (typeof token === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + token;
    else merged.push(token);
  }
  return merged;
}
