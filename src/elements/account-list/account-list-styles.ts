import {css} from 'lit';

export const accountListStyles = css`
  .base {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .list {
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  .account {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
  }

  .account:has(> .choice) {
    grid-template-columns: auto minmax(0, 1fr) auto;
  }

  .account + .account {
    border-block-start: 1px solid var(--_border);
  }

  .who {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    font-weight: 580;
  }

  .more {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .choice {
    inline-size: 20px;
    block-size: 20px;
    margin: 2px;
    accent-color: var(--_accent);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 1);
  }

  .flow {
    padding: calc(var(--_space) * 4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  @container (inline-size < 30rem) {
    .account {
      grid-template-columns: minmax(0, 1fr);
    }

    .account:has(> .choice) {
      grid-template-columns: auto minmax(0, 1fr);
    }

    /* Beside the first line of a name that takes many. */
    .choice {
      align-self: start;
    }

    .actions {
      grid-column: -2 / -1;
      justify-content: flex-start;
      margin-inline-start: calc(var(--_space) * -3.5);
    }

    .actions > .button:not(.plain) {
      margin-inline-start: calc(var(--_space) * 3.5);
    }
  }
`;
