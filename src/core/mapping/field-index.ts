import type {OptionItem} from '../options/option-types.js';
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
/** Candidates of one name: enough for when another row takes the first. */
const CANDIDATES = 4;

/** Fields of the integration by the words of their names: of thousands only those that share a word with a name are looked at. */
export class FieldIndex {
  readonly #size: number;
  readonly #postings = new Map<string, number[]>();
  readonly #weights: Float64Array;
  readonly #names: string[] = [];
  /** Names by all their words as one. */
  readonly #plain = new Map<number, number[]>();
  readonly #scores: Float64Array;

  private constructor(items: readonly OptionItem[]) {
    // Two names a field: its label is at an even place, its API name at the next.
    this.#size = items.length;
    this.#weights = new Float64Array(items.length * 2);
    this.#scores = new Float64Array(items.length * 2);
    const prefix = commonPrefix(items);
    for (const {label, value} of items) {
      this.#add(label);
      const name = apiName(value);
      const telling = name.startsWith(prefix) ? name.slice(prefix.length) : name;
      this.#add(telling === label ? '' : telling);
    }
    for (const names of this.#postings.values()) {
      const weight = this.#weightOf(names.length);
      for (const name of names) this.#weights[name] = (this.#weights[name] ?? 0) + weight;
    }
  }

  /** The index of a list of fields, made once: lists are replaced, never changed. */
  static of(items: readonly OptionItem[]): FieldIndex {
    let index = known.get(items);
    if (!index) known.set(items, (index = new FieldIndex(items)));
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
      const similarity = (2 * (this.#scores[at] ?? 0)) / (weight + (this.#weights[at] ?? 0));
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
    const words = meant.map((word) => {
      const names = this.#postings.get(word) ?? NO_NAMES;
      return {names, weight: this.#weightOf(names.length)};
    });
    const weight = words.reduce((sum, word) => sum + word.weight, 0);
    // A name has at least the words that it shares: similarity is 2 × shared ÷ (weight + shared) at best.
    const needed = (least * weight) / (2 - least);
    let left = weight;
    for (const word of words.sort((a, b) => b.weight - a.weight)) {
      const canBegin = left >= needed;
      left -= word.weight;
      for (const at of word.names) {
        const before = this.#scores[at] ?? 0;
        if (before === 0 && !canBegin) continue;
        if (before === 0) touched.push(at);
        this.#scores[at] = before + word.weight;
      }
    }
    return {touched, weight};
  }

  #add(name: string): void {
    const {plain, meant} = wordsOf(name);
    const at = this.#names.push(name) - 1;
    if (plain !== 0) push(this.#plain, plain, at);
    for (const word of meant) push(this.#postings, word, at);
  }

  /** A word that few names have tells more than one that all have. */
  #weightOf(uses: number): number {
    return Math.log(1 + (2 * this.#size) / Math.max(1, uses));
  }
}

const known = new WeakMap<readonly OptionItem[], FieldIndex>();
const NO_NAMES: readonly number[] = [];

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
