import {css, html, type TemplateResult} from 'lit';
import {chevronDownIcon} from './icons.js';

/** A list of the browser's own in the look of the kit's; each engine draws another arrow. */
export function select(list: TemplateResult): TemplateResult {
  return html`<span class="select">${list}${chevronDownIcon}</span>`;
}

export const selectStyles = css`
  .select {
    position: relative;
    display: grid;
    min-inline-size: 0;
  }

  .select > select {
    appearance: none;
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    padding-block: calc(var(--_space) * 1);
    padding-inline: calc(var(--_space) * 2.5) calc(var(--_space) * 9);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
    text-overflow: ellipsis;
  }

  .select > svg {
    position: absolute;
    inset-block: 0;
    inset-inline-end: calc(var(--_space) * 2.5);
    inline-size: var(--_icon-size);
    block-size: var(--_icon-size);
    margin-block: auto;
    color: var(--_text-muted);
    pointer-events: none;
  }

  @media (pointer: coarse) {
    .select > select {
      /* Below 16 px iOS zooms the page. */
      font-size: max(16px, 1rem);
    }
  }
`;
