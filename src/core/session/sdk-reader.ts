import type {AccountActions, ConnectedAccount} from '../accounts/connected-account.js';
import {credentialAccount} from '../accounts/credential-account.js';
import type {PgError} from '../errors.js';
import {integrationTexts, type IntegrationTexts} from '../integration-texts.js';
import type {ConnectSdk, SdkCredential, SdkIntegrationMetadata} from '../sdk.js';
import {keepSame, sameContent} from '../util/equal.js';
import {entriesIn, textIn} from '../answers.js';
import {isFromListedHost} from './image-hosts.js';
import type {AccountName, AccountNamer} from './ports.js';
import type {Integration, IntegrationStatus, SessionSnapshot, SignedInUser} from './snapshot.js';

/** Reads what the SDK holds of its user, and keeps what does not change until it is out of date. */
export class SdkReader {
  readonly #builder: SnapshotBuilder;
  readonly #texts = new Map<string, IntegrationTexts>();
  #metadata: readonly SdkIntegrationMetadata[] = [];
  #imageHosts: readonly string[] = [];
  #isStale = true;
  #isMixed = false;
  #problem: PgError | undefined;

  constructor(actions: AccountActions) {
    this.#builder = new SnapshotBuilder(actions);
  }

  /** Names accounts in the host's words. */
  set namer(namer: AccountNamer | undefined) {
    this.#builder.namer = namer;
  }

  /**
   * Descriptions, settings and workflows of an integration.
   * @param sdk undefined if there is no such integration any more
   */
  texts(type: string, sdk: ConnectSdk | undefined): IntegrationTexts | undefined {
    const known = this.#texts.get(type);
    if (known || !sdk) return known;
    try {
      const texts = integrationTexts(sdk.getIntegrationConfig(type));
      this.#texts.set(type, texts);
      return texts;
    } catch {
      // The SDK throws a bare TypeError for what it has no configuration of.
      return undefined;
    }
  }

  /** Whether a picture may be fetched from where it is. */
  showsImage(sdk: ConnectSdk, address: string): boolean {
    return isFromListedHost(address, sdk, this.#imageHosts);
  }

  /** From where pictures may be fetched too, from now on. */
  set imageHosts(hosts: readonly string[]) {
    this.#imageHosts = hosts;
    this.#isStale = true;
  }

  /** Whether the SDK knows what integrations there are. */
  hasMetadata(sdk: ConnectSdk): boolean {
    return this.#metadata.length > 0 || sdk.getIntegrationMetadata().length > 0;
  }

  read(sdk: ConnectSdk, user: SignedInUser, previous: SessionSnapshot): SessionSnapshot {
    if (this.#isMixed) {
      const error = this.#problem;
      return error && previous.status !== 'ready'
        ? {...previous, status: 'error', error}
        : {...previous, error};
    }
    if (this.#isStale) {
      this.#metadata = entriesIn<SdkIntegrationMetadata>(sdk.getIntegrationMetadata(), 'type').map(
        (entry) => readMetadata(entry, (icon) => this.showsImage(sdk, icon)),
      );
      this.#isStale = false;
    }
    return this.#builder.build(user, this.#metadata, previous, this.#problem);
  }

  /** The SDK has everything anew. */
  onRefreshed(): void {
    this.#isMixed = false;
    this.#drop();
  }

  /** What the SDK holds is not only its user's, until it has everything anew. */
  distrust(): void {
    this.#isMixed = true;
  }

  /** What is read from now on may be out of date, for this reason. */
  onRefreshFailed(problem: PgError): void {
    this.#problem = problem;
  }

  /**
   * Forgets everything of the user before.
   * @returns whether what the SDK holds is not to be believed still
   */
  forget(): boolean {
    this.#builder.reset();
    this.#metadata = [];
    this.#drop();
    return this.#isMixed;
  }

  #drop(): void {
    this.#problem = undefined;
    this.#isStale = true;
    this.#texts.clear();
  }
}

