import type {connectSingleton} from '@useparagon/connect';
import {PgError} from './errors.js';
import type {ConnectSdk} from './sdk.js';

/**
 * The exported `paragon` is a facade over this instance that lacks `logout` and more. Its public members only: TypeScript lets no
 * private one meet an optional one of the port.
 */
type Instance = {readonly [K in keyof typeof connectSingleton]: (typeof connectSingleton)[K]};

let loading: Promise<ConnectSdk> | undefined;

/**
 * Imports the SDK, once a page. This is the only place that does: importing it adds an iframe to the page and reads storage.
 * @throws {PgError} `sdk-load-failed` if it is not installed or cannot be fetched, `sdk-storage` if storage is blocked
 */
export function loadSdk(): Promise<ConnectSdk> {
  loading ??= importSdk().catch((error: unknown) => {
    // Forgotten, so that a retry can work once the network or the setting is back.
    loading = undefined;
    throw error;
  });
  return loading;
}

async function importSdk(): Promise<ConnectSdk> {
  try {
    const loaded: {readonly connectSingleton?: Instance} = await import('@useparagon/connect');
    // WebKit gives out a module that failed before as if it had not, with nothing in it.
    if (!loaded.connectSingleton) throw new TypeError('The SDK failed before.');
    return loaded.connectSingleton;
  } catch (error) {
    const blocked = error instanceof Error && error.name === 'SecurityError';
    throw new PgError(blocked ? 'sdk-storage' : 'sdk-load-failed', 'The SDK did not load.', {
      cause: error,
    });
  }
}
