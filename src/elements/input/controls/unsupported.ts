import {html, type TemplateResult} from 'lit';
import type {ControlField} from '../field.js';

/** A kind of field that there is no control for: it is named, and its value is kept. */
export function renderUnsupported(field: ControlField): TemplateResult {
  return html`<p class="unsupported" part="unsupported" id="control" tabindex="-1">
    ${field.words.term('unsupported')}
  </p>`;
}
