import {css} from 'lit';

/** Controls that are part of the element itself. */
export const controlStyles = css`
  .box {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
    line-height: var(--_line-control);
  }

  .box:hover:not(.disabled, .readonly, .waiting, :has(.text:focus)) {
    border-color: var(--_text-muted);
  }

  .box:has(.text:focus) {
    border-color: var(--_focus);
    outline: var(--_focus-inner) solid var(--_focus);
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
    /* Never higher than the box, however dense; engines round the line up. */
    padding-block: min(
      var(--_space) * 1.5,
      (var(--_control-size) - var(--_border-width) * 2 - 1.5em) / 2
    );
    padding-inline: calc(var(--_space) * 2.5);
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
    color: var(--_placeholder);
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
    line-height: var(--_line-small);
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
    border-inline-end: var(--_border-width) solid var(--_border);
    border-start-start-radius: calc(var(--_radius-field) - var(--_border-width));
    border-end-start-radius: calc(var(--_radius-field) - var(--_border-width));
  }

  .affix.suffix {
    border-inline-start: var(--_border-width) solid var(--_border);
    border-start-end-radius: calc(var(--_radius-field) - var(--_border-width));
    border-end-end-radius: calc(var(--_radius-field) - var(--_border-width));
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
    min-inline-size: var(--_tool-size);
    min-block-size: var(--_tool-size);
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
    font-weight: var(--_weight-medium);
  }

  .tool > svg {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
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
    border: var(--_border-width) dashed var(--_border-control);
    border-radius: var(--_radius-field);
    color: var(--_text-muted);
    line-height: var(--pg-line-height-small, 1.4);
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
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-field);
  }

  .rows > .row {
    block-size: calc(1lh + var(--_space) * 4 + 1px);
    border-block-end: var(--_border-width) solid var(--_border);
  }

  .rows > .row.tall {
    block-size: calc(1lh + var(--_line-small) * var(--_size-s) + var(--_space) * 5 + 1px);
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
      transition: border-color var(--_motion);
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
