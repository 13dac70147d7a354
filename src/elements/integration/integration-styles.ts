import {css} from 'lit';

export const integrationStyles = css`
  .base {
    display: grid;
    gap: calc(var(--_space) * 6);
  }

  .header {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  /* Clear of the close button where this stands in a dialog. */
  .header > div {
    padding-inline-end: calc(var(--_space) * 9);
  }

  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    overflow-wrap: anywhere;
  }

  .title h2 {
    font-size: var(--_size-xl);
    font-weight: 640;
    line-height: 1.25;
    letter-spacing: -0.014em;
  }

  .summary {
    margin-block-start: calc(var(--_space) * 1);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }

  .section {
    display: grid;
    gap: calc(var(--_space) * 3);
  }

  .section > h3 {
    font-size: var(--_size-l);
    font-weight: 620;
  }

  /* Places that are led to, no controls. */
  [tabindex='-1'] {
    outline: none;
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
`;
