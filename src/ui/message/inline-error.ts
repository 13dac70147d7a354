import {html, nothing, type TemplateResult} from 'lit';
import {errorIcon} from '../icons.js';
import type {ErrorWords} from './error-words.js';

interface InlineErrorOptions {
  /** Without one the alert region is there, but empty and without a box. */
  readonly error: ErrorWords | undefined;
  /** With `retryLabel`, shows a button. */
  readonly onRetry?: (() => void) | undefined;
  readonly retryLabel?: string;
  /** The retry is under way: the error stays readable and the button keeps focus. */
  readonly pending?: boolean;
}

/**
 * An error beside what failed. Render it always, also without an error: screen readers announce text that enters an alert region, not
 * a region that arrives with its text. The button stands outside, so that it is not read out as part of the alert.
 */
export function inlineError(options: InlineErrorOptions): TemplateResult {
  const {error, pending = false} = options;
  return html`
    <div class=${error ? 'message error' : 'no-message'} part="error">
      ${error ? errorIcon : nothing}
      <div class="message-body">
        <div class="message-text" role="alert">
          ${error ? html`<p>${error.text}</p>` : nothing}
          ${error?.detail ? html`<p class="message-detail"><bdi>${error.detail}</bdi></p>` : nothing}
        </div>
        ${
          error && options.onRetry && options.retryLabel
            ? retryButton(options.retryLabel, options.onRetry, pending)
            : nothing
        }
      </div>
    </div>
  `;
}

function retryButton(label: string, onRetry: () => void, pending: boolean): TemplateResult {
  const onClick = (): void => {
    if (!pending) onRetry();
  };
  return html`
    <button
      type="button"
      class="button small"
      part="retry"
      aria-busy=${pending ? 'true' : 'false'}
      aria-disabled=${pending ? 'true' : 'false'}
      @click=${onClick}
    >
      ${label}
    </button>
  `;
}
