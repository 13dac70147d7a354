import type {ConnectSdk, SdkAccountType} from '../sdk.js';
import type {InstallProgress, InstallStage} from './install-state.js';

/** Stages that people experience as a step, in the SDK's order. */
const STEPS = ['accountType', 'instruction', 'preOptions', 'oauth', 'postOptions'] as const;

/**
 * Which step of how many this is. The total is told only where it is certain: while the choice of an account type still
 * decides what follows, there is none.
 */
export function progressOf(
  sdk: ConnectSdk,
  integration: string,
  visited: readonly InstallStage[],
  accountType: SdkAccountType | undefined,
): InstallProgress | undefined {
  const current = visited.length;
  const stage = visited.at(-1);
  const position = STEPS.findIndex((step) => step === stage);
  if (position < 0) return undefined;
  const total = current + remaining(sdk, integration, position, accountType);
  if (Number.isNaN(total)) return {current, total: undefined};
  return total > 1 ? {current, total} : undefined;
}

function remaining(
  sdk: ConnectSdk,
  integration: string,
  position: number,
  accountType: SdkAccountType | undefined,
): number {
  if (STEPS[position] === 'accountType') return Number.NaN;
  const scheme = schemeOf(sdk, integration, accountType);
  if (scheme === undefined) return Number.NaN;
  const isAhead = (step: (typeof STEPS)[number]): boolean => STEPS.indexOf(step) > position;
  let count = 0;
  if (isAhead('preOptions') && preOptions(sdk, integration, accountType) > 0) count += 1;
  if (isAhead('oauth') && scheme === 'oauth') count += 1;
  if (
    isAhead('postOptions') &&
    !accountType?.skipPostOAuthInputs &&
    sdk.getPostOptions(integration).length > 0
  ) {
    count += 1;
  }
  return count;
}

function preOptions(
  sdk: ConnectSdk,
  integration: string,
  accountType: SdkAccountType | undefined,
): number {
  return sdk.getPreOptions(integration, accountType?.id).length;
}

/** How an account signs in; `oauth` opens a window. Undefined where this SDK does not tell. */
export function schemeOf(
  sdk: ConnectSdk,
  integration: string,
  accountType: SdkAccountType | undefined,
): string | undefined {
  return accountType?.scheme ?? sdk.getIntegrationBySlug?.(integration).authenticationType;
}
