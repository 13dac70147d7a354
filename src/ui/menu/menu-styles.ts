import {css} from 'lit';

/** For `MenuController`, together with `buttonStyles`. */
export const menuStyles = css`
  .menu {
    display: inline-block;
  }

  .menu-list {
    position: fixed;
    max-block-size: min(320px, var(--_room, 100dvh));
    margin: 0;
    padding: var(--_space);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-m);
    overflow-y: auto;
    overscroll-behavior: contain;
    background: var(--_surface-raised);
    box-shadow: var(--_shadow-overlay);
    color: var(--_text);
  }

  .menu-item {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control-size);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    border: 0;
    border-radius: var(--_radius-s);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .menu-item.danger-text {
    color: var(--_danger);
  }

  .menu-item:is(:hover, :focus) {
    background: var(--_surface-sunken);
  }

  .menu-item.danger-text:is(:hover, :focus) {
    background: var(--_danger-soft);
  }

  .menu-item:focus-visible {
    outline-offset: calc(var(--_focus-width) * -1);
  }

  @media (forced-colors: active) {
    .menu-item:is(:hover, :focus) {
      outline: 2px solid Highlight;
      outline-offset: calc(var(--_focus-width) * -1);
    }
  }
`;
