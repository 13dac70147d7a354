import {html, type TemplateResult} from 'lit';

/** Drawn like those of `ui/icons.ts`; only a mapper needs them. */
export const suggestIcon: TemplateResult = html`<svg
  class="icon"
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
  <path d="M9 3.5 10.6 8 15 9.6 10.6 11.2 9 15.6 7.4 11.2 3 9.6 7.4 8Z" />
  <path d="M15.5 13.5v3M14 15h3" />
</svg>`;

export const arrowIcon: TemplateResult = html`<svg
  class="icon"
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
  <path d="M3.5 10h13M12 5.5l4.500 4.500-4.500 4.500" />
</svg>`;
