import {html, nothing, type TemplateResult} from 'lit';
import type {ControlField} from '../field.js';

/** On or off. */
export function renderSwitch(field: ControlField): TemplateResult {
  const on = field.value === true;
  const onClick = (event: Event): void => {
    event.stopPropagation();
    if (!field.readonly) field.change(!on);
  };
  return html`<button
    id="control"
    class="switch"
    part="control"
    type="button"
    role="switch"
    aria-checked=${on ? 'true' : 'false'}
    aria-labelledby="label"
    aria-describedby=${field.describedBy || nothing}
    aria-invalid=${field.invalid ? 'true' : 'false'}
    aria-readonly=${field.readonly ? 'true' : 'false'}
    ?disabled=${field.disabled}
    @click=${onClick}
  >
    <span class="track" part="track" aria-hidden="true"
      ><span class="thumb" part="thumb"></span
    ></span>
  </button>`;
}
