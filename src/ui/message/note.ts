import {html, nothing, type TemplateResult} from 'lit';
import {attentionIcon, infoIcon} from '../icons.js';

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
