import type {OptionItem} from '../options/option-page.js';
import {valueKey} from '../util/value-key.js';
import {
  FieldIndex,
  MATCH_REASONS,
  SAME_API_NAME,
  type FieldMatch,
  type MatchReason,
} from './field-index.js';
import {finish, type Steps} from '../util/time-slicing.js';
import type {MappingRow} from './mapping-rows.js';

/** A proposal for one row. Nothing is written before a person accepts it. */
export interface Suggestion {
  readonly field: OptionItem;
  /** How sure it is, from 0 to 1. */
  readonly score: number;
  readonly reason: MatchReason;
}

/** Below that two names have too little in common. */
const LEAST = 0.5;
/** Several fields of the integration have an equally good name. */
const AMBIGUOUS = 0.75;

interface Candidate {
  readonly row: MappingRow;
  readonly match: FieldMatch;
}

/**
 * Proposes a field of the integration for each row that has none, by the similarity of names; no field twice, and none that another
 * row has already.
 * @returns proposals by key of the row
 */
export function suggestFields(
  rows: readonly MappingRow[],
  items: readonly OptionItem[],
): ReadonlyMap<string, Suggestion> {
  return finish(suggestionSteps(rows, items));
}

/** {@link suggestFields} in small steps. */
export function* suggestionSteps(
  rows: readonly MappingRow[],
  items: readonly OptionItem[],
): Steps<ReadonlyMap<string, Suggestion>> {
  const open = rows.filter(({field}) => field === undefined);
  if (open.length === 0 || items.length === 0) return new Map();
  const index = yield* FieldIndex.of(items);
  const candidates: Candidate[] = [];
  for (const row of open) {
    candidates.push(...candidatesOf(row, index));
    yield;
  }
  candidates.sort((a, b) => b.match.score - a.match.score || a.match.position - b.match.position);
  return distribute(candidates, items, takenBy(rows, items));
}

/** Places of the fields that rows have already. */
function takenBy(rows: readonly MappingRow[], items: readonly OptionItem[]): Set<number> {
  const mapped = new Set(rows.flatMap(({field}) => (field === undefined ? [] : [valueKey(field)])));
  const taken = new Set<number>();
  if (mapped.size > 0) {
    items.forEach(({value}, position) => {
      if (mapped.has(valueKey(value))) taken.add(position);
    });
  }
  return taken;
}

/** Gives each row the best that is left, the best candidates first. */
function distribute(
  candidates: readonly Candidate[],
  items: readonly OptionItem[],
  taken: Set<number>,
): ReadonlyMap<string, Suggestion> {
  const suggestions = new Map<string, Suggestion>();
  for (const {row, match} of candidates) {
    const field = items[match.position];
    if (!field || suggestions.has(row.key) || taken.has(match.position)) continue;
    taken.add(match.position);
    suggestions.set(row.key, {field, score: match.score, reason: match.reason});
  }
  return suggestions;
}

function candidatesOf(row: MappingRow, index: FieldIndex): readonly Candidate[] {
  let matches = index.match(row.label, LEAST);
  if (row.key !== row.label && !(matches[0] && matches[0].score === 1)) {
    matches = better(matches, index.match(row.key, LEAST).map(byApiName));
  }
  const [first, second] = matches;
  if (!first || first.score !== second?.score) return matches.map((match) => ({row, match}));
  const weaker = matches.map((match) => ({row, match: {...match, score: match.score * AMBIGUOUS}}));
  return weaker.filter(({match}) => match.score >= LEAST);
}

/** A name that programs use is not the name that people see. */
function byApiName(match: FieldMatch): FieldMatch {
  return match.reason === 'same-name'
    ? {...match, score: SAME_API_NAME, reason: 'same-api-name'}
    : match;
}

/** The better of two lists, by what each is best at. */
function better(a: readonly FieldMatch[], b: readonly FieldMatch[]): readonly FieldMatch[] {
  const [first] = a;
  const [other] = b;
  if (!other) return a;
  if (!first) return b;
  if (first.score !== other.score) return first.score > other.score ? a : b;
  return MATCH_REASONS.indexOf(first.reason) <= MATCH_REASONS.indexOf(other.reason) ? a : b;
}
