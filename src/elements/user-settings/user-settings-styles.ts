import {css} from 'lit';

export const userSettingsStyles = css`
  .base {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .form,
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  .form {
    gap: calc(var(--_space) * 7);
  }

  .section {
    gap: calc(var(--_space) * 4);
  }

  .heading {
    font-size: var(--_size-l);
    font-weight: var(--pg-font-weight-heading, 620);
    line-height: var(--pg-line-height-heading, 1.4);
    overflow-wrap: anywhere;
  }

  .heading + .info {
    margin-block-start: var(--_heading-pull, calc(var(--_space) * -3));
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
  }

  /* Groups of a few fields each. */
  .fields > .first {
    margin-block-start: var(--_space);
    padding-block-start: calc(var(--_space) * 6);
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .conflict {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .skeleton-box {
    block-size: var(--_control-size);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-field);
  }

  .problems {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    margin-block-start: calc(var(--_space) * 1);
  }

  .problem {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    font-weight: var(--_weight-medium);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .workflows {
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-box);
    background: var(--_surface-raised);
  }

  .workflow {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
  }

  .workflow + .workflow {
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .workflow > .message,
  .own {
    grid-column: 1 / -1;
  }

  .about {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    justify-self: start;
    font-weight: var(--_weight-medium);
    cursor: pointer;
  }

  .info {
    justify-self: start;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
    text-wrap: pretty;
  }

  .switch[aria-busy='true'] .thumb {
    border: 2px solid;
    border-inline-end-color: transparent;
    background: none;
    color: var(--_text-muted);
  }

  .switch[aria-busy='true'][aria-checked='true'] .thumb {
    color: var(--_on-accent);
  }

  .own {
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2);
    outline: none;
  }

  .bar.room,
  .bar.stuck {
    min-block-size: calc(var(--_control-size) + 9px);
  }

  /* What waits to be saved is never out of sight. */
  .bar.stuck {
    position: sticky;
    z-index: 1;
    inset-block-end: var(--_scroll-end, 0);
    margin-inline: calc(var(--_space) * -1);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 1);
    border-block-start: var(--_border-width) solid var(--_border);
    background: var(--_surface);
  }

  .bar > .button {
    min-block-size: calc(var(--_control-size) - 2px);
  }

  /* Clear of the bar, which covers the end of what is in sight. */
  pg-input,
  .switch,
  .problem {
    scroll-margin-block: calc(var(--_space) * 4) calc(var(--_space) * 20);
  }

  .status {
    display: flex;
    flex: 1 1 0;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: var(--pg-line-height-small, 1.4);
    overflow-wrap: anywhere;
  }

  .status > p:empty {
    position: absolute;
  }

  .status > svg {
    flex: none;
    align-self: flex-start;
    inline-size: 1.4em;
    block-size: 1.4em;
  }

  .status.saved {
    color: var(--_success);
  }

  .status.failed {
    flex-basis: 12rem;
    color: var(--_text);
  }

  .status.failed > svg,
  .status strong {
    color: var(--_danger);
    font-weight: var(--pg-font-weight-strong, 600);
  }

  .detail {
    color: var(--_text-muted);
  }

  .show {
    min-block-size: 24px;
    padding: 0 var(--_space);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_accent);
    font: inherit;
    font-weight: var(--_weight-medium);
    cursor: pointer;
  }

  .show:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_warning);
  }

  /* Labels have a column of their own, and values are as wide as they are read. */
  @container (inline-size >= 720px) {
    .fields {
      --_field-columns: 200px minmax(0, 1fr);
      --_control-max: 420px;
      --_control-short: 160px;
      --_label-offset: calc((var(--_control-size) - 1em * var(--_line-small)) / 2);
      --_beside-offset: calc((24px - 1em * var(--_line-small)) / 2);
      --_beside-content: grid;
    }

    .conflict {
      --_field-columns: initial;
      --_label-offset: initial;

      inline-size: 420px;
      margin-inline-start: calc(200px + var(--_space) * 6);
    }
  }

  @container (inline-size < 24rem) {
    .status.failed {
      flex-basis: 100%;
    }

    pg-input,
    .switch,
    .problem {
      scroll-margin-block-end: calc(var(--_space) * 28);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .switch[aria-busy='true'] .thumb {
      animation: pg-turn 0.8s linear infinite;
    }

    @keyframes pg-turn {
      to {
        rotate: 1turn;
      }
    }
  }

  @media (forced-colors: active) {
    .bar.stuck {
      border-color: CanvasText;
    }

    .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
