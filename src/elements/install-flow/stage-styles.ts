import {css} from 'lit';
import {checkStyles} from '../../ui/check-styles.js';
import {logoStyles} from '../../ui/icon-image/logo-styles.js';
import {markdownStyles} from '../../ui/markdown/markdown-styles.js';

/** Of the stages, with whose code they come. */
export const stageStyles = css`
  ${checkStyles}
  ${logoStyles}
  ${markdownStyles}

  /* One height for all stages, so that nothing moves from one to the next; a long form makes it higher. */
  .panel {
    display: grid;
    grid-template-rows: auto 1fr auto;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
    inline-size: 100%;
    min-block-size: 440px;
    max-inline-size: var(--_flow-size, 560px);
    margin-inline: auto;
    /* A stage slides in from outside, which is no reason to scroll; rings stay whole. */
    padding-inline: 4px;
    overflow-x: clip;
  }

  .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 5);
    min-block-size: var(--_flow-top, 88px);
    align-content: start;
  }

  .top,
  .stage {
    inline-size: 100%;
    max-inline-size: 440px;
    margin-inline: auto;
  }

  /* Where the logo stands above the flow already, it is not shown again. */
  .link {
    --_logo-size: var(--pg-logo-size, 40px);

    display: var(--_flow-link, flex);
    align-items: center;
    gap: calc(var(--_space) * 2.5);
  }

  .app {
    display: grid;
    place-items: center;
    inline-size: var(--_logo-size);
    block-size: var(--_logo-size);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
  }

  .link ::slotted(*) {
    inline-size: var(--_logo-size);
    block-size: var(--_logo-size);
    object-fit: contain;
  }

  .wire {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
  }

  .wire > span {
    inline-size: 5px;
    block-size: 5px;
    border-radius: 50%;
    background: var(--_border-control);
  }

  .link.waiting .wire > span {
    background: var(--_accent);
  }

  .link.linked .wire > span {
    background: var(--_success);
  }

  .track {
    display: flex;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: var(--pg-line-height-small, 1.4);
  }

  .track > li {
    flex: 1 1 0;
    min-inline-size: 0;
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 3px solid var(--_border);
    overflow-wrap: anywhere;
  }

  .track > :is(.reached, .current) {
    border-color: var(--_accent);
  }

  .track > .current {
    color: var(--_text);
    font-weight: var(--_weight-medium);
  }

  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(var(--_space) * 4);
  }

  .heading {
    font-size: max(18px, 1.125rem);
    font-weight: var(--pg-font-weight-heading, 600);
    line-height: var(--pg-line-height-heading, 1.35);
    letter-spacing: -0.008em;
    overflow-wrap: anywhere;
    text-wrap: balance;
    /* It is given the focus: what belongs to it, above and below, comes into sight with it. */
    scroll-margin-block: 128px 340px;
  }

  .heading:focus {
    outline: none;
  }

  .heading + .no-message + .lead {
    margin-block-start: calc(var(--_space) * -2);
  }

  .lead {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .lead > .button {
    min-block-size: 28px;
    padding: 0 calc(var(--_space) * 1.5);
  }

  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 4.5);
  }

  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }

  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-box);
    background: var(--_surface-raised);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .choice:hover {
    border-color: var(--_accent);
  }

  .choice:has(:checked) {
    border-color: var(--_accent);
    outline: 1px solid var(--_accent);
    background: var(--_accent-soft);
  }

  .choice:has(:focus-visible) {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: var(--_focus-offset);
  }

  .choice > .check {
    outline: none;
  }

  .choice-name {
    font-weight: var(--_weight-medium);
  }

  .choice-about {
    grid-column: 2;
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
  }

  .choice-missing {
    color: var(--_danger);
    font-size: var(--_size-s);
  }

  .choice-missing:empty {
    position: absolute;
  }

  .calls {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .prose {
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
    position: sticky;
    inset-block-end: var(--_flow-end, auto);
    z-index: 1;
    min-block-size: 64px;
    padding-block: calc(var(--_space) * 2);
    border-block-start: var(--_border-width) solid var(--_border);
    background: var(--_surface);
  }

  .actions .back {
    margin-inline-end: auto;
    padding-inline: calc(var(--_space) * 2);
  }

  .back > svg:dir(rtl) {
    scale: -1 1;
  }

  .main {
    inline-size: 224px;
  }

  .main > span {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
  }

  .main svg {
    flex: none;
    inline-size: 1.1em;
    block-size: 1.1em;
  }

  .main svg:dir(rtl) {
    scale: -1 1;
  }

  .done {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 4);
    overflow-wrap: anywhere;
  }

  .emblem {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .emblem > svg {
    inline-size: 24px;
    block-size: 24px;
  }

  .emblem.drawn {
    background: var(--_success-soft);
    color: var(--_success);
  }

  .drawn > svg {
    stroke-width: 2;
    stroke-dasharray: 20;
  }

  @container (inline-size < 30rem) {
    .main {
      flex: 1 1 7rem;
      inline-size: auto;
    }

    /* Three buttons side by side leave none of them its words. */
    .actions > .back ~ .main {
      flex-basis: 100%;
    }

    .track {
      gap: calc(var(--_space) * 1);
    }

    /* There is room for one name. */
    .track > :not(.current) {
      flex: 0 1 24px;
      color: transparent;
      block-size: 0;
      overflow: hidden;
      white-space: nowrap;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .stage {
      animation: pg-slide var(--pg-duration-slow, 180ms) var(--pg-easing, ease-out);
    }

    .stage:dir(rtl) {
      --_slide: -12px;
    }

    @keyframes pg-slide {
      from {
        opacity: 0;
        translate: var(--_slide, 12px) 0;
      }
    }

    .link.waiting .wire > span {
      animation: pg-pulse 1.2s ease-in-out infinite;
    }

    .link.waiting .wire > :nth-child(2) {
      animation-delay: 0.2s;
    }

    .link.waiting .wire > :nth-child(3) {
      animation-delay: 0.4s;
    }

    @keyframes pg-pulse {
      50% {
        opacity: 0.25;
        scale: 0.7;
      }
    }

    .emblem.waiting {
      animation: pg-ring 1.8s ease-out infinite;
    }

    @keyframes pg-ring {
      from {
        box-shadow: 0 0 0 0 color-mix(in srgb, var(--_accent) 40%, transparent);
      }

      to {
        box-shadow: 0 0 0 12px transparent;
      }
    }

    .drawn > svg {
      animation: pg-draw var(--pg-duration-slow, 400ms) var(--pg-easing, ease-out);
    }

    @keyframes pg-draw {
      from {
        stroke-dashoffset: 20;
      }
    }
  }

  @media (forced-colors: active) {
    .wire > span {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .track > :is(.reached, .current) {
      border-color: Highlight;
    }

    .choice:has(:checked) {
      border-color: Highlight;
      outline-color: Highlight;
    }

    .emblem {
      border: 1px solid CanvasText;
    }
  }
`;
