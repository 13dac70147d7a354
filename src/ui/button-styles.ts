import {css} from 'lit';

/** Buttons: `.button` alone is quiet-bordered; add `primary`, `danger` or `plain`. At least 24 px (WCAG 2.5.8). */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control-size);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 3.5);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-button);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-weight: var(--_weight-medium);
    line-height: var(--_line-control);
    text-decoration: none;
    /* Names in it are the project's, and can be one endless word. */
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .button:hover {
    background: var(--_surface-sunken);
  }

  .button:active {
    scale: 0.97;
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: var(--_accent-hover);
  }

  .button.danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_on-danger);
  }

  .button.danger:hover {
    background: var(--_danger-hover);
  }

  .button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }

  .button.plain:hover {
    background: var(--_accent-soft);
  }

  .button.plain.danger-text {
    color: var(--_danger);
  }

  .button.plain.danger-text:hover {
    background: var(--_danger-soft);
  }

  .button.icon-only {
    inline-size: var(--_control-size);
    padding: 0;
    color: var(--_text-muted);
  }

  .button:disabled,
  .button[aria-disabled='true'] {
    opacity: var(--_disabled);
    scale: 1;
    cursor: default;
  }

  /* Busy is not unavailable: its words say what happens and stay readable. */
  .button[aria-busy='true'] {
    opacity: 0.85;
  }

  .button > svg {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
  }

  /* The owner sets aria-busy; the ring stands still for people who asked for less motion. */
  .button[aria-busy='true']::before {
    flex: none;
    inline-size: 1em;
    block-size: 1em;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    content: '';
  }

  @media (prefers-reduced-motion: no-preference) {
    .button {
      transition:
        background-color var(--_motion),
        border-color var(--_motion);
    }

    .button[aria-busy='true']::before {
      animation: pg-spin 0.8s linear infinite;
    }

    @keyframes pg-spin {
      to {
        transform: rotate(1turn);
      }
    }
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
      opacity: 1;
    }

    .button[aria-busy='true']::before {
      border-inline-end-color: ButtonFace;
    }
  }
`;

/** For `.button.steady`, whose words are in a `<span>`: busy, it turns in their place and keeps its size. */
export const steadyButtonStyles = css`
  .button.steady {
    position: relative;
  }

  .button.steady[aria-busy='true']::before {
    position: absolute;
  }

  .button.steady[aria-busy='true'] > span {
    opacity: 0;
  }
`;
