import {css} from 'lit';

export const permissionStyles = css`
  .scopes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    overflow: clip;
    border: 1px solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-raised);
  }

  .invalid .scopes {
    border-color: var(--_danger);
  }

  .search {
    min-block-size: var(--_control-size);
    border-radius: 0;
    border-block-end: 1px solid var(--_border);
  }

  .search:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .scope-list {
    max-block-size: 330px;
    overflow-y: auto;
  }

  .scope {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    column-gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .scope + .scope {
    border-block-start: 1px solid var(--_border);
  }

  .scope.all {
    grid-template-columns: auto minmax(0, 1fr) auto;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
  }

  .check {
    inline-size: 16px;
    block-size: 16px;
    margin: calc((1lh - 16px) / 2) 0 0;
    font: inherit;
    accent-color: var(--_accent);
    cursor: pointer;
  }

  .check[aria-disabled='true'] {
    opacity: 0.6;
    cursor: not-allowed;
  }

  .scope-name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  /* The row is what people press; the box alone is small. */
  .scope:not(.all) > .scope-name {
    margin: calc(var(--_space) * -2) calc(var(--_space) * -3);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
  }

  .scope-about {
    grid-column: 2;
    margin-block-start: calc(var(--_space) * 1);
    color: var(--_text-muted);
    font-size: var(--_size-s);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }

  .nothing {
    padding: calc(var(--_space) * 3);
    color: var(--_text-muted);
  }
`;
