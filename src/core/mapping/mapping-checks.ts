import {valueKey} from '../util/value-key.js';
import type {MappingRow} from './mapping-rows.js';

/** What is wrong with a row. */
export type RowProblem =
  | {readonly kind: 'required'}
  /** Other rows are mapped to the same field. */
  | {readonly kind: 'duplicate'; readonly others: readonly MappingRow[]}
  /** The integration does not have the field any more. */
  | {readonly kind: 'vanished'};

/** Problems by key of their row; rows without one are not in it. */
export type Problems = ReadonlyMap<string, readonly RowProblem[]>;

/**
 * Checks the rows of a mapper.
 * @param isGone whether the integration is known not to have a field; false while nobody knows
 */
export function checkRows(
  rows: readonly MappingRow[],
  isGone: (field: unknown) => boolean,
): Problems {
  const byField = new Map<string, MappingRow[]>();
  for (const row of rows) {
    if (row.field === undefined) continue;
    const key = valueKey(row.field);
    const others = byField.get(key);
    if (others) others.push(row);
    else byField.set(key, [row]);
  }
  const problems = new Map<string, readonly RowProblem[]>();
  for (const row of rows) {
    const found = [...problemsOf(row, byField, isGone)];
    if (found.length > 0) problems.set(row.key, found);
  }
  return problems;
}

function* problemsOf(
  row: MappingRow,
  byField: ReadonlyMap<string, readonly MappingRow[]>,
  isGone: (field: unknown) => boolean,
): Generator<RowProblem, void, undefined> {
  if (row.field === undefined) {
    if (row.required) yield {kind: 'required'};
    return;
  }
  if (isGone(row.field)) yield {kind: 'vanished'};
  const others = (byField.get(valueKey(row.field)) ?? []).filter((other) => other !== row);
  if (others.length > 0) yield {kind: 'duplicate', others};
}
