import {css} from 'lit';
import {barStyles} from './bar-styles.js';
import {rowNoteStyles} from './row-note-styles.js';
import {rowStyles} from './row-styles.js';
import {choiceStyles} from '../input/controls/choice-box.js';
import {buttonStyles} from '../../ui/button-styles.js';
import {skeletonStyles} from '../../ui/skeleton/skeleton.js';

/** What is around the rows of a mapper, and the rows. */
export const mapperStyles = css`
  ${buttonStyles}
  ${skeletonStyles}
  ${choiceStyles}
  ${rowStyles}
  ${rowNoteStyles}
  ${barStyles}

  .mapper {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
    container: pg-mapper / inline-size;
  }

  .objects {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }

  .hint {
    padding: calc(var(--_space) * 4);
    border: var(--_border-width) dashed var(--_border);
    border-radius: var(--_radius-m);
    color: var(--_text-muted);
    text-align: center;
    text-wrap: balance;
  }

  .button.small {
    min-block-size: calc(var(--_control-size) - 6px);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2.5);
    font-size: var(--_size-s);
  }

  .notice,
  .suggestions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 1.5);
    padding-inline: calc(var(--_space) * 3) calc(var(--_space) * 2);
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius-m);
    background: var(--_accent-soft);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
  }

  .notice > svg,
  .suggestions > svg {
    flex: none;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    color: var(--_accent);
  }

  .notice-text {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .notice .tool {
    margin: 0;
  }

  /* Where they do not fit beside the text, they stand below its end. */
  .notice > .tool:first-of-type {
    margin-inline-start: auto;
  }

  .notice-text,
  .count {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* One line whatever it says, so that an answer moves no row. */
  .suggestions {
    flex-wrap: nowrap;
    min-block-size: calc(var(--_control-size) + 8px);
    padding-block: 0;
  }

  .suggestions > .count {
    display: -webkit-box;
    flex: 1 1 0;
    min-inline-size: 0;
    overflow: hidden;
    font-weight: var(--_weight-medium);
    line-height: var(--_line-control);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .suggestions > :is(.button, .tool) {
    flex: none;
  }

  .suggestions > .tool {
    margin: 0;
  }

  .suggestions.looking {
    color: var(--_text-muted);
  }

  .add {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 2);
  }

  .add-box {
    flex: 0 1 16rem;
  }

  .add > .button {
    min-block-size: var(--_control-size);
  }

  .add > [hidden] {
    display: none;
  }

  .create {
    flex: 1 1 18rem;
    min-inline-size: 0;
  }

  .naming {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }

  .naming > .box {
    flex: 1 1 8rem;
  }

  .naming > .button {
    min-block-size: var(--_control-size);
  }

  @container pg-mapper (inline-size < 520px) {
    .add-box {
      flex-basis: 100%;
    }
  }

  @media (forced-colors: active) {
    .notice,
    .suggestions {
      border-color: CanvasText;
    }

    .notice > svg,
    .suggestions > svg {
      color: CanvasText;
    }
  }
`;
