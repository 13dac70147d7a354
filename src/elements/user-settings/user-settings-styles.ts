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
    font-weight: 620;
    line-height: 1.4;
  }

  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
  }

  .whose {
    margin: 0;
    color: var(--_text-muted);
  }

  .whose > bdi {
    color: var(--_text);
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .conflict {
    display: grid;
    gap: var(--_space-2);
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .skeleton-box {
    block-size: var(--_control-size);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
  }

  .summary {
    display: grid;
    gap: calc(var(--_space) * 3);
    border-radius: var(--_radius-m);
  }

  /* Nothing to say takes no room in the grid of the form. */
  .summary:not(:has(.message)) {
    position: absolute;
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
    font-weight: 550;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }

  .workflows {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
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
    border-block-start: 1px solid var(--_border);
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
    font-weight: 550;
    cursor: pointer;
  }

  .info {
    justify-self: start;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: 1.45;
    text-wrap: pretty;
  }

  .switch-words {
    min-inline-size: 3ch;
    text-align: end;
  }

  .switch[aria-busy='true'] .thumb {
    border: 2px solid var(--_border-control);
    border-inline-end-color: transparent;
  }

  .own {
    padding-block-start: calc(var(--_space) * 4);
    border-block-start: 1px solid var(--_border);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    min-block-size: var(--_control-size);
  }

  /* What waits to be saved is never out of sight. */
  .bar.stuck {
    position: sticky;
    z-index: 1;
    inset-block-end: var(--_scroll-end, 0);
    margin-inline: calc(var(--_space) * -1);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 1);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
  }

  /* Clear of the bar, which covers the end of what is in sight. */
  pg-input,
  .switch,
  .problem {
    scroll-margin-block: calc(var(--_space) * 4) calc(var(--_space) * 20);
  }

  .status {
    display: flex;
    flex: 1 1 auto;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .status > svg {
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
  }

  .status.saved {
    color: var(--_success);
  }

  .status.failed {
    color: var(--_danger);
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--_warning);
  }

  @container (inline-size < 24rem) {
    pg-input,
    .switch,
    .problem {
      scroll-margin-block-end: calc(var(--_space) * 28);
    }

    .bar:has(.discard:not([hidden])) > .button {
      flex: 1 1 auto;
    }

    .status:not(:empty) {
      flex-basis: 100%;
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
