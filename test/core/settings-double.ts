import {ConnectSession} from '../../src/core/compose.js';
import type {
  InputValues,
  SdkConfiguration,
  SdkCredential,
  SdkSelection,
  SdkUser,
  SdkWorkflow,
  SdkWorkflowState,
} from '../../src/core/sdk.js';
import {SettingsDraft} from '../../src/core/settings/settings-draft.js';
import {getSettingsDrafts} from '../../src/core/settings/settings-drafts.js';
import type {SettingsTarget} from '../../src/core/settings/settings-state.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {ScriptedPage} from '../support/scripted-page.js';

/** The value that the backend refuses. */
export const REFUSED = 'refuse-me';

/** Carries a request to the backend and its answer back; `work` is what the backend does. */
export type Network = <T>(name: string, work: () => T) => Promise<T>;

type Values = Readonly<Record<string, unknown>>;
type States = Readonly<Record<string, SdkWorkflowState | undefined>>;
interface Answer {
  readonly credential: SdkCredential;
  readonly errors: readonly string[];
}

const text = (id: string, more: object = {}) => ({id, type: 'TEXT_NO_VARS', title: id, ...more});

/** Two settings and a secret, and three workflows, the last one hidden. */
export const SETTINGS = [
  text('a', {required: false}),
  text('b', {title: 'Second', required: false}),
  {id: 'secret', type: 'PASSWORD', title: 'Secret', required: false},
];
export const WORKFLOWS: readonly SdkWorkflow[] = [
  {id: 'on', description: 'Runs', inputs: [text('hour'), text('day', {required: false})]},
  {id: 'never', description: 'Never ran', inputs: [text('topic')]},
];

export const configurationOf = (credentialId: string, more: Partial<SdkConfiguration> = {}) => ({
  id: `${credentialId}-default`,
  isDefault: true,
  sharedSettings: {},
  workflowSettings: {on: {enabled: true, settings: {}}},
  ...more,
});

/**
 * An SDK that saves as the real one does: it changes its own copy of the account, sends all of it, and takes over the
 * answer. The backend believes whatever it is sent.
 */
export class SettingsSdk extends FakeSdk {
  /** The backend's accounts of the one integration. */
  readonly server = new Map<string, SdkCredential>();
  network: Network = async (_name, work) => {
    await Promise.resolve();
    return work();
  };
  #copy = new Map<string, SdkCredential>();

  constructor(credentials: readonly SdkCredential[], settings: readonly object[] = SETTINGS) {
    const config = {availableUserSettings: settings, availableWorkflows: WORKFLOWS};
    super([
      {
        type: 'acme',
        name: 'Acme',
        config: {...config, hiddenWorkflows: [{id: 'hidden', hidden: true}]},
      },
    ]);
    for (const credential of credentials) this.server.set(credential.id, credential);
    this.#copy = new Map(this.server);
  }

  /** What the backend has in the default configuration of an account. */
  saved(credentialId = 'one', configurationId?: string): SdkConfiguration {
    return this.#configuration(this.server, credentialId, configurationId);
  }

  /** Changes an account at the backend, as another page would, without this one knowing. */
  change(credentialId: string, change: Partial<SdkCredential>): void {
    const before = this.server.get(credentialId)!;
    this.server.set(credentialId, {...before, ...change});
  }

