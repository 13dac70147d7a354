import {css} from 'lit';

/** Looks of a card; `catalogStyles` sets its measures. */
export const cardStyles = css`
  .card {
    position: relative;
    display: grid;
    grid-template: auto auto 1fr / auto 1fr;
    align-content: start;
    align-items: start;
    column-gap: calc(var(--_space) * 3);
    min-inline-size: 0;
    padding: var(--_pad);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-l);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-raised);
    line-height: var(--_line);
    cursor: pointer;
    contain: layout style;
  }

  .choose {
    --_margin: var(--pg-catalog-scroll-margin, calc(var(--_space) * 4));

    min-inline-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    line-height: inherit;
    text-align: inherit;
    cursor: inherit;
    /* The whole card is to be seen, of which the button is the first line. */
    scroll-margin-block: calc(var(--_margin) + var(--_pad)) calc(var(--_margin) + var(--_card-size));
  }

  .choose::after {
    position: absolute;
    inset: -1px;
    border-radius: var(--_radius-l);
    content: '';
  }

  .choose:focus-visible {
    outline: none;
  }

  .choose:focus-visible::after {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .card:hover {
    border-color: color-mix(in srgb, var(--_accent) 45%, var(--_border));
    background: color-mix(in srgb, var(--_accent-soft) 35%, var(--_surface-raised));
  }

  .card:active {
    background: var(--_accent-soft);
  }

  .card > .logo {
    grid-row: 1 / 3;
    margin-block-start: calc(var(--_line) + var(--_space) * 0.5 - 20px);
  }

  .name,
  .description {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .name {
    font-size: calc(var(--_size-m) * 1.0715);
    font-weight: 600;
    letter-spacing: -0.005em;
  }

  .status {
    min-inline-size: 0;
    margin-block-start: calc(var(--_space) * 1);
    line-height: 0;
  }

  /* The usual case is the quiet one. */
  .status > .badge.available {
    margin-block: 1px;
    margin-inline-start: -2px;
    padding-inline: 0;
    border: 0;
    background: none;
    font-weight: 450;
  }

  .description {
    grid-column: 1 / -1;
    margin-block-start: calc(var(--_space) * 3);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .windowed .description {
    min-block-size: 0;
  }

  @media (prefers-reduced-motion: no-preference) {
    .card {
      transition:
        background-color var(--_duration),
        border-color var(--_duration);
    }
  }

  @media (forced-colors: active) {
    .card:hover {
      border-color: Highlight;
    }
  }
`;

/** The list layout: one card a row, status at its end. */
export const listStyles = css`
  :host([layout='list']) {
    --_card-width: 100%;
    --_gap: var(--pg-catalog-gap, calc(var(--_space) * 2));
    --_card-size: calc(var(--_line) * 2 + var(--_space) * 6 + 2px);

    & .card {
      grid-template: auto auto / auto 1fr auto;
      align-content: center;
      padding-block: calc(var(--_space) * 3);
    }

    & .logo {
      align-self: center;
      margin-block-start: 0;
    }

    & .choose:has(+ .status:last-child) {
      grid-row: 1 / 3;
      align-self: center;
    }

    & .name,
    & .description {
      -webkit-line-clamp: 1;
    }

    & .description {
      grid-column: 2;
      margin-block-start: 0;
    }

    & .status {
      grid-area: 1 / 3 / 3 / 4;
      align-self: center;
      margin-block-start: 0;
      white-space: nowrap;
    }

    & .skeletons > * {
      padding-block: calc(var(--_space) * 3);
    }
  }

  @container pg-catalog (inline-size < 30rem) {
    :host([layout='list']) .card {
      grid-template: auto auto / auto 1fr;
    }

    :host([layout='list']) .status {
      grid-area: 2 / 2;
    }

    :host([layout='list']) .description {
      display: none;
    }
  }
`;
