import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {PgError} from '../errors.js';
import type {Workflow} from '../integration-texts.js';
import type {ConnectInput} from '../sdk.js';

/** Whose settings: one configuration of one account. Without `configurationId` the account's default one. */
export interface SettingsTarget {
  readonly integration: string;
  readonly credentialId: string;
  /** Id or external id of a configuration. */
  readonly configurationId?: string | undefined;
}

/** The settings of the integration, those of its workflows, or both. */
export type SettingsSection = 'all' | 'settings' | 'workflows';

/** Whether settings can be saved, and if not, why. What was typed stays while an account is not valid. */
export type SettingsAccess =
  'editable' | 'loading' | 'account-not-found' | 'account-not-valid' | 'configuration-not-found';

/** Says what is wrong with a value, in words; undefined if nothing is. */
export type SettingsCheck = (input: ConnectInput, value: unknown) => string | undefined;

/** How the last save of a group went. */
export type SaveState =
  | {readonly status: 'initial' | 'pending' | 'complete'}
  | {
      readonly status: 'error';
      readonly error: PgError;
      /** All that is wrong is said at fields. */
      readonly isPlaced: boolean;
      readonly retry: () => void;
    };

/** How the last switch of a workflow went. After an error it is as it was before. */
export type ToggleState =
  | {readonly status: 'initial' | 'pending'}
  | {readonly status: 'error'; readonly error: PgError; readonly retry: () => void};

/** One setting: what was typed, else what is saved; undefined for its default. */
export interface FieldDraft {
  readonly input: ConnectInput;
  readonly value: unknown;
  readonly isDirty: boolean;
  /** Somebody else has saved another value meanwhile. It is not saved over until {@link SettingsDraft.resolve} says which one counts. */
  readonly conflict?: {readonly theirs: unknown};
  /** What was said against the value, in the check's or the backend's words (hostile text); '' if nothing. */
  readonly message: string;
}

/** Settings that are saved together. */
export interface GroupDraft {
  readonly fields: readonly FieldDraft[];
  readonly isDirty: boolean;
  readonly save: SaveState;
}

/** A workflow: its switch as the person wants it, and its settings. */
export interface WorkflowDraft extends GroupDraft {
  readonly workflow: Workflow;
  readonly isEnabled: boolean;
  readonly toggle: ToggleState;
}

/** All that a draft knows at one moment. Frozen. */
export interface SettingsState {
  readonly access: SettingsAccess;
  readonly account: ConnectedAccount | undefined;
  readonly settings: GroupDraft;
  /** Visible ones, in their order. */
  readonly workflows: readonly WorkflowDraft[];
}

/** How a save ended: `invalid` held something back, `dropped` had no account or user left to save for. */
export type SaveOutcome = 'saved' | 'unchanged' | 'invalid' | 'refused' | 'failed' | 'dropped';

/** Values by input id, those of workflows by workflow id. */
export interface SettingsChanges {
  readonly values: Readonly<Record<string, unknown>>;
  readonly workflows: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The groups of a section. */
export function groupsOf(state: SettingsState, section: SettingsSection): readonly GroupDraft[] {
  return [
    ...(section === 'workflows' ? [] : [state.settings]),
    ...(section === 'settings' ? [] : state.workflows),
  ];
}

/** What is typed in a section and not saved. */
export function changesOf(
  {settings, workflows}: SettingsState,
  section: SettingsSection,
): SettingsChanges {
  const own = section === 'workflows' ? [] : settings.fields;
  const others = section === 'settings' ? [] : workflows.filter(({isDirty}) => isDirty);
  return {
    values: dirtyValues(own),
    workflows: Object.fromEntries(
      others.map(({workflow, fields}) => [workflow.id, dirtyValues(fields)]),
    ),
  };
}

function dirtyValues(fields: readonly FieldDraft[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.filter(({isDirty}) => isDirty).map(({input, value}) => [input.id, value]),
  );
}
