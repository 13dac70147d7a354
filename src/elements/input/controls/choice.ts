import {chosen} from '../../../core/mapping/mapping-value.js';
import type {OptionList} from '../../../core/options/option-list.js';
import {sameContent} from '../../../core/util/equal.js';
import {valueKey} from '../../../core/util/value-key.js';
import type {ViewFactory} from '../control.js';
import {ChoiceBox, choiceStyles} from './choice-box.js';
import type {ControlField} from '../field.js';

/** One choice out of a list, wherever the list comes from. */
export const choiceView: ViewFactory = (host) => {
  const box = new ChoiceBox(host, {
    id: 'control',
    pick: (sources) => (sources.kind === 'single' ? sources.source : undefined),
  });
  const stale = new StaleChoice(box.list);
  let words: ControlField['words'] | undefined;
  return {
    styles: choiceStyles,
    update(field) {
      words = field.words;
      box.update(field, field.value);
      stale.update(field);
      if (stale.isSuspect) box.list.load();
    },
    render: (field) => box.render(field, field.label, field.value, field.change),
    updated: (field) => box.updated(field),
    invalidity: (value) =>
      stale.isStale(value) && words
        ? {flags: {customError: true}, message: words.term('stale'), showAtOnce: true}
        : undefined,
    dispose: () => box.dispose(),
  };
};

/**
 * Notices a choice that was made while something else was chosen in the field that it depends on. It is kept, so that it is right
 * again when the old choice comes back, but it must not be saved unseen: what it names may not exist for the new one.
 */
class StaleChoice {
  readonly #list: OptionList;
  /** What the value was chosen for, as far as that is known. */
  #home: string | undefined;
  #now: string | undefined;
  #field: ControlField | undefined;

  constructor(list: OptionList) {
    this.#list = list;
  }

  update(field: ControlField): void {
    const before = this.#field;
    this.#field = field;
    const isOther =
      before?.input.id !== field.input.id ||
      before.credentialId !== field.credentialId ||
      before.session !== field.session ||
      !sameContent(before.value, field.value);
    const {parameters} = this.#list;
    const isKnown = parameters?.every(({value}) => chosen(value) !== undefined) === true;
    this.#now = parameters && valueKey(parameters.map(({key, value}) => [key, value]));
    if (isOther) this.#home = isKnown ? this.#now : undefined;
    // Nobody chooses before the field that this depends on is filled in.
    else if (isKnown) this.#home ??= this.#now;
    if (isKnown && this.#list.has(field.value)) this.#home = this.#now;
  }

  /** Whether it has to be found out if the value is among the choices as they are now. */
  get isSuspect(): boolean {
    const isSet = this.#home !== undefined && this.#now !== undefined;
    return isSet && this.#home !== this.#now && chosen(this.#field?.value) !== undefined;
  }

  /** Whether this value is not among the choices as they are now, as far as these are loaded. */
  isStale(value: unknown): boolean {
    return (
      this.isSuspect &&
      sameContent(value, this.#field?.value) &&
      this.#list.state.status === 'complete' &&
      !this.#list.has(value)
    );
  }
}
