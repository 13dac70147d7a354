import {ContextConsumer} from '@lit/context';
import {property} from 'lit/decorators.js';
import type {ConnectInput} from '../../core/sdk.js';
import {baseStyles} from '../../ui/base-styles.js';
import type {Control} from './control.js';
import {controlStyles} from './control-styles.js';
import type {ControlField} from './field.js';
import {report} from '../emit.js';
import {FieldElement} from './field-element.js';
import {frameStyles} from './frame-styles.js';
import {inputsContext, type InputReplacements} from './inputs-context.js';
import {controlOf} from './registry.js';
import {findReplacement, ReplacedControl} from './replacement.js';
import {switchStyles} from './switch-styles.js';
import {orDefault} from '../../ui/or-default.js';

/**
 * Any one input of a connect form or of user settings, with its title, help and errors.
 *
 * @summary One input of a connect form, form-associated.
 * @fires input - The person changes the value; a plain event that holds none of it
 * @fires change - The person finished a change
 * @fires {CustomEvent<PgEventDetails['pg-error']>} pg-error - A list of choices came in a shape that cannot be read
 * @csspart base - All of the field
 * @csspart label - The title
 * @csspart mark - "Required"
 * @csspart help - Button of the tooltip
 * @csspart tooltip - The tooltip
 * @csspart subtitle - Text below the title
 * @csspart control - Box of the control
 * @csspart input - Text in the box
 * @csspart prefix - Text before what is typed
 * @csspart suffix - Text after what is typed
 * @csspart retry - Button that tries to load again
 * @csspart error - What is wrong
 * @csspart documentation - Link to the documentation
 * @csspart reveal - Button that shows a password
 * @csspart trimmed - Says that blanks around a pasted secret were left out
 * @csspart copy - Button that copies a value
 * @csspart track - Track of a switch
 * @csspart thumb - Thumb of a switch
 * @csspart permission - One permission
 * @csspart search - Search for permissions
 * @csspart file - The chosen file
 * @csspart remove - Button that removes the file, or a field with a default value
 * @csspart failure - Why choices could not be loaded
 * @csspart note - What became of default values, with a way back
 * @csspart undo - Button that takes it back
 * @csspart defaults - Default values of fields
 * @csspart default - One field with its default value
 * @csspart add - Box that adds a field
 * @csspart unsupported - What stands for a kind of field without a control
 * @csspart combobox__control - Box of a list of choices
 * @csspart combobox__input - Its text
 * @csspart combobox__toggle - Its arrow
 * @csspart combobox__clear - Its button that clears
 * @csspart combobox__chip - One of several chosen values
 * @csspart combobox__popup - What it opens
 * @csspart combobox__listbox - The list in it
 * @csspart combobox__section-title - Title of a section of the list
 * @csspart combobox__option - One choice
 * @csspart combobox__option-label - Its label
 * @csspart combobox__option-subtitle - Its second line
 * @csspart objects - Of a field mapping: the object and what depends on it
 * @csspart notice - Of a field mapping: what was set aside, with a way back
 * @csspart suggestions - Of a field mapping: bar above the rows when there are suggestions
 * @csspart to-check - Of a field mapping: leads to the next row that something is wrong with
 * @csspart table - Of a field mapping: all rows
 * @csspart row - Of a field mapping: one row
 * @csspart name - Of a field mapping: label of the application's field
 * @csspart arrow - Of a field mapping: direction
 * @csspart field - Of a field mapping: the integration's field
 * @csspart problem - Of a field mapping: what is wrong with a row
 * @csspart suggestion - Of a field mapping: proposal for a row
 * @csspart preview - Of a field mapping: value of the sample record
 * @cssState error - An error is shown
 * @cssState loading - The control is being loaded
 * @cssState empty - There is nothing to show: no input, or a hidden one
 */
export class PgInput extends FieldElement {
  static override styles = [baseStyles, frameStyles, controlStyles, switchStyles];

  /** What the server said against the value. Shown until the next edit; does not keep the form from being sent again. */
  @property({attribute: 'error-message'})
  @orDefault
  errorMessage = '';

  /** Keeps blanks around a secret. Without it they are left out: copies bring them along unseen. */
  @property({type: Boolean, attribute: 'keep-spaces'})
  keepSpaces = false;

  /** The host's own controls by type of input; those of `<pg-portal>` count where this has none. */
  @property({attribute: false})
  inputs: InputReplacements | undefined;

  readonly #replaced = new ReplacedControl({
    onDefined: () => this.requestUpdate(),
    // Not while rendering: a listener may change what is being rendered.
    onFailed: (error) => queueMicrotask(() => report(this, error, {property: 'inputs'})),
    isUsed: () => this.isUsed,
  });
  readonly #provided = new ContextConsumer(this, {
    context: inputsContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });

  protected override firstUpdated(): void {
    super.firstUpdated();
    // Before the host's control hears of it.
    for (const type of ['input', 'change'])
      this.renderRoot.addEventListener(type, this.#onReplacedInput, true);
  }

  protected override controlOf(input: ConnectInput): Control {
    return controlOf(input);
  }

  protected override replace(field: ControlField): unknown {
    const {type} = field.input;
    const replacement =
      findReplacement(this.inputs, type) ?? findReplacement(this.#provided.value, type);
    return replacement === undefined ? undefined : this.#replaced.render(replacement, field);
  }

  protected override get objection(): string {
    return this.errorMessage;
  }

  protected override replaced(): void {
    super.replaced();
    this.errorMessage = '';
  }

  protected override reset(): void {
    super.reset();
    this.errorMessage = '';
  }

  protected override enter(value: unknown, ...events: readonly ('input' | 'change')[]): void {
    this.errorMessage = '';
    super.enter(value, ...events);
  }

  readonly #onReplacedInput = (event: Event): void => {
    if (this.isReplaced && this.isFilledIn(event)) this.#replaced.takeOut(event);
  };
}
