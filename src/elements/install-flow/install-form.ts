import {html, type TemplateResult} from 'lit';
import {isHidden, isSecret} from '../../core/inputs.js';
import type {ConnectInput, InputValues} from '../../core/sdk.js';
import type {ConnectSession} from '../../core/compose.js';
import type {PgInput} from '../input/input.js';
import {parametersOf} from '../input/parameters.js';
import {textsOf} from '../input/texts.js';

/** What a form of an install flow is rendered from. */
export interface InstallFormOptions {
  readonly session: ConnectSession | undefined;
  readonly integration: string;
  /** The account whose choices dynamic inputs offer, once there is one. */
  readonly credentialId: string | undefined;
  readonly inputs: readonly ConnectInput[];
  readonly answers: Readonly<InputValues>;
  readonly busy: boolean;
  /** Id of the input that was refused, and why. */
  readonly refusedField: string | undefined;
  readonly refusal: string | undefined;
  readonly onInput: () => void;
  readonly onSubmit: () => void;
}

/** The inputs of one stage. The fields stay in the document while the answers are sent, so that nothing typed is lost. */
export function installForm(options: InstallFormOptions): TemplateResult {
  const {inputs, answers, session, integration, credentialId} = options;
  const parameters = parametersOf(
    options,
    inputs.map((input) => ({input, value: answerTo(input, answers)})),
  );
  return html`
    <form
      id="form"
      class="form"
      part="form"
      novalidate
      aria-busy=${options.busy ? 'true' : 'false'}
      @input=${options.onInput}
      @change=${options.onInput}
      @submit=${(event: Event) => {
        event.preventDefault();
        options.onSubmit();
      }}
      @keydown=${(event: KeyboardEvent) => {
        if (!isImplicitSubmission(event)) return;
        event.preventDefault();
        options.onSubmit();
      }}
    >
      ${inputs.map(
        (input) => html`
          <pg-input
            .session=${session}
            integration=${integration}
            .credential=${credentialId}
            .input=${input}
            .value=${answerTo(input, answers)}
            .parameters=${parameters}
            .errorMessage=${!options.busy && input.id === options.refusedField ? (options.refusal ?? '') : ''}
            ?readonly=${options.busy || input.readOnly === true}
          ></pg-input>
        `,
      )}
    </form>
  `;
}

/**
 * The input that a refusal is about: the one that it names, else the only secret, else the only one. Undefined where that cannot be
 * told.
 */
export function refusedInput(
  inputs: readonly ConnectInput[],
  detail: string | undefined,
): string | undefined {
  const shown = inputs.filter((input) => !isHidden(input));
  const named = shown.filter((input) => {
    const {title} = textsOf(input);
    return title !== '' && detail?.toLowerCase().includes(title.toLowerCase());
  });
  const secret = shown.filter(isSecret);
  return [named, secret, shown].find(({length}) => length === 1)?.[0]?.id;
}

/** Ids are the backend's: one can be the name of what every object has. */
function answerTo({id}: ConnectInput, answers: Readonly<InputValues>): unknown {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

/** Answers of all inputs in a form, those of hidden ones included where they have a value. */
export function answersOf(fields: Iterable<PgInput>): InputValues {
  return Object.fromEntries(
    [...fields].flatMap(({input, value}) =>
      input && value !== undefined ? [[input.id, value]] : [],
    ),
  );
}

/** Shows what is wrong beside every field, and moves to the first of them; true if nothing is. */
export function validate(fields: Iterable<PgInput>): boolean {
  const invalid = [...fields].filter((field) => !field.reportValidity());
  invalid[0]?.focus();
  return invalid.length === 0;
}

/** Enter in a one-line field sends a form; browsers do it for fields of the same tree only. */
function isImplicitSubmission(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return false;
  const [target] = event.composedPath();
  if (!(target instanceof HTMLInputElement)) return false;
  return (
    target.getAttribute('role') !== 'switch' && target.getAttribute('aria-expanded') !== 'true'
  );
}
