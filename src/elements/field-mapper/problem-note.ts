import {type TemplateResult, html} from 'lit';
import type {RowProblem} from '../../core/mapping/mapping-checks.js';
import type {mapper as words} from '../../i18n/en/mapper.js';
import type {Localizer} from '../../i18n/localize.js';
import {attentionIcon} from '../../ui/icons.js';
import {plainText} from '../../ui/safe.js';

/** One thing that is wrong. */
export interface ProblemLine {
  readonly text: string;
  /** Keeps the form from being sent. */
  readonly isError?: boolean;
}

/** What is wrong with a box, below it. */
export function problemNote(id: string, lines: readonly ProblemLine[]): TemplateResult {
  return html`<div id=${id} class="problem" part="problem">
    ${lines.map(
      ({text, isError = false}) =>
        html`<p class=${isError ? 'problem-line danger' : 'problem-line'}>
          ${attentionIcon}<span>${text}</span>
        </p>`,
    )}
  </div>`;
}

/** Rows that are named where several have the same field. */
const NAMED = 2;

/** What people read about a row. */
export function problemWords(problem: RowProblem, localizer: Localizer<typeof words>): string {
  if (problem.kind === 'required') return localizer.term('rowRequired');
  if (problem.kind === 'vanished') return localizer.term('rowVanished');
  const labels = problem.others.slice(0, NAMED).map(({label}) => plainText(label, 80));
  const more = problem.others.length - labels.length;
  const format = new Intl.ListFormat(localizer.languageOf('rowDuplicate'), {
    type: more > 0 ? 'unit' : 'conjunction',
  });
  const named = format.format(labels);
  return localizer.term('rowDuplicate', more > 0 ? localizer.term('andMore', named, more) : named);
}
