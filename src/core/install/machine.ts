import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {OpenedWindow, WindowObstacle} from '../popups.js';
import {PgError} from '../errors.js';
import {readInputs} from '../inputs.js';
import type {
  ConnectInput,
  InputValues,
  SdkAccountType,
  SdkInstallStage,
  SdkStartOptions,
} from '../sdk.js';
import {toPgError, entriesIn} from '../answers.js';
import type {FormStage, InstallOptions, InstallState, OAuthPhase} from './install-state.js';
import {
  canGoBack,
  chooseType,
  keep,
  noAnswers,
  previousStage,
  reopen,
  settle,
  type Answers,
} from './steps.js';
import {
  choose,
  find,
  findAny,
  isForeign,
  isOurs,
  leaveBehind,
  replaced,
  startOptionsOf,
  targetOf,
  unfinished,
  type TargetAccount,
} from './target-account.js';

/** What people see, without what follows from the steps. */
export type Shown = InstallState extends infer S
  ? S extends InstallState
    ? Omit<S, 'canGoBack' | 'progress' | 'steps'>
    : never
  : never;

/** What the SDK has said of answers while they were being sent: it shows once they are through. */
type Reaction = {readonly stage: SdkInstallStage} | {readonly error: PgError};

/** All that an install run knows. */
export interface Machine {
  readonly shown: Shown;
  /** The stages that the SDK's flow has come to since it was last started. */
  readonly visited: readonly InstallState['stage'][];
  readonly answers: Answers;
  readonly target: TargetAccount;
  /** Whether the sign-in is watched over, and whether its window is known. */
  readonly watch: 'none' | 'window' | 'page';
  readonly openedAt: number;
  readonly startedAt: number;
  /** Whether the accounts are being read, so that the person does not add one by ignorance. */
  readonly isReading: boolean;
  /** Grows when answers are sent, and when nobody waits for them any more. */
  readonly sending: number;
  readonly reaction: Reaction | undefined;
  /** The account with which the SDK's flow is complete, while nothing of it is known yet. */
  readonly completed: string | undefined;
}

/** What the machine is told of the world at each event. */
export interface Facts {
  /** Accounts of the integration. */
  readonly accounts: readonly ConnectedAccount[];
  /** The account that the SDK's flow holds; null for none, undefined where it does not tell. */
  readonly held: string | null | undefined;
  readonly now: number;
  /** Milliseconds until a sign-in window counts as abandoned. */
  readonly timeout: number;
  /** Whether the SDK's flow is this run's: another one may have followed a failed one. */
  readonly isCurrent: boolean;
  /** How many windows have been opened for the integration, by whichever run: each may bring an account still. */
  readonly windows: number;
  readonly obstacle: WindowObstacle | undefined;
}

/** What happens to a run. */
export type RunEvent =
  // The person.
  | {
      readonly type: 'started';
      readonly permission: Permission | undefined;
      /** What is known of the accounts is old, and they are being read again. */
      readonly isReading: boolean;
    }
  | {readonly type: 'resumed' | 'startedOver' | 'replaceConfirmed' | 'anotherWanted' | 'bothKept'}
  | {readonly type: 'accountTypeChosen'; readonly id: string}
  | {readonly type: 'instructionFinished' | 'retried' | 'wentBack'}
  | {readonly type: 'submitted'; readonly values: InputValues}
  | {readonly type: 'typed'; readonly form: FormStage; readonly values: InputValues}
  | {readonly type: 'ended'; readonly reason: PgError}
  // The SDK. What does not come in a call of ours comes from a window or from the backend, `late`, and may belong to an attempt
  // that was given up.
  | {readonly type: 'stage'; readonly stage: SdkInstallStage; readonly late: boolean}
  | {readonly type: 'completed'; readonly credentialId: string | undefined}
  | {
      readonly type: 'refused';
      readonly error: PgError;
      readonly stage: string | undefined;
      readonly late: boolean;
    }
  /** A call that may open a window is over: null if the browser refused, undefined if none was asked for. */
  | {readonly type: 'called'; readonly opened: OpenedWindow | null | undefined}
  | {readonly type: 'delayed' | 'due' | 'sent' | 'overdue'; readonly sending: number}
  // The sign-in window.
  | {readonly type: 'returned' | 'silent' | 'alive' | 'severed'}
  | {readonly type: 'denied'; readonly text: string}
  | {readonly type: 'unloadable'; readonly error: Error}
  // The backend has been asked for the accounts: at the start, by this run, by somebody else.
  | {readonly type: 'read' | 'checked' | 'accountsChanged'};

