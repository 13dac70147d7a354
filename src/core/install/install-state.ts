import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {PgError} from '../errors.js';
import type {ConnectInput, SdkAccountType, SdkCallToAction} from '../sdk.js';

/** Stages in which the person fills in a form. */
export type FormStage = 'preOptions' | 'postOptions';

/**
 * How far the sign-in window is: `opening` in this very click, `waiting` for the person over there, `blocked` by the browser,
 * `returned` when the person is back and nothing has arrived yet, `stuck` when the window gives no sign of life.
 */
export type OAuthPhase = 'opening' | 'waiting' | 'blocked' | 'returned' | 'stuck';

/** Where in the steps the person is. `total` is missing while a choice still decides it. */
export interface InstallProgress {
  readonly current: number;
  readonly total: number | undefined;
}

interface Common {
  /** Why the last attempt of this stage failed; the stage can be tried again as it stands. */
  readonly error?: PgError | undefined;
  readonly canGoBack: boolean;
  readonly progress: InstallProgress | undefined;
  /**
   * The steps of this way in their order: those behind the person, the one they are at, and those that follow. Where a choice still
   * decides what follows, the last one is the one they are at, and `progress` has no total. Empty beside the steps.
   */
  readonly steps: readonly InstallStage[];
}

/** What an install flow shows, discriminated by `stage`. */
export type InstallState = Common &
  (
    | {readonly stage: 'idle'}
    /** An unfinished account was left from before: `resume()` or `startOver()`. */
    | {readonly stage: 'resume'; readonly account: ConnectedAccount}
    /**
     * This account is connected already, of which the person may not know: `addAnother()`, or `confirmReplace()` where the backend
     * would replace it.
     */
    | {
        readonly stage: 'replace';
        readonly account: ConnectedAccount;
        readonly canReplace: boolean;
      }
    | {readonly stage: 'accountType'; readonly accountTypes: readonly SdkAccountType[]}
    | {
        readonly stage: 'instruction';
        /** Markdown. */
        readonly content: string;
        readonly calls: readonly SdkCallToAction[];
        readonly finishLabel: string;
      }
    | {
        readonly stage: FormStage;
        readonly inputs: readonly ConnectInput[];
        /** The account that the answers are for, once there is one: its choices are to be offered. */
        readonly credentialId: string | undefined;
      }
    | {
        readonly stage: 'submitting';
        readonly of: FormStage;
        readonly inputs: readonly ConnectInput[];
        readonly credentialId: string | undefined;
        /** The SDK swallows the same answers twice within some seconds: they are sent after that. */
        readonly delayed: boolean;
      }
    | {readonly stage: 'oauth'; readonly phase: OAuthPhase}
    | {
        readonly stage: 'done';
        readonly credentialId: string;
        /** Another one that a window which could not be closed has added since: `keepBoth()`, or disconnect it. */
        readonly second?: ConnectedAccount | undefined;
      }
    | {
        readonly stage: 'failed';
        readonly at: InstallStage;
        readonly error: PgError;
        /** An account that was begun and cannot be finished: offer to remove it. */
        readonly leftover: string | undefined;
      }
    | {readonly stage: 'cancelled'}
  );

/** Name of a stage. */
export type InstallStage = InstallState['stage'];

/** What to connect, and how. */
export interface InstallOptions {
  readonly integration: string;
  /** Signs this account in again instead of adding one; its settings and workflows stay. */
  readonly credentialId?: string | undefined;
  /** Adds an account beside those that are connected. Without it the backend replaces the one there is. */
  readonly allowMultiple?: boolean | undefined;
  /** The host's own identifier for the new account; unique among the accounts of the integration. */
  readonly externalId?: string | undefined;
  /** Chosen beforehand, so that the person is not asked. */
  readonly accountType?: string | undefined;
  readonly redirectUrl?: string | undefined;
  /**
   * Scopes to ask for beyond those that the account of `credentialId` has. Works where the integration asks for permissions
   * before the sign-in.
   */
  readonly additionalScopes?: readonly string[] | undefined;
  /** Milliseconds until the sign-in window counts as abandoned. Default ten minutes. */
  readonly oauthTimeout?: number | undefined;
}
