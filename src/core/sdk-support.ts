import {PgError} from './errors.js';
import type {ConnectSdk} from './sdk.js';
import {lacks, type Member} from './sdk-members.js';

/** The oldest version that the kit works with. */
const OLDEST = '2.0.6';

/** Members that came later. The versions before 2.2.3 also take no account for a sign-in, a key or choices: they pick one themselves. */
const SINCE: Readonly<Partial<Record<Member, string>>> = {
  'installFlow.cancel': '2.2.3',
  getSourcesForInput: '2.4.0',
  setDataSources: '2.4.0',
};

/**
 * Says in one error what the kit misses in an SDK, with the installed and the needed version.
 * @param missing one member at least
 */
export function outdated(sdk: ConnectSdk, missing: readonly Member[]): PgError {
  const needed = missing.map((one) => SINCE[one] ?? OLDEST).toSorted();
  return new PgError(
    'sdk-outdated',
    `@useparagon/connect ${versionOf(sdk)} has no ${missing.join(', ')}: ${needed.at(-1) ?? OLDEST} or newer is needed.`,
  );
}

/**
 * Refuses what would go to an account of the SDK's own choice.
 * @throws {PgError} `sdk-outdated` if this SDK takes no account for it
 */
export function checkTakesAccount(sdk: ConnectSdk): void {
  if (lacks(sdk, 'installFlow.cancel')) throw outdated(sdk, ['installFlow.cancel']);
}

/** Tells since 2.4 by a method, since 2.2 by a private field, before not at all; its facade only by the method. */
function versionOf(sdk: ConnectSdk): string {
  const {sdkVersion} = sdk as {readonly sdkVersion?: unknown};
  const version = typeof sdk.getVersion === 'function' ? sdk.getVersion() : sdkVersion;
  return typeof version === 'string' ? version : 'in a version that it does not tell';
}