/** The question for permissions, answered by the host. */
export interface Permission {
  readonly values: InputValues;
  /** Nothing else is asked: people need not see it, the provider asks them. */
  readonly isAlone: boolean;
}

/** What is to be done about it. */
export type Effect =
  | {readonly do: 'start'; readonly options: Partial<SdkStartOptions>}
  | {readonly do: 'setAccountType'; readonly id: string}
  | {readonly do: 'finishInstruction'}
  /** `submit` waits while the SDK would swallow the same answers, `send` does not. */
  | {
      readonly do: 'submit' | 'send';
      readonly form: FormStage;
      readonly answers: Answers;
      readonly sending: number;
    }
  | {readonly do: 'watch'; readonly opened: OpenedWindow | undefined}
  | {readonly do: 'unwatch' | 'closeWindow'}
  /** Look at the SDK's state; ask the backend. */
  | {readonly do: 'reread' | 'check'}
  /** Tell who waits for the end. */
  | {readonly do: 'resolve'; readonly credentialId: string; readonly target: TargetAccount}
  | {readonly do: 'reject'; readonly reason: PgError};

/** Where the machine goes, and what is to be done. */
export type Transition = readonly [next: Machine, effects: readonly Effect[]];

export function newMachine(options: InstallOptions): Machine {
  return {
    shown: {stage: 'idle'},
    visited: [],
    answers: noAnswers(options.accountType),
    target: targetOf(options, []),
    watch: 'none',
    openedAt: 0,
    startedAt: 0,
    isReading: false,
    sending: 0,
    reaction: undefined,
    completed: undefined,
  };
}

/** Whether the run has ended for good; a failed one can be tried again. */
export const isOver = ({shown: {stage}}: Machine): boolean =>
  stage === 'done' || stage === 'cancelled';

