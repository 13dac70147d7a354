import WaInput from '@awesome.me/webawesome/dist/components/input/input.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import type WaSwitch from '@awesome.me/webawesome/dist/components/switch/switch.js';
import {css, html, type PropertyValues} from 'lit';
import {live} from 'lit/directives/live.js';
import type {InputField} from '../../src/elements/input/field.js';
import type {InputReplacements} from '../../src/elements/input/inputs-context.js';

const TYPES: Readonly<Record<string, 'email' | 'url'>> = {EMAIL: 'email', URL: 'url'};

/** As an element: it gets `field`, `value` and `disabled`, and reports with `input` and `change` as it does anyway. */
class AcmeInput extends WaInput {
  static override css = [
    ...WaInput.css,
    css`
      :host([data-invalid]) {
        --wa-form-control-border-color: var(--wa-color-danger-border-loud);
        --wa-form-control-hint-color: var(--wa-color-danger-on-quiet);
      }
    `,
  ];

  set field({input, label, description, message, invalid, required, readonly}: InputField) {
    this.size = 's';
    this.type = TYPES[input.type] ?? 'text';
    this.label = label;
    this.placeholder = input.placeholder ?? '';
    this.hint = message || description;
    this.required = required;
    this.readonly = readonly;
    this.toggleAttribute('data-invalid', invalid);
  }

  override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.input.ariaInvalid = String(this.hasAttribute('data-invalid'));
  }
}

customElements.define('acme-input', AcmeInput);

/** As a function: it renders the field, and calls `change` with what the person chose. */
function acmeSwitch({label, description, value, disabled, readonly, change}: InputField) {
  return html`<wa-switch
    size="s"
    hint=${description}
    .checked=${live(value === true)}
    ?disabled=${disabled || readonly}
    @input=${(event: Event) => event.stopPropagation()}
    @change=${(event: Event) => {
      event.stopPropagation();
      change((event.currentTarget as WaSwitch).checked);
    }}
    >${label}</wa-switch
  >`;
}

/** For `.inputs` of a portal, or of a single input. */
export const acmeInputs: InputReplacements = {
  TEXT_NO_VARS: 'acme-input',
  EMAIL: 'acme-input',
  URL: 'acme-input',
  BOOLEAN_INPUT: acmeSwitch,
  SWITCH: acmeSwitch,
};
