import type {LitElement} from 'lit';
import type {ConnectInput} from '../../core/sdk.js';
import {isSecret} from '../../core/inputs.js';
import type {SettingsDraft} from '../../core/settings/settings-draft.js';
import {
  groupsOf,
  type FieldDraft,
  type SaveOutcome,
  type SettingsChanges,
  type SettingsCheck,
  type SettingsSection,
  type SettingsState,
} from '../../core/settings/settings-state.js';
import {emit, type PgSettingsFailure} from '../emit.js';
import type {PgInput} from '../input/input.js';

/** Saves for an element: asks its host, and tells it how that ended. */
export class SettingsSaver {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** The inputs that are rendered: they know best what is wrong with a value. */
  get fields(): readonly PgInput[] {
    return [...this.#host.renderRoot.querySelectorAll<PgInput>('pg-input:not(.theirs)')];
  }

  /** Where an input is shown. After a refresh it is another object. */
  fieldOf(input: ConnectInput): PgInput | undefined {
    const {fields} = this;
    return (
      fields.find((field) => field.input === input) ??
      fields.find((field) => field.input?.id === input.id)
    );
  }

  /** Checks what people see; what is wrong is in the state of the draft. */
  validate(draft: SettingsDraft, section: SettingsSection): boolean {
    return draft.validate(this.#check(), section);
  }

  /** Undefined if the host vetoed it or there was nothing to do. */
  async save(draft: SettingsDraft, section: SettingsSection): Promise<SaveOutcome | undefined> {
    const {integration, credentialId} = draft.target;
    const changes = publicChanges(draft, section);
    if (!emit(this.#host, 'pg-settings-save', {integration, credentialId, ...changes})) {
      return undefined;
    }
    const outcome = await draft.save(section, this.#check());
    if (outcome === 'saved') emit(this.#host, 'pg-settings-saved', {integration, credentialId});
    if (outcome === 'refused' || outcome === 'failed') {
      const errors = failuresOf(draft.state, section);
      emit(this.#host, 'pg-settings-error', {integration, credentialId, errors});
    }
    return outcome;
  }

  /** Saves what is right, and leaves what was refused alone until it is changed. */
  async autosave(draft: SettingsDraft, section: SettingsSection): Promise<SaveOutcome | undefined> {
    const isWorth = groupsOf(draft.state, section).some(({fields}) =>
      fields.some(({isDirty, message, conflict}) => isDirty && !message && !conflict),
    );
    return isWorth ? await this.save(draft, section) : undefined;
  }

  #check(): SettingsCheck {
    const shown = new Map(this.fields.map((field) => [field.input, field]));
    return (input) => {
      const field = shown.get(input);
      return !field || field.checkValidity() ? undefined : field.validationMessage;
    };
  }
}

/** Switches a workflow for an element: asks its host, and tells it how that ended. True if the workflow is as wanted. */
export async function toggleWorkflow(
  host: HTMLElement,
  draft: SettingsDraft,
  workflowId: string,
  enabled: boolean,
): Promise<boolean> {
  const {integration, credentialId} = draft.target;
  const detail = {integration, credentialId, workflowId, enabled};
  if (!emit(host, 'pg-workflow-toggle', {...detail})) return false;
  await draft.toggle(workflowId, enabled);
  const after = draft.state.workflows.find(({workflow}) => workflow.id === workflowId);
  if (!after || after.toggle.status === 'pending') return false;
  if (after.toggle.status === 'error') {
    const {code, detail: said, message} = after.toggle.error;
    const errors = [{code, message: said ?? message, workflowId}];
    emit(host, 'pg-settings-error', {integration, credentialId, errors});
    return false;
  }
  if (after.isEnabled !== enabled) return false;
  emit(host, 'pg-workflow-toggled', {...detail});
  return true;
}

/** What an event may tell of a save: everything but secrets. */
function publicChanges(draft: SettingsDraft, section: SettingsSection): SettingsChanges {
  const {settings, workflows} = draft.state;
  const changes = draft.changes(section);
  const shown = new Map(workflows.map(({workflow, fields}) => [workflow.id, fields]));
  return {
    values: withoutSecrets(changes.values, settings.fields),
    workflows: Object.fromEntries(
      Object.entries(changes.workflows).map(([id, values]) => [
        id,
        withoutSecrets(values, shown.get(id) ?? []),
      ]),
    ),
  };
}

/** What an event tells of a save that failed: each reason, and the field it is about where that is known. */
function failuresOf(
  {settings, workflows}: SettingsState,
  section: SettingsSection,
): readonly PgSettingsFailure[] {
  const groups = [
    ...(section === 'workflows' ? [] : [{group: settings, of: {}}]),
    ...(section === 'settings'
      ? []
      : workflows.map((group) => ({group, of: {workflowId: group.workflow.id}}))),
  ];
  return groups.flatMap(({group: {fields, save}, of}) => [
    ...(save.status === 'error' && !save.isPlaced
      ? [{code: save.error.code, message: save.error.detail ?? save.error.message, ...of}]
      : []),
    ...fields.flatMap(({input, message}) =>
      message ? [{code: 'refused' as const, message, field: input.id, ...of}] : [],
    ),
  ]);
}

function withoutSecrets(
  values: Readonly<Record<string, unknown>>,
  fields: readonly FieldDraft[],
): Readonly<Record<string, unknown>> {
  const secrets = new Set(fields.filter(({input}) => isSecret(input)).map(({input}) => input.id));
  return Object.fromEntries(Object.entries(values).filter(([id]) => !secrets.has(id)));
}
