import {css} from 'lit';

/** Controls that are part of the element itself. */
export const controlStyles = css`
  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    line-height: 1.25;
  }

  .box:hover:not(.disabled, .readonly, .waiting, :has(.text:focus)) {
    border-color: var(--_text-muted);
  }

  .box:has(.text:focus) {
    border-color: var(--_focus);
    outline: 1px solid var(--_focus);
  }

  .invalid .box {
    border-color: var(--_danger);
  }

  .invalid .box:has(.text:focus) {
    outline-color: var(--_danger);
  }

  .box.readonly {
    border-color: var(--_border);
    background: var(--_surface-sunken);
  }

  .box.disabled {
    border-color: var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .text {
    flex: 1 1 7rem;
    min-inline-size: 0;
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: 0;
    border-radius: inherit;
    outline: none;
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.4;
    /* A value reads in the direction of its own first letter, at the side of the page's. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    cursor: inherit;
  }

  .text::placeholder {
    unicode-bidi: plaintext;
    color: var(--_text-muted);
    opacity: 1;
  }

  .text:disabled {
    opacity: 1;
    -webkit-text-fill-color: currentColor;
  }

  .text.code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.93em;
  }

  textarea.text {
    display: block;
    min-block-size: calc(3lh + var(--_space) * 3);
    max-block-size: calc(14lh + var(--_space) * 3);
    field-sizing: content;
    resize: vertical;
    overflow-wrap: anywhere;
  }

  input[type='password']::-ms-reveal {
    display: none;
  }

  .trimmed {
    margin-block-start: var(--_space);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: 1.45;
  }

  /* Segments of the box that touch the value: together they read as one text. */
  .box.joined {
    flex-wrap: nowrap;
  }

  .affix {
    display: flex;
    flex: 0 1 auto;
    align-items: center;
    max-inline-size: 50%;
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    line-height: 1.4;
    overflow-wrap: break-word;
    cursor: inherit;
  }

  .affix.prefix {
    border-inline-end: 1px solid var(--_border);
    border-start-start-radius: calc(var(--_radius-m) - 1px);
    border-end-start-radius: calc(var(--_radius-m) - 1px);
  }

  .affix.suffix {
    border-inline-start: 1px solid var(--_border);
    border-start-end-radius: calc(var(--_radius-m) - 1px);
    border-end-end-radius: calc(var(--_radius-m) - 1px);
  }

  /* The value is as wide as it is long, and what follows begins where it ends. */
  @supports (field-sizing: content) {
    .text:has(+ .suffix) {
      flex: 0 1 auto;
      min-inline-size: min(14ch, 35%);
      field-sizing: content;
    }

    .affix.suffix {
      flex: 1 1 auto;
      max-inline-size: none;
    }
  }

  .tool {
    display: inline-flex;
    flex: none;
    align-items: center;
    align-self: center;
    justify-content: center;
    gap: var(--_space);
    min-inline-size: 28px;
    min-block-size: 28px;
    margin-inline-end: 3px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_size-s);
    cursor: pointer;
  }

  .tool.wide {
    padding-inline: calc(var(--_space) * 2);
    color: var(--_accent);
    font-weight: 550;
  }

  .tool > svg {
    inline-size: 16px;
    block-size: 16px;
  }

  .tool:focus-visible {
    outline-offset: 0;
  }

  .tool:disabled {
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .unsupported {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius-m);
    color: var(--_text-muted);
    line-height: 1.4;
  }

  /* What holds the place of a control while its code is on its way, and grids that the control then has as well. */
  .box.waiting {
    align-items: center;
    justify-content: space-between;
    padding-inline: calc(var(--_space) * 2.5) 0;
    border-color: var(--_border);
    color: var(--_text-muted);
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }

  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space);
    min-inline-size: 0;
  }

  .part-label {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
  }

  .rows {
    max-block-size: 400px;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
  }

  .rows > .row {
    block-size: calc(1lh + var(--_space) * 4 + 1px);
    border-block-end: 1px solid var(--_border);
  }

  .rows > .row.tall {
    block-size: calc(1lh + 1.45 * var(--_size-s) + var(--_space) * 5 + 1px);
  }

  /* Phones zoom in on smaller text when it is typed into. */
  @media (pointer: coarse) {
    .text {
      font-size: max(16px, 1em);
    }
  }

  @media (hover: hover) {
    .tool:hover:enabled {
      background: var(--_surface-sunken);
      color: var(--_text);
    }

    .tool.wide:hover:enabled {
      background: var(--_accent-soft);
      color: var(--_accent);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .box {
      transition: border-color var(--_duration);
    }
  }

  @media (forced-colors: active) {
    .box:has(.text:focus) {
      outline: 2px solid Highlight;
    }

    .invalid .box {
      outline: 1px solid CanvasText;
    }

    .box.disabled,
    .text:disabled,
    .tool:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
