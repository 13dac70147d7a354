import {css} from 'lit';

/** For `inlineError`, `note`, `emptyState` and `signedOutState`; `buttonStyles` does the buttons. */
export const messageStyles = css`
  .message {
    display: flex;
    gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 3.5);
    border: var(--_border-width) solid transparent;
    border-radius: var(--_radius-m);
    background: var(--_message-soft);
    color: var(--_text);
  }

  .message.error {
    --_message: var(--_danger);
    --_message-soft: var(--_danger-soft);
  }

  .message.info {
    --_message: var(--_accent);
    --_message-soft: var(--_accent-soft);
  }

  .message.warning {
    --_message: var(--_warning);
    --_message-soft: var(--_warning-soft);
  }

  /* As tall as one line of text, so that the icon sits on the first line at any size. */
  .message > svg {
    flex: none;
    inline-size: 1.3em;
    block-size: 1lh;
    color: var(--_message);
  }

  .message-body {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    min-inline-size: 0;
  }

  .message-text {
    flex: 1 1 15em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  /* Out of the flow: an empty box would still cost a gap in a grid. */
  .no-message {
    position: absolute;
  }

  .message-heading {
    font-weight: var(--pg-font-weight-strong, 600);
  }

  .message-detail {
    margin-block-start: calc(var(--_space) * 0.5);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    white-space: pre-line;
  }

  .message .button.small {
    min-block-size: calc(var(--_control-size) - 6px);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2.5);
    font-size: var(--_size-s);
  }

  .empty {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 1);
    padding: calc(var(--_space) * 10) calc(var(--_space) * 5);
    text-align: center;
  }

  .empty-icon {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    margin-block-end: calc(var(--_space) * 3);
    border-radius: var(--_radius-l);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }

  .empty-heading {
    font-size: var(--_size-l);
    font-weight: var(--pg-font-weight-heading, 600);
    letter-spacing: -0.005em;
    text-wrap: balance;
  }

  .empty-text {
    max-inline-size: 44ch;
    color: var(--_text-muted);
    text-wrap: pretty;
  }

  .empty-action {
    margin-block-start: calc(var(--_space) * 4);
  }

  @media (forced-colors: active) {
    .message {
      border-color: CanvasText;
    }

    .message > svg {
      color: CanvasText;
    }
  }
`;
