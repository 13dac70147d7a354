import {css, html, nothing, type LitElement, type TemplateResult} from 'lit';
import type {PgError} from '../core/errors.js';
import {toPgError} from '../core/answers.js';

/** Longest name that can be typed (UTF-16 units). */
const MAX_NAME = 120;

export const nameFormStyles = css`
  .naming {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }

  .new-name {
    flex: 1 1 12rem;
    min-inline-size: 0;
    min-block-size: var(--_control-size);
    padding: calc(var(--_space) * 1) calc(var(--_space) * 2.5);
    border: var(--_border-width) solid var(--_border-control);
    border-radius: var(--_radius-field);
    background: var(--_surface-raised);
    color: var(--_text);
    font: inherit;
  }

  .new-name:focus {
    border-color: var(--_focus);
    outline: var(--_focus-inner) solid var(--_focus);
  }

  .new-name[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .naming-problem {
    flex-basis: 100%;
    color: var(--_danger);
    font-size: var(--_size-s);
  }

  .naming-problem:empty {
    display: none;
  }

  .new-name::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
`;

export interface NameFormWords {
  /** What is named. */
  readonly label: string;
  readonly save: string;
  readonly cancel: string;
  /** What is wrong with a name that is blank. */
  readonly blank: string;
}

/** What a form for a name needs of the element around it. */
export interface NameFormOptions {
  readonly host: LitElement;
  /** Asked at each render: the page may turn to another language meanwhile. */
  readonly words: () => NameFormWords;
  /** What it is called so far; '' for something new. */
  readonly name: string;
  readonly save: (name: string) => Promise<unknown>;
  /** The form is to go. */
  readonly onClose: () => void;
  readonly onSaved: (name: string) => void;
  /** It failed when the person had left the form already. */
  readonly onFailedLate: (problem: string, name: string) => void;
  readonly problemOf: (error: PgError) => string;
}

/** A name to be typed, in the place of the one that there is. */
export class NameForm {
  readonly #options: NameFormOptions;
  #isPending = false;
  #isClosed = false;
  #problem: PgError | 'blank' | undefined;

  constructor(options: NameFormOptions) {
    this.#options = options;
  }

  /** The person goes on to something else. A name that is being kept is still told of. */
  close(): void {
    this.#isClosed = true;
    this.#options.onClose();
  }

  render(): TemplateResult {
    const {name, words} = this.#options;
    const {label, save, cancel} = words();
    const problem = this.#problemText;
    const busy = this.#isPending ? 'true' : 'false';
    return html`<form
      class="naming"
      part="naming"
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#onKey}
    >
      <input
        class="new-name"
        name="name"
        aria-label=${label}
        placeholder=${label}
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby=${problem ? 'naming-problem' : nothing}
        autocomplete="off"
        maxlength=${MAX_NAME}
        dir="auto"
        .value=${name}
        ?readonly=${this.#isPending}
      />
      <button type="submit" class="button primary steady" aria-busy=${busy} aria-disabled=${busy}>
        <span>${save}</span>
      </button>
      <button type="button" class="button plain" @click=${() => this.close()}>${cancel}</button>
      <p id="naming-problem" class="naming-problem" role="alert">${problem}</p>
    </form>`;
  }

  /** Once it is rendered. */
  focus(): void {
    this.#field?.focus();
    this.#field?.select();
  }

  get #problemText(): string {
    const {problemOf, words} = this.#options;
    if (this.#problem === 'blank') return words().blank;
    return this.#problem ? problemOf(this.#problem) : '';
  }

  get #field(): HTMLInputElement | null {
    return this.#options.host.renderRoot.querySelector<HTMLInputElement>('.new-name');
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.#isPending) void this.#save(this.#field?.value.trim() ?? '');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // One Escape closes one thing, not the dialog around as well.
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  async #save(name: string): Promise<void> {
    const {host, save, onSaved, onFailedLate} = this.#options;
    if (name !== '' && name === this.#options.name) {
      this.close();
      return;
    }
    this.#problem = name === '' ? 'blank' : undefined;
    this.#isPending = name !== '';
    host.requestUpdate();
    try {
      if (this.#isPending) {
        await save(name);
        onSaved(name);
        if (!this.#isClosed) this.close();
      }
    } catch (error) {
      this.#problem = toPgError(error);
      if (this.#isClosed) onFailedLate(this.#problemText, name);
    } finally {
      this.#isPending = false;
      host.requestUpdate();
    }
    if (!this.#isClosed) this.#field?.focus();
  }
}
