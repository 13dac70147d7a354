import type {PgError} from '../../core/errors.js';
import type {errors} from '../../i18n/en/errors.js';
import type {Localizer} from '../../i18n/localize.js';
import {plainText} from '../safe.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {common} from '../../i18n/en/common.js';
import {attentionIcon, errorIcon, infoIcon, signedOutIcon} from '../icons.js';

/** Longest words of a backend or provider that are shown (UTF-16 units). */
const MAX_DETAIL = 300;

/** What people read about a failure. */
export interface ErrorWords {
  /** The dictionary's sentence. */
  readonly text: string;
  /** What the backend said, if it adds something; hostile text, bind it as text only. */
  readonly detail?: string | undefined;
}

/**
 * The words for an error: the dictionary's sentence of its code, then the backend's own as a detail.
 * @param localizer of the area `errors`: `new Localizer(this, 'errors', errors)`
 */
export function errorWords(
  error: Pick<PgError, 'code' | 'detail'>,
  localizer: Localizer<typeof errors>,
): ErrorWords {
  const text = localizer.term(error.code);
  const detail = plainText(error.detail, MAX_DETAIL).trim();
  return {text, detail: detail === '' || detail === text ? undefined : detail};
}

/** Words below a heading that says what failed: that something went wrong it says already. */
export function belowHeading({code}: Pick<PgError, 'code'>, words: ErrorWords): ErrorWords {
  return code === 'unknown' && words.detail !== undefined ? {...words, text: ''} : words;
}

interface EmptyStateOptions {
  /** One of `icons.ts`. */
  readonly icon?: TemplateResult | undefined;
  readonly heading: string;
  readonly text?: string | undefined;
  /** The way forward: a button, a link or a slot. */
  readonly action?: TemplateResult | undefined;
}

/** Takes the place of content that is not there, and says what to do about it. */
export function emptyState({icon, heading, text, action}: EmptyStateOptions): TemplateResult {
  return html`
    <div class="empty" part="empty">
      ${icon ? html`<span class="empty-icon">${icon}</span>` : nothing}
      <p class="empty-heading">${heading}</p>
      ${text ? html`<p class="empty-text">${text}</p>` : nothing}
      ${action ? html`<div class="empty-action">${action}</div>` : nothing}
    </div>
  `;
}

/** What every element shows when nobody is signed in. */
export function signedOutState(
  localizer: Localizer<typeof common>,
  action?: TemplateResult,
): TemplateResult {
  return emptyState({
    icon: signedOutIcon,
    heading: localizer.term('signedOutTitle'),
    text: localizer.term('signedOutText'),
    action,
  });
}

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

interface NoteOptions {
  readonly tone: 'info' | 'warning';
  readonly text: string | TemplateResult;
  /** Short bold words before the text; needed where the tone matters, since colour and icon alone tell nobody (WCAG 1.4.1). */
  readonly heading?: string | undefined;
  /** Buttons or a link. */
  readonly action?: TemplateResult | undefined;
}

/** A standing remark, not announced: it is part of the page from the start. */
export function note({tone, text, heading, action}: NoteOptions): TemplateResult {
  const warning = tone === 'warning';
  return html`
    <div class=${warning ? 'message warning' : 'message info'} part="note">
      ${warning ? attentionIcon : infoIcon}
      <div class="message-body">
        <div class="message-text">
          ${heading ? html`<p class="message-heading">${heading}</p>` : nothing}
          <p>${text}</p>
        </div>
        ${action ?? nothing}
      </div>
    </div>
  `;
}
