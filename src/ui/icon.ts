import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/**
 * Icons are drawn here, 20 × 20, in the text's colour, and hidden from screen readers: words stand beside them. Marked
 * as pure, so that a bundle has those that it uses.
 */
export const icon = (shape: () => SVGTemplateResult): TemplateResult =>
  html`<svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape()}
  </svg>`;

/** Beside the drawing itself, as the only one that is seen before anything is loaded late. */
export const searchIcon = /* @__PURE__ */ icon(
  () => svg`<circle cx="9" cy="9" r="5.5" /><path d="m13.2 13.2 3.8 3.8" />`,
);
