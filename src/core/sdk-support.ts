import {PgError} from './errors.js';
import type {ConnectSdk} from './sdk.js';
import {objectIn} from './util/read-answer.js';

type Member = keyof ConnectSdk | `installFlow.${keyof ConnectSdk['installFlow']}`;

/** What nothing can be shown without. */
const BASE: readonly Member[] = [
  'authenticate',
  'getIntegrationConfig',
  'getIntegrationMetadata',
  'getUser',
  'installFlow',
  'setHeadless',
  'subscribe',
  'unsubscribe',
];

/** Everything that the kit calls, by the version of the SDK that brought it; the oldest first. */
const MEMBERS: readonly (readonly [since: string, members: readonly Member[]])[] = [
  [
    '2.0.6',
    [
      ...BASE,
      'configureGlobal',
      'createConfiguration',
      'destroyConfiguration',
      'getAccountTypeOptions',
      'getDataSourceOptions',
      'getFieldOptions',
      'getPostOptions',
      'getPreOptions',
      'request',
      'setUserMetadata',
      'uninstallIntegration',
      'updateConfiguration',
      'updateIntegrationUserSettings',
      'updateWorkflowState',
      'updateWorkflowUserSettings',
      'workflow',
    ],
  ],
  // The versions before also take no account for a sign-in, a key or choices: they pick one themselves.
  ['2.2.3', ['installFlow.cancel']],
  ['2.4.0', ['getSourcesForInput', 'setDataSources']],
];

/**
 * What the kit misses in an SDK, which is older or newer than those it knows, in one error that names all of it with the installed
 * and the needed version. What needs none of that works.
 */
export function shortcomingOf(sdk: ConnectSdk): PgError | undefined {
  const missing = MEMBERS.map(
    ([since, members]) => [since, members.filter((member) => lacks(sdk, member))] as const,
  ).filter(([, members]) => members.length > 0);
  const needed = missing.at(-1)?.[0];
  return needed === undefined
    ? undefined
    : outdated(sdk, missing.flatMap(([, members]) => members).join(', '), needed);
}

/** @throws {PgError} `sdk-outdated` if nothing can be done with this SDK */
export function checkUsable(sdk: ConnectSdk): void {
  const problem = BASE.some((member) => lacks(sdk, member)) ? shortcomingOf(sdk) : undefined;
  if (problem) throw problem;
}

/**
 * Refuses what would go to an account of the SDK's own choice.
 * @throws {PgError} `sdk-outdated` if this SDK takes no account for it
 */
export function checkTakesAccount(sdk: ConnectSdk): void {
  if (lacks(sdk, 'installFlow.cancel')) throw outdated(sdk, 'installFlow.cancel', '2.2.3');
}

function outdated(sdk: ConnectSdk, missing: string, needed: string): PgError {
  return new PgError(
    'sdk-outdated',
    `@useparagon/connect ${versionOf(sdk)} has no ${missing}: ${needed} or newer is needed.`,
  );
}

/** Tells since 2.4 by a method, since 2.2 by a private field, before not at all; its facade only by the method. */
function versionOf(sdk: ConnectSdk): string {
  const {sdkVersion} = sdk as {readonly sdkVersion?: unknown};
  const version = typeof sdk.getVersion === 'function' ? sdk.getVersion() : sdkVersion;
  return typeof version === 'string' ? version : 'in a version that it does not tell';
}

function lacks(sdk: ConnectSdk, member: Member): boolean {
  const found = member.split('.').reduce<unknown>((from, name) => objectIn(from)[name], sdk);
  return found === undefined || found === null;
}
