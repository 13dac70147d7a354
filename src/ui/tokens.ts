import {css} from 'lit';

/**
 * The two tiers of design tokens. Hosts set `--pg-*` anywhere above an element; styles in the kit read `--_*`, which fall back to values
 * for light and dark (`color-scheme` decides), or a `--pg-*` with a default of its own where that differs. The comment before each is its
 * description in custom-elements.json. What the first cards of a catalog do without is in `more-tokens.ts`.
 */
export const tokens = css`
  :host {
    /* Font of all text */
    --_font: var(--pg-font, inherit);
    /* Text */
    --_text: var(--pg-color-text, light-dark(#1a1d26, #eceef4));
    /* Text of less weight: descriptions and hints */
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
    /* Background of what is chosen */
    --_accent-soft: var(--pg-color-accent-soft, light-dark(#eef0ff, #22263f));
    /* Connected, saved */
    --_success: var(--pg-color-success, light-dark(#16734a, #5fd09b));
    /* Needs attention */
    --_warning: var(--pg-color-warning, light-dark(#8a5300, #f2b455));
    /* Background of what needs attention */
    --_warning-soft: var(--pg-color-warning-soft, light-dark(#fff4e0, #30240f));
    /* Errors, and buttons that delete */
    --_danger: var(--pg-color-danger, light-dark(#bb2233, #ff8d92));
    /* Background of errors */
    --_danger-soft: var(--pg-color-danger-soft, light-dark(#fdecee, #331a1d));
    /* Focus ring */
    --_focus: var(--pg-color-focus, light-dark(#3d4fdb, #8e9bff));
    /* Corners of fields, buttons, lists and menus */
    --_radius-m: var(--pg-radius-m, 8px);
    /* Corners of cards and dialogs */
    --_radius-l: var(--pg-radius-l, 14px);
    /* Ends of chips, badges and switches */
    --_radius-pill: var(--pg-radius-pill, 999px);
    /* Width of borders */
    --_border-width: var(--pg-border-width, 1px);
    /* Width of the focus ring */
    --_focus-width: var(--pg-focus-width, 2px);
    /* Space between the focus ring and what has the focus */
    --_focus-offset: var(--pg-focus-offset, 2px);
    /* Weight of the text of buttons, labels and chips */
    --_weight-medium: var(--pg-font-weight-medium, 550);
    /* Scales all spacing and the height of controls: 0.8 is dense */
    --_density: var(--pg-density, 1);
    /* Unit of all spacing */
    --_space: calc(var(--pg-space, 4px) * var(--_density));
    /* Size of small text */
    --_size-s: var(--pg-font-size-s, max(13px, 0.8125rem));
    /* Size of text */
    --_size-m: var(--pg-font-size-m, max(14px, 0.875rem));
    /* Size of headings of sections */
    --_size-l: var(--pg-font-size-l, max(16px, 1rem));
    /* Height of fields and buttons */
    --_control-size: calc(var(--pg-control-size, 36px) * var(--_density));
    /* Shadow of cards */
    --_shadow-raised: var(
      --pg-shadow-raised,
      0 1px 2px light-dark(rgb(20 24 40 / 6%), rgb(0 0 0 / 40%))
    );
    /* Length of transitions */
    --_duration: var(--pg-duration, 140ms);
    /* Easing of transitions */
    --_motion: var(--_duration) var(--pg-easing, ease);
  }
`;
