import {css} from 'lit';

/** What holds the place of a control while its code is on its way, and grids that the control then has as well. */
export const waitingStyles = css`
  .box.waiting {
    align-items: center;
    justify-content: space-between;
    padding-inline: calc(var(--_space) * 2.5) 0;
    border-color: var(--_border);
    color: var(--_text-muted);
  }

  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }

  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--_space);
    min-inline-size: 0;
  }

  .part-label {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    overflow-wrap: anywhere;
  }

  .rows {
    max-block-size: 400px;
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
  }

  .rows > .row {
    block-size: calc(1lh + var(--_space) * 4 + 1px);
    border-block-end: 1px solid var(--_border);
  }

  .rows > .row.tall {
    block-size: calc(1lh + 1.45 * var(--_size-s) + var(--_space) * 5 + 1px);
  }
`;
