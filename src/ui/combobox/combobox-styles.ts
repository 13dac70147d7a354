import {css} from 'lit';

export const comboboxStyles = css`
  :host {
    min-inline-size: 0;
  }

  .control,
  .content {
    display: flex;
    align-items: center;
    gap: var(--_space);
  }

  .content {
    flex: 1;
    flex-wrap: wrap;
    min-inline-size: 0;
  }

  .control {
    min-block-size: var(--_control-size);
    /* Never higher than a field, however dense. */
    padding-block: min(
      var(--_space) * 0.75,
      (var(--_control-size) - var(--_border-width) * 2 - 24px) / 2
    );
    padding-inline: calc(var(--_space) * 2.5) var(--_space);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
    line-height: var(--_line-control);
    cursor: default;
  }

  .control.editable {
    cursor: text;
  }

  .control:focus-within {
    border-color: var(--_focus);
    outline: var(--_focus-inner) solid var(--_focus);
  }

  .control.invalid {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }

  .control.readonly {
    border-color: var(--_border);
    background: var(--_surface-sunken);
  }

  .control.disabled {
    border-color: var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .input {
    flex: 1 1 4rem;
    min-inline-size: 0;
    padding: 0;
    border: 0;
    outline: none;
    background: none;
    color: inherit;
    font: inherit;
    overflow: hidden;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    white-space: nowrap;
  }

  div.input {
    min-block-size: 1.25em;
  }

  .input::placeholder,
  .placeholder {
    unicode-bidi: plaintext;
    color: var(--_placeholder);
    opacity: 1;
  }

  .input.missing {
    font-style: italic;
  }

  .small-button {
    display: inline-grid;
    flex: none;
    place-items: center;
    min-inline-size: 24px;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }

  .small-button:disabled {
    cursor: not-allowed;
  }

  .small-button svg {
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
  }

  .chip {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    min-block-size: var(--pg-chip-size, 24px);
    padding-inline-start: calc(var(--_space) * 2);
    border-radius: var(--_radius-s);
    background: var(--_accent-soft);
    color: var(--_text);
  }

  .chip > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip.fixed {
    padding: 2px calc(var(--_space) * 2);
  }

  .popup {
    margin: 0;
    padding: 0;
    max-block-size: min(320px, var(--_room, 320px));
    overflow: hidden;
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-overlay);
    color: var(--_text);
  }

  .popup:popover-open {
    display: flex;
    flex-direction: column;
  }

  .listbox {
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    padding: var(--_space);
    overflow-y: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }

  /* Without options it is still there for screen readers: what is open controls it. */
  .listbox:not(:has(*)) {
    padding: 0;
  }

  .section-title {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2) var(--_space);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-weight: var(--pg-font-weight-strong, 600);
    line-height: var(--pg-line-height-small, 1.4);
    overflow-wrap: anywhere;
  }

  .option {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 2);
    border-radius: var(--_radius-s);
    line-height: var(--pg-line-height-small, 1.35);
    cursor: pointer;
  }

  .texts {
    display: grid;
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .option svg {
    flex: none;
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    color: var(--_accent);
  }

  .option .muted {
    font-size: var(--_size-s);
  }

  .option.active {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: calc(var(--_focus-width) * -1);
    background: var(--_accent-soft);
  }

  .option[aria-disabled='true'] {
    color: var(--_text-muted);
    cursor: not-allowed;
  }

  .retry {
    position: sticky;
    inset-block-end: 0;
    background: var(--_surface-raised);
  }

  .retry.active {
    background: var(--_accent-soft);
  }

  .retry .message {
    color: var(--_danger);
  }

  .retry .again {
    color: var(--_accent);
    font-weight: var(--_weight-medium);
  }

  .note {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
    color: var(--_text-muted);
  }

  .listbox:has(*) + .note {
    border-block-start: var(--_border-width) solid var(--_border);
    padding-block: calc(var(--_space) * 1.5);
    font-size: var(--_size-s);
  }

  /* Phones zoom in on smaller text when it is typed into. */
  @media (pointer: coarse) {
    input.input {
      font-size: max(16px, 1em);
    }
  }

  @media (hover: hover) {
    .small-button:hover:enabled {
      background: var(--_surface-sunken);
      color: var(--_text);
    }

    .option:hover:not([aria-disabled='true'], .active) {
      background: var(--_surface-sunken);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .control {
      transition: border-color var(--_motion);
    }

    .note {
      animation: appear var(--_motion) 100ms backwards;
    }

    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }

  @media (forced-colors: active) {
    .control:focus-within {
      outline: 2px solid Highlight;
    }

    .control.disabled,
    .option[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }

    .option.active {
      outline-color: Highlight;
    }

    .option svg {
      color: CanvasText;
    }

    .chip {
      outline: 1px solid CanvasText;
    }
  }
`;
