import 'pg-elements/define';
import {html} from 'lit';
import './acme-field.js';

const portal = document.querySelector('pg-portal');
if (portal) {
  portal.inputs = {
    TEXT_NO_VARS: 'acme-field',
    EMAIL: 'acme-field',
    SWITCH: ({label, value, disabled, change}) => html`
      <label>
        <input
          type="checkbox"
          .checked=${value === true}
          ?disabled=${disabled}
          @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
        />
        ${label}
      </label>
    `,
  };
}
