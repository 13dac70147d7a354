import {css} from 'lit';

export const installFlowStyles = css`
  .base {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_space) * 5);
  }

  /* Its host may be as wide as the button. */
  .base:has(> slot[name='idle']) {
    container-type: normal;
  }

  /* As wide as its words: the grid would stretch it over the page. */
  slot[name='idle'] > .button {
    justify-self: start;
  }

  .at-rest {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }

  .at-rest > svg {
    flex: none;
    color: var(--_success);
  }

  /* As wide as its longest label, so that nothing moves under the pointer. */
  .steady {
    display: inline-grid;
    place-content: center;
    justify-items: center;
    row-gap: 0;
  }

  .steady::after {
    block-size: 0;
    overflow: hidden;
    content: attr(data-other);
    visibility: hidden;
  }

  .stage {
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .progress {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
  }

  .track {
    display: flex;
    gap: calc(var(--_space) * 1);
  }

  .track > span {
    flex: 1;
    block-size: 4px;
    border-radius: 2px;
    background: var(--_border);
  }

  .track > .reached {
    background: var(--_accent);
  }

  .heading {
    font-size: var(--_size-l);
    font-weight: 620;
    line-height: 1.35;
    letter-spacing: -0.008em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .heading:focus-visible {
    outline-offset: 4px;
    border-radius: 2px;
  }

  .lead {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .form {
    display: grid;
    gap: calc(var(--_space) * 4.5);
  }

  .choices {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .choice {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 3);
    inline-size: 100%;
    min-block-size: 48px;
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 4);
    border: 1px solid var(--_border-control);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    font-weight: 550;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .choice::after {
    flex: none;
    inline-size: 7px;
    block-size: 7px;
    border-block-start: 1.6px solid currentcolor;
    border-inline-end: 1.6px solid currentcolor;
    color: var(--_text-muted);
    content: '';
    rotate: 45deg;
  }

  .choice:dir(rtl)::after {
    rotate: -45deg;
  }

  .choice:hover {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }

  .calls {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2);
  }

  .prose {
    overflow-wrap: anywhere;
  }

  .waiting {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 4);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
  }

  .spinner {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    border: 2.5px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: calc(var(--_space) * 2);
  }

  .actions .back {
    margin-inline-end: auto;
  }

  .back > svg:dir(rtl) {
    scale: -1 1;
  }

  .done {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3.5) calc(var(--_space) * 4);
    border-radius: var(--_radius-m);
    background: var(--_success-soft);
    overflow-wrap: anywhere;
  }

  .done > svg {
    flex: none;
    color: var(--_success);
  }

  @container (inline-size < 24rem) {
    slot[name='idle'] > .button {
      justify-self: stretch;
    }

    .actions > .button {
      flex: 1 1 100%;
    }

    .actions .back {
      order: 1;
      margin-inline-end: 0;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .spinner {
      animation: pg-turn 0.9s linear infinite;
    }

    @keyframes pg-turn {
      to {
        rotate: 1turn;
      }
    }
  }

  @media (forced-colors: active) {
    .track > span {
      border: 1px solid CanvasText;
    }

    .track > .reached {
      background: Highlight;
    }

    .waiting,
    .done {
      border: 1px solid CanvasText;
    }
  }
`;
