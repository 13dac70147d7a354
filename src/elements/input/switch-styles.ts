import {css} from 'lit';

export const switchStyles = css`
  .switch {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: none;
    font: inherit;
    cursor: pointer;
  }

  .switch:focus-visible {
    outline: none;
  }

  .switch:focus-visible > .track {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .track {
    flex: none;
    inline-size: 36px;
    block-size: 20px;
    padding: 3px;
    border: 1px solid var(--_text-muted);
    border-radius: 999px;
    background: var(--_surface-sunken);
  }

  /* Off is drawn in the colour of text: a theme that can be read shows its switches too. */
  .thumb {
    display: block;
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: var(--_text-muted);
  }

  .switch[aria-checked='true'] > .track {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .switch[aria-checked='true'] .thumb {
    margin-inline-start: 16px;
    background: var(--_on-accent);
  }

  .switch:disabled,
  .switch[aria-readonly='true'] {
    cursor: not-allowed;
  }

  .switch:disabled > .track {
    opacity: 0.5;
  }

  .invalid .switch > .track {
    outline: 2px solid var(--_danger);
    outline-offset: 2px;
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
        background-color var(--_duration),
        border-color var(--_duration);
    }

    .thumb {
      transition:
        margin-inline-start var(--_duration),
        background-color var(--_duration);
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