interface KnownAccount {
  readonly raw: SdkCredential;
  /** As the provider calls it. */
  readonly unnamed: ConnectedAccount;
  readonly name: AccountName | undefined;
  readonly account: ConnectedAccount;
}

/** Builds snapshots, keeping what did not change reference-equal with the snapshot before. */
export class SnapshotBuilder {
  namer: AccountNamer | undefined;
  readonly #actions: AccountActions;
  #integrations = new Map<string, Integration>();
  #credentials = new Map<string, KnownAccount>();

  constructor(actions: AccountActions) {
    this.#actions = actions;
  }

  /** Forgets everything of the user before. */
  reset(): void {
    this.#integrations = new Map();
    this.#credentials = new Map();
    this.namer?.keepOnly(new Set());
  }

  build(
    user: SignedInUser,
    metadata: readonly SdkIntegrationMetadata[],
    previous: SessionSnapshot,
    error: PgError | undefined,
  ): SessionSnapshot {
    const credentials = new Map<string, KnownAccount>();
    const integrations = new Map<string, Integration>();
    for (const entry of metadata) {
      // The SDK keeps the metadata of removed integrations: only what the user's state names exists.
      if (!Object.hasOwn(user.integrations, entry.type)) continue;
      const raw = entriesIn<SdkCredential>(user.integrations[entry.type]?.allCredentials, 'id');
      const accounts = raw.map((credential) => this.#account(credential, entry, credentials));
      integrations.set(entry.type, this.#integration(entry, accounts));
    }
    this.#credentials = credentials;
    this.#integrations = integrations;
    this.namer?.keepOnly(new Set(credentials.keys()));
    return Object.freeze({
      status: 'ready',
      error,
      userId: String(user.userId),
      integrations: keepSame(previous.integrations, [...integrations.values()]),
    });
  }

  #account(
    raw: SdkCredential,
    integration: SdkIntegrationMetadata,
    into: Map<string, KnownAccount>,
  ): ConnectedAccount {
    const known = this.#credentials.get(raw.id);
    const isSame = known?.unnamed.providerName === integration.name && sameContent(known.raw, raw);
    const unnamed = isSame ? known.unnamed : credentialAccount(raw, integration, this.#actions);
    const name = this.namer?.nameOf(unnamed, integration);
    const isNamedSo = isSame && known.name === name;
    const named = isNamedSo
      ? known.account
      : name && credentialAccount(raw, integration, this.#actions, name);
    const account = named ?? unnamed;
    into.set(raw.id, {raw, unnamed, name, account});
    if (account.status !== 'valid') this.#actions.prepare?.();
    return account;
  }

  #integration(entry: SdkIntegrationMetadata, list: ConnectedAccount[]): Integration {
    const before = this.#integrations.get(entry.type);
    const accounts = keepSame(before?.accounts, list);
    if (
      before?.accounts === accounts &&
      before.name === entry.name &&
      before.icon === entry.icon &&
      before.brandColor === entry.brandColor
    ) {
      return before;
    }
    const {type, name, icon, brandColor} = entry;
    return Object.freeze({type, name, icon, brandColor, status: statusOf(accounts), accounts});
  }
}

/** Without a name an integration is called by its type. One without an icon shows its initial. */
function readMetadata(
  {type, name, icon, brandColor}: SdkIntegrationMetadata,
  isShown: (icon: string) => boolean,
): SdkIntegrationMetadata {
  const picture = textIn(icon);
  return {
    type,
    name: textIn(name) || type,
    icon: isShown(picture) ? picture : '',
    brandColor: textIn(brandColor),
  };
}

function statusOf(accounts: readonly ConnectedAccount[]): IntegrationStatus {
  if (accounts.length === 0) return 'available';
  if (accounts.some(({status}) => status === 'invalid')) return 'attention';
  return accounts.some(({status}) => status === 'valid') ? 'connected' : 'pending';
}
