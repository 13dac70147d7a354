import {html, type TemplateResult} from 'lit';
import {attentionIcon} from '../../ui/icons.js';

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
