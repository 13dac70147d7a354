import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {tools} from '../../i18n/en/tools.js';
import type {Localizer} from '../../i18n/localize.js';
import {searchIcon} from '../../ui/icon.js';
import {closeIcon} from '../../ui/icons.js';

interface ToolSearchOptions {
  readonly words: Localizer<typeof tools>;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** The search field above the tools. Looking for something is allowed where nothing may be changed. */
export function toolSearch({words, query, onQuery}: ToolSearchOptions): TemplateResult {
  const onInput = (event: Event): void => {
    event.stopPropagation();
    onQuery((event.currentTarget as HTMLInputElement).value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const isEscape = event.key === 'Escape' && query !== '';
    if (event.isComposing || !(isEscape || event.key === 'Enter')) return;
    if (isEscape) onQuery('');
    // Neither does Enter send a form, nor does the first Escape close the dialog around.
    event.preventDefault();
    event.stopPropagation();
  };
  const onClear = ({currentTarget}: Event): void => {
    (currentTarget as HTMLElement).parentElement?.querySelector('input')?.focus();
    onQuery('');
  };
  return html`<div class="search" part="search">
    ${searchIcon}
    <input
      type="search"
      part="search-input"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="search"
      aria-label=${words.term('search')}
      placeholder=${words.term('search')}
      .value=${live(query)}
      @input=${onInput}
      @change=${(event: Event) => event.stopPropagation()}
      @keydown=${onKeyDown}
    />
    ${
      query
        ? html`<button
            type="button"
            class="tool"
            aria-label=${words.term('clearSearch')}
            @click=${onClear}
          >
            ${closeIcon}
          </button>`
        : nothing
    }
  </div>`;
}
