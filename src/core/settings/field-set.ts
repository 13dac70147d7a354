import {sameContent} from '../util/equal.js';
import {isHidden, isSecret} from '../inputs.js';
import type {ConnectInput} from '../sdk.js';
import {secretsIn} from '../secrets.js';
import type {FieldDraft, SettingsCheck} from './settings-state.js';

/** Values as the backend has them, by input id. */
export type SavedValues = Readonly<Record<string, unknown>>;

interface Edit {
  readonly value: unknown;
  /** Tells a value from the same one typed again later. */
  readonly serial: number;
  /** What was saved when the person began. */
  readonly base: unknown;
}

/** Values on their way to the backend, by input id. */
export type SentValues = ReadonlyMap<string, Edit>;

/** What was typed into the fields of one group, on top of what is saved. */
export class FieldSet {
  readonly #edits = new Map<string, Edit>();
  readonly #messages = new Map<string, string>();
  /** Fields that are being saved: what changes now is their own doing. */
  #sending: SentValues = new Map();
  /** Values that were sent and not confirmed: a save whose answer is lost may have worked all the same. */
  readonly #unconfirmed = new Map<string, unknown[]>();
  #serial = 0;

  /** Whether something is said against a field. */
  get hasMessages(): boolean {
    return this.#messages.size > 0;
  }

  edit(id: string, value: unknown, saved: SavedValues): void {
    const before = this.#edits.get(id);
    const base = before ? before.base : savedValue(saved, id);
    this.#edits.set(id, {value, base, serial: (this.#serial += 1)});
    this.#messages.delete(id);
  }

  /** Says whose value counts where another one was saved elsewhere meanwhile. */
  resolve(id: string, whose: 'mine' | 'theirs', saved: SavedValues): void {
    const edit = this.#edits.get(id);
    if (edit && whose === 'mine') this.#edits.set(id, {...edit, base: savedValue(saved, id)});
    else this.#edits.delete(id);
    this.#messages.delete(id);
  }

  /**
   * The person left the fields: what is as saved is not theirs any more, so that a refresh may change it.
   * @returns whether there was such
   */
  settle(inputs: readonly ConnectInput[], saved: SavedValues): boolean {
    const before = this.#edits.size;
    for (const input of inputs) {
      const edit = this.#edits.get(input.id);
      if (edit && !isDirty(input, edit, saved)) this.#edits.delete(input.id);
    }
    return this.#edits.size < before;
  }

  discard(): void {
    this.#edits.clear();
    this.#messages.clear();
  }

  /** Forgets what must not be kept without anybody looking at it. */
  forgetSecrets(inputs: readonly ConnectInput[]): void {
    for (const input of inputs) if (isSecret(input)) this.#edits.delete(input.id);
  }

  /** The secrets that are typed or saved, or on their way: a service may repeat them in its words. */
  secrets(
    inputs: readonly ConnectInput[],
    saved: SavedValues,
    sent: SentValues,
  ): readonly string[] {
    const values = [
      (id: string) => this.#edits.get(id)?.value,
      (id: string) => savedValue(saved, id),
      (id: string) => sent.get(id)?.value,
    ];
    return values.flatMap((valueOf) => secretsIn(inputs, valueOf));
  }

