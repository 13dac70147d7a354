import {css} from 'lit';

export const accountListStyles = css`
  .base {
    container-type: inline-size;
    display: grid;
    gap: calc(var(--_space) * 4);
  }

  .list {
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-box);
    background: var(--_surface-raised);
  }

  .account {
    display: grid;
    grid-template-areas: 'picture who actions menu';
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: center;
    gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    padding-inline-end: calc(var(--_space) * 3);
  }

  .account:has(> .choice) {
    grid-template-areas: 'choice picture who actions menu';
    grid-template-columns: auto auto minmax(0, 1fr) auto auto;
  }

  .account > .logo,
  .person {
    --_logo-size: var(--pg-avatar-size, 36px);

    grid-area: picture;
    align-self: start;
    line-height: 0;
  }

  .person > .logo {
    --_logo-size: var(--pg-avatar-size, 36px);

    border-radius: 50%;
  }

  .person > .logo > img {
    padding: 0;
    border: 0;
    object-fit: cover;
  }

  .account + .account {
    border-block-start: var(--_border-width) solid var(--_border);
  }

  .who {
    display: grid;
    grid-area: who;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.5);
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    font-weight: var(--pg-font-weight-strong, 580);
  }

  .more {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .choice {
    grid-area: choice;
    /* In line with the picture. */
    align-self: start;
    margin-block-start: 9px;
  }

  .caption {
    margin-block-end: calc(var(--_space) * -2);
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .menu {
    grid-area: menu;
    align-self: start;
  }

  .actions {
    display: flex;
    grid-area: actions;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: calc(var(--_space) * 1);
  }

  .flow {
    padding: calc(var(--_space) * 4);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-box);
    background: var(--_surface);
  }

  @container (inline-size < 30rem) {
    .account {
      row-gap: 0;
      grid-template-areas: 'picture who menu' '. actions actions';
      grid-template-columns: auto minmax(0, 1fr) auto;
    }

    .account:has(> .choice) {
      grid-template-areas: 'choice picture who menu' '. . actions actions';
      grid-template-columns: auto auto minmax(0, 1fr) auto;
    }

    /* The first letter of a name says nothing that the name does not, which needs the room. */
    .list:not(:has(.person > .logo:not([data-bare]))) > .account:has(> .choice) {
      grid-template-areas: 'choice who menu' '. actions actions';
      grid-template-columns: auto minmax(0, 1fr) auto;

      > .person {
        display: none;
      }

      > .choice {
        margin-block-start: 1px;
      }
    }

    .actions:has(*) {
      justify-content: flex-start;
      margin-block-start: calc(var(--_space) * 2);
    }
  }
`;
