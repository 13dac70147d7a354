import {css} from 'lit';

/** What stands around a control. */
export const frameStyles = css`
  :host {
    min-inline-size: 0;
  }

  :host(:state(empty)) {
    display: none;
  }

  /* Who shows a form can give labels a column of their own, by --_field-columns and --_control-max. */
  .field {
    display: grid;
    grid-template-columns: var(--_field-columns, minmax(0, 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 6);
    min-inline-size: 0;
  }

  .caption,
  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }

  /* As high as the first line of a control beside it. */
  .caption {
    padding-block-start: var(--_label-offset, 0);
  }

  .content {
    max-inline-size: var(--_control-max, none);
  }

  .field.short > .content {
    max-inline-size: var(--_control-short, none);
  }

  .field.wide > * {
    grid-column: 1 / -1;
    max-inline-size: none;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }

  .label {
    min-inline-size: 0;
    font-weight: var(--_weight-medium);
    line-height: var(--_line-small);
    overflow-wrap: anywhere;
  }

  .mark {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .subtitle {
    margin-block-start: calc(var(--_space) * -1);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
    overflow-wrap: anywhere;
    text-align: start;
    white-space: pre-line;
  }

  .control {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
  }

  .error:empty {
    display: none;
  }

  .error-text {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    color: var(--_danger);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
    overflow-wrap: anywhere;
  }

  .error-text > svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1lh;
  }

  .error-text > span {
    min-inline-size: 0;
  }

  .documentation {
    display: inline-flex;
    align-items: center;
    justify-self: start;
    gap: var(--_space);
    min-block-size: 24px;
    border-radius: var(--_radius-s);
    color: var(--_accent);
    font-size: var(--_size-s);
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
  }

  .documentation > svg {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
  }

  .help {
    display: inline-grid;
  }

  .help-button {
    display: inline-grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    margin-block: -2px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_text-muted);
    anchor-name: --pg-help;
    cursor: help;
  }

  .help-button > svg {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
  }

  .tooltip {
    position: fixed;
    position-anchor: --pg-help;
    position-area: block-start span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    inline-size: max-content;
    max-inline-size: min(320px, calc(100vw - 24px));
    margin: var(--_space);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-overlay);
    color: var(--_text);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  /* Title at the start, switch at the end of one row; in its place where labels have a column. */
  .field.beside {
    grid-template-columns: var(--_field-columns, minmax(0, 1fr) auto);
    align-items: start;
  }

  .field.beside > .caption {
    padding-block-start: var(--_beside-offset, 0);
  }

  .field.beside > .content {
    display: var(--_beside-content, contents);
  }

  .field.beside > .content > :not(.control) {
    grid-column: 1 / -1;
  }

  .field.beside .control {
    justify-items: start;
  }

  .field.beside .label {
    cursor: pointer;
  }

  @media (hover: hover) {
    .help-button:hover {
      color: var(--_text);
    }

    .documentation:hover {
      color: var(--_accent-hover);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .error-text,
    .tooltip:popover-open {
      animation: pg-appear var(--_motion);
    }

    @keyframes pg-appear {
      from {
        opacity: 0;
      }
    }
  }

  @media (forced-colors: active) {
    .error-text {
      color: CanvasText;
    }
  }
`;