/** One step of a run. Pure: what it is told is all that it knows, and what it wants done it returns. */
export function transition(machine: Machine, event: RunEvent, facts: Facts): Transition {
  const {shown, answers, target} = machine;
  const {accounts} = facts;
  const {stage} = shown;
  if (stage === 'done') return afterwards(machine, shown, event, facts);
  if (stage === 'cancelled') return stay(machine);
  switch (event.type) {
    case 'started':
      return start(machine, event, facts);
    case 'resumed':
      if (stage !== 'resume') break;
      return begin({...machine, target: choose(target, shown.account.id)});
    case 'startedOver':
      if (stage !== 'resume') break;
      return beginOrAsk({...machine, target: leaveBehind(target, shown.account.id)}, facts);
    case 'replaceConfirmed':
      return stage === 'replace' && shown.canReplace ? begin(machine) : stay(machine);
    case 'anotherWanted': {
      if (stage !== 'replace') break;
      const options = {...target.options, allowMultiple: true};
      return begin({...machine, target: {...target, options}});
    }
    case 'accountTypeChosen':
      if (stage !== 'accountType') break;
      return answer(
        {...machine, answers: chooseType(answers, event.id)},
        {do: 'setAccountType', id: event.id},
        facts,
      );
    case 'instructionFinished':
      if (stage !== 'instruction') break;
      return answer(
        {...machine, answers: settle(answers, 'instruction')},
        {do: 'finishInstruction'},
        facts,
      );
    case 'submitted':
      if (stage !== 'preOptions' && stage !== 'postOptions') break;
      return submit({...machine, answers: keep(answers, stage, event.values)}, shown, facts);
    case 'typed':
      return stay({...machine, answers: keep(answers, event.form, event.values)});
    case 'retried': {
      if (stage !== 'failed' && stage !== 'oauth') break;
      // An account that this run has brought already is gone on with: a retry must not add another.
      const begun = find(target, accounts);
      if (begun?.status === 'valid') return finish(machine, begun.id);
      return begin(begun ? {...machine, target: choose(target, begun.id)} : machine);
    }
    case 'wentBack': {
      const to = previousStage(machine);
      if (!to || !canGoBack(machine, stage)) break;
      return begin({...machine, answers: reopen(answers, to)});
    }
    case 'ended':
      return [close(machine, {stage: 'cancelled'}), [{do: 'reject', reason: event.reason}]];
    case 'stage':
      return event.late
        ? enterLate(machine, event.stage, facts)
        : enter(machine, event.stage, facts);
    case 'completed':
      return complete(machine, event.credentialId, facts);
    case 'refused':
      return refused(machine, event, facts);
    case 'called': {
      const {opened} = event;
      if (stage !== 'oauth' || machine.watch !== 'none' || opened === null) break;
      const watch = opened ? 'window' : 'page';
      return [{...machine, watch, shown: {stage, phase: 'waiting'}}, [{do: 'watch', opened}]];
    }
    case 'delayed':
      return stage === 'submitting' && event.sending === machine.sending
        ? stay({...machine, shown: {...shown, delayed: true}})
        : stay(machine);
    case 'due': {
      const {sending} = machine;
      if (stage !== 'submitting' || event.sending !== sending) break;
      // What came before is not about these answers.
      const effect = {do: 'send', form: shown.of, answers, sending} as const;
      return [{...machine, reaction: undefined}, [effect]];
    }
    case 'sent':
      return stage === 'submitting' && event.sending === machine.sending && !machine.completed
        ? react(machine, shown, facts)
        : stay(machine);
    case 'overdue': {
      if (stage !== 'submitting' || event.sending !== machine.sending) break;
      const error = new PgError('network', 'No answer in time.');
      return react({...machine, sending: machine.sending + 1, reaction: {error}}, shown, facts);
    }
    case 'returned':
    case 'silent':
    case 'alive': {
      const phase = stage === 'oauth' ? nextPhase(shown.phase, event.type) : undefined;
      return stay(phase ? {...machine, shown: {stage: 'oauth', phase}} : machine);
    }
    case 'severed':
      return stage === 'oauth' ? fail(machine, severed()) : stay(machine);
    case 'unloadable': {
      if (stage !== 'oauth') break;
      const {detail} = toPgError(event.error);
      return fail(machine, new PgError('oauth-unreachable', 'No address to sign in at.', {detail}));
    }
    case 'denied': {
      const refusal = new PgError('oauth-denied', 'The provider refused.', {detail: event.text});
      return fail(machine, refusal);
    }
    case 'read':
      return learn({...machine, isReading: false}, facts);
    case 'checked':
      if (machine.completed !== undefined) return finish(machine, machine.completed);
      return machine.isReading ? stay(machine) : lookForAccount(machine, facts);
    case 'accountsChanged': {
      const found = machine.isReading ? undefined : find(target, accounts);
      // While the SDK still looks for the account itself, it is about to tell.
      const isAwaited =
        stage === 'failed' || (stage === 'oauth' && !/^(opening|waiting)$/.test(shown.phase));
      return isAwaited && found?.status === 'valid' ? finish(machine, found.id) : stay(machine);
    }
    case 'bothKept':
      break;
  }
  return stay(machine);
}

const stay = (machine: Machine): Transition => [machine, []];

type Submitting = Extract<Shown, {readonly stage: 'submitting'}>;

function start(
  machine: Machine,
  {permission, isReading}: Extract<RunEvent, {readonly type: 'started'}>,
  facts: Facts,
): Transition {
  const target = targetOf(machine.target.options, facts.accounts);
  let {answers} = machine;
  if (permission) answers = keep(answers, 'preOptions', permission.values);
  if (permission?.isAlone) answers = settle(answers, 'preOptions');
  const begun = unfinished(target);
  const next = {...machine, answers, target, isReading, startedAt: facts.now};
  return begun ? offer(next, begun) : beginOrAsk(next, facts);
}

/** Begins, unless that would replace an account and nobody has agreed to it. */
function beginOrAsk(machine: Machine, {accounts}: Facts): Transition {
  const account = replaced(machine.target, accounts);
  const shown = account && ({stage: 'replace', account, canReplace: true} as const);
  return shown ? stay({...machine, shown}) : begin(machine);
}

