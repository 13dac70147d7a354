import {css} from 'lit';

export const toolsStyles = css`
  /* What measures its own room has no width of itself, where its parent does not stretch it. */
  :host {
    min-inline-size: min(100%, 18rem);
  }

  .base {
    container: pg-tools / inline-size;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4);
  }

  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.5);
  }

  .label {
    font-size: var(--_size-l);
    font-weight: var(--pg-font-weight-heading, 620);
    line-height: 1.4;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .label:focus {
    outline: none;
  }

  .account,
  .summary,
  .group-summary {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
  }

  .search {
    position: relative;
    flex: 1 1 14rem;
    max-inline-size: 24rem;
  }

  .search > svg {
    position: absolute;
    inset-block-start: calc(50% - 9px);
    inset-inline-start: calc(var(--_space) * 3);
    inline-size: 18px;
    block-size: 18px;
    color: var(--_text-muted);
    pointer-events: none;
  }

  input[type='search'] {
    inline-size: 100%;
    min-block-size: var(--_control-size);
    margin: 0;
    padding: 0 calc(var(--_space) * 10);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    appearance: none;
  }

  input::placeholder {
    color: var(--_placeholder);
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .tool {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    min-inline-size: 28px;
    min-block-size: 28px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_size-s);
    cursor: pointer;
  }

  .tool > svg {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
  }

  .tool.wide {
    padding-inline: calc(var(--_space) * 2);
    color: var(--_accent);
    font-weight: var(--_weight-medium);
  }

  .search > .tool {
    position: absolute;
    inset-block-start: calc(50% - 14px);
    inset-inline-end: calc(var(--_space) * 1);
  }

  .all {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    margin-inline-start: auto;
    padding-inline-end: calc(var(--_space) * 4 + 1px);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-weight: var(--_weight-medium);
  }

  .notice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.5);
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 2);
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius-m);
    background: var(--_accent-soft);
    font-size: var(--_size-s);
  }

  .notice > svg {
    flex: none;
    inline-size: 1.3em;
    block-size: 1lh;
    color: var(--_accent);
  }

  .notice-text {
    flex: 1;
    min-inline-size: 0;
  }

  .groups {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }

  .group,
  .request {
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-box);
    background: var(--_surface-raised);
  }

  .group-head,
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  .group-head {
    grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto;
    padding-block: calc(var(--_space) * 2);
    border-radius: calc(var(--_radius-box) - var(--_border-width));
    background: var(--_surface-sunken);
  }

  .group-head:has(+ .tools:not([hidden])) {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .group-title {
    font: inherit;
  }

  .group-toggle {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 32px;
    margin-inline-start: calc(var(--_space) * -1);
    padding: 0 calc(var(--_space) * 1);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: var(--pg-font-weight-strong, 600);
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .group-toggle > svg {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    color: var(--_text-muted);
  }

  .group-toggle[aria-expanded='false'] > svg {
    rotate: -90deg;
  }

  .group-toggle[aria-expanded='false'] > svg:dir(rtl) {
    rotate: 90deg;
  }

  /* Far below, a long list costs nothing until it is scrolled to. */
  .long > .row {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 42px;
  }

  .row + .row,
  .group-head + .tools > .row:first-child,
  .asked {
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .about {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
  }

  .name {
    min-inline-size: 0;
    font-weight: var(--_weight-medium);
  }

  .description,
  .consequence,
  .reason {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: 1.45;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-wrap: pretty;
  }

  .chip {
    flex: none;
    padding: 0 calc(var(--_space) * 1.5);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-s);
    color: var(--_text-muted);
    font-size: max(12px, 0.75rem);
    font-weight: 500;
    line-height: 1.5;
  }

  .chip.delete {
    border-color: transparent;
    background: var(--_danger-soft);
    color: var(--_danger);
  }

  .chip.fresh {
    border-color: transparent;
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .policies {
    display: inline-flex;
    flex: none;
    padding: 2px;
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
  }

  .policy {
    position: relative;
    display: inline-flex;
    flex: 1 1 auto;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1);
    min-block-size: 28px;
    padding-inline: calc(var(--_space) * 2);
    border-radius: calc(var(--_radius-field) - 3px);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-weight: var(--_weight-medium);
    line-height: 1.25;
    cursor: pointer;
  }

  .policy > svg {
    flex: none;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
  }

  .policy.always:is(.mark, :has(:checked)) {
    background: var(--_success-soft);
    color: var(--_success);
  }

  .policy.ask:is(.mark, :has(:checked)) {
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .policy.off:is(.mark, :has(:checked)) {
    background: var(--_surface-sunken);
    color: var(--_text);
  }

  .policy:has(:checked) {
    box-shadow: 0 0 0 1px currentcolor;
  }

  .policy.off:has(:checked) {
    box-shadow: 0 0 0 1px var(--_border-control);
  }

  .policy:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
  }

  .policy.mark,
  .policy:has(:disabled) {
    cursor: default;
  }

  .policies:has(:disabled) {
    border-color: var(--_border);
    background: var(--_surface-sunken);
  }

  .policy:is(.always, .ask, .off):has(:disabled:checked) {
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_border-control);
  }

  .request {
    border-color: var(--_accent);
  }

  .request-title {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: calc(var(--_radius-box) - var(--_border-width))
      calc(var(--_radius-box) - var(--_border-width)) 0 0;
    background: var(--_accent-soft);
    font: inherit;
    font-weight: var(--pg-font-weight-strong, 600);
    overflow-wrap: anywhere;
  }

  .request-title > svg {
    flex: none;
    color: var(--_accent);
  }

  .asked {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  .reason {
    padding-inline-start: calc(var(--_space) * 2.5);
    border-inline-start: 2px solid var(--_border);
    color: var(--_text);
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }

  .answers.all {
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .button.small {
    min-block-size: 32px;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 3);
    font-size: var(--_size-s);
  }

  .to-come {
    display: grid;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-box);
  }

  .slow {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
    color: var(--_text-muted);
  }

  .error:not(:has(*)) {
    display: none;
  }

  .error-text {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    color: var(--_danger);
    font-size: var(--_size-s);
    line-height: 1.45;
  }

  .error-text > svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1lh;
  }

  @container pg-tools (inline-size < 36rem) {
    .row,
    .asked {
      grid-template-columns: minmax(0, 1fr);
      row-gap: calc(var(--_space) * 2.5);
    }

    .group-head {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .group-head > .policies,
    .policies {
      grid-column: 1 / -1;
      justify-self: stretch;
    }

    .row > .mark {
      justify-self: start;
    }

    .all {
      flex: 1 1 100%;
      padding-inline-end: 0;
    }

    .all > * {
      flex: 1 1 100%;
    }

    .search {
      max-inline-size: none;
    }

    .answers > .button {
      flex: 1;
    }
  }

  @media (hover: hover) {
    .policy:not(.mark, :has(:checked), :has(:disabled)):hover {
      background: var(--_surface-sunken);
      color: var(--_text);
    }

    .tool:hover {
      color: var(--_text);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .policy {
      transition:
        background-color var(--_duration),
        color var(--_duration);
    }

    .group-toggle > svg {
      transition: rotate var(--_duration);
    }
  }

  @media (forced-colors: active) {
    .policy:is(.mark, :has(:checked)) {
      background: Canvas;
      color: CanvasText;
    }

    .policy:has(:checked) {
      box-shadow: none;
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .policy:has(:focus-visible) {
      outline: 3px solid Highlight;
      outline-offset: 2px;
    }

    .policies:has(:disabled) > .policy {
      color: GrayText;
    }

    .notice,
    .chip {
      border-color: CanvasText;
    }
  }
`;
