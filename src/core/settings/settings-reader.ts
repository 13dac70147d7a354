import {findConfiguration, workflowStateIn} from '../accounts/configurations.js';
import {selectionOf} from '../accounts/selection.js';
import type {ConnectedAccount} from '../accounts/connected-account.js';
import {PgError} from '../errors.js';
import type {IntegrationTexts} from '../integration-texts.js';
import type {ConnectInput, SdkConfiguration, SdkSelection} from '../sdk.js';
import type {SessionState} from '../session/ports.js';
import type {SavedValues} from './field-set.js';
import type {SettingsAccess, SettingsTarget} from './settings-state.js';

/** What of a session decides what a draft shows. */
export interface SettingsSource {
  readonly access: SettingsAccess;
  readonly account: ConnectedAccount | undefined;
  readonly configuration: SdkConfiguration | undefined;
  readonly texts: IntegrationTexts | undefined;
}

/** The fields of a group, and what is saved of them. */
export interface GroupContent {
  readonly inputs: readonly ConnectInput[];
  readonly saved: SavedValues;
}

const NOTHING = {account: undefined, configuration: undefined, texts: undefined};
const GONE: SettingsSource = {...NOTHING, access: 'account-not-found'};
const LOADING: SettingsSource = {...NOTHING, access: 'loading'};

/** Reads what is saved of one configuration of one account: the SDK's settings of an integration may be those of an account that was removed. */
export class SettingsReader {
  readonly target: SettingsTarget;
  readonly #session: SessionState;
  #isDropped = false;

  constructor(session: SessionState, target: SettingsTarget) {
    this.#session = session;
    this.target = Object.freeze({...target});
  }

  get source(): SettingsSource {
    const {integration, credentialId, configurationId} = this.target;
    const account = this.#session.connectedAccount(credentialId);
    if (this.#isDropped) return GONE;
    if (account?.integration !== integration) {
      return this.#session.snapshot.status === 'loading' ? LOADING : GONE;
    }
    const configuration = findConfiguration(account.configurations, configurationId);
    const access = accessOf(account, configuration);
    return {access, account, configuration, texts: this.#session.texts(integration)};
  }

  get isDropped(): boolean {
    return this.#isDropped;
  }

  /** Account or user are gone. */
  get isGone(): boolean {
    return this.source.account === undefined;
  }

  /**
   * What tells the SDK which account and configuration is meant.
   * @throws {PgError} `account-not-found`, `bad-input`
   */
  get selection(): SdkSelection {
    const {account} = this.source;
    if (!account) throw new PgError('account-not-found', 'The account is not connected any more.');
    return selectionOf(account, this.target.configurationId);
  }

  /** The fields of the integration, or of one of its workflows; undefined if there are none, or nothing to save them for. */
  content(workflowId?: string): GroupContent | undefined {
    const {account, configuration, texts} = this.source;
    if (!account || !texts) return undefined;
    if (workflowId === undefined)
      return {inputs: texts.settings, saved: configuration?.sharedSettings ?? {}};
    const workflow = texts.workflows.find(({id}) => id === workflowId);
    const saved = workflowStateIn(configuration, workflowId)?.settings ?? {};
    return workflow && {inputs: workflow.inputs, saved};
  }

  /** Whether a workflow is on, as far as the SDK knows; undefined once account or user are gone. */
  isOn(workflowId: string): boolean | undefined {
    const {account, configuration} = this.source;
    return account && workflowStateIn(configuration, workflowId)?.enabled === true;
  }

  /** The user is gone for good. */
  drop(): void {
    this.#isDropped = true;
  }
}

export function sameSource(a: SettingsSource, b: SettingsSource | undefined): boolean {
  return (
    a.access === b?.access &&
    a.account === b.account &&
    a.configuration === b.configuration &&
    a.texts === b.texts
  );
}

function accessOf(
  account: ConnectedAccount,
  configuration: SdkConfiguration | undefined,
): SettingsAccess {
  if (account.status !== 'valid') return 'account-not-valid';
  return configuration ? 'editable' : 'configuration-not-found';
}