  read(inputs: readonly ConnectInput[], saved: SavedValues): readonly FieldDraft[] {
    return Object.freeze(
      inputs.map((input) => {
        const edit = this.#edits.get(input.id);
        const theirs = savedValue(saved, input.id);
        return Object.freeze({
          input,
          value: edit ? edit.value : theirs,
          isDirty: edit !== undefined && isDirty(input, edit, saved),
          ...(edit && this.#isContested(input, edit, saved) && {conflict: Object.freeze({theirs})}),
          message: this.#messages.get(input.id) ?? '',
        });
      }),
    );
  }

  /** Checks every field, also those that nobody touched; false if something is wrong. */
  validate(inputs: readonly ConnectInput[], saved: SavedValues, check: SettingsCheck): boolean {
    this.#messages.clear();
    for (const {input, value} of this.read(inputs, saved)) {
      const message = check(input, value);
      if (message) this.#messages.set(input.id, message);
    }
    return this.#messages.size === 0;
  }

  /**
   * What is to be sent: changes that pass the check, and with them the defaults that people see but that were never saved.
   * Nothing without a change.
   */
  take(
    inputs: readonly ConnectInput[],
    saved: SavedValues,
    check: SettingsCheck | undefined,
  ): SentValues {
    const sent = new Map<string, Edit>();
    for (const input of inputs) {
      const edit = this.#edits.get(input.id);
      if (!edit || !isDirty(input, edit, saved)) continue;
      const message = check?.(input, edit.value);
      if (this.#isContested(input, edit, saved)) continue;
      if (message) this.#messages.set(input.id, message);
      else sent.set(input.id, edit);
    }
    if (sent.size === 0) return sent;
    for (const input of inputs) {
      const {id, defaultValue} = input;
      if (sent.has(id) || !isDefaultShown(input, saved)) continue;
      const edit = this.#edits.get(id);
      if (!edit || !isDirty(input, edit, saved)) {
        sent.set(id, edit ?? {value: defaultValue, serial: 0, base: undefined});
      }
    }
    this.#sending = sent;
    for (const [id, {value}] of sent)
      this.#unconfirmed.set(id, [...(this.#unconfirmed.get(id) ?? []), value]);
    return sent;
  }

  /** Whether somebody else has saved another value since the person began, neither what they see nor what they want. */
  #isContested(input: ConnectInput, edit: Edit, saved: SavedValues): boolean {
    if (this.#sending.has(input.id) || !isDirty(input, edit, saved)) return false;
    const now = savedValue(saved, input.id) ?? input.defaultValue;
    const own = [edit.base ?? input.defaultValue, ...(this.#unconfirmed.get(input.id) ?? [])];
    return !own.some((value) => sameContent(value, now));
  }

  /** The backend has these values: unless something newer was typed, the fields show what is saved. */
  confirm(sent: SentValues, saved: SavedValues): void {
    for (const [id, {serial}] of sent) {
      this.#messages.delete(id);
      this.#unconfirmed.delete(id);
      const edit = this.#edits.get(id);
      if (edit?.serial === serial) this.#edits.delete(id);
      else if (edit) this.#edits.set(id, {...edit, base: savedValue(saved, id)});
    }
  }

  /** The save has ended. */
  sent(): void {
    this.#sending = new Map();
  }

  /** The backend refused some of the values. All that it did not take stays, with its words beside what they are about. */
  refuse(sent: SentValues, saved: SavedValues, messages: ReadonlyMap<string, string>): void {
    for (const [id, {value, serial}] of sent) {
      const message = messages.get(id);
      if (this.#edits.get(id) && this.#edits.get(id)?.serial !== serial) continue;
      if (message !== undefined) this.#messages.set(id, message);
      else if (sameContent(savedValue(saved, id), value)) this.#edits.delete(id);
    }
  }
}

/** The value of a key that comes from a backend. */
export function savedValue(saved: SavedValues, id: string): unknown {
  return Object.hasOwn(saved, id) ? saved[id] : undefined;
}

/** Whether the person sees another value than without the edit. */
function isDirty(input: ConnectInput, {value}: Edit, saved: SavedValues): boolean {
  const before = savedValue(saved, input.id);
  if (value === undefined) return before !== undefined;
  const shown = before === undefined ? input.defaultValue : before;
  if (shown === undefined && isBlank(value)) return false;
  return !sameContent(value, shown);
}

function isDefaultShown(input: ConnectInput, saved: SavedValues): boolean {
  return (
    input.defaultValue !== undefined &&
    !isHidden(input) &&
    input.readOnly !== true &&
    // A text to copy is nothing that the person sets.
    input.type !== 'COPYABLE_BUTTON_INPUT' &&
    savedValue(saved, input.id) === undefined
  );
}

/** What a field that holds nothing looks like. */
function isBlank(value: unknown): boolean {
  return value === null || value === '' || value === false;
}
