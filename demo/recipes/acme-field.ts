import {css, html, LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import type {InputField} from 'pg-elements';

/** A text field as a design system has one: it knows nothing of the kit but the type of its `field`. */
class AcmeField extends LitElement {
  static override shadowRootOptions = {...LitElement.shadowRootOptions, delegatesFocus: true};

  static override styles = css`
    label {
      display: block;
      font-weight: 700;
      letter-spacing: 0.06em;
      text-transform: uppercase;
      font-size: 0.75rem;
    }

    input {
      box-sizing: border-box;
      inline-size: 100%;
      padding: 0.625rem 0;
      border: 0;
      border-block-end: 2px solid currentcolor;
      background: none;
      color: inherit;
      font: inherit;
    }

    p {
      margin: 0.375rem 0 0;
      color: light-dark(#bb2233, #ff8d92);
      font-size: 0.8125rem;
    }
  `;

  @property({attribute: false}) field: InputField | undefined;
  @property({attribute: false}) value: unknown;
  @property({attribute: false}) invalid = false;
  @property({attribute: false}) message = '';
  @property({attribute: false}) disabled = false;

  protected override render(): TemplateResult {
    return html`
      <label for="input">${this.field?.label}</label>
      <input
        id="input"
        type=${this.field?.input.type === 'EMAIL' ? 'email' : 'text'}
        .value=${typeof this.value === 'string' ? this.value : ''}
        ?disabled=${this.disabled}
        aria-invalid=${this.invalid ? 'true' : 'false'}
        aria-describedby="message"
        @input=${this.#onInput}
        @change=${() => this.dispatchEvent(new Event('change'))}
      />
      <p id="message" aria-live="polite">${this.message}</p>
    `;
  }

  /** Native `input` events leave the shadow root by themselves. */
  #onInput(event: InputEvent): void {
    this.value = (event.target as HTMLInputElement).value;
  }
}

customElements.define('acme-field', AcmeField);
