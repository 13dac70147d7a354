import {css} from 'lit';

/** The rows of a mapper: columns where there is room, one below the other where there is not. */
export const rowStyles = css`
  .table {
    --_columns: minmax(0, 2fr) minmax(0, 3fr);
    background: inherit;
    border-radius: inherit;
  }

  .table.sampled {
    --_columns: minmax(0, 5fr) minmax(0, 7fr) minmax(0, 4fr);
  }

  .table:has(.actions) {
    --_columns: minmax(0, 2fr) minmax(0, 3fr) var(--_tool-size);
  }

  .table.sampled:has(.actions) {
    --_columns: minmax(0, 5fr) minmax(0, 7fr) minmax(0, 4fr) var(--_tool-size);
  }

  /* All rows are of the same height, whatever is in them: what a person does in one moves none. */
  .row {
    position: relative;
    display: grid;
    grid-template-columns: var(--_columns);
    column-gap: calc(var(--_space) * 3);
    align-items: center;
    min-block-size: calc(var(--_control-size) + 8px);
    padding-block: calc(var(--_space) * 0.75);
    padding-inline: calc(var(--_space) * 3.5) calc(var(--_space) * 2);
    border-block-start: var(--_border-width) solid var(--_border);
    /* Hundreds of rows cost layout and paint only where they are seen. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_control-size);
  }

  /* What it says of its problem lies over the next one. */
  .row:has(.problem) {
    content-visibility: visible;
  }

  .head-row {
    min-block-size: 0;
    padding-block: calc(var(--_space) * 1.25);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-weight: var(--pg-font-weight-strong, 600);
    content-visibility: visible;
  }

  .cell {
    min-inline-size: 0;
  }

  .head-row > .cell {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .head-row > .cell:nth-child(2) {
    padding-inline-start: calc(var(--_space) * 2.5);
  }

  .name {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    line-height: var(--_line-control);
  }

  .name-text {
    display: -webkit-box;
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    font-weight: var(--_weight-medium);
    /* Where it is cut off it is so at its own end. */
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .name > .arrow {
    margin-inline-start: auto;
  }

  .alert {
    display: inline-flex;
    flex: none;
    color: var(--_warning);
  }

  .alert.danger {
    color: var(--_danger);
  }

  .alert > svg {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
  }

  .arrow {
    display: inline-flex;
    flex: none;
    color: var(--_text-muted);
  }

  .arrow > svg {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
  }

  .target {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: center;
  }

  .target > :not(.problem) {
    grid-area: 1 / 1;
  }

  /* What the focus goes to is not hidden by what stays above it. */
  .target > .stand-in,
  .target > pg-combobox::part(input) {
    scroll-margin-block: 120px 60px;
  }

  /* A box is a text with an arrow until somebody comes near. */
  .target > pg-combobox:not(:focus-within, [invalid])::part(control) {
    border-color: transparent;
    background: none;
  }

  .target > pg-combobox[disabled]::part(control) {
    background: none;
  }

  /* Its end belongs to the answers, or to the name that tells it from others. */
  .suggested > pg-combobox::part(input) {
    margin-inline-end: 104px;
  }

  .replaceable > pg-combobox::part(input) {
    margin-inline-end: 50%;
  }

  .ambiguous > pg-combobox:not(:focus-within)::part(input) {
    margin-inline-end: 45%;
  }

  .suggested > pg-combobox::part(input)::placeholder,
  .suggested > .stand-in > .placeholder {
    color: var(--_accent);
  }

  .stand-in {
    display: flex;
    align-items: center;
    gap: var(--_space);
    inline-size: 100%;
    min-block-size: var(--_control-size);
    margin: 0;
    padding-block: 0;
    padding-inline: calc(var(--_space) * 2.5) var(--_space);
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius-field);
    background: none;
    color: inherit;
    font: inherit;
    line-height: var(--_line-control);
    text-align: start;
  }

  pg-combobox + .stand-in {
    position: absolute;
    inline-size: 1px;
    opacity: 0;
    pointer-events: none;
  }

  /* A name that is on its way must not look like one. */
  .table[aria-busy='true'] pg-combobox::part(input),
  .table[aria-busy='true'] .stand-in-text {
    color: var(--_text-muted);
  }

  .stand-in-text {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .stand-in-text.placeholder {
    color: var(--_placeholder);
  }

  .stand-in > svg {
    flex: none;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    margin-inline-end: 4px;
    color: var(--_text-muted);
  }

  .actions {
    display: flex;
  }

  .actions > .tool {
    margin: 0;
  }

  @container pg-mapper (inline-size >= 520px) {
    .arrow.back > svg,
    :host(:dir(rtl)) .arrow:not(.back) > svg {
      scale: -1 1;
    }

    :host(:dir(rtl)) .arrow.back > svg {
      scale: 1;
    }
  }

  @container pg-mapper (inline-size < 520px) {
    .head-group {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .table .row {
      grid-template-columns: minmax(0, 1fr) fit-content(40%) auto;
      grid-template-rows: 28px auto;
      min-block-size: 76px;
      padding-block: calc(var(--_space) * 1.25);
      padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 0.5);
      contain-intrinsic-block-size: auto calc(28px + var(--_control-size));
    }

    .name {
      grid-column: 1;
    }

    .name-text {
      -webkit-line-clamp: 1;
    }

    .name > .arrow {
      margin-inline-start: 0;
    }

    .target > pg-combobox {
      margin-inline-start: calc(var(--_space) * -2.5);
    }

    .target > .stand-in {
      inline-size: calc(100% + var(--_space) * 2.5);
      margin-inline-start: calc(var(--_space) * -2.5);
    }

    /* One below the other, whichever way people read. */
    .arrow > svg {
      rotate: 90deg;
    }

    .arrow.back > svg {
      rotate: -90deg;
    }

    .actions {
      grid-area: 1 / 3;
    }

    .preview {
      grid-area: 1 / 2;
    }

    .target {
      grid-area: 2 / 1 / auto / -1;
    }
  }

  @media (hover: hover) {
    .row:hover > .target > pg-combobox:not(:focus-within, [invalid], [disabled])::part(control),
    .row:hover > .target > .stand-in:enabled {
      border-color: var(--_border-control);
    }
  }

  @media (forced-colors: active) {
    .alert {
      color: CanvasText;
    }

    /* What is only suggested does not look like what is chosen. */
    .suggested > pg-combobox::part(input)::placeholder,
    .suggested > .stand-in > .placeholder {
      color: LinkText;
    }

    .stand-in:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
