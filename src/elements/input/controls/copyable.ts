import {html, nothing} from 'lit';
import {checkIcon, copyIcon} from '../../../ui/icons.js';
import type {ViewFactory} from '../control.js';
import {textOf} from '../rules.js';
import {renderBox} from './text.js';

/** How long the button says that it has copied (ms). */
const SHOWN = 2000;

/** A value to take elsewhere, such as the address that another service should call. */
export const copyableView: ViewFactory = (host) => {
  let isCopied = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;
  const show = (copied: boolean): void => {
    isCopied = copied;
    host.requestUpdate();
  };
  return {
    dispose() {
      isGone = true;
      clearTimeout(timer);
    },
    render(field) {
      const value = textOf(field.value);
      const copy = async (): Promise<void> => {
        clearTimeout(timer);
        const done = await writeText(value);
        if (isGone) return;
        show(done);
        field.announce(field.words.term(done ? 'copied' : 'copyFailed'));
        if (done) timer = setTimeout(() => show(false), SHOWN);
        else host.renderRoot.querySelector<HTMLInputElement>('#control')?.select();
      };
      return renderBox(
        {...field, readonly: true},
        html`<input
          id="control"
          class="text code"
          part="input"
          type="text"
          readonly
          spellcheck="false"
          .value=${value}
          placeholder=${field.placeholder || field.words.term('nothingToCopy')}
          aria-labelledby="label"
          aria-describedby=${field.describedBy || nothing}
          ?disabled=${field.disabled}
        />`,
        html`<button
          type="button"
          class="tool wide"
          part="copy"
          aria-label=${field.words.term('copyField', field.label)}
          ?disabled=${field.disabled || value === ''}
          @click=${() => void copy()}
        >
          ${isCopied ? checkIcon : copyIcon}
          <span aria-hidden="true">${field.words.term(isCopied ? 'copied' : 'copy')}</span>
        </button>`,
      );
    },
  };
};

/** False where the page may not write to the clipboard. */
async function writeText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
