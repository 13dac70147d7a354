import type {PgInput} from '../../src/elements/input/input.js';
import {el} from '../src/dom.js';
import {jsonPanel} from '../src/json-panel.js';

/** What a page may show of a secret. */
const MASK = '••••••';

/** Shows what inputs hold while they change, and what their forms send: all those within an element, or that itself. */
export class ValuesPanel {
  readonly element: HTMLElement;
  readonly #values = jsonPanel('Values, as they change');
  readonly #sent = jsonPanel('What the form sent');
  readonly #status = el('p', {class: 'hint', role: 'status'});
  readonly #root: HTMLElement;
  #inputs: readonly PgInput[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#sent.element.hidden = true;
    const send = el('button', {type: 'button', class: 'button'}, 'Send the form');
    const reset = el('button', {type: 'button', class: 'button'}, 'Reset');
    send.addEventListener('click', () => this.#send());
    reset.addEventListener('click', () => {
      for (const form of this.#forms) form.reset();
    });
    this.element = el(
      'div',
      {class: 'values'},
      el('div', {class: 'actions'}, send, reset),
      this.#status,
      this.#sent.element,
      this.#values.element,
    );
    for (const type of ['input', 'change']) root.addEventListener(type, () => this.#update());
    // The inputs go back only after this event.
    root.addEventListener('reset', () => setTimeout(() => this.#update()));
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  follow(inputs: readonly PgInput[]): void {
    this.#inputs = inputs;
    this.#sent.element.hidden = true;
    this.#status.textContent = '';
    this.#update();
  }

  #update(): void {
    this.#values.show(
      Object.fromEntries(this.#inputs.map((input) => [input.name, shown(input, input.value)])),
    );
  }

  get #forms(): readonly HTMLFormElement[] {
    const root = this.#root;
    return root instanceof HTMLFormElement ? [root] : [...root.querySelectorAll('form')];
  }

  #send(): void {
    // The forms have `novalidate`, so that the inputs say what is wrong in their own words.
    const wrong = this.#inputs.filter((input) => !input.checkValidity());
    for (const input of wrong.reverse()) input.reportValidity();
    if (wrong.length > 0) {
      this.#status.textContent = `Not sent: ${wrong.length === 1 ? 'one field is' : `${wrong.length} fields are`} wrong.`;
      return;
    }
    const data = this.#forms.flatMap((form) => [...new FormData(form)]);
    const byName = new Map(this.#inputs.map((input) => [input.name, input]));
    this.#sent.show(
      Object.fromEntries(data.map(([name, value]) => [name, shown(byName.get(name), value)])),
    );
    this.#sent.element.hidden = false;
    this.#status.textContent = `Sent: ${data.length} entries.`;
  }
}

function shown(input: PgInput | undefined, value: unknown): unknown {
  const isSecret = input?.input?.type === 'PASSWORD';
  return isSecret && typeof value === 'string' && value !== '' ? MASK : (value ?? null);
}