/** How long after its start an account that is read cannot be the run's own: nobody signs in as fast. Milliseconds. */
const TOO_SOON = 5_000;
/** Stages in which nothing has been sent that an account could have come from. */
const BEFORE_SENDING: readonly Shown['stage'][] = [
  'idle',
  'accountType',
  'instruction',
  'preOptions',
  'oauth',
];

/** The accounts have been read again: there can be one that the person did not know of when they began. */
function learn(machine: Machine, facts: Facts): Transition {
  const {target, shown, startedAt} = machine;
  if (target.id !== undefined || !BEFORE_SENDING.includes(shown.stage)) return stay(machine);
  if (facts.now - startedAt > TOO_SOON) return lookForAccount(machine, facts);
  const account = facts.accounts.find(
    ({id, status}) => status === 'valid' && !target.before.has(id),
  );
  if (!account) return stay(machine);
  const next = {
    ...machine,
    target: targetOf(target.options, facts.accounts),
    watch: 'none',
  } as const;
  const canReplace = !target.options.allowMultiple;
  return [{...next, shown: {stage: 'replace', account, canReplace}}, [{do: 'closeWindow'}]];
}

/** A run that is done shows what a second window, which could not be closed, has added since. */
function afterwards(
  machine: Machine,
  shown: Extract<Shown, {readonly stage: 'done'}>,
  event: RunEvent,
  {accounts, windows}: Facts,
): Transition {
  const {target} = machine;
  if (event.type === 'bothKept') {
    const next = targetOf(target.options, accounts);
    return stay({...machine, target: next, shown: {...shown, second: undefined}});
  }
  if (event.type !== 'accountsChanged' || windows < 2) return stay(machine);
  const known = [shown.credentialId, target.obsolete];
  const second = accounts.find(({id}) => !target.before.has(id) && !known.includes(id));
  return stay(second === shown.second ? machine : {...machine, shown: {...shown, second}});
}

/** Where the sign-in stands after a sign of the person or of the window; undefined if nothing changes. */
function nextPhase(
  phase: OAuthPhase,
  sign: 'returned' | 'silent' | 'alive',
): OAuthPhase | undefined {
  if (sign === 'alive') return phase === 'stuck' ? 'waiting' : undefined;
  if (sign === 'silent') return phase === 'waiting' ? 'stuck' : undefined;
  return phase === 'returned' ? undefined : 'returned';
}

const severed = (): PgError =>
  new PgError(
    'opener-policy',
    'This page is sent with Cross-Origin-Opener-Policy: same-origin, which cuts sign-in windows off. Send same-origin-allow-popups.',
  );

const sandboxed = (): PgError =>
  new PgError(
    'frame-sandbox',
    'The sandbox of the frame that this page is in forbids windows. Add allow-popups allow-popups-to-escape-sandbox.',
  );

function begin(machine: Machine): Transition {
  return [
    {...machine, visited: [], watch: 'none', completed: undefined},
    [{do: 'closeWindow'}, {do: 'start', options: startOptionsOf(machine.target)}],
  ];
}

/** Gives an answer to the SDK's flow, which may open the window. */
function answer(machine: Machine, effect: Effect, {held}: Facts): Transition {
  // A window that was given up has put its account into the flow: only a new start gets it out again.
  return typeof held === 'string' ? begin(machine) : [machine, [effect]];
}

function offer(machine: Machine, account: ConnectedAccount): Transition {
  return [{...machine, watch: 'none', shown: {stage: 'resume', account}}, [{do: 'closeWindow'}]];
}

/** Shows a stage of the SDK's flow, or answers it again where the person has answered it before. */
function enter(machine: Machine, stage: SdkInstallStage, facts: Facts): Transition {
  if (stage.stage === 'done') {
    const message = 'The SDK was done before anything was connected.';
    return fail(machine, new PgError('nothing-installed', message));
  }
  const {visited, answers} = machine;
  const here =
    visited.at(-1) === stage.stage ? machine : {...machine, visited: [...visited, stage.stage]};
  if (stage.stage === 'oauth') {
    // The SDK opens the window in this very call.
    return stay({...here, openedAt: facts.now, shown: {stage: 'oauth', phase: 'opening'}});
  }
  const [next, effects] = enterForm({...here, watch: 'none'}, stage, answers, facts);
  return [next, [{do: 'closeWindow'}, ...effects]];
}

