import {css} from 'lit';

/**
 * On a page it is as high as its content. In a box of a fixed height, which sets the four `--_detail-*`, only what is behind the tab
 * scrolls, under the name and the tabs.
 */
export const integrationStyles = css`
  .base {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  .top {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
    padding-block: var(--_detail-head, 0 calc(var(--_space) * 3));
    padding-inline: var(--_detail-inset, 0) var(--_detail-clear, 0);
  }

  .header {
    display: flex;
    flex: 1 1 240px;
    align-items: center;
    gap: calc(var(--_space) * 3);
    min-inline-size: 0;
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .title h2 {
    font-size: var(--_size-l);
    font-weight: var(--pg-font-weight-heading, 640);
    line-height: var(--pg-line-height-heading, 1.25);
    letter-spacing: -0.01em;
  }

  pg-install-flow {
    flex: 0 1 auto;
    max-inline-size: 100%;
  }

  /* A connection has all of the room: in a box of a fixed height its buttons stay at the end of that, whatever the stage. */
  .base:has(> .rest[hidden]) > .top {
    flex: 1 1 auto;
    flex-flow: column nowrap;
    align-items: stretch;
    min-block-size: 0;
    overflow: var(--_detail-scroll, visible);

    > :is(.header, .outdated) {
      flex: none;
      order: 0;
    }

    > pg-install-flow.wide {
      --_flow-size: var(--_detail-flow);
      --_flow-end: var(--_detail-flow-end);
      --_flow-link: none;
      --_flow-top: 28px;

      display: grid;
      flex: 1 0 auto;
      margin-block-start: calc(var(--_space) * 2);
    }
  }

  /* Below the name, where nothing is to be kept clear of. */
  pg-install-flow:is(.wide, :state(error)) {
    flex: 1 1 100%;
    max-inline-size: none;
    margin-inline-end: calc(var(--_detail-inset, 0px) - var(--_detail-clear, 0px));
  }

  /* Below the name and its button, which stay side by side. */
  .outdated {
    flex: 1 1 100%;
    order: 1;
    font-weight: var(--pg-font-weight-heading, 620);
  }

  .rest {
    display: flex;
    flex: 1 1 auto;
    flex-direction: column;
    min-block-size: 0;
  }

  .rest[hidden] {
    display: none;
  }

  .tabs {
    flex: none;
    padding-inline-start: var(--_detail-inset, 0);
  }

  .panel {
    --_scroll-end: calc(-1 * var(--_detail-inset, 0px));
    /* Where it scrolls, what is sticky in it stays below its padding unless told; on a page there is none to tell of. */
    --_scroll-start: calc(-1 * min(var(--_space) * 5, var(--_detail-inset, 0px) * 1.25));

    /* What is for the ears only would make the dialog higher than it is. */
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    padding: calc(var(--_space) * 5) var(--_detail-inset, 0) var(--_detail-inset, 0);
    overflow: var(--_detail-scroll, visible);
    overscroll-behavior: contain;
  }

  #panel-overview {
    container: pg-overview / inline-size;
  }

  .panel[hidden] {
    display: none;
  }

  .panel:focus-visible {
    outline-offset: calc(var(--_focus-width) * -1);
  }

  /* A place that is led to, no control. */
  .panel[tabindex='-1'] {
    outline: none;
  }

  .overview {
    display: grid;
    gap: calc(var(--_space) * 6);
  }

  .about {
    display: grid;
    gap: calc(var(--_space) * 3);
    align-content: start;
    max-inline-size: 60ch;
    overflow-wrap: anywhere;
  }

  .summary {
    font-size: var(--_size-l);
    text-wrap: pretty;
  }

  .overview h3 {
    margin-block-end: calc(var(--_space) * 2);
    font-size: var(--_size-m);
    font-weight: var(--pg-font-weight-heading, 620);
  }

  .workflows {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    padding-inline-start: calc(var(--_space) * 4.5);
    overflow-wrap: anywhere;
  }

  .workflows > ::marker {
    color: var(--_text-muted);
  }

  .switcher {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 6);
    margin-block-end: calc(var(--_space) * 5);
    padding-block-end: calc(var(--_space) * 5);
    border-block-end: var(--_border-width) solid var(--_border);
    /* Not around the whole element: Chrome crashes, up to 130, where an open dialog in a size container is taken out of the page. */
    container-type: inline-size;
  }

  .switcher > label {
    flex: 0 0 100%;
    font-weight: var(--_weight-medium);
  }

  .switcher > .select {
    flex: 0 1 100%;
  }

  /* The switcher says whose they are. */
  .switcher ~ pg-user-settings {
    --_heading-pull: 0;
  }

  .switcher ~ pg-user-settings::part(account) {
    display: none;
  }

  @container pg-overview (inline-size >= 592px) {
    .overview:has(> section) {
      grid-template-columns: minmax(0, 1fr) minmax(180px, 260px);
    }
  }

  /* In line with the fields below. */
  @container (inline-size >= 720px) {
    .switcher > label {
      flex-basis: 200px;
    }

    .switcher > .select {
      flex-basis: 420px;
    }
  }
`;
