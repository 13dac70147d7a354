import {svg, type TemplateResult} from 'lit';
import {icon} from '../../ui/icons.js';

export const suggestIcon: TemplateResult = /* @__PURE__ */ icon(
  () =>
    svg`<path d="M9 3.5 10.6 8 15 9.6 10.6 11.2 9 15.6 7.4 11.2 3 9.6 7.4 8Z" /><path d="M15.5 13.5v3M14 15h3" />`,
);
export const arrowIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M3.5 10h13M12 5.5l4.500 4.500-4.500 4.500" />`,
);