  override getUser(): SdkUser {
    const user = super.getUser();
    if (!user.authenticated) return user;
    const allCredentials = structuredClone([...this.#copy.values()]);
    return {...user, integrations: {acme: {enabled: true, allCredentials}}};
  }

  override async bootstrapSDKState(): Promise<void> {
    this.#copy = await this.network('me', () => new Map(this.server));
  }

  override async updateIntegrationUserSettings(
    _integration: string,
    values: InputValues,
    selection: SdkSelection,
  ): Promise<{readonly errors?: readonly string[]}> {
    const {id, sharedSettings} = this.#own(selection);
    const body = toJson({...sharedSettings, ...values});
    const answer = await this.network('settings', () => {
      const before = this.#at(this.server, selection.selectedCredentialId, id).sharedSettings;
      const refused = Object.keys(body).filter((key) => body[key] === REFUSED);
      const kept = refused.map((key) => [key, before?.[key]] as const);
      const taken = toJson({...body, ...Object.fromEntries(kept)});
      const credential = this.#put(selection, id, {sharedSettings: taken});
      return {credential, errors: refused.map(titleOf)};
    });
    return this.#adopt(answer);
  }

  override async updateWorkflowUserSettings(
    _integration: string,
    workflowId: string,
    values: InputValues,
    selection: SdkSelection,
  ): Promise<{readonly errors?: readonly string[]}> {
    const {id, workflowSettings} = this.#own(selection);
    const states: Record<string, SdkWorkflowState | undefined> = {...workflowSettings};
    const state = states[workflowId];
    if (!state) throw new Error(`Workflow with ID "${workflowId}" was not found.`);
    states[workflowId] = {...state, settings: toJson({...state.settings, ...values})};
    const body = states;
    const answer = await this.network('workflow-settings', () => {
      const now = this.#at(this.server, selection.selectedCredentialId, id).workflowSettings ?? {};
      const merged = Object.entries(body).map(([key, sent]) => [
        key,
        {enabled: now[key]?.enabled ?? false, settings: sent?.settings ?? {}},
      ]);
      const workflowSettings = Object.fromEntries(merged) as States;
      return {credential: this.#put(selection, id, {workflowSettings}), errors: []};
    });
    return this.#adopt(answer);
  }

  override async updateWorkflowState(
    change: Record<string, boolean>,
    selection: SdkSelection,
  ): ReturnType<FakeSdk['updateWorkflowState']> {
    const errors: {workflowId: string; message: string}[] = [];
    for (const [workflowId, enabled] of Object.entries(change)) {
      try {
        const {id, workflowSettings = {}} = this.#own(selection);
        if ((workflowSettings[workflowId]?.enabled === true) === enabled) {
          throw new Error(`Workflow ${workflowId} is already so.`);
        }
        const of = (states: States): States => ({
          ...states,
          [workflowId]: {settings: {}, ...states[workflowId], enabled},
        });
        await this.network('workflow', () => {
          const now = this.#at(this.server, selection.selectedCredentialId, id).workflowSettings;
          this.#put(selection, id, {workflowSettings: of(now ?? {})});
        });
        // The answer is empty: the SDK changes what it had when it asked.
        const credential = this.#copy.get(selection.selectedCredentialId ?? '')!;
        this.#copy.set(
          credential.id,
          withConfiguration(credential, id, {workflowSettings: of(workflowSettings)}),
        );
      } catch (error) {
        errors.push({workflowId, message: (error as Error).message});
      }
    }
    return {errors};
  }

  #adopt({credential, errors}: Answer): {readonly errors: readonly string[]} {
    this.#copy.set(credential.id, credential);
    return {errors};
  }

  #own({selectedCredentialId = '', selectedConfigurationId}: SdkSelection): SdkConfiguration {
    if (this.userId === undefined) throw new Error('No user was authenticated.');
    const credential = this.#copy.get(selectedCredentialId);
    if (credential?.status !== 'VALID') {
      throw new Error('Valid credential not found for provided options.');
    }
    return this.#configuration(this.#copy, selectedCredentialId, selectedConfigurationId);
  }

  #put(selection: SdkSelection, id: string, change: Partial<SdkConfiguration>): SdkCredential {
    const credential = this.server.get(selection.selectedCredentialId ?? '')!;
    const next = withConfiguration(credential, id, change);
    this.server.set(next.id, next);
    return next;
  }

  #at(where: Map<string, SdkCredential>, credentialId = '', id: string): SdkConfiguration {
    return this.#configuration(where, credentialId, id);
  }

  #configuration(
    where: Map<string, SdkCredential>,
    credentialId: string,
    id: string | undefined,
  ): SdkConfiguration {
    const all = where.get(credentialId)?.configurations ?? [];
    const found = all.find((one) => (id === undefined ? one.isDefault : one.id === id));
    if (!found) throw new Error('Configuration not found');
    return found;
  }
}

/** A draft of the account `one` that somebody looks at. */
export interface Scene {
  readonly sdk: SettingsSdk;
  readonly session: ConnectSession;
  readonly page: ScriptedPage;
  readonly draft: SettingsDraft;
  leave(): void;
}

export function sceneOf(
  sdk = new SettingsSdk([accountOf('one'), accountOf('two')]),
  target: Partial<SettingsTarget> = {},
  signIn?: () => Promise<void>,
): Scene {
  const page = new ScriptedPage();
  const session = new ConnectSession(sdk, {environment: page, ...(signIn && {signIn})});
  const stop = session.subscribe(() => undefined);
  const draft = getSettingsDrafts(session).draft({
    integration: 'acme',
    credentialId: 'one',
    ...target,
  });
  const unsubscribe = draft.subscribe(() => undefined);
  const leave = (): void => {
    unsubscribe();
    stop();
  };
  return {sdk, session, page, draft, leave};
}

export function accountOf(id: string, more: Partial<SdkCredential> = {}): SdkCredential {
  return {id, status: 'VALID', configurations: [configurationOf(id)], ...more};
}

function withConfiguration(
  credential: SdkCredential,
  id: string,
  change: Partial<SdkConfiguration>,
): SdkCredential {
  const configurations = (credential.configurations ?? []).map((one) =>
    one.id === id ? {...one, ...change} : one,
  );
  return {...credential, configurations};
}

const toJson = (values: object): Values => JSON.parse(JSON.stringify(values)) as Values;

function titleOf(id: string): string {
  const title = SETTINGS.find((input) => input.id === id)?.title ?? id;
  return JSON.stringify({message: `"${title}" was not accepted.`});
}
