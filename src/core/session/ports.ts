import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {Environment} from '../environment.js';
import type {PgError} from '../errors.js';
import type {IntegrationTexts} from '../integration-texts.js';
import type {ConnectSdk} from '../sdk.js';
import type {Integration, SessionListener, SessionSnapshot} from './snapshot.js';

/**
 * What features may ask of a session, as types only. A feature imports the ports that it needs and never the session, so that its
 * signature says what it depends on and a test double is as small as that.
 */

/** What the host calls an account. Strings are the host's: render them as text, check the picture before it is shown. */
export interface AccountName {
  readonly name?: string | undefined;
  /** What else tells it apart, such as a workspace. */
  readonly detail?: string | undefined;
  /** Address of a picture: `https:`, or an inline image. */
  readonly picture?: string | undefined;
}

/** The integration of an account, as far as its name may depend on it. */
export type NamedIntegration = Pick<Integration, 'type' | 'name' | 'icon' | 'brandColor'>;

/** Knows what accounts are called, in place of what the provider says. */
export interface AccountNamer {
  /** Whether people can give accounts another name. */
  readonly canRename: boolean;
  /** The name as far as it is known; a later one is told through the snapshot. */
  nameOf(account: ConnectedAccount, integration: NamedIntegration): AccountName | undefined;
  /**
   * Gives an account another name.
   * @throws {PgError} `account-not-found`, and what the host's function fails with
   */
  rename(credentialId: string, name: string): Promise<void>;
  /** Asks for all names again. */
  askAgain(): void;
  /** Forgets all accounts but these: the others are gone, or another user's. */
  keepOnly(credentialIds: ReadonlySet<string>): void;
}

/** What is known of the user's integrations and accounts. */
export interface SessionState {
  readonly snapshot: SessionSnapshot;
  integration(type: string): Integration | undefined;
  /** The account with this credential id, as the snapshot has it. */
  connectedAccount(credentialId: string): ConnectedAccount | undefined;
  /** Descriptions, settings and workflows of an integration; undefined if it does not exist. */
  texts(type: string): IntegrationTexts | undefined;
  /** The first subscriber starts the session, the last one to leave stops it. */
  subscribe(listener: SessionListener): () => void;
}

/** Calls of the SDK, made for the user of now and for no other. */
export interface SessionCalls {
  /**
   * @throws {PgError} `sdk-load-failed` before it is loaded, which no snapshot with data is
   */
  readonly sdk: ConnectSdk;
  readonly environment: Environment;
  /** Grows when the user changes or signs out: what was begun under an older number must not be shown. */
  readonly generation: number;
  /** When the accounts were last read from the backend. Milliseconds since 1970. */
  readonly readAt: number;
  /**
   * Runs one call of the SDK: signs in again and repeats it once when the session had expired, and takes over what it
   * changed. Calls of the same key wait for each other.
   * @throws {PgError}
   */
  perform<T>(key: string, call: () => Promise<T>): Promise<T>;
  /**
   * Runs one call of the SDK that changes nothing of what the session shows, and waits for no other: signs in again and repeats
   * it once when the session had expired.
   * @throws {PgError}
   */
  call<T>(call: () => Promise<T>): Promise<T>;
  /**
   * Asks the backend again, then for the choices in sight. Never empties what is shown: a failure is in `snapshot.error`.
   * @throws {PgError} `network`, `signed-out`, `unknown`
   */
  refresh(): Promise<void>;
  /**
   * Asks the backend how the accounts stand, and nothing else.
   * @throws {PgError} `network`, `signed-out`, `unknown`
   */
  readAccounts(): Promise<void>;
  /** Looks at the SDK's state again, without a request. */
  reread(): void;
  /** What the SDK holds may be mixed with what is somebody else's: shows none of that until the backend was asked again. */
  readAnew(): void;
  /**
   * Whether the SDK still has the user whom the snapshot shows. A host can sign in another one at any time: ask right before
   * anything is sent outside of `perform` and `call`. If not, everything of the user before is forgotten when this returns.
   */
  verifyUser(): boolean;
  /**
   * A provider did not answer a call that was made outside of the session: looks at the accounts again if one may be why. Resolves
   * when a look that is under way has ended.
   */
  onRefused(error: PgError): Promise<void>;
}

/** What a session tells of itself besides its snapshots. Each returns the removal of the listener. */
export interface SessionEvents {
  /** Everything of the user must be forgotten: they signed out, or another one signed in. */
  onForget(listener: () => void): () => void;
  /** A {@link SessionCalls.refresh} that somebody asked for has ended well. */
  onRefresh(listener: () => void): () => void;
  /** Data sources were registered: what was loaded from the ones before is void. */
  onSourcesChange(listener: () => void): () => void;
}

/** What a session must know of the install run of its page; `startInstall` makes one. */
export interface SessionRun {
  readonly integration: string;
  readonly isActive: boolean;
  readonly isDetached: boolean;
  /** Id of the account that it has connected, once, if nothing was on the page to tell of it. */
  takeUntold(): string | undefined;
  abandon(): void;
  /** The user is signed out: what they have answered is kept for when they are back, what needs them now ends. */
  onSignedOut(): void;
}

/** The one install run of a page: the SDK can do one at a time. */
export interface RunSlot {
  /** The install run of this page, if there is one. */
  readonly run: SessionRun | undefined;
  /**
   * Makes `run` the page's one install run.
   * @throws {PgError} `flow-in-progress` while another one is active that an element still shows
   */
  claim(run: SessionRun): void;
  /** Tells the elements on the page that the run has none: one that is for the same account takes it over. */
  offerRun(): void;
  /**
   * Disconnects an account for good. Ask the person first.
   * @throws {PgError} `account-not-found`, `signed-out`, `network`, `unknown`
   */
  disconnect(credentialId: string): Promise<void>;
}
