import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {logo} from '../../ui/icon-image/logo.js';
import {statusBadge, type Status} from '../../ui/status/status-badge.js';

/** All that a card shows. */
export interface CardContent {
  readonly name: string;
  /** Unchecked. */
  readonly icon: string;
  /** Unchecked. */
  readonly brandColor: string;
  readonly status: Status;
  readonly statusLabel: string;
  readonly description: string;
}

/** Whether two cards look the same. */
export function sameCard(a: CardContent, b: CardContent): boolean {
  return (
    a.name === b.name &&
    a.icon === b.icon &&
    a.brandColor === b.brandColor &&
    a.status === b.status &&
    a.statusLabel === b.statusLabel &&
    a.description === b.description
  );
}

/**
 * A card: its button holds the name alone, is named by name and status, and reaches over the whole card. The description stays
 * outside, so that the name is all of the button's text (WCAG 2.5.3). A card that becomes another one gets a new logo: an `<img>` shows
 * its old picture until the new one has come.
 * @param id prefix of the ids inside, never from the backend
 */
export function card(content: CardContent, id: string): TemplateResult {
  const {name, icon, brandColor, status, statusLabel, description} = content;
  const described = description !== '';
  return html`<div class="card" part="card">
    ${keyed(icon, logo({name, source: icon, colour: brandColor}))}
    <button
      type="button"
      class="choose"
      part="button"
      tabindex="-1"
      aria-labelledby="${id}n ${id}s"
      aria-describedby=${described ? `${id}d` : nothing}
    >
      <span class="name" part="name" id="${id}n">${name}</span>
    </button>
    <span class="status" id="${id}s">${statusBadge({status, label: statusLabel})}</span>
    ${
      described
        ? html`<p class="description" part="description" id="${id}d">${description}</p>`
        : nothing
    }
  </div>`;
}
