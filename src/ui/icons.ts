import {svg, type TemplateResult} from 'lit';
import {icon} from './icon.js';

export const closeIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="m5 5 10 10M15 5 5 15" />`,
);
export const checkIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="m4.5 10.5 3.5 3.5 7.5-8" />`,
);
export const chevronDownIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="m5.5 8 4.5 4.5L14.5 8" />`,
);
export const moreIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M10 4.6v.1M10 9.95v.1M10 15.3v.1" stroke-width="2.4" />`,
);
export const plusIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M10 4.5v11M4.5 10h11" />`,
);
export const connectedIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<circle cx="10" cy="10" r="7" /><path d="m6.8 10.3 2.2 2.2 4.2-4.8" />`,
);
export const attentionIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M10 3.2 17.6 16.4H2.4Z" /><path d="M10 8.2v3.6M10 14.1v.1" />`,
);
export const pendingIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<circle cx="10" cy="10" r="7" /><path d="M10 6v4l2.6 1.8" />`,
);
export const availableIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<circle cx="10" cy="10" r="7" stroke-dasharray="2.2 2.2" />`,
);
export const infoIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<circle cx="10" cy="10" r="7" /><path d="M10 9.2v4M10 6.6v.1" />`,
);
export const errorIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<circle cx="10" cy="10" r="7" /><path d="M10 6.2v4.4M10 13.4v.1" />`,
);
export const externalIcon: TemplateResult = /* @__PURE__ */ icon(
  () =>
    svg`<path d="M11.5 4H16v4.5M16 4l-6.5 6.5M8.5 5H5.2A1.2 1.2 0 0 0 4 6.2v8.6A1.2 1.2 0 0 0 5.2 16h8.6a1.2 1.2 0 0 0 1.2-1.2v-3.3" />`,
);
export const copyIcon: TemplateResult = /* @__PURE__ */ icon(
  () =>
    svg`<rect x="7" y="7" width="9" height="9" rx="1.6" /><path d="M13 4.5V4H5.2A1.2 1.2 0 0 0 4 5.2V13h.5" />`,
);
export const eyeIcon: TemplateResult = /* @__PURE__ */ icon(
  () =>
    svg`<path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Z" /><circle cx="10" cy="10" r="2.3" />`,
);
export const eyeOffIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5ZM4 16 16 4" />`,
);
export const backIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M8.5 4.5 3.5 10l5 5.5M4 10h12.5" />`,
);
export const trashIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M4 6h12M8 6V4.2h4V6M5.5 6l.700 10h7.6l.700-10M8.5 9v4.5M11.5 9v4.5" />`,
);
export const signedOutIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<circle cx="10" cy="7" r="3" /><path d="M4.2 16.2a5.9 5.9 0 0 1 11.6 0" />`,
);
export const suggestIcon: TemplateResult = /* @__PURE__ */ icon(
  () =>
    svg`<path d="M9 3.5 10.6 8 15 9.6 10.6 11.2 9 15.6 7.4 11.2 3 9.6 7.4 8Z" /><path d="M15.5 13.5v3M14 15h3" />`,
);
export const arrowIcon: TemplateResult = /* @__PURE__ */ icon(
  () => svg`<path d="M3.5 10h13M12 5.5l4.500 4.500-4.500 4.500" />`,
);
