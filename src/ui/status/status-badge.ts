import {css, html, type TemplateResult} from 'lit';
import {attentionIcon, availableIcon, connectedIcon, pendingIcon} from '../icons.js';

/** How an account or an integration stands. */
export type Status = 'connected' | 'attention' | 'pending' | 'available';

const ICONS: Readonly<Record<Status, TemplateResult>> = {
  connected: connectedIcon,
  attention: attentionIcon,
  pending: pendingIcon,
  available: availableIcon,
};

/** Icon and words: the colour says nothing that they do not (WCAG 1.4.1). */
export function statusBadge({status, label}: {status: Status; label: string}): TemplateResult {
  return html`<span class="badge ${status}" part="status"
    >${ICONS[status]}<span>${label}</span></span
  >`;
}

export const statusStyles = css`
  .badge {
    --_badge: var(--_text-muted);
    --_badge-soft: var(--_surface-sunken);

    display: inline-flex;
    align-items: center;
    justify-self: start;
    gap: calc(var(--_space) * 1.25);
    max-inline-size: 100%;
    padding-block: calc(var(--_space) * 0.5);
    padding-inline: calc(var(--_space) * 1.75) calc(var(--_space) * 2.25);
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius-pill);
    background: var(--_badge-soft);
    color: var(--_badge);
    font-size: var(--_size-s);
    font-weight: var(--_weight-medium);
    min-block-size: var(--pg-badge-size, 24px);
    line-height: var(--pg-line-height-small, 1.4);
  }

  .badge.connected {
    --_badge: var(--_success);
    --_badge-soft: var(--_success-soft);
  }

  .badge.attention {
    --_badge: var(--_warning);
    --_badge-soft: var(--_warning-soft);
  }

  .badge.pending {
    --_badge: var(--_accent);
    --_badge-soft: var(--_accent-soft);
  }

  .badge > svg {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
  }

  .badge > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
    }
  }
`;
