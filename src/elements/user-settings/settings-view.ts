import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PgError} from '../../core/errors.js';
import {isHidden, isSecret} from '../../core/inputs.js';
import type {ConnectInput} from '../../core/sdk.js';
import type {ConnectSession} from '../../core/compose.js';
import type {FieldDraft, WorkflowDraft} from '../../core/settings/settings-state.js';
import {sameContent} from '../../core/util/equal.js';
import type {settings} from '../../i18n/en/settings.js';
import type {Localizer} from '../../i18n/localize.js';
import {type ErrorWords, inlineError, note} from '../../ui/message/message.js';
import {plainText} from '../../ui/safe.js';
import type {InputParameters} from '../input/field.js';
import {parametersOf, type InputsOf} from '../input/parameters.js';
import type {PgInput} from '../input/input.js';
import {textsOf} from '../input/texts.js';

/** What fields and workflows are rendered with. */
export interface SettingsContext {
  readonly session: ConnectSession | undefined;
  readonly integration: string;
  readonly credentialId: string;
  readonly words: Localizer<typeof settings>;
  readonly retryLabel: string;
  /** What choices of a group depend on; the same object while nothing of it changes. */
  readonly parameters: (
    workflowId: string | undefined,
    fields: readonly FieldDraft[],
  ) => InputParameters;
  readonly onInput: (input: ConnectInput, value: unknown, workflowId: string | undefined) => void;
  /** Whose value counts where another one was saved elsewhere. */
  readonly onResolve: (
    input: ConnectInput,
    whose: 'mine' | 'theirs',
    workflowId: string | undefined,
  ) => void;
  readonly onChange: () => void;
  readonly onToggle: (workflow: WorkflowDraft, name: string, enabled: boolean) => void;
  readonly errorWords: (error: PgError) => ErrorWords;
}

/** Longest text of the project that is shown (UTF-16 units). */
const MAX_TEXT = 400;
const MAX_MESSAGE = 300;

/** Fields of one group, those that people may see. */
export function fieldsView(
  context: SettingsContext,
  fields: readonly FieldDraft[],
  workflowId?: string,
): TemplateResult {
  const {session, integration, credentialId, onInput, onChange} = context;
  const parameters = context.parameters(workflowId, fields);
  const shown = fields.filter(isShown);
  const inGroup = groupSize(shown.length);
  return html`<div class="fields" part="fields">
    ${repeat(
      shown,
      ({input}) => input.id,
      ({input, value, message, conflict}, index) => html`
        <pg-input
          class=${index > 0 && index % inGroup === 0 ? 'first' : nothing}
          integration=${integration}
          .session=${session}
          .credential=${credentialId}
          .input=${input}
          .value=${value}
          .parameters=${parameters}
          .errorMessage=${plainText(message, MAX_MESSAGE)}
          @input=${({currentTarget}: Event) =>
            onInput(input, (currentTarget as PgInput).value, workflowId)}
          @change=${onChange}
        ></pg-input>
        ${conflict ? conflictView(context, input, conflict.theirs, workflowId) : nothing}
      `,
    )}
  </div>`;
}

/** The most fields that are taken in as one group. */
const MAX_GROUP = 6;

/** How many fields stand together, so that no group is much smaller than the others. */
function groupSize(count: number): number {
  return Math.ceil(count / Math.ceil(count / MAX_GROUP));
}

/** What was saved elsewhere while the person was editing the field above, and which of both shall count. */
function conflictView(
  {words, session, integration, credentialId, onResolve}: SettingsContext,
  input: ConnectInput,
  theirs: unknown,
  workflowId: string | undefined,
): TemplateResult {
  const button = (whose: 'mine' | 'theirs'): TemplateResult =>
    html`<button type="button" class="button" @click=${() => onResolve(input, whose, workflowId)}>
      ${words.term(whose)}
    </button>`;
  return html`<div class="conflict" part="conflict" role="group" aria-label=${textsOf(input).title}>
    ${note({tone: 'warning', text: words.term('conflict')})}
    ${
      isSecret(input)
        ? nothing
        : html`<pg-input
            class="theirs"
            readonly
            integration=${integration}
            .session=${session}
            .credential=${credentialId}
            .input=${asTheirs(input, words.term('savedElsewhere'))}
            .value=${theirs}
          ></pg-input>`
    }
    <div class="choice">${button('mine')} ${button('theirs')}</div>
  </div>`;
}

const shownTheirs = new WeakMap<ConnectInput, ConnectInput>();

/** The same object for the same input: another one would load its choices again. */
function asTheirs(input: ConnectInput, title: string): ConnectInput {
  const known = shownTheirs.get(input);
  if (known?.title === title) return known;
  const theirs = {...input, title, required: false, readOnly: true};
  shownTheirs.set(input, theirs);
  return theirs;
}

/** Workflows with their switches, and their settings while they are on. */
export function workflowsView(
  context: SettingsContext,
  workflows: readonly WorkflowDraft[],
): TemplateResult {
  return html`<ul class="workflows" role="list" part="workflows">
    ${repeat(
      workflows,
      ({workflow}) => workflow.id,
      (workflow, index) => workflowView(context, workflow, index),
    )}
  </ul>`;
}

function workflowView(
  context: SettingsContext,
  draft: WorkflowDraft,
  index: number,
): TemplateResult {
  const {words, retryLabel} = context;
  const {workflow, isEnabled, toggle, fields} = draft;
  const name = plainText(workflow.name, 160).trim() || words.term('unnamedWorkflow', index + 1);
  const info = plainText(workflow.infoText, MAX_TEXT);
  const isPending = toggle.status === 'pending';
  // Ids of the backend may hold anything, so the place in the list names the parts.
  const id = `workflow-${index}`;
  const hasFields = isEnabled && fields.some(isShown);
  const onToggle = (): void => context.onToggle(draft, name, !isEnabled);
  return html`<li class="workflow" part="workflow">
    <div class="about">
      <label id=${id} for="${id}-switch" class="name" part="workflow-name" dir="auto"
        >${name}</label
      >
      ${info ? html`<p id="${id}-info" class="info" dir="auto">${info}</p>` : nothing}
    </div>
    <button
      id="${id}-switch"
      type="button"
      class="switch"
      part="switch"
      role="switch"
      aria-checked=${isEnabled ? 'true' : 'false'}
      aria-busy=${isPending ? 'true' : 'false'}
      aria-labelledby=${id}
      aria-describedby=${info ? `${id}-info` : nothing}
      @click=${onToggle}
    >
      <span class="track" aria-hidden="true"><span class="thumb"></span></span>
    </button>
    ${inlineError({
      error: toggleError(context, draft, name),
      retryLabel,
      onRetry: onToggle,
    })}
    ${
      hasFields
        ? html`<div class="own" role="group" aria-labelledby=${id}>
            ${fieldsView(context, fields, workflow.id)}
          </div>`
        : nothing
    }
  </li>`;
}

/** Whether people may see a field. */
export function isShown({input}: FieldDraft): boolean {
  return !isHidden(input);
}

/** Why a switch went back. */
function toggleError(
  {words, errorWords}: SettingsContext,
  {toggle, isEnabled}: WorkflowDraft,
  name: string,
): ErrorWords | undefined {
  if (toggle.status !== 'error') return undefined;
  const {text, detail} = errorWords(toggle.error);
  return {
    text: words.term(isEnabled ? 'disableFailed' : 'enableFailed', name),
    detail: detail ?? text,
  };
}

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
