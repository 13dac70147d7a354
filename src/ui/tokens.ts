import {css} from 'lit';

/**
 * The two tiers of design tokens. Hosts set `--pg-*` anywhere above an element; styles in the kit read `--_*` only, which
 * fall back to values for light and dark (`color-scheme` decides).
 */
export const tokens = css`
  :host {
    --_font: var(--pg-font, inherit);
    --_text: var(--pg-color-text, light-dark(#1a1d26, #eceef4));
    --_text-muted: var(--pg-color-text-muted, light-dark(#5b6270, #a3abbb));
    --_surface: var(--pg-color-surface, light-dark(#ffffff, #16181e));
    --_surface-raised: var(--pg-color-surface-raised, light-dark(#ffffff, #1d2027));
    --_surface-sunken: var(--pg-color-surface-sunken, light-dark(#f5f6f9, #101216));
    --_border: var(--pg-color-border, light-dark(#e2e5eb, #2c303a));
    --_border-control: var(--pg-color-border-control, light-dark(#828997, #747c8d));
    --_accent: var(--pg-color-accent, light-dark(#3d4fdb, #8e9bff));
    --_accent-hover: var(--pg-color-accent-hover, light-dark(#303fbd, #a6b1ff));
    --_on-accent: var(--pg-color-on-accent, light-dark(#ffffff, #10132b));
    --_accent-soft: var(--pg-color-accent-soft, light-dark(#eef0ff, #22263f));
    --_success: var(--pg-color-success, light-dark(#16734a, #5fd09b));
    --_success-soft: var(--pg-color-success-soft, light-dark(#e7f6ee, #15291f));
    --_warning: var(--pg-color-warning, light-dark(#8a5300, #f2b455));
    --_warning-soft: var(--pg-color-warning-soft, light-dark(#fff4e0, #30240f));
    --_danger: var(--pg-color-danger, light-dark(#bb2233, #ff8d92));
    --_danger-hover: var(--pg-color-danger-hover, light-dark(#9a1828, #ffa9ad));
    --_on-danger: var(--pg-color-on-danger, light-dark(#ffffff, #2b0a0d));
    --_danger-soft: var(--pg-color-danger-soft, light-dark(#fdecee, #331a1d));
    --_focus: var(--pg-color-focus, light-dark(#3d4fdb, #8e9bff));
    --_backdrop: var(--pg-color-backdrop, light-dark(rgb(16 19 31 / 42%), rgb(0 0 0 / 62%)));
    --_radius-s: var(--pg-radius-s, 6px);
    --_radius-m: var(--pg-radius-m, 8px);
    --_radius-l: var(--pg-radius-l, 14px);
    --_space: var(--pg-space, 4px);
    --_size-s: var(--pg-font-size-s, max(13px, 0.8125rem));
    --_size-m: var(--pg-font-size-m, max(14px, 0.875rem));
    --_size-l: var(--pg-font-size-l, max(16px, 1rem));
    --_size-xl: var(--pg-font-size-xl, max(20px, 1.25rem));
    --_control-size: var(--pg-control-size, 36px);
    --_shadow-raised: var(
      --pg-shadow-raised,
      0 1px 2px light-dark(rgb(20 24 40 / 6%), rgb(0 0 0 / 40%))
    );
    --_shadow-overlay: var(
      --pg-shadow-overlay,
      0 2px 6px light-dark(rgb(20 24 40 / 8%), rgb(0 0 0 / 40%)),
      0 16px 40px light-dark(rgb(20 24 40 / 16%), rgb(0 0 0 / 55%))
    );
    --_duration: var(--pg-duration, 140ms);
  }
`;
