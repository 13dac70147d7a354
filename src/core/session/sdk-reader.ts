import type {AccountActions} from '../accounts/connected-account.js';
import type {PgError} from '../errors.js';
import {integrationTexts, type IntegrationTexts} from '../integration-texts.js';
import type {ConnectSdk, SdkIntegrationMetadata} from '../sdk.js';
import {SnapshotBuilder, type SessionSnapshot, type SignedInUser} from './snapshot.js';

/** Reads what the SDK holds of its user, and keeps what does not change until it is out of date. */
export class SdkReader {
  readonly #builder: SnapshotBuilder;
  readonly #texts = new Map<string, IntegrationTexts>();
  #metadata: readonly SdkIntegrationMetadata[] = [];
  #isStale = true;
  #problem: PgError | undefined;

  constructor(actions: AccountActions) {
    this.#builder = new SnapshotBuilder(actions);
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

  /** Whether the SDK knows what integrations there are. */
  hasMetadata(sdk: ConnectSdk): boolean {
    return this.#metadata.length > 0 || sdk.getIntegrationMetadata().length > 0;
  }

  read(sdk: ConnectSdk, user: SignedInUser, previous: SessionSnapshot): SessionSnapshot {
    if (this.#isStale) {
      this.#metadata = sdk.getIntegrationMetadata();
      this.#isStale = false;
    }
    return this.#builder.build(user, this.#metadata, previous, this.#problem);
  }

  /** The SDK has everything anew. */
  onRefreshed(): void {
    this.#problem = undefined;
    this.#isStale = true;
    this.#texts.clear();
  }

  /** What is read from now on may be out of date, for this reason. */
  onRefreshFailed(problem: PgError): void {
    this.#problem = problem;
  }

  /** Forgets everything of the user before. */
  forget(): void {
    this.#builder.reset();
    this.#metadata = [];
    this.onRefreshed();
  }
}
