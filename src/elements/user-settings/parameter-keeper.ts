import {sameContent} from '../../core/util/equal.js';
import type {FieldDraft} from '../../core/settings/settings-state.js';
import type {InputParameters} from '../input/field.js';
import {parametersOf, type InputsOf} from '../input/parameters.js';

/** What the choices of a group's inputs depend on, as the same object while nothing of it changes: a key pressed in one field renders no other. */
export class ParameterKeeper {
  readonly #kept = new Map<string | undefined, InputParameters>();

  of(
    form: InputsOf,
    workflowId: string | undefined,
    fields: readonly FieldDraft[],
  ): InputParameters {
    // Choices depend on what people see, saved or not.
    const next = parametersOf(
      form,
      fields.map(({input, value}) => ({input, value: value ?? input.defaultValue})),
    );
    const before = this.#kept.get(workflowId);
    if (before && sameContent(before, next)) return before;
    this.#kept.set(workflowId, next);
    return next;
  }
}
