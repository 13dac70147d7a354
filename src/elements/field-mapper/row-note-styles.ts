import {css} from 'lit';

/** What stands in a row of a mapper besides its box: what is wrong, what is suggested, and what would arrive. */
export const rowNoteStyles = css`
  .api-name {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: 1.35;
  }

  .problem {
    color: var(--_warning);
    font-size: var(--_size-s);
    line-height: 1.45;
  }

  .problem-line {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
  }

  .problem-line > span {
    min-inline-size: 0;
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

  .suggestion {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 0.5);
    padding-inline-start: calc(var(--_space) * 2);
    border: 1px dashed var(--_border-control);
    border-radius: var(--_radius-m);
    font-size: var(--_size-s);
    line-height: 1.4;
  }

  .proposal {
    display: flex;
    flex: 1 1 8rem;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }

  .proposal-text {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .proposal > svg {
    flex: none;
    inline-size: 16px;
    block-size: 1.4em;
    color: var(--_accent);
  }

  .proposed {
    min-inline-size: 0;
    font-weight: 550;
  }

  .score {
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }

  .score.strong {
    color: var(--_success);
    font-weight: 600;
  }

  .reason {
    color: var(--_text-muted);
  }

  .answers {
    display: inline-flex;
    flex: none;
    margin-inline-start: auto;
  }

  .answers > .tool {
    margin-inline-end: 0;
  }

  .preview {
    align-self: stretch;
    padding-block: calc((var(--_control-size) - 1.4em) / 2);
    font-size: var(--_size-s);
    line-height: 1.4;
  }

  .preview-label {
    display: none;
    color: var(--_text-muted);
  }

  .preview.none {
    color: var(--_text-muted);
  }

  .preview.missing {
    color: var(--_warning);
  }

  @container pg-mapper (inline-size < 520px) {
    .preview {
      padding-block: 0;
    }

    .preview-label {
      display: inline;
    }

    .preview.unmapped {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .problem,
    .preview.missing,
    .score.strong,
    .proposal > svg {
      color: CanvasText;
    }
  }
`;
