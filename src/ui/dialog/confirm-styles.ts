import {css} from 'lit';

/** The confirmation: narrow, everything in one glance; on a narrow screen it rises from the lower edge, near the thumb. */
export const confirmStyles = css`
  dialog {
    --_dialog-size: var(--pg-dialog-width-small, 440px);
  }

  .content {
    padding: calc(var(--_space) * 6);
  }

  /* Live regions wait empty between the rest and must take no room. */
  .content > :not(.title, .no-message, :empty) {
    margin-block-start: calc(var(--_space) * 2.5);
  }

  .consequences {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding-inline-start: calc(var(--_space) * 4.5);
    color: var(--_text-muted);
  }

  .consequences > li::marker {
    color: var(--_border-control);
  }

  .text {
    color: var(--_text-muted);
    text-wrap: pretty;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    padding: 0 calc(var(--_space) * 6) calc(var(--_space) * 6);
  }

  @media (max-width: 479.98px) {
    dialog {
      inline-size: 100%;
      margin-block: auto 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }

    .actions {
      flex-direction: column-reverse;
      padding-block-end: max(var(--_space) * 5, env(safe-area-inset-bottom));
    }

    .actions > .button {
      min-block-size: calc(var(--_control-size) + var(--_space) * 2);
    }
  }
`;
