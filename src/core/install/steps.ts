import type {ConnectSdk, InputValues, SdkAccountType} from '../sdk.js';
import {entriesIn} from '../answers.js';
import type {FormStage, InstallProgress, InstallStage} from './install-state.js';

/** Stages that can be answered again, in the SDK's order. */
const ANSWERABLE = ['accountType', 'instruction', 'preOptions'] as const;
/** Stages that people experience as a step, in the SDK's order. */
const STEPS: readonly InstallStage[] = [...ANSWERABLE, 'oauth', 'postOptions'];
/** Stages beside the steps: offers before the first one, and the ends. */
const BESIDE: readonly InstallStage[] = ['resume', 'replace', 'done', 'cancelled'];
const WITH_WAY_BACK: readonly InstallStage[] = ['instruction', 'preOptions', 'oauth', 'failed'];

/** A stage that a replay of the flow answers on the person's behalf. */
export type Answerable = (typeof ANSWERABLE)[number];

/**
 * What the person has answered in one install run. Settled stages are answered again, unasked, when the flow is replayed; what
 * was typed is kept apart from that, to fill the forms with.
 */
export interface Answers {
  /** Chosen by the host, so that nobody is asked. */
  readonly preset: string | undefined;
  readonly accountType: string | undefined;
  readonly settled: readonly Answerable[];
  readonly values: Readonly<Partial<Record<FormStage, InputValues>>>;
}

export function noAnswers(preset?: string): Answers {
  const settled = preset === undefined ? [] : (['accountType'] as const);
  return {preset, accountType: preset, settled, values: {}};
}

export function settle(answers: Answers, stage: Answerable): Answers {
  return {...answers, settled: [...answers.settled, stage]};
}

/** Has the person asked again from this stage on: what follows depends on it. */
export function reopen(answers: Answers, from: Answerable): Answers {
  const kept = ANSWERABLE.slice(0, ANSWERABLE.indexOf(from));
  return {...answers, settled: answers.settled.filter((stage) => kept.includes(stage))};
}

export function chooseType(answers: Answers, id: string): Answers {
  const kept = id === answers.accountType ? answers : reopen(answers, 'accountType');
  return settle({...kept, accountType: id}, 'accountType');
}

export function keep(answers: Answers, form: FormStage, values: InputValues): Answers {
  return {...answers, values: {...answers.values, [form]: {...values}}};
}

/** The way through the SDK's stages since the flow was last started. */
interface Way {
  /** The stages that it has come to. */
  readonly visited: readonly InstallStage[];
  readonly answers: Answers;
}

/** The stage that going back leads to: the last one before this that the person has answered. */
export function previousStage({visited, answers}: Way): Answerable | undefined {
  const {preset, accountType, settled} = answers;
  const isPreset = preset !== undefined && preset === accountType;
  return ANSWERABLE.findLast(
    (stage) =>
      stage !== visited.at(-1) && settled.includes(stage) && !(stage === 'accountType' && isPreset),
  );
}

/** Whether the person can go back while `shown` is what they see. */
export function canGoBack(way: Way, shown: InstallStage): boolean {
  // After the sign-in there is an account: what came before cannot be undone.
  if (way.visited.includes('postOptions')) return false;
  return WITH_WAY_BACK.includes(shown) && previousStage(way) !== undefined;
}

/** The steps behind the person, the one they are at, and those that are certain to follow. */
export function stepsOf(
  sdk: ConnectSdk,
  integration: string,
  way: Way,
  shown: InstallStage,
): readonly InstallStage[] {
  const {visited} = way;
  const stage = visited.at(-1);
  if (BESIDE.includes(shown) || !stage || !STEPS.includes(stage)) return [];
  return [...visited, ...(stepsAhead(sdk, integration, stage, way.answers) ?? [])];
}

/**
 * How far the person is while `shown` is what they see. The total is told only where it is certain: while the choice of an
 * account type still decides what follows, there is none.
 */
export function progressOf(
  sdk: ConnectSdk,
  integration: string,
  way: Way,
  shown: InstallStage,
): InstallProgress | undefined {
  const stage = way.visited.at(-1);
  const {length} = stepsOf(sdk, integration, way, shown);
  if (!stage || length === 0) return undefined;
  const current = way.visited.length;
  if (!stepsAhead(sdk, integration, stage, way.answers)) return {current, total: undefined};
  return length > 1 ? {current, total: length} : undefined;
}

function stepsAhead(
  sdk: ConnectSdk,
  integration: string,
  stage: InstallStage,
  {accountType}: Answers,
): readonly InstallStage[] | undefined {
  const type = typeOf(sdk, integration, accountType);
  const scheme = schemeOf(sdk, integration, type);
  if (stage === 'accountType' || scheme === undefined) return undefined;
  const comes = (step: InstallStage): boolean => {
    if (step === 'preOptions') return sdk.getPreOptions(integration, type?.id).length > 0;
    if (step === 'oauth') return scheme === 'oauth';
    return !type?.skipPostOAuthInputs && sdk.getPostOptions(integration).length > 0;
  };
  const unsure: readonly InstallStage[] = ['preOptions', 'oauth', 'postOptions'];
  return unsure.filter((step) => STEPS.indexOf(step) > STEPS.indexOf(stage) && comes(step));
}

/** Whether the answers of this form open the sign-in window. */
export function opensWindow(
  sdk: ConnectSdk,
  integration: string,
  form: FormStage,
  {accountType}: Answers,
): boolean {
  const type = typeOf(sdk, integration, accountType);
  return form === 'preOptions' && schemeOf(sdk, integration, type) === 'oauth';
}

function typeOf(
  sdk: ConnectSdk,
  integration: string,
  accountType: string | undefined,
): SdkAccountType | undefined {
  const types = entriesIn<SdkAccountType>(sdk.getAccountTypeOptions(integration), 'id');
  return types.find(({id}) => id === accountType);
}

/** How an account signs in; `oauth` opens a window. Undefined where this SDK does not tell. */
function schemeOf(
  sdk: ConnectSdk,
  integration: string,
  type: SdkAccountType | undefined,
): string | undefined {
  return type?.scheme ?? sdk.getIntegrationBySlug?.(integration).authenticationType;
}
