import {PgError} from '../errors.js';
import type {ConnectSdk, DataSources} from '../sdk.js';

/** Holds the SDK: loads it once it is needed, hands it the host's data sources, and listens to it while somebody looks on. */
export class SdkLink {
  readonly #load: () => Promise<ConnectSdk>;
  readonly #onChange: () => void;
  #sdk: ConnectSdk | undefined;
  #dataSources: DataSources | undefined;
  #isFollowed = false;
  #stop: (() => void) | undefined;

  /** @param onChange called when an account was added or removed */
  constructor(sdk: ConnectSdk | (() => Promise<ConnectSdk>), onChange: () => void) {
    this.#onChange = onChange;
    if (typeof sdk === 'function') {
      this.#load = sdk;
    } else {
      this.#sdk = sdk;
      this.#load = () => Promise.resolve(sdk);
    }
  }

  /** The SDK if it is loaded. */
  get loaded(): ConnectSdk | undefined {
    return this.#sdk;
  }

  /** @throws {PgError} `sdk-load-failed` before it is loaded */
  get sdk(): ConnectSdk {
    if (!this.#sdk) throw new PgError('sdk-load-failed', 'The SDK is not loaded yet.');
    return this.#sdk;
  }

  /** Rejects with whatever the loading fails with. */
  async load(): Promise<void> {
    this.#sdk = await this.#load();
    this.#listen(this.#sdk);
    if (this.#dataSources) this.#sdk.setDataSources(this.#dataSources);
  }

  follow(): void {
    this.#isFollowed = true;
    if (this.#sdk) this.#listen(this.#sdk);
  }

  unfollow(): void {
    this.#isFollowed = false;
    this.#stop?.();
    this.#stop = undefined;
  }

  setDataSources(sources: DataSources): void {
    this.#dataSources = sources;
    this.#sdk?.setDataSources(sources);
  }

  #listen(sdk: ConnectSdk): void {
    if (this.#stop || !this.#isFollowed) return;
    const onChange = this.#onChange;
    sdk.subscribe('onIntegrationInstall', onChange);
    sdk.subscribe('onIntegrationUninstall', onChange);
    this.#stop = () => {
      sdk.unsubscribe('onIntegrationInstall', onChange);
      sdk.unsubscribe('onIntegrationUninstall', onChange);
    };
  }
}
