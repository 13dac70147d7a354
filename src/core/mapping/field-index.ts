import type {OptionItem} from '../options/option-types.js';
import {squash, wordsOf} from './field-words.js';
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
    const touched: number[] = [];
    let weight = 0;
    for (const word of wordsOf(name)) {
      const names = this.#postings.get(word) ?? NO_NAMES;
      const own = this.#weightOf(names.length);
      weight += own;
      for (const at of names) {
        if (this.#scores[at] === 0) touched.push(at);
        this.#scores[at] = (this.#scores[at] ?? 0) + own;
      }
    }
    return this.#collect(touched, squash(name), weight, least);
  }

  #collect(
    touched: readonly number[],
    plain: string,
    weight: number,
    least: number,
  ): readonly FieldMatch[] {
    const best: FieldMatch[] = [];
    for (const at of touched) {
      const shared = this.#scores[at] ?? 0;
      this.#scores[at] = 0;
      const similarity = (2 * shared) / (weight + (this.#weights[at] ?? 0));
      const worst = best.length < CANDIDATES ? least : (best.at(-1)?.score ?? 0);
      if (similarity < worst * SIMILAR) continue;
      insert(best, this.#judge(at, similarity, plain), worst);
    }
    return best;
  }

  #judge(at: number, similarity: number, plain: string): FieldMatch {
    const position = at >> 1;
    const isLabel = at % 2 === 0;
    if (squash(this.#names[at] ?? '') === plain) {
      return isLabel
        ? {position, score: 1, reason: 'same-name'}
        : {position, score: SAME_API_NAME, reason: 'same-api-name'};
    }
    if (similarity > 0.999) return {position, score: SYNONYM, reason: 'synonym'};
    return {position, score: similarity * SIMILAR, reason: 'similar'};
  }

  #add(name: string): void {
    const at = this.#names.push(name) - 1;
    for (const word of wordsOf(name)) {
      const names = this.#postings.get(word);
      if (names) names.push(at);
      else this.#postings.set(word, [at]);
    }
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

/** Puts a match where it belongs in a short sorted list, one for each field. */
function insert(best: FieldMatch[], match: FieldMatch, worst: number): void {
  if (match.score < worst) return;
  const same = best.findIndex(({position}) => position === match.position);
  if (same >= 0) {
    if ((best[same]?.score ?? 0) >= match.score) return;
    best.splice(same, 1);
  }
  const at = best.findIndex(({score}) => score < match.score);
  best.splice(at < 0 ? best.length : at, 0, match);
  best.length = Math.min(best.length, CANDIDATES);
}
