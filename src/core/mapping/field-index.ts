import type {OptionItem} from '../options/option-page.js';
import type {Steps} from '../util/time-slicing.js';
import {isSameName, wordsOf} from './field-words.js';
import {apiName} from './integration-fields.js';

/** Why two fields are thought to be the same, the strongest reason first. */
export const MATCH_REASONS = ['same-name', 'same-api-name', 'synonym', 'similar'] as const;

/** Why two fields are thought to be the same. */
export type MatchReason = (typeof MATCH_REASONS)[number];

/** One candidate. */
export interface FieldMatch {
  /** Place of the field in the index. */
  readonly position: number;
  /** From 0 to 1. */
  readonly score: number;
  readonly reason: MatchReason;
}

/** Score of equal API names, which people chose less carefully than labels. */
export const SAME_API_NAME = 0.97;
const SYNONYM = 0.92;
/** Best score of names that only share words. */
const SIMILAR = 0.85;
/** Fields that are taken in with one step. */
const STEP = 50;
/** Candidates of one name: enough for when another row takes the first. */
const CANDIDATES = 4;

/** Fields of the integration by the words of their names: of thousands only those that share a word with a name are looked at. */
export class FieldIndex {
  readonly #size: number;
  readonly #postings = new Map<string, number[]>();
  readonly #names: string[] = [];
  /** What the words of each name mean. */
  readonly #meant: (readonly string[])[] = [];
  /** Names by all their words as one. */
  readonly #plain = new Map<number, number[]>();
  /** By name; 0 while unknown. */
  readonly #weights: Float64Array;
  /** By name, all 0 between two matches. */
  readonly #scores: Float64Array;

  private constructor(size: number) {
    this.#size = size;
    this.#weights = new Float64Array(size * 2);
    this.#scores = new Float64Array(size * 2);
  }

  /** The index of a list of fields, made once: lists are replaced, never changed. */
  static *of(items: readonly OptionItem[]): Steps<FieldIndex> {
    const made = known.get(items);
    if (made) return made;
    const index = new FieldIndex(items.length);
    const prefix = commonPrefix(items);
    for (const [position, {label, value}] of items.entries()) {
      // Two names a field: its label is at an even place, its API name at the next.
      index.#add(label);
      const name = apiName(value);
      const telling = name.startsWith(prefix) ? name.slice(prefix.length) : name;
      index.#add(saysTheSame(telling, label) ? '' : telling);
      if (position % STEP === STEP - 1) yield;
    }
    known.set(items, index);
    return index;
  }

  /** Fields with the most similar names, best first. */
  match(name: string, least: number): readonly FieldMatch[] {
    const {plain, meant} = wordsOf(name);
    const best: FieldMatch[] = [];
    for (const at of this.#plain.get(plain) ?? NO_NAMES) {
      if (isSameName(this.#names[at] ?? '', name)) insert(best, sameName(at));
    }
    const {touched, weight} = this.#collect(meant, least / SIMILAR);
    for (const at of touched) {
      const similarity = (2 * (this.#scores[at] ?? 0)) / (weight + this.#weightOf(at));
      this.#scores[at] = 0;
      const isSame = similarity > 0.999;
      const score = isSame ? SYNONYM : similarity * SIMILAR;
      const worst = best.length < CANDIDATES ? least : (best.at(-1)?.score ?? 0);
      if (score < worst) continue;
      insert(best, {position: at >> 1, score, reason: isSame ? 'synonym' : 'similar'});
    }
    return best;
  }

  /** Adds up what each name shares with these words; those that cannot become similar enough are left out. */
  #collect(
    meant: readonly string[],
    least: number,
  ): {readonly touched: readonly number[]; readonly weight: number} {
    const touched: number[] = [];
    const words = meant.map((word) => ({
      word,
      names: this.#namesWith(word),
      weight: this.#tell(word),
    }));
    const weight = words.reduce((sum, word) => sum + word.weight, 0);
    // A name has at least the words that it shares: similarity is 2 × shared ÷ (weight + shared) at best.
    const needed = (least * weight) / (2 - least);
    let left = weight;
    for (const {word, names, weight: tells} of words.sort((a, b) => b.weight - a.weight)) {
      const canBegin = left >= needed;
      left -= tells;
      if (canBegin) {
        for (const at of names) {
          const before = this.#scores[at] ?? 0;
          if (before === 0) touched.push(at);
          this.#scores[at] = before + tells;
        }
      } else {
        // Rare words have left few names: quicker to look into these than through all that have a frequent word.
        for (const at of touched) {
          if (this.#meant[at]?.includes(word)) this.#scores[at] = (this.#scores[at] ?? 0) + tells;
        }
      }
    }
    return {touched, weight};
  }

  #add(name: string): void {
    const {plain, meant} = wordsOf(name);
    const at = this.#names.push(name) - 1;
    this.#meant.push(meant);
    if (plain !== 0) push(this.#plain, plain, at);
    for (const word of meant) push(this.#postings, word, at);
  }

  #namesWith(word: string): readonly number[] {
    return this.#postings.get(word) ?? NO_NAMES;
  }

  /** How much a word tells: one that few names have more than one that all have. */
  #tell(word: string): number {
    return Math.log(1 + (2 * this.#size) / Math.max(1, this.#namesWith(word).length));
  }

  /** What the words of a name tell together. Worked out for those names only that are looked at. */
  #weightOf(at: number): number {
    let weight = this.#weights[at] ?? 0;
    if (weight === 0) {
      for (const word of this.#meant[at] ?? []) weight += this.#tell(word);
      this.#weights[at] = weight;
    }
    return weight;
  }
}

const known = new WeakMap<readonly OptionItem[], FieldIndex>();
const NO_NAMES: readonly number[] = [];

/** Many systems make the API name out of the label. It is looked at once, then. */
function saysTheSame(name: string, label: string): boolean {
  const made = label.toLowerCase().replaceAll(' ', '_');
  const bare = name.endsWith('__c') ? name.slice(0, -3) : name;
  return bare.length === made.length && bare.toLowerCase() === made;
}

/** What most API names have before their last dot, such as the name of the object: it tells nothing about the field. */
function commonPrefix(items: readonly OptionItem[]): string {
  const uses = new Map<string, number>();
  for (const {value} of items) {
    const name = apiName(value);
    const prefix = name.slice(0, name.lastIndexOf('.') + 1);
    uses.set(prefix, (uses.get(prefix) ?? 0) + 1);
  }
  for (const [prefix, count] of uses) if (count * 2 > items.length) return prefix;
  return '';
}

function sameName(at: number): FieldMatch {
  const position = at >> 1;
  return at % 2 === 0
    ? {position, score: 1, reason: 'same-name'}
    : {position, score: SAME_API_NAME, reason: 'same-api-name'};
}

function push<K>(lists: Map<K, number[]>, key: K, at: number): void {
  const list = lists.get(key);
  if (list) list.push(at);
  else lists.set(key, [at]);
}

/** Puts a match where it belongs in a short sorted list, one for each field. */
function insert(best: FieldMatch[], match: FieldMatch): void {
  const same = best.findIndex(({position}) => position === match.position);
  if (same >= 0) {
    if ((best[same]?.score ?? 0) >= match.score) return;
    best.splice(same, 1);
  }
  const at = best.findIndex(({score}) => score < match.score);
  best.splice(at < 0 ? best.length : at, 0, match);
  best.length = Math.min(best.length, CANDIDATES);
}
