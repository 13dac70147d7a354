import type {PgInput} from '../../src/elements/input/input.js';
import {el} from '../src/dom.js';
import {jsonPanel} from '../src/json-panel.js';

/** What a page may show of a secret. */
const MASK = '••••••';

/** Shows what the inputs of a form hold while they change, and what the form sends. */
export class ValuesPanel {
  readonly element: HTMLElement;
  readonly #values = jsonPanel('Values, as they change');
  readonly #sent = jsonPanel('What the form sent');
  readonly #status = el('p', {class: 'hint', role: 'status'});
  readonly #form: HTMLFormElement;
  #inputs: readonly PgInput[] = [];

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.#sent.element.hidden = true;
    const submit = el('button', {type: 'submit', class: 'button', form: form.id}, 'Send the form');
    const reset = el('button', {type: 'reset', class: 'button', form: form.id}, 'Reset');
    this.element = el(
      'div',
      {class: 'values'},
      el('div', {class: 'actions'}, submit, reset),
      this.#status,
      this.#sent.element,
      this.#values.element,
    );
    for (const type of ['input', 'change']) form.addEventListener(type, () => this.#update());
    // The inputs go back only after this event.
    form.addEventListener('reset', () => setTimeout(() => this.#update()));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#onSubmit();
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

  #onSubmit(): void {
    // The form has `novalidate`, so that the inputs say what is wrong in their own words.
    const wrong = this.#inputs.filter((input) => !input.checkValidity());
    for (const input of wrong.reverse()) input.reportValidity();
    if (wrong.length > 0) {
      this.#status.textContent = `Not sent: ${wrong.length === 1 ? 'one field is' : `${wrong.length} fields are`} wrong.`;
      return;
    }
    const data = new FormData(this.#form);
    const byName = new Map(this.#inputs.map((input) => [input.name, input]));
    this.#sent.show(
      Object.fromEntries([...data].map(([name, value]) => [name, shown(byName.get(name), value)])),
    );
    this.#sent.element.hidden = false;
    this.#status.textContent = `Sent: ${[...data].length} entries.`;
  }
}

function shown(input: PgInput | undefined, value: unknown): unknown {
  const isSecret = input?.input?.type === 'PASSWORD';
  return isSecret && typeof value === 'string' && value !== '' ? MASK : (value ?? null);
}
