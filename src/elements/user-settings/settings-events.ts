import {isSecret} from '../../core/settings/field-set.js';
import type {SettingsDraft} from '../../core/settings/settings-draft.js';
import type {
  FieldDraft,
  SettingsChanges,
  SettingsSection,
  SettingsState,
} from '../../core/settings/settings-state.js';
import type {PgSettingsFailure} from '../emit.js';

/** What an event may tell of a save: everything but secrets. */
export function publicChanges(draft: SettingsDraft, section: SettingsSection): SettingsChanges {
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
export function failuresOf(
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
