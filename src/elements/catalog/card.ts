import {html, nothing, type TemplateResult} from 'lit';
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
 * The one control of a card, named by the integration and its status; the description is its description.
 * @param id prefix of the ids inside, never from the backend
 */
export function card(content: CardContent, id: string): TemplateResult {
  const {name, icon, brandColor, status, statusLabel, description} = content;
  const described = description !== '';
  return html`<button
    type="button"
    class="card"
    part="card"
    tabindex="-1"
    aria-labelledby="${id}n ${id}s"
    aria-describedby=${described ? `${id}d` : nothing}
  >
    ${logo({name, source: icon, colour: brandColor})}
    <span class="name" part="name" id="${id}n">${name}</span>
    <span class="status" id="${id}s">${statusBadge({status, label: statusLabel})}</span>
    ${
      described
        ? html`<span class="description" part="description" id="${id}d">${description}</span>`
        : nothing
    }
  </button>`;
}
