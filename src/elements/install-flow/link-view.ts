import {html, svg, type TemplateResult} from 'lit';
import {icon} from '../../ui/icon.js';
import {logo} from '../../ui/icon-image/logo.js';

/** What the page is linked with. */
export interface LinkedIntegration {
  readonly name: string;
  readonly icon: string | undefined;
  readonly brandColor: string | undefined;
}

export const windowIcon = /* @__PURE__ */ icon(
  () => svg`<rect x="3" y="4" width="14" height="12" rx="2" /><path d="M3 8h14M5.600 6h.1" />`,
);

/** The application and the integration, and how the link between them stands. The headings say the same in words. */
export function linkView(
  {name, icon: source, brandColor}: LinkedIntegration,
  state: 'open' | 'waiting' | 'linked',
): TemplateResult {
  return html`<div class="link ${state}" part="link" aria-hidden="true">
    <slot name="app"><span class="app">${windowIcon}</span></slot>
    <span class="wire"><span></span><span></span><span></span></span>
    ${logo({name, source, colour: brandColor})}
  </div>`;
}
