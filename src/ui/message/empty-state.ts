import {html, nothing, type TemplateResult} from 'lit';
import type {common} from '../../i18n/en/common.js';
import type {Localizer} from '../../i18n/localize.js';
import {signedOutIcon} from '../icons.js';

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
