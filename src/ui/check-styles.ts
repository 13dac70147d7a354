import {css} from 'lit';

/**
 * `<input class="check">`: checkboxes and radios, drawn here. The browser's own look disabled in dark while they are empty, and do
 * not follow a theme.
 */
export const checkStyles = css`
  .check {
    display: inline-grid;
    flex: none;
    place-content: center;
    inline-size: 18px;
    block-size: 18px;
    margin: calc((1lh - 18px) / 2) 0 0;
    border: 1.5px solid var(--_text-muted);
    border-radius: 5px;
    background: var(--_surface-raised);
    font: inherit;
    appearance: none;
    cursor: pointer;
  }

  .check[type='radio'] {
    border-radius: 50%;
  }

  .check:checked,
  .check[type='checkbox']:indeterminate {
    border-color: var(--_accent);
    background: var(--_accent);
  }

  .check::before {
    inline-size: 10px;
    block-size: 10px;
    background: var(--_on-accent);
    clip-path: polygon(4% 52%, 18% 38%, 40% 60%, 82% 14%, 96% 28%, 40% 88%);
    scale: 0;
    content: '';
  }

  .check:checked::before,
  .check[type='checkbox']:indeterminate::before {
    scale: 1;
  }

  .check[type='checkbox']:indeterminate::before {
    clip-path: inset(4px 0);
  }

  .check[type='radio']::before {
    inline-size: 8px;
    block-size: 8px;
    clip-path: circle();
  }

  .check:disabled,
  .check[aria-disabled='true'] {
    opacity: var(--_disabled);
    cursor: not-allowed;
  }

  @media (hover: hover) {
    .check:hover:enabled:not(:checked, [aria-disabled='true']) {
      border-color: var(--_accent);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .check {
      transition:
        background-color var(--_motion),
        border-color var(--_motion);
    }

    .check::before {
      transition: scale var(--_motion);
    }
  }

  @media (forced-colors: active) {
    .check {
      border-color: ButtonText;
      background: ButtonFace;
    }

    .check:checked,
    .check[type='checkbox']:indeterminate {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }

    .check::before {
      background: HighlightText;
      forced-color-adjust: none;
    }

    .check:disabled {
      border-color: GrayText;
    }
  }
`;