function enterForm(
  machine: Machine,
  stage: Exclude<SdkInstallStage, {readonly stage: 'done' | 'oauth'}>,
  answers: Answers,
  facts: Facts,
): Transition {
  const isSettled = stage.stage !== 'postOptions' && answers.settled.includes(stage.stage);
  switch (stage.stage) {
    case 'accountType': {
      const accountTypes = entriesIn<SdkAccountType>(stage.options, 'id');
      const known = accountTypes.find(({id}) => id === answers.accountType);
      if (known && isSettled) return [machine, [{do: 'setAccountType', id: known.id}]];
      const shown = {stage: 'accountType', accountTypes} as const;
      return stay({...machine, answers: reopen(answers, 'accountType'), shown});
    }
    case 'instruction': {
      if (isSettled) return [machine, [{do: 'finishInstruction'}]];
      const {content, ctas, finish} = stage;
      const shown = {
        stage: 'instruction',
        content,
        calls: ctas,
        finishLabel: finish.label,
      } as const;
      return stay({...machine, shown});
    }
    case 'preOptions': {
      const inputs = readInputs(stage.options);
      return isSettled
        ? send(machine, 'preOptions', inputs, facts)
        : showForm(machine, 'preOptions', inputs, facts);
    }
    case 'postOptions': {
      if (machine.visited.includes('oauth'))
        return showForm(machine, 'postOptions', readInputs(stage.options), facts);
      // Without a window the SDK never learns the new account's id, so these answers could not be sent. Say so before the
      // person types them.
      return fail(
        machine,
        new PgError('post-options-unsupported', 'The SDK cannot finish this account.'),
        find(machine.target, facts.accounts)?.id,
      );
    }
  }
}

/** A stage that comes from a window or from the backend: of this attempt, of an earlier one, or of another run. */
function enterLate(machine: Machine, stage: SdkInstallStage, facts: Facts): Transition {
  const {shown, target} = machine;
  const {held, accounts} = facts;
  const isPostOptions = stage.stage === 'postOptions';
  if (shown.stage === 'submitting')
    return stay(isPostOptions ? {...machine, reaction: {stage}} : machine);
  if (shown.stage === 'postOptions' || held === null || isForeign(target, held, accounts))
    return stay(machine);
  if (isPostOptions) return enter(machine, stage, facts);
  // The person went back to a form, and then signed in all the same.
  const found = accounts.find(({id}) => id === held);
  if (!found) return stay(machine);
  return found.status === 'valid' ? finish(machine, found.id) : offer(machine, found);
}

function complete(machine: Machine, credentialId: string | undefined, facts: Facts): Transition {
  // Only the backend knows whether there is an account by now.
  if (credentialId === undefined) return [machine, [{do: 'check'}]];
  if (!isOurs(machine.target, credentialId)) return stay(machine);
  // After refused questions the SDK takes every window for the end, of an account that is not finished too.
  const wasAsked = machine.visited.at(-1) === 'postOptions';
  const account = facts.accounts.find(({id}) => id === credentialId);
  // SDKs before 2.4 tell of an account before they have it.
  if (!account) return [{...machine, completed: credentialId}, [{do: 'check'}]];
  return wasAsked && account.status === 'pending' ? stay(machine) : finish(machine, credentialId);
}

function refused(
  machine: Machine,
  {error, stage, late}: Extract<RunEvent, {readonly type: 'refused'}>,
  {now, timeout, obstacle}: Facts,
): Transition {
  const {shown, openedAt} = machine;
  const isSigningIn = shown.stage === 'oauth';
  const hasWindow = machine.watch === 'window';
  if (error.code === 'oauth-timeout') {
    // Timers of a window that was given up still run in the SDK, and report to the attempt of today.
    return isSigningIn && now - openedAt >= timeout ? fail(machine, error) : stay(machine);
  }
  if (error.code === 'oauth-blocked') {
    if (!isSigningIn || hasWindow) return stay(machine);
    if (obstacle) return fail(machine, obstacle === 'isolated' ? severed() : sandboxed());
    const blocked = {stage: 'oauth', phase: 'blocked', error} as const;
    return [{...machine, watch: 'none', shown: blocked}, [{do: 'unwatch'}]];
  }
  if (!late || stage === undefined) return fail(machine, error);
  if (stage === 'oauth') {
    if (!isSigningIn) return stay(machine);
    if (!hasWindow) return fail(machine, error);
    // It may be about a window that was given up before, so the one that is open stays open. The backend knows.
    return [{...machine, shown: {stage: 'oauth', phase: 'returned', error}}, [{do: 'check'}]];
  }
  const isOfAnswers = shown.stage === 'submitting' && shown.of === stage;
  return stay(isOfAnswers ? {...machine, reaction: {error}} : machine);
}

