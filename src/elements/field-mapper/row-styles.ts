import {css} from 'lit';

/** The rows of a mapper: columns where there is room, one below the other where there is not. */
export const rowStyles = css`
  .table {
    --_columns: minmax(0, 2fr) minmax(0, 3fr);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
  }

  .table.sampled {
    --_columns: minmax(0, 5fr) minmax(0, 7fr) minmax(0, 4fr);
  }

  .table:has(.actions) {
    --_columns: minmax(0, 2fr) minmax(0, 3fr) 28px;
  }

  .table.sampled:has(.actions) {
    --_columns: minmax(0, 5fr) minmax(0, 7fr) minmax(0, 4fr) 28px;
  }

  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    column-gap: calc(var(--_space) * 3);
    align-items: start;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3.5);
    border-block-start: 1px solid var(--_border);
    /* Hundreds of rows cost layout and paint only where they are seen. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 54px;
  }

  .head-row {
    padding-block: calc(var(--_space) * 1.75);
    border: 0;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-weight: 600;
    content-visibility: visible;
  }

  .cell {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control-size);
    line-height: 1.35;
  }

  .name-text {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    min-inline-size: 0;
    font-weight: 550;
  }

  .name-text > bdi {
    min-inline-size: 0;
  }

  .name-text > .mark {
    font-weight: 400;
  }

  .arrow {
    display: inline-flex;
    flex: none;
    color: var(--_text-muted);
  }

  .arrow > svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .target {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }

  .stand-in {
    display: flex;
    align-items: center;
    gap: var(--_space);
    inline-size: 100%;
    min-block-size: var(--_control-size);
    margin: 0;
    padding-block: calc(var(--_space) * 0.75);
    padding-inline: calc(var(--_space) * 2.5) var(--_space);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    line-height: 1.25;
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
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .stand-in > svg {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin-inline-end: 4px;
    color: var(--_text-muted);
  }

  .actions {
    display: flex;
    align-items: center;
    min-block-size: var(--_control-size);
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
      grid-template-columns: minmax(0, 1fr) auto;
      row-gap: var(--_space);
      padding-block: calc(var(--_space) * 3);
    }

    .head-group + [role='rowgroup'] > .row:first-of-type {
      border-block-start: 0;
    }

    .name,
    .actions {
      min-block-size: 28px;
    }

    .name {
      grid-column: 1;
    }

    .name > .name-text {
      flex: 0 1 auto;
    }

    /* One below the other, whichever way people read. */
    .arrow > svg {
      rotate: 90deg;
    }

    .arrow.back > svg {
      rotate: -90deg;
    }

    .actions {
      grid-area: 1 / 2;
    }

    .target,
    .preview {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .stand-in:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
