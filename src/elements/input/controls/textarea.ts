import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ViewFactory} from '../control.js';
import {textOf} from '../rules.js';
import {onChange, onInput, renderBox} from './text.js';

const growsByItself = (): boolean => CSS.supports('field-sizing', 'content');

/** Text on several lines, as high as it needs to be up to a limit of the styles. */
export const textareaView: ViewFactory = (host) => {
  const grow = (): void => {
    const area = host.renderRoot.querySelector('textarea');
    if (!area || growsByItself()) return;
    area.style.setProperty('block-size', 'auto');
    area.style.setProperty('block-size', `${area.scrollHeight}px`);
  };
  return {
    update() {
      void host.updateComplete.then(grow);
    },
    render: (field) =>
      renderBox(
        field,
        html`<textarea
          id="control"
          class="text"
          part="input"
          rows="3"
          .value=${live(textOf(field.value))}
          placeholder=${field.placeholder || nothing}
          aria-labelledby="label"
          aria-describedby=${field.describedBy || nothing}
          aria-invalid=${field.invalid ? 'true' : 'false'}
          ?required=${field.required}
          ?disabled=${field.disabled}
          ?readonly=${field.readonly}
          @input=${onInput(field)}
          @change=${onChange(field, false)}
        ></textarea>`,
      ),
  };
};
