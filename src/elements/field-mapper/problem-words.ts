import type {RowProblem} from '../../core/mapping/mapping-checks.js';
import type {mapper as words} from '../../i18n/en/mapper.js';
import type {Localizer} from '../../i18n/localize.js';
import {plainText} from '../../ui/safe/text.js';

/** Rows that are named where several have the same field. */
const NAMED = 2;

/** What people read about a row. */
export function problemWords(problem: RowProblem, localizer: Localizer<typeof words>): string {
  if (problem.kind === 'required') return localizer.term('rowRequired');
  if (problem.kind === 'vanished') return localizer.term('rowVanished');
  const labels = problem.others.slice(0, NAMED).map(({label}) => plainText(label, 80));
  const more = problem.others.length - labels.length;
  const format = new Intl.ListFormat(localizer.language, {
    type: more > 0 ? 'unit' : 'conjunction',
  });
  const named = format.format(labels);
  return localizer.term('rowDuplicate', more > 0 ? localizer.term('andMore', named, more) : named);
}
