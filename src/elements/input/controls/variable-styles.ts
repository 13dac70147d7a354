import {css} from 'lit';
import {checkStyles} from '../../../ui/check-styles.js';
import {choiceStyles} from './choice-box.js';

/** The default values of a DYNAMIC_COMBO_INPUT, below the two choices. */
export const variableStyles = css`
  ${choiceStyles}
  ${checkStyles}

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2.5);
    padding: var(--_space) calc(var(--_space) * 2.5);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
  }

  .note > .icon {
    flex: none;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    color: var(--_text-muted);
  }

  .note-text {
    flex: 1 1 10rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .note > .tool {
    margin-inline-end: 0;
  }

  .defaults {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 3);
    padding-inline-start: calc(var(--_space) * 3);
    border-inline-start: 2px solid var(--_border);
    container: pg-defaults / inline-size;
  }

  .defaults-label {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
  }

  .defaults > .failure {
    margin-block-start: 0;
  }

  .hint {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
  }

  .variables {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2.5);
  }

  .variable {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) var(--_tool-size);
    gap: var(--_space) calc(var(--_space) * 3);
    align-items: start;
  }

  .variable > .section {
    grid-column: 1 / -1;
    margin-block-start: var(--_space);
    font-weight: var(--pg-font-weight-strong, 600);
    overflow-wrap: anywhere;
  }

  .variable-name {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    min-inline-size: 0;
    padding-block: calc((var(--_control-size) - 1em * var(--pg-line-height-small, 1.35)) / 2);
    line-height: var(--pg-line-height-small, 1.35);
    overflow-wrap: anywhere;
  }

  .variable-name > * {
    min-inline-size: 0;
  }

  .variable-control {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
    min-inline-size: 0;
  }

  .variable > .tool {
    align-self: start;
    margin: calc((var(--_control-size) - var(--_tool-size)) / 2) 0;
  }

  .invalid .variable .box:not(.wrong) {
    border-color: var(--_border-control);
  }

  .problem {
    color: var(--_danger);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
  }

  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 4);
  }

  .check-row {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .check-row > .check {
    margin: 0;
  }

  .kept {
    padding-block: calc((var(--_control-size) - 1em * var(--pg-line-height-small, 1.4)) / 2);
    line-height: var(--pg-line-height-small, 1.4);
    overflow-wrap: anywhere;
  }

  @container pg-defaults (inline-size < 420px) {
    .variable {
      grid-template-columns: minmax(0, 1fr) var(--_tool-size);
    }

    .variable-name {
      grid-column: 1;
      padding-block: calc((var(--_tool-size) - 1em * var(--pg-line-height-small, 1.35)) / 2);
    }

    .variable > .tool {
      grid-column: 2;
      grid-row: 1;
      margin: 0;
    }

    .variable:has(> .section) > .tool {
      grid-row: 2;
    }

    .variable-control {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .problem {
      color: CanvasText;
    }
  }
`;
