import {css} from 'lit';

/**
 * Layout and looks of the catalog and its cards. What a person reads sits on lines of known height, so that all cards are of one size, and
 * the height of ten thousand is known without any of them.
 */
export const catalogStyles = css`
  :host {
    --_radius-card: var(--pg-radius-card, var(--pg-radius-l, 12px));
    --_gap: var(--pg-catalog-gap, calc(var(--_space) * 3));

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
    margin-block-end: calc(var(--_space) * 4);
  }

  .toolbar:empty {
    display: none;
  }

  .search {
    position: relative;
    flex: 0 1 24rem;
    min-inline-size: min(100%, 16rem);
    /* As high as the field, which a page from a server can show later than the icon. */
    min-block-size: calc(var(--_control-size) + 4px);
  }

  .search > svg {
    position: absolute;
    inline-size: 18px;
    block-size: 18px;
    inset-block-start: calc(50% - 9px);
    inset-inline-start: calc(var(--_space) * 3);
    color: var(--_text-muted);
    pointer-events: none;
  }

  input[type='search'] {
    inline-size: 100%;
    min-block-size: calc(var(--_control-size) + 4px);
    padding: 0 calc(var(--_space) * 10);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--pg-radius-field, var(--_radius-m));
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    appearance: none;
  }

  input::placeholder {
    color: var(--pg-color-placeholder, var(--_text-muted));
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .filters,
  .filters-to-come {
    flex: 1;
    min-inline-size: 0;
    min-block-size: calc(var(--pg-chip-size, 32px) * var(--_density));
  }

  .filters-to-come {
    max-inline-size: 20rem;
    border-radius: var(--_radius-pill);
    background: var(--_surface-sunken);
    animation: pg-appear 1ms 100ms both;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }

  .filter {
    position: relative;
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: calc(var(--pg-chip-size, 32px) * var(--_density));
    padding-inline: calc(var(--_space) * 2.75);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-pill);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-weight: var(--_weight-medium);
    cursor: pointer;
  }

  .filter:hover {
    border-color: var(--_border-control);
  }

  .filter.urgent {
    border-color: currentcolor;
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .filter:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .count {
    font-weight: 450;
    font-variant-numeric: tabular-nums;
  }

  .results {
    --_pad: calc(var(--_space) * 4);
    --_line: calc(var(--_size-m) * 1.43);
    --_small-line: calc(var(--_size-s) * 1.385);
    --_card-size: calc(var(--_pad) * 2 + var(--_line) + var(--_small-line) * 3 + 6px);

    position: relative;
  }

  .cards {
    display: grid;
    grid-template: repeat(var(--_rows, 1), var(--_card-size)) / repeat(
        auto-fill,
        minmax(min(100%, var(--pg-catalog-card-width, 260px)), 1fr)
      );
    grid-auto-rows: var(--_card-size);
    gap: var(--_gap);
  }

  .card,
  .skeleton-card {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / auto minmax(0, 1fr) auto;
    column-gap: calc(var(--_space) * 3);
    min-inline-size: 0;
    padding: calc(var(--_pad) - var(--_border-width));
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-card);
    background: var(--_surface-raised);
    font-size: var(--_size-s);
    line-height: var(--_small-line);
    contain: layout style;
    overflow-anchor: none;
  }

  .card {
    box-shadow: var(--_shadow-raised);
    cursor: pointer;
  }

  .card:hover {
    border-color: var(--_border-control);
  }

  .card:active {
    background: var(--_accent-soft);
  }

  .logo {
    grid-row: 1 / -1;
  }

  .choose,
  .action {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: inherit;
  }

  .choose {
    --_margin: var(--pg-catalog-scroll-margin, calc(var(--_space) * 4));

    grid-column: 2;
    min-inline-size: 0;
    /* The whole card is to be seen, of which the button is the first line. */
    scroll-margin-block: calc(var(--_margin) + var(--_pad)) calc(var(--_margin) + var(--_card-size));
  }

  .choose:focus-visible {
    outline: none;
  }

  .choose::after {
    position: absolute;
    inset: calc(var(--_border-width) * -1);
    border-radius: var(--_radius-card);
    content: '';
  }

  .filter:has(:focus-visible),
  .choose:focus-visible::after {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
  }

  .name,
  .description,
  .status {
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }

  .name,
  .description {
    display: -webkit-box;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .name {
    font-size: calc(var(--_size-m) * 1.0715);
    font-weight: var(--pg-font-weight-strong, 600);
    line-height: var(--_line);
  }

  .description {
    grid-area: 2 / 2 / 3 / -1;
    align-self: start;
    /* A name of two lines leaves room for one. */
    max-block-size: 100%;
    color: var(--_text-muted);
  }

  .status {
    --_mark: var(--_success);

    position: relative;
    grid-area: 3 / 2 / 4 / -1;
    padding-inline-start: calc(var(--_space) * 3.5);
    color: var(--_text-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .status::before {
    position: absolute;
    inset-block-start: calc(50% - 4px);
    inset-inline-start: 0;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_mark);
    content: '';
  }

  .attention > .status {
    --_mark: var(--_warning);

    color: var(--_mark);
    font-weight: var(--_weight-medium);
  }

  .pending > .status {
    --_mark: var(--_accent);
  }

  .action {
    position: absolute;
    inset-block-end: 9px;
    inset-inline-end: 9px;
    z-index: 1;
    block-size: 28px;
    padding-inline: 10px;
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--pg-radius-button, var(--_radius-m));
    background: var(--_surface-raised);
    color: var(--_text);
    font-weight: var(--_weight-medium);
    opacity: 0;
  }

  .action:hover {
    background: var(--_surface-sunken);
  }

  .attention > .action {
    border-color: currentcolor;
    background: var(--_warning-soft);
    color: var(--_warning);
  }

  .card:is(:hover, :focus-within) > .action {
    opacity: 1;
  }

  /* There is no hover to bring it out. */
  @media (hover: none) {
    /* Phones zoom in on smaller text when it is typed into. */
    .search {
      font-size: max(16px, 1em);
    }

    .action {
      opacity: 1;
    }

    .status {
      grid-column-end: 3;
    }

    .action::before {
      position: absolute;
      inset: -8px;
      content: '';
    }
  }

  .skeleton-card {
    /* Answers that come at once must not flash. */
    animation: pg-appear 1ms 100ms both;
  }

  .skeleton-card::before,
  .skeleton-card::after {
    inline-size: var(--pg-logo-size, 40px);
    block-size: var(--pg-logo-size, 40px);
    border-radius: var(--_radius-m);
    background: var(--_border);
    content: '';
  }

  /* The name, and a description. */
  .skeleton-card::after {
    inline-size: 82%;
    block-size: calc(var(--_line) + var(--_small-line));
    background:
      linear-gradient(var(--_border) 0 0) 0 4px / 50% 10px,
      linear-gradient(var(--_border) 0 0) 0 calc(var(--_line) + 4px) / 100% 10px;
    background-repeat: no-repeat;
  }

  @keyframes pg-appear {
    from {
      opacity: 0;
    }
  }

  /* Out of the flow, as it has no box. */
  .no-message {
    position: absolute;
  }

  /* One card a row: the description on one line, what is to be told of accounts beside it. */
  :host([layout='list']) {
    & .results {
      --_card-size: calc(var(--_small-line) + var(--_line) + var(--_space) * 6 + 2px);
    }

    & .cards {
      grid-template-columns: 100%;
    }

    & :is(.card, .skeleton-card) {
      grid-template: auto auto / auto minmax(0, 1fr) auto auto;
      align-content: center;
      padding-block: 0;
    }

    & .logo {
      align-self: center;
    }

    & :is(.name, .description) {
      -webkit-line-clamp: 1;
    }

    & .description {
      grid-area: 2 / 2;
    }

    & .status {
      grid-area: 1 / 3 / 3 / 4;
      align-self: center;
    }

    & .choose:has(+ [hidden]) {
      grid-row: 1 / 3;
      align-self: center;
    }

    & .action {
      inset-block: 0;
      margin-block: auto;
    }
  }

  @container pg-catalog (inline-size < 54rem) {
    .search,
    .filters,
    .filters-to-come {
      flex-basis: 100%;
    }
  }

  /* Phones: rows of two lines, so that a dozen is seen at a glance. What is to be told of accounts takes the place of the description. */
  @container pg-catalog (inline-size < 30rem) {
    .filters {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding: 3px 16px;
      margin-block: -3px;
      margin-inline-start: -16px;
      scrollbar-width: none;
      /* What goes on fades out: the rest is padding. */
      mask: linear-gradient(90deg, #0000, #000 16px 95%, #0000);
    }

    .results {
      --_gap: var(--pg-catalog-gap, calc(var(--_space) * 2));
      --_card-size: calc(var(--_line) + var(--_small-line) + var(--_space) * 6 + 4px);
    }

    .results :is(.card, .skeleton-card) {
      grid-template: auto auto / auto minmax(0, 1fr) auto;
      align-content: center;
      padding: 0 calc(var(--_space) * 3);
    }

    .logo {
      align-self: center;
    }

    .description {
      -webkit-line-clamp: 1;
    }

    .results :is(.description, .status) {
      grid-area: 2 / 2;
    }

    .description:has(+ .status:not([hidden])) {
      display: none;
    }

    .results .action {
      position: relative;
      inset: 0;
      grid-area: 1 / 3 / 3 / 4;
      align-self: center;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .filter,
    .card,
    .action {
      transition: var(--_motion);
      transition-property: background-color, border-color, opacity;
    }

    .loading > ::before,
    .loading > ::after {
      animation: pg-pulse 1s ease-in-out infinite alternate;
    }

    @keyframes pg-pulse {
      to {
        opacity: 0.5;
      }
    }
  }

  @media (forced-colors: active) {
    .filter:has(:checked) {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }

    .card:hover {
      border-color: Highlight;
    }

    .status::before {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .skeleton-card::before {
      background: GrayText;
      forced-color-adjust: none;
    }
  }
`;
