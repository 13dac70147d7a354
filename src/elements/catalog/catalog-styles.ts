import {css} from 'lit';

/** Layout and looks of the catalog. */
export const catalogStyles = css`
  :host {
    --_card-width: var(--pg-catalog-card-width, 260px);
    --_gap: var(--pg-catalog-gap, calc(var(--_space) * 3));
    --_pad: calc(var(--_space) * 4);
    /* One line of text in a card; a card has four, its gaps and its padding. All cards of a catalog are of one size. */
    --_line: calc(var(--_size-m) * 1.45);
    --_card-size: calc(var(--_line) * 4 + var(--_space) * 5 + var(--_pad) * 2 + 2px);

    /* A size container has no width of its own: without this it would vanish as a flex item. */
    min-inline-size: min(100%, 18rem);
  }

  .base {
    container: pg-catalog / inline-size;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 5);
  }

  .toolbar:empty {
    display: none;
  }

  .search {
    position: relative;
    flex: 0 1 24rem;
    min-inline-size: min(100%, 16rem);
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

  .search > input {
    inline-size: 100%;
    min-block-size: calc(var(--_control-size) + 4px);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 10);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    appearance: none;
  }

  .search > input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }

  .search > input::-webkit-search-cancel-button {
    display: none;
  }

  .search > input:focus-visible {
    border-color: var(--_focus);
    outline-offset: -1px;
  }

  .clear.clear {
    position: absolute;
    inset-block: 4px;
    inset-inline-end: 4px;
    inline-size: 32px;
    min-block-size: 0;
  }

  .filters,
  .filters-to-come {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }

  .filter {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: 32px;
    padding-inline: calc(var(--_space) * 2.75);
    border: 1px solid var(--_border);
    border-radius: 999px;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-weight: 550;
    cursor: pointer;
  }

  .filter:hover {
    border-color: var(--_border-control);
    color: var(--_text);
  }

  .filter:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .filter:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .filters-to-come {
    block-size: 32px;
  }

  .count {
    font-variant-numeric: tabular-nums;
    font-weight: 450;
  }

  .results {
    position: relative;
  }

  .gap,
  .ruler {
    position: absolute;
    inset-block: 0;
    inset-inline: 0;
    visibility: hidden;
    pointer-events: none;
  }

  .gap.before,
  .ruler {
    inset-block-end: auto;
    block-size: 0;
  }

  .ruler {
    grid-template-rows: var(--_card-size);
  }

  .group + .group {
    margin-block-start: calc(var(--_space) * 8);
  }

  .group-heading {
    margin-block-end: calc(var(--_space) * 3);
    font-size: var(--_size-l);
    font-weight: 600;
    letter-spacing: -0.005em;
    overflow-wrap: anywhere;
  }

  .group-heading > .count {
    margin-inline-start: calc(var(--_space) * 1);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .cards {
    display: grid;
    grid-auto-rows: minmax(var(--_card-size), auto);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--_card-width)), 1fr));
    gap: var(--_gap);
  }

  .cards > * {
    display: grid;
    min-inline-size: 0;
  }

  /* Rows of exactly one size: the height of ten thousand cards is known without any of them. */
  .windowed > .group > .cards {
    grid-template-rows: repeat(var(--_rows), var(--_card-size));
  }

  /* The browser must not scroll after what was moved far away: a card that became another one, an edge of what is rendered. */
  .windowed > .gap,
  .windowed > .group > .cards > * {
    overflow-anchor: none;
  }

  .skeletons > * {
    align-content: start;
    padding: var(--_pad);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    /* Answers that come at once must not flash. */
    animation: pg-appear 1ms 100ms both;
  }

  @keyframes pg-appear {
    from {
      opacity: 0;
    }
  }

  .message {
    margin-block-end: calc(var(--_space) * 5);
  }

  @container pg-catalog (inline-size < 54rem) {
    .search,
    .filters,
    .filters-to-come {
      flex-basis: 100%;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .filter {
      transition:
        background-color var(--_duration),
        border-color var(--_duration),
        color var(--_duration);
    }
  }

  @media (forced-colors: active) {
    .filter:has(:checked) {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
