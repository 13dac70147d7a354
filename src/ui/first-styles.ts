import {css} from 'lit';
import {tokens} from './tokens.js';

/** What every element of the kit starts from: tokens, box model, type, focus ring and screen-reader text. */
export const firstStyles = [
  tokens,
  css`
    :host {
      display: block;
      color: var(--_text);
      font-family: var(--_font);
      font-size: var(--_size-m);
      letter-spacing: normal;
      line-height: var(--pg-line-height, 1.5);
      text-align: start;
      text-indent: 0;
      text-transform: none;
      white-space: normal;
      word-spacing: normal;
    }

    :host([hidden]) {
      display: none;
    }

    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }

    h2,
    h3,
    p,
    ul,
    ol,
    dl,
    dd,
    fieldset {
      margin: 0;
      padding: 0;
    }

    fieldset {
      border: 0;
      min-inline-size: 0;
    }

    ul[role='list'],
    ol[role='list'] {
      list-style: none;
    }

    /* Stronger than any class that lays the same element out. */
    [hidden] {
      display: none !important;
    }

    :focus-visible {
      outline: var(--_focus-width) solid var(--_focus);
      outline-offset: var(--_focus-offset);
    }

    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .muted {
      color: var(--_text-muted);
    }
  `,
];
