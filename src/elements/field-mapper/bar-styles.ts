import {css} from 'lit';

/** What stays above the rows of a mapper while they scroll: progress, search and filters. */
export const barStyles = css`
  .card {
    --_radius-card: var(--pg-radius-card, var(--_radius-l));

    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
  }

  .summary {
    position: sticky;
    inset-block-start: var(--_scroll-start, 0);
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 4);
    min-block-size: calc(var(--_control-size) + 8px);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 3.5);
    border-radius: calc(var(--_radius-card) - var(--_border-width))
      calc(var(--_radius-card) - var(--_border-width)) 0 0;
    background: inherit;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
  }

  /* The line below it, also while rows are under it. */
  .summary::after {
    content: '';
    position: absolute;
    inset: auto 0 -1px;
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .progress {
    display: flex;
    flex: none;
    align-items: center;
    gap: calc(var(--_space) * 2.5);
    color: var(--_text);
    font-weight: var(--_weight-medium);
  }

  progress {
    inline-size: 96px;
    block-size: 6px;
    overflow: hidden;
    border: 0;
    border-radius: 3px;
    background: var(--_border);
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: none;
  }

  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--_accent);
  }

  progress::-moz-progress-bar {
    border-radius: 3px;
    background: var(--_accent);
  }

  .to-check {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 24px;
    margin: 0;
    margin-inline-start: auto;
    padding: 0 var(--_space);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_warning);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .to-check > svg {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
  }

  .row-search {
    position: relative;
    display: flex;
    flex: 0 1 240px;
    align-items: center;
    min-inline-size: 160px;
  }

  .row-search > svg {
    position: absolute;
    inset-inline-start: calc(var(--_space) * 2.5);
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    pointer-events: none;
  }

  .row-search > .text {
    inline-size: 100%;
    min-block-size: calc(var(--_control-size) - 4px);
    padding-block: 0;
    padding-inline: calc(var(--_space) * 8.5);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-field);
    color: var(--_text);
    appearance: none;
  }

  .row-search > .text:focus {
    border-color: var(--_focus);
    outline: var(--_focus-inner) solid var(--_focus);
  }

  .row-search > .text::-webkit-search-cancel-button {
    display: none;
  }

  .row-search > .tool {
    position: absolute;
    inset-inline-end: 2px;
    margin: 0;
  }

  .row-filters {
    display: flex;
    flex: 0 1 auto;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    margin: -3px;
    padding: 3px;
    padding-inline-end: 16px;
    overflow-x: auto;
    scrollbar-width: none;
    /* What goes on fades out. The rest is padding. */
    mask: linear-gradient(var(--_way, to left), #0000, #000 16px);
  }

  .row-filters:dir(rtl) {
    --_way: to right;
  }

  .chip {
    --_chip-size: calc(var(--pg-chip-size, 28px) * var(--_density));

    position: relative;
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_chip-size);
    padding-inline: calc(var(--_space) * 2.5);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-pill);
    font-weight: var(--_weight-medium);
    cursor: pointer;
  }

  .chip-count {
    font-weight: 450;
  }

  .chip.urgent {
    border-color: currentcolor;
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .chip:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .chip:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
  }

  .hint.none {
    display: grid;
    gap: calc(var(--_space) * 2);
    justify-items: center;
    border: 0;
    unicode-bidi: plaintext;
    overflow-wrap: anywhere;
  }

  /* Two lines that keep their height: progress and search, and the filters. */
  @container pg-mapper (inline-size < 520px) {
    .summary {
      padding-inline: calc(var(--_space) * 3);
    }

    .row-search {
      flex: 1 1 120px;
      min-inline-size: 0;
    }

    .progress:has(~ .row-search) > progress {
      display: none;
    }

    .row-filters {
      flex: 1 0 100%;
      max-inline-size: calc(100% + 6px);
    }
  }

  @media (hover: hover) {
    .chip:not(.urgent, :has(:checked)):hover {
      border-color: var(--_border-control);
      color: var(--_text);
    }
  }

  @media (forced-colors: active) {
    .chip:has(:checked) {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }

    progress {
      border: 1px solid CanvasText;
    }

    progress::-webkit-progress-value {
      background: Highlight;
    }

    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;
