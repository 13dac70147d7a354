import {svg, type TemplateResult} from 'lit';
import {icon} from '../../ui/icon.js';
import {checkIcon} from '../../ui/icons.js';
import type {ToolPolicy} from './tool-model.js';

const askIcon = /* @__PURE__ */ icon(
  () =>
    svg`<path d="M4 4.5h12v8.5H9.5L6 16v-3H4Z" /><path d="M8.3 7.6a1.7 1.7 0 1 1 2.3 1.6c-.4.2-.6.4-.6.8M10 11.4v.1" stroke-width="1.3" />`,
);
const offIcon = /* @__PURE__ */ icon(
  () => svg`<circle cx="10" cy="10" r="6.5" /><path d="m5.5 14.5 9-9" />`,
);

/** A mark for each policy, beside its name. */
export const POLICY_ICONS: Readonly<Record<ToolPolicy, TemplateResult>> = {
  always: checkIcon,
  ask: askIcon,
  off: offIcon,
};
