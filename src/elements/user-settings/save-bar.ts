import {html, nothing, type TemplateResult} from 'lit';
import type {settings} from '../../i18n/en/settings.js';
import type {Localizer} from '../../i18n/localize.js';
import {checkIcon, errorIcon} from '../../ui/icons.js';

/** How things stand with what was typed. */
export type SaveStatus = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

/** What the bar is rendered from. */
export interface SaveBarOptions {
  readonly words: Localizer<typeof settings>;
  readonly status: SaveStatus;
  readonly isDirty: boolean;
  readonly autosave: boolean;
  readonly justSaved: boolean;
  /** There is something to save: else the bar holds only what the host puts there. */
  readonly hasFields: boolean;
  readonly onReset: () => void;
}

/** Says whether everything is saved, and saves. */
export function saveBar(options: SaveBarOptions): TemplateResult {
  const {words, status, isDirty, autosave, justSaved, hasFields, onReset} = options;
  const isNews = status === 'saving' || status === 'failed' || (status === 'saved' && justSaved);
  const isStuck = isNews || (isDirty && !autosave);
  return html`<div class=${isStuck ? 'bar stuck' : 'bar'} part="actions">
    ${hasFields ? html`<p class="status ${status}" part="status">${statusView(options)}</p>` : nothing}
    <slot name="actions"></slot>
    ${
      hasFields && !autosave
        ? html`
            <button
              type="button"
              class="button plain discard"
              ?hidden=${!isDirty}
              @click=${onReset}
            >
              ${words.term('discard')}
            </button>
            <button
              type="submit"
              class="button primary"
              part="save"
              aria-disabled=${isDirty ? 'false' : 'true'}
              aria-busy=${status === 'saving' ? 'true' : 'false'}
            >
              ${words.term(status === 'saving' ? 'saving' : 'save')}
            </button>
          `
        : nothing
    }
  </div>`;
}

function statusView({words, status, autosave}: SaveBarOptions): unknown {
  switch (status) {
    case 'dirty':
      return autosave ? nothing : [html`<span class="dot"></span>`, words.term('unsaved')];
    case 'saving':
      // The button says it already.
      return autosave ? words.term('saving') : nothing;
    case 'saved':
      return [checkIcon, words.term(autosave ? 'autosaved' : 'saved')];
    case 'failed':
      return [errorIcon, words.term('notSaved')];
    case 'clean':
      return nothing;
  }
}