function submit(
  machine: Machine,
  {stage, inputs}: Extract<Shown, {readonly stage: FormStage}>,
  facts: Facts,
): Transition {
  const {target, answers} = machine;
  const {held, accounts} = facts;
  if (stage === 'preOptions') {
    const next = {...machine, answers: settle(answers, stage)};
    return typeof held === 'string' ? begin(next) : send(next, stage, inputs, facts);
  }
  const begun = findAny(target, accounts);
  // The window of another run has put its account into the flow, and would get the answers: this one signs in again.
  if (begun && isForeign(target, held, accounts)) return offer(machine, begun);
  return send(machine, stage, inputs, facts);
}

function send(
  machine: Machine,
  form: FormStage,
  inputs: readonly ConnectInput[],
  {accounts}: Facts,
): Transition {
  const sending = machine.sending + 1;
  const credentialId = accountOf(machine, accounts);
  const {answers} = machine;
  return [
    {
      ...machine,
      sending,
      reaction: undefined,
      shown: {stage: 'submitting', of: form, inputs, credentialId, delayed: false},
    },
    [{do: 'submit', form, answers, sending}],
  ];
}

/** The SDK is through with the answers. */
function react(machine: Machine, {of, inputs}: Submitting, facts: Facts): Transition {
  const {reaction} = machine;
  if (reaction && 'stage' in reaction) return enter(machine, reaction.stage, facts);
  // The SDK is silent about a submission that it swallowed.
  const error = reaction?.error ?? new PgError('nothing-installed', 'The SDK did not answer.');
  const answers = of === 'preOptions' ? reopen(machine.answers, of) : machine.answers;
  return showForm({...machine, answers}, of, inputs, facts, error);
}

function showForm(
  machine: Machine,
  stage: FormStage,
  inputs: readonly ConnectInput[],
  {accounts}: Facts,
  error?: PgError,
): Transition {
  const shown = {
    stage,
    inputs,
    credentialId: accountOf(machine, accounts),
    ...(error && {error}),
  } as const;
  return stay({...machine, shown});
}

/** The account that answers are for, as soon as there is one. */
const accountOf = ({target}: Machine, accounts: readonly ConnectedAccount[]): string | undefined =>
  find(target, accounts)?.id ?? target.id;

function lookForAccount(machine: Machine, {accounts, isCurrent}: Facts): Transition {
  const {shown, target} = machine;
  if (shown.stage !== 'oauth' && shown.stage !== 'failed') return stay(machine);
  const found = find(target, accounts);
  if (found?.status === 'valid') return finish(machine, found.id);
  // Signed in over there, but the SDK's own flow has not noticed and cannot be made to: go on with that account.
  const isStuck = shown.stage === 'failed' || shown.phase === 'returned';
  const isLeftover = shown.stage === 'failed' && shown.leftover !== undefined;
  return found && isStuck && isCurrent && !isLeftover ? offer(machine, found) : stay(machine);
}

/** @param leftover an account that was begun and cannot be finished */
function fail(machine: Machine, error: PgError, leftover?: string): Transition {
  const at = machine.visited.at(-1) ?? 'idle';
  const shown = {stage: 'failed', at, error, leftover} as const;
  const next = {
    ...machine,
    shown,
    watch: 'none',
    sending: machine.sending + 1,
    completed: undefined,
  } as const;
  return [next, [{do: 'closeWindow'}, {do: 'reread'}]];
}

function finish(machine: Machine, credentialId: string): Transition {
  const {target} = machine;
  return [close(machine, {stage: 'done', credentialId}), [{do: 'resolve', credentialId, target}]];
}

/** The end. Answers can be secrets: nothing of them stays. */
function close(machine: Machine, shown: Shown): Machine {
  return {...machine, shown, answers: noAnswers(), sending: machine.sending + 1, watch: 'none'};
}
