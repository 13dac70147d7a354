import {html, nothing, type TemplateResult} from 'lit';
import type {settings} from '../../i18n/en/settings.js';
import type {Localizer} from '../../i18n/localize.js';
import {errorIcon} from '../../ui/icons.js';
import type {ErrorWords} from '../../ui/message/error-words.js';
import {inlineError} from '../../ui/message/inline-error.js';

/** A field that something is wrong with. */
export interface FieldProblem {
  readonly title: string;
  readonly message: string;
  readonly focus: () => void;
}

/** What the summary is rendered from. */
export interface ProblemSummaryOptions {
  readonly words: Localizer<typeof settings>;
  /** Why nothing could be saved, or what was refused of no field in particular. */
  readonly error: ErrorWords | undefined;
  readonly fields: readonly FieldProblem[];
  readonly pending: boolean;
  readonly retryLabel: string;
  readonly onRetry: () => void;
}

/** What is wrong, above the form. One field says so itself and has the focus; of several, the list leads to each. */
export function problemSummary(options: ProblemSummaryOptions): TemplateResult {
  const {words, error, fields, pending, retryLabel, onRetry} = options;
  return html`<div class="summary" part="summary" tabindex="-1">
    ${inlineError({error, pending, retryLabel, onRetry})}
    ${
      fields.length > 1
        ? html`<div class="message error" role="group" aria-labelledby="problems">
            ${errorIcon}
            <div class="message-body">
              <div class="message-text">
                <p id="problems" class="message-heading">
                  ${words.term('fieldProblems', fields.length)}
                </p>
                <ul class="problems" role="list">
                  ${fields.map(
                    ({title, message, focus}) =>
                      html`<li>
                        <button type="button" class="problem" @click=${focus}>
                          <bdi>${title}</bdi></button
                        ><span>: ${message}</span>
                      </li>`,
                  )}
                </ul>
              </div>
            </div>
          </div>`
        : nothing
    }
  </div>`;
}
