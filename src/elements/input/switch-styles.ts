import {css} from 'lit';

export const switchStyles = css`
  .switch {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: var(--_size-s);
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
    padding: 2px;
    border-radius: 999px;
    background: var(--_border-control);
  }

  .thumb {
    display: block;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: light-dark(#ffffff, #10132b);
    box-shadow: var(--_shadow-raised);
  }

  .switch[aria-checked='true'] > .track {
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

  @media (prefers-reduced-motion: no-preference) {
    .track {
      transition: background-color var(--_duration);
    }

    .thumb {
      transition: margin-inline-start var(--_duration);
    }
  }

  @media (forced-colors: active) {
    .track {
      border: 1px solid ButtonText;
      padding: 1px;
      background: ButtonFace;
      forced-color-adjust: none;
    }

    .thumb {
      background: ButtonText;
      box-shadow: none;
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
