import type {ConnectSdk} from './sdk.js';
import {objectIn} from './answers.js';

/** A member of the SDK that the kit uses. */
export type Member = keyof ConnectSdk | `installFlow.${keyof ConnectSdk['installFlow']}`;

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

/** What the kit calls besides, at times; what the SDK had later comes later. */
const MORE: readonly Member[] = [
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
  'installFlow.cancel',
  'getSourcesForInput',
  'setDataSources',
];

/** Whether anything can be done with an SDK. */
export const isUsable = (sdk: ConnectSdk): boolean => !BASE.some((one) => lacks(sdk, one));

/** What the kit misses in an SDK, which is older or newer than those it knows. What needs none of that works. */
export const missingIn = (sdk: ConnectSdk): readonly Member[] =>
  [...BASE, ...MORE].filter((one) => lacks(sdk, one));

export function lacks(sdk: ConnectSdk, member: Member): boolean {
  const found = member.split('.').reduce<unknown>((from, name) => objectIn(from)[name], sdk);
  return found === undefined || found === null;
}
