import {css} from 'lit';

export const switchStyles = css`
  .switch {
    --_switch-size: var(--pg-switch-size, 20px);

    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-pill);
    background: none;
    font: inherit;
    cursor: pointer;
  }

  .switch:focus-visible {
    outline: none;
  }

  .switch:focus-visible > .track {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
  }

  .track {
    flex: none;
    inline-size: calc(var(--_switch-size) * 1.8);
    block-size: var(--_switch-size);
    padding: 3px;
    border: var(--_border-width) solid var(--_text-muted);
    border-radius: var(--_radius-pill);
    background: var(--_surface-sunken);
  }

  /* Off is drawn in the colour of text: a theme that can be read shows its switches too. */
  .thumb {
    display: block;
    inline-size: calc(var(--_switch-size) - 8px);
    block-size: calc(var(--_switch-size) - 8px);
    border-radius: 50%;
    background: var(--_text-muted);
  }

  .switch[aria-checked='true'] > .track {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .switch[aria-checked='true'] .thumb {
    margin-inline-start: calc(var(--_switch-size) * 0.8);
    background: var(--_on-accent);
  }

  .switch:disabled,
  .switch[aria-readonly='true'] {
    cursor: not-allowed;
  }

  .switch:disabled > .track {
    opacity: var(--pg-opacity-disabled, 0.5);
  }

  .invalid .switch > .track {
    outline: var(--_focus-width) solid var(--_danger);
    outline-offset: var(--_focus-offset);
  }

  @media (hover: hover) {
    .switch:hover:enabled:not([aria-readonly='true'], [aria-checked='true']) > .track {
      border-color: var(--_text);
    }

    .switch:hover:enabled:not([aria-readonly='true'], [aria-checked='true']) .thumb {
      background: var(--_text);
    }

    .switch[aria-checked='true']:hover:enabled:not([aria-readonly='true']) > .track {
      border-color: var(--_accent-hover);
      background: var(--_accent-hover);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .track {
      transition:
        background-color var(--_motion),
        border-color var(--_motion);
    }

    .thumb {
      transition:
        margin-inline-start var(--_motion),
        background-color var(--_motion);
    }
  }

  @media (forced-colors: active) {
    .track {
      border: 1px solid ButtonText;
      background: ButtonFace;
      forced-color-adjust: none;
    }

    .thumb {
      background: ButtonText;
    }

    .switch:focus-visible > .track {
      outline-color: Highlight;
    }

    .switch[aria-checked='true'] > .track {
      border-color: Highlight;
      background: Highlight;
    }

    .switch[aria-checked='true'] .thumb {
      background: HighlightText;
    }
  }
`;
