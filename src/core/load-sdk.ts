import type {connectSingleton} from '@useparagon/connect';
import {PgError} from './errors.js';
import type {ConnectSdk} from './sdk.js';

/**
 * The exported `paragon` is a facade over this instance that lacks `logout` and more. Its public members only: TypeScript lets no
 * private one meet an optional one of the port.
 */
type Instance = {readonly [K in keyof typeof connectSingleton]: (typeof connectSingleton)[K]};

interface Loaded {
  readonly connectSingleton?: Instance;
  readonly default?: object;
}

let loading: Promise<ConnectSdk> | undefined;

/** Why it did not load before. */
let failure: PgError | undefined;

/**
 * Imports the SDK, once a page. This is the only place that does: importing it adds an iframe to the page and reads storage.
 * @throws {PgError} `sdk-load-failed` if it is not installed or cannot be fetched, `sdk-storage` if storage is blocked
 */
export function loadSdk(): Promise<ConnectSdk> {
  loading ??= importSdk().catch((error: unknown) => {
    // Forgotten, so that a retry can work once the network or the setting is back.
    loading = undefined;
    failure = error as PgError;
    throw error;
  });
  return loading;
}

async function importSdk(): Promise<ConnectSdk> {
  try {
    const loaded: Loaded & {readonly default?: unknown} = await import('@useparagon/connect');
    // The SDK is a CommonJS module, whose exports esbuild puts on `default` alone where it splits code.
    const instance =
      loaded.connectSingleton ?? (loaded.default as Loaded | undefined)?.connectSingleton;
    // WebKit gives out a module that failed before as if it had not, with nothing in it: the reason is that of the first time.
    if (!instance) throw failure ?? new TypeError('It has no exports.');
    return instance;
  } catch (error) {
    if (error === failure) throw error;
    const blocked = error instanceof Error && error.name === 'SecurityError';
    throw blocked
      ? new PgError('sdk-storage', 'The SDK did not load: the browser keeps it from its storage.', {
          cause: error,
        })
      : new PgError(
          'sdk-load-failed',
          'The SDK did not load: install @useparagon/connect beside pg-elements, or set `sdk` to an instance.',
          {cause: error},
        );
  }
}
