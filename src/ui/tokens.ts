import {css} from 'lit';

/**
 * The two tiers of design tokens. Hosts set `--pg-*` anywhere above an element; styles in the kit read `--_*` only, which
 * fall back to values for light and dark (`color-scheme` decides). The comment before each is its description in custom-elements.json.
 */
export const tokens = css`
  :host {
    /* Font of all text */
    --_font: var(--pg-font, inherit);
    /* Text */
    --_text: var(--pg-color-text, light-dark(#1a1d26, #eceef4));
    /* Text of less weight: descriptions, hints, placeholders */
    --_text-muted: var(--pg-color-text-muted, light-dark(#5b6270, #a3abbb));
    /* Background of dialogs and pages of the portal */
    --_surface: var(--pg-color-surface, light-dark(#ffffff, #16181e));
    /* Background of cards, fields and menus */
    --_surface-raised: var(--pg-color-surface-raised, light-dark(#ffffff, #1d2027));
    /* Background of bars, chips and stand-ins */
    --_surface-sunken: var(--pg-color-surface-sunken, light-dark(#f5f6f9, #101216));
    /* Border of cards and lists */
    --_border: var(--pg-color-border, light-dark(#e2e5eb, #2c303a));
    /* Border of fields, checkboxes and buttons; 3:1 on every surface */
    --_border-control: var(--pg-color-border-control, light-dark(#828997, #747c8d));
    /* Primary buttons, links, what is chosen */
    --_accent: var(--pg-color-accent, light-dark(#3d4fdb, #8e9bff));
    /* Primary buttons under the pointer */
    --_accent-hover: var(--pg-color-accent-hover, light-dark(#303fbd, #a6b1ff));
    /* Text on the accent */
    --_on-accent: var(--pg-color-on-accent, light-dark(#ffffff, #10132b));
    /* Background of what is chosen */
    --_accent-soft: var(--pg-color-accent-soft, light-dark(#eef0ff, #22263f));
    /* Connected, saved */
    --_success: var(--pg-color-success, light-dark(#16734a, #5fd09b));
    /* Background of what has succeeded */
    --_success-soft: var(--pg-color-success-soft, light-dark(#e7f6ee, #15291f));
    /* Needs attention */
    --_warning: var(--pg-color-warning, light-dark(#8a5300, #f2b455));
    /* Background of what needs attention */
    --_warning-soft: var(--pg-color-warning-soft, light-dark(#fff4e0, #30240f));
    /* Errors, and buttons that delete */
    --_danger: var(--pg-color-danger, light-dark(#bb2233, #ff8d92));
    /* Buttons that delete under the pointer */
    --_danger-hover: var(--pg-color-danger-hover, light-dark(#9a1828, #ffa9ad));
    /* Text on the danger colour */
    --_on-danger: var(--pg-color-on-danger, light-dark(#ffffff, #2b0a0d));
    /* Background of errors */
    --_danger-soft: var(--pg-color-danger-soft, light-dark(#fdecee, #331a1d));
    /* Focus ring */
    --_focus: var(--pg-color-focus, light-dark(#3d4fdb, #8e9bff));
    /* What lies between a dialog and the page */
    --_backdrop: var(--pg-color-backdrop, light-dark(rgb(16 19 31 / 42%), rgb(0 0 0 / 62%)));
    /* Corners of small things: menu items, chips, checkboxes */
    --_radius-s: var(--pg-radius-s, 6px);
    /* Corners of fields and buttons */
    --_radius-m: var(--pg-radius-m, 8px);
    /* Corners of cards and dialogs */
    --_radius-l: var(--pg-radius-l, 14px);
    /* Unit of all spacing */
    --_space: var(--pg-space, 4px);
    /* Size of small text */
    --_size-s: var(--pg-font-size-s, max(13px, 0.8125rem));
    /* Size of text */
    --_size-m: var(--pg-font-size-m, max(14px, 0.875rem));
    /* Size of headings of sections */
    --_size-l: var(--pg-font-size-l, max(16px, 1rem));
    /* Size of headings of pages */
    --_size-xl: var(--pg-font-size-xl, max(20px, 1.25rem));
    /* Height of fields and buttons */
    --_control-size: var(--pg-control-size, 36px);
    /* Shadow of cards */
    --_shadow-raised: var(
      --pg-shadow-raised,
      0 1px 2px light-dark(rgb(20 24 40 / 6%), rgb(0 0 0 / 40%))
    );
    /* Shadow of dialogs, menus and lists */
    --_shadow-overlay: var(
      --pg-shadow-overlay,
      0 2px 6px light-dark(rgb(20 24 40 / 8%), rgb(0 0 0 / 40%)),
      0 16px 40px light-dark(rgb(20 24 40 / 16%), rgb(0 0 0 / 55%))
    );
    /* Length of transitions */
    --_duration: var(--pg-duration, 140ms);
  }
`;
