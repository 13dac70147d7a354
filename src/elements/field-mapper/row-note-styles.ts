import {css} from 'lit';

/** What stands in a row of a mapper besides its box: what is wrong, what is suggested, and what would arrive. */
export const rowNoteStyles = css`
  .api-name {
    justify-self: end;
    max-inline-size: 40%;
    margin-inline-end: 60px;
    overflow: hidden;
    color: var(--_text-muted);
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 12px;
    text-overflow: ellipsis;
    white-space: nowrap;
    pointer-events: none;
  }

  .target:focus-within > .api-name {
    visibility: hidden;
  }

  .problem {
    color: var(--_warning);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
  }

  .problem-line {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
  }

  .problem-line > span {
    unicode-bidi: plaintext;
    min-inline-size: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }

  .problem-line > svg {
    flex: none;
    inline-size: 14px;
    block-size: 1.45em;
  }

  .problem.danger,
  .problem-line.danger {
    color: var(--_danger);
  }

  .problem:empty {
    display: none;
  }

  /* In a row for the ears until it has the focus; then over the next row, so that none moves. */
  .target > .problem {
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    z-index: 1;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-overlay);
  }

  .row:not(:focus-within) > .target > .problem {
    clip-path: inset(50%);
    pointer-events: none;
  }

  .row:focus-within {
    z-index: 1;
  }

  .answers {
    position: relative;
    display: inline-flex;
    justify-self: end;
    align-items: center;
    max-inline-size: 104px;
    margin-inline-end: 32px;
  }

  .replaceable > .answers {
    max-inline-size: 50%;
    margin-inline-end: 60px;
  }

  /* Which key does the same, where the focus is; over the ghost's end, so that nothing moves. */
  .answers > kbd {
    position: absolute;
    inset-inline-end: calc(100% + 4px);
    padding: 1px 5px;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-s);
    background: var(--_surface);
    color: var(--_text-muted);
    font: inherit;
    font-size: 11px;
    line-height: 16px;
    white-space: nowrap;
    pointer-events: none;
  }

  .row:not(:focus-within) kbd {
    display: none;
  }

  .answers > .tool {
    margin: 0;
  }

  .answers > .wide {
    flex: 0 1 auto;
    min-inline-size: 0;
  }

  .answers bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .preview {
    overflow: hidden;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .preview > bdi {
    display: block;
    overflow: hidden;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
  }

  .preview.missing {
    color: var(--_warning);
  }

  @container pg-mapper (inline-size < 520px) {
    .preview.unmapped {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .problem,
    .preview.missing {
      color: CanvasText;
    }
  }
`;
