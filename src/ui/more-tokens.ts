import {css} from 'lit';

/**
 * Design tokens that the first cards of a catalog do without, as those of `tokens.ts` are written. A comment that begins with a name
 * describes a token whose default differs with what reads it, and says the usual one.
 */
export const moreTokens = css`
  :host {
    /* Primary buttons under the pointer */
    --_accent-hover: var(--pg-color-accent-hover, light-dark(#303fbd, #a6b1ff));
    /* Text on the accent */
    --_on-accent: var(--pg-color-on-accent, light-dark(#ffffff, #10132b));
    /* Background of what has succeeded */
    --_success-soft: var(--pg-color-success-soft, light-dark(#e7f6ee, #15291f));
    /* Buttons that delete under the pointer */
    --_danger-hover: var(--pg-color-danger-hover, light-dark(#9a1828, #ffa9ad));
    /* Text on the danger colour */
    --_on-danger: var(--pg-color-on-danger, light-dark(#ffffff, #2b0a0d));
    /* What lies between a dialog and the page */
    --_backdrop: var(--pg-color-backdrop, light-dark(rgb(16 19 31 / 42%), rgb(0 0 0 / 62%)));
    /* Text that stands in an empty field */
    --_placeholder: var(--pg-color-placeholder, var(--_text-muted));
    /* Corners of small things: menu items, chips, checkboxes */
    --_radius-s: var(--pg-radius-s, 6px);
    /* Corners of fields */
    --_radius-field: var(--pg-radius-field, var(--_radius-m));
    /* Corners of buttons */
    --_radius-button: var(--pg-radius-button, var(--_radius-m));
    --_radius-box: var(--pg-radius-card, var(--_radius-m));
    /* --pg-radius-card, 12px: Corners of cards, and of the boxes around accounts, workflows and choices (8px) */
    /* --pg-radius-dialog, 14px: Corners of dialogs */
    /* Size of headings of pages */
    --_size-xl: var(--pg-font-size-xl, max(20px, 1.25rem));
    /* --pg-font-heading, inherit: Font of headings */
    /* --pg-font-weight-strong, 600: Weight of names and of what stands out in a text */
    /* --pg-font-weight-heading, 620: Weight of headings (600 to 650) */
    /* --pg-line-height, 1.5: Line height of text */
    /* Line height of small text: descriptions, hints, messages */
    --_line-small: var(--pg-line-height-small, 1.45);
    /* --pg-line-height-heading, 1.3: Line height of headings (1.25 to 1.4) */
    /* Line height in fields and buttons */
    --_line-control: var(--pg-line-height-control, 1.25);
    /* Size of icons in fields, lists and messages */
    --_icon-size: var(--pg-icon-size, 16px);
    /* --pg-logo-size, 40px: Size of the logos of integrations */
    /* --pg-avatar-size, 36px: Size of the pictures of accounts */
    /* --pg-switch-size, 20px: Height of switches, whose width follows */
    /* --pg-badge-size, 24px: Minimum height of badges */
    /* --pg-chip-size, 32px: Height of filters (28px above field mappings) and minimum height of chosen values (24px) */
    /* --pg-dialog-width, 880px: Width of the dialog of an integration */
    /* --pg-dialog-width-small, 440px: Width of confirmations and other small dialogs */
    /* Opacity of what cannot be used */
    --_disabled: var(--pg-opacity-disabled, 0.55);
    /* Shadow of dialogs, menus and lists */
    --_shadow-overlay: var(
      --pg-shadow-overlay,
      0 2px 6px light-dark(rgb(20 24 40 / 8%), rgb(0 0 0 / 40%)),
      0 16px 40px light-dark(rgb(20 24 40 / 16%), rgb(0 0 0 / 55%))
    );
    /* --pg-duration-slow, 180ms: Length of larger movements: the stages of a connection, the check that ends it (400ms) */
    --_focus-inner: calc(var(--_focus-width) - var(--_border-width));
    --_tool-size: max(24px, var(--_control-size) - 8px);
  }

  h2,
  h3,
  h4,
  h5,
  h6 {
    font-family: var(--pg-font-heading, inherit);
  }
`;
