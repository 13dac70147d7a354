import {css} from 'lit';

/** The surface of every modal dialog, and how it enters. */
export const modalStyles = css`
  :host {
    display: contents;
  }

  dialog {
    position: fixed;
    /* In a frame, what is out of sight. */
    --_unseen: var(--_unseen-start, 0px) + var(--_unseen-end, 0px);

    inset: 0;
    inset-block: var(--_unseen-start, 0) var(--_unseen-end, 0);
    box-sizing: border-box;
    inline-size: min(var(--_dialog-size, 560px), 100% - var(--_space) * 8);
    max-inline-size: none;
    block-size: fit-content;
    max-block-size: min(860px, 100% - (var(--_unseen)) - var(--_space) * 12);
    /* Anchored above: what comes and goes in it moves nothing but its lower edge. */
    margin: min(8dvb, 72px) auto auto;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: var(--_border-width) solid light-dark(transparent, var(--_border));
    border-radius: var(--pg-radius-dialog, var(--_radius-l));
    background: var(--_surface);
    box-shadow: var(--_shadow-overlay);
    color: var(--_text);
    font: inherit;
    outline: none;
    overflow-wrap: break-word;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }

  dialog > * {
    flex: none;
  }

  dialog::backdrop {
    background: var(--_backdrop);
  }

  .title {
    flex: 1;
    min-inline-size: 0;
    font-size: var(--_size-xl);
    font-weight: var(--pg-font-weight-heading, 650);
    letter-spacing: -0.012em;
    line-height: var(--pg-line-height-heading, 1.3);
    text-wrap: balance;
    outline: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog,
    dialog::backdrop {
      transition:
        opacity calc(var(--_duration) * 1.25) var(--pg-easing, ease-out),
        transform calc(var(--_duration) * 1.5) var(--pg-easing, cubic-bezier(0.2, 0.8, 0.2, 1));
    }

    @starting-style {
      dialog[open] {
        opacity: 0;
        transform: translateY(10px) scale(0.985);
      }

      dialog[open]::backdrop {
        opacity: 0;
      }
    }
  }

  @media (forced-colors: active) {
    dialog {
      border-color: CanvasText;
    }
  }
`;

/**
 * Bars and body of `pg-dialog`; below 480 px it fills the screen. Only the body scrolls, between the bars: under sticky ones WebKit
 * hides what gets focus, since it ignores `scroll-padding` there (WCAG 2.4.11).
 */
export const dialogStyles = css`
  dialog {
    overflow: hidden;
    timeline-scope: --pg-body;
  }

  dialog.small {
    --_dialog-size: var(--pg-dialog-width-small, 440px);
  }

  /* As high whatever it shows. Its content fills it, and scrolls itself. */
  dialog.large {
    --_dialog-size: var(--pg-dialog-width, 880px);

    block-size: min(720px, 84%);
  }

  dialog.large > .body {
    padding: 0;
    overflow: hidden;
  }

  dialog.large > .body > .content {
    block-size: 100%;
  }

  .header {
    z-index: 1;
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 6) calc(var(--_space) * 4);
    background: inherit;
  }

  .header > ::slotted([slot='prefix']) {
    display: flex;
    flex: none;
  }

  /* Without a visible title there is no bar: the close button lies over the content's first line. */
  .header.floating {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    background: none;
  }

  .close {
    align-self: flex-start;
    margin-inline-end: calc(var(--_space) * -2);
  }

  .body {
    flex: 1 1 auto;
    min-block-size: 0;
    /* What sticks to the end of the content sticks to the edge, not to the padding. */
    --_scroll-end: calc(var(--_space) * -6);
    padding: 2px calc(var(--_space) * 6) calc(var(--_space) * 6);
    overflow: auto;
    overscroll-behavior: contain;
    scroll-timeline: --pg-body;
  }

  .body:focus-visible {
    outline-offset: calc(var(--_focus-width) * -1);
  }

  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 6);
    border-block-start: var(--_border-width) solid var(--_border);
    background: inherit;
  }

  .footer[hidden] {
    display: none;
  }

  /* The hairline below the title appears with the first scrolled pixel, where the browser can tell without a script. */
  @supports (timeline-scope: --x) {
    .header {
      animation: pg-underline linear both;
      animation-range: 0 8px;
      animation-timeline: --pg-body;
    }

    @keyframes pg-underline {
      from {
        box-shadow: 0 1px transparent;
      }

      to {
        box-shadow: 0 1px var(--_border);
      }
    }
  }

  @media (max-width: 479.98px) {
    /* A sheet from below: the page behind it stays in sight. */
    dialog,
    dialog.large {
      inline-size: 100%;
      block-size: calc(100% - (var(--_unseen)) - var(--_space) * 7);
      max-block-size: none;
      margin: auto 0 0;
      border: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }

    .header {
      padding: calc(var(--_space) * 4) calc(var(--_space) * 4) calc(var(--_space) * 3);
    }

    .body {
      padding: 2px calc(var(--_space) * 4) calc(var(--_space) * 4);
    }

    .footer {
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4)
        max(var(--_space) * 3, env(safe-area-inset-bottom));
    }

    .footer ::slotted(*) {
      flex: 1;
    }
  }

  @media (forced-colors: active) {
    .header {
      animation: none;
    }
  }
`;
