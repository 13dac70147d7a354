import {PgError} from '../errors.js';
import type {ConnectSdk, InputValues} from '../sdk.js';
import type {
  RunSlot,
  SessionCalls,
  SessionEvents,
  SessionRun,
  SessionState,
} from '../session/ports.js';
import {renewed} from '../renewed.js';
import {checkTakesAccount} from '../sdk-support.js';
import {notify} from '../util/notify.js';
import type {FormStage, InstallOptions, InstallState} from './install-state.js';
import {
  isOver,
  newMachine,
  transition,
  type Effect,
  type Facts,
  type Machine,
  type RunEvent,
} from './machine.js';
import {checkScopes, permissionFor} from './scopes.js';
import {SdkFlow} from './sdk-flow.js';
import {SignInWatch} from './sign-in-watch.js';
import {canGoBack, opensWindow, progressOf, stepsOf} from './steps.js';
import type {TargetAccount} from './target-account.js';
import {popupsOf, type OpenedWindow} from '../popups.js';

/** What an install run needs of a session. */
export type InstallSession = SessionState &
  SessionCalls &
  RunSlot &
  Pick<SessionEvents, 'onForget'>;

/** How old what is known of the accounts may be at the start. Milliseconds. */
const FRESH = 5_000;

/** How long answers may be on their way until they count as lost; people can cancel before. Milliseconds. */
const SENDING_LIMIT = 60_000;

/** Milliseconds. The SDK itself gives up looking after three minutes, the run goes on by itself. */
const TIMEOUT = 600_000;

/**
 * Connects one account over the SDK's install flow. It always ends, keeps every answer until then, goes back by answering again
 * on the person's behalf, and never disconnects an account. What it does when is decided in `machine.ts`; here it is done.
 *
 * Methods that can open the sign-in window (`start`, `chooseAccountType`, `finishInstruction`, `submit`, `retry`, `resume`,
 * `startOver`, `confirmReplace`) do so synchronously: call them inside the click.
 */
export class InstallRun implements SessionRun {
  readonly integration: string;
  /** Resolves with the credential's id when the account is connected; rejects when the run is cancelled. */
  readonly finished: Promise<string>;
  readonly #options: InstallOptions;
  readonly #session: InstallSession;
  readonly #flow: SdkFlow;
  readonly #listeners = new Set<(state: InstallState) => void>();
  /** Events that wait until the one before them is dealt with, all in the same call. */
  readonly #events: RunEvent[] = [];
  #isDispatching = false;
  #machine: Machine;
  #state: InstallState = {stage: 'idle', canGoBack: false, progress: undefined, steps: []};
  #watch: SignInWatch | undefined;
  #begun = false;
  #detached = false;
  #userId: string | undefined;
  #isTold = false;
  /** The answers that were sent a second time, since the session had expired. */
  #repeated = 0;
  readonly #stops: (() => void)[] = [];
  #stopFollowing: (() => void) | undefined;
  #resolve: (credentialId: string) => void = () => undefined;
  #reject: (error: PgError) => void = () => undefined;

  constructor(session: InstallSession, options: InstallOptions) {
    this.integration = options.integration;
    this.#options = options;
    this.#session = session;
    this.#machine = newMachine(options);
    this.#flow = new SdkFlow(session, options.integration, (event) => this.#onFlow(event));
    this.finished = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Nobody has to listen: the state tells the same.
    this.finished.catch(() => undefined);
  }

  get state(): InstallState {
    return this.#state;
  }

  get isActive(): boolean {
    return this.#begun && !isOver(this.#machine) && this.#machine.shown.stage !== 'failed';
  }

  /** No element shows this run any more; the next one that wants to may have it, or begin another. */
  get isDetached(): boolean {
    return this.#detached;
  }

  /** For whom it was begun. */
  get userId(): string | undefined {
    return this.#userId;
  }

  /** Whether somebody has been told of its end. */
  get isTold(): boolean {
    return this.#isTold;
  }

  tell(): void {
    this.#isTold = true;
  }

  takeUntold(): string | undefined {
    const {shown} = this.#machine;
    if (shown.stage !== 'done' || this.#isTold || !this.#detached) return undefined;
    this.#isTold = true;
    return shown.credentialId;
  }

  /** The id this run signs in again, if it does. */
  get credentialId(): string | undefined {
    return this.#options.credentialId;
  }

  /** Answers given so far, to fill the forms with again. */
  answersOf(stage: FormStage): Readonly<InputValues> {
    return this.#machine.answers.values[stage] ?? {};
  }

  subscribe(listener: (state: InstallState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  attach(): void {
    this.#detached = false;
    this.#follow();
  }

  detach(): void {
    this.#detached = true;
    this.#follow();
  }

  /**
   * @throws {PgError} `flow-in-progress`, `signed-out`, `integration-unknown`, `account-not-found`, `bad-input`,
   *   `external-id-in-use`, `scopes-unsupported`, `sdk-outdated`
   */
  start(): void {
    if (this.#begun) return;
    checkInstall(this.#session, this.#options);
    this.#session.claim(this);
    this.#begun = true;
    this.#userId = this.#session.snapshot.userId;
    runs.set(this.#session.sdk, this);
    const stopForgetting = this.#session.onForget(() => this.abandon());
    this.#stops.push(stopForgetting);
    const {environment, readAt} = this.#session;
    const isReading = this.credentialId === undefined && environment.now() - readAt > FRESH;
    const permission = permissionFor(this.#session, this.#options);
    this.#dispatch({type: 'started', permission, isReading});
    // Beside the flow, whose window has to open in this click.
    const onRead = (): void => this.#dispatch({type: 'read'});
    if (isReading) this.#session.readAccounts().then(onRead, onRead);
  }

  /** Goes on with the unfinished account. */
  resume(): void {
    this.#goOn({type: 'resumed'});
  }

  /** Leaves the unfinished account behind and connects a new one; the old one is removed once that has worked. */
  startOver(): void {
    this.#goOn({type: 'startedOver'});
  }

  /** Connects another account beside the one that there is. */
  addAnother(): void {
    this.#goOn({type: 'anotherWanted'});
  }

  /** A second window has added another account, which is wanted too. */
  keepBoth(): void {
    this.#dispatch({type: 'bothKept'});
  }

  confirmReplace(): void {
    this.#goOn({type: 'replaceConfirmed'});
  }

  chooseAccountType(id: string): void {
    this.#dispatch({type: 'accountTypeChosen', id});
  }

  finishInstruction(): void {
    this.#dispatch({type: 'instructionFinished'});
  }

  /** Sends the answers of the form that is shown. A second call while the first is under way does nothing. */
  submit(values: InputValues): void {
    this.#dispatch({type: 'submitted', values});
  }

  /** Keeps what was typed without sending it, so that going back and forth loses nothing. */
  keepAnswers(form: FormStage, values: InputValues): void {
    this.#dispatch({type: 'typed', form, values});
  }

  /**
   * Tries again what failed, or opens the window again, with the answers given so far.
   * @throws {PgError} `flow-in-progress` when another run has begun since this one failed
   */
  retry(): void {
    this.#session.reread();
    this.#goOn({type: 'retried'});
  }

  /** Brings the sign-in window to the front. */
  focusWindow(): void {
    this.#watch?.focusWindow();
  }

  /** Asks the backend whether the account is there by now. */
  async check(): Promise<void> {
    await this.#session.readAccounts().catch(() => undefined);
    this.#dispatch({type: 'checked'});
  }

  /** @throws {PgError} `flow-in-progress` when another run has begun since this one failed */
  back(): void {
    if (this.#state.canGoBack) this.#goOn({type: 'wentBack'});
  }

  /**
   * Stops. Whatever is connected stays connected: an account that was begun is left unfinished, and the next run offers to go
   * on with it.
   */
  cancel(): void {
    this.#unfollow();
    if (!this.#begun || isOver(this.#machine)) return;
    this.#dispatch({type: 'ended', reason: new PgError('aborted', 'The person cancelled.')});
    this.#session.reread();
  }

  /** Stops because nobody may see the result: the user changed, or another run takes over. */
  abandon(): void {
    if (this.#begun && !isOver(this.#machine))
      this.#dispatch({type: 'ended', reason: new PgError('aborted', 'The run was given up.')});
  }

  onSignedOut(): void {
    if (this.#machine.shown.stage === 'oauth') this.abandon();
  }

  /** What starts the flow anew is refused where another run has begun since. */
  #goOn(event: RunEvent): void {
    if (!this.#begun || isOver(this.#machine)) return;
    this.#session.claim(this);
    this.#dispatch(event);
  }

  #onFlow(event: Extract<RunEvent, {readonly type: 'stage' | 'completed' | 'refused'}>): void {
    // An account can have come with it, of which no event tells. May find another user, which ends this run.
    const isParked = event.type === 'stage' && this.#machine.shown.stage === 'submitting';
    if (event.type !== 'refused' && !isParked) this.#session.reread();
    this.#dispatch(event);
  }

  #dispatch(event: RunEvent): void {
    this.#events.push(event);
    if (this.#isDispatching) return;
    this.#isDispatching = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) this.#step(next);
    } finally {
      this.#isDispatching = false;
    }
  }

  #step(event: RunEvent): void {
    const before = this.#machine;
    const [machine, effects] = transition(before, event, this.#facts());
    this.#machine = machine;
    if (isOver(machine) && !isOver(before)) this.#letGo();
    if (machine.shown !== before.shown) this.#publish();
    this.#follow();
    for (const effect of effects) this.#perform(effect);
  }

  /** Accounts can come without a word of the SDK's flow: after it has given up, or from a second window. */
  #follow(): void {
    const {stage} = this.#machine.shown;
    const isOpen = stage === 'oauth' || (stage === 'failed' && !this.#detached);
    const isDone = stage === 'done' && !this.#detached && this.#flow.windows > 1;
    if (!isOpen && !isDone) this.#unfollow();
    else this.#stopFollowing ??= this.#startFollowing();
  }

  #startFollowing(): () => void {
    const {environment} = this.#session;
    const stops = [
      this.#session.subscribe(({userId}) => {
        if (userId === this.#userId) this.#dispatch({type: 'accountsChanged'});
      }),
      environment.onReturn(() => {
        if (this.#machine.shown.stage === 'failed') void this.check();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  #unfollow(): void {
    this.#stopFollowing?.();
    this.#stopFollowing = undefined;
  }

  #facts(): Facts {
    const {environment, run} = this.#session;
    return {
      accounts: this.#session.integration(this.integration)?.accounts ?? [],
      held: this.#flow.held,
      now: environment.now(),
      timeout: this.#timeout,
      isCurrent: run === this,
      windows: this.#flow.windows,
      obstacle: popupsOf(environment).windowObstacle(),
    };
  }

  get #timeout(): number {
    const {oauthTimeout} = this.#options;
    return oauthTimeout !== undefined && oauthTimeout > 0 ? oauthTimeout : TIMEOUT;
  }

  #publish(): void {
    const machine = this.#machine;
    const {shown} = machine;
    this.#state = Object.freeze({
      ...shown,
      canGoBack: canGoBack(machine, shown.stage),
      progress: progressOf(this.#session.sdk, this.integration, machine, shown.stage),
      steps: stepsOf(this.#session.sdk, this.integration, machine, shown.stage),
    });
    notify(this.#listeners, this.#state);
  }

  #perform(effect: Effect): void {
    const flow = this.#flow;
    switch (effect.do) {
      case 'start': {
        this.#session.claim(this);
        const oauthTimeout = this.#timeout;
        this.#call(() => flow.start({...effect.options, oauthTimeout}));
        return;
      }
      case 'setAccountType': {
        this.#call(() => flow.setAccountType(effect.id));
        return;
      }
      case 'finishInstruction': {
        this.#call(() => flow.finishInstruction());
        return;
      }
      case 'submit':
      case 'send': {
        this.#send(effect);
        return;
      }
      case 'watch': {
        this.#watchOver(effect.opened);
        return;
      }
      case 'unwatch':
      case 'closeWindow': {
        this.#watch?.stop({closeWindow: effect.do === 'closeWindow'});
        this.#watch = undefined;
        return;
      }
      case 'reread': {
        this.#session.reread();
        return;
      }
      case 'check': {
        void this.check();
        return;
      }
      case 'resolve': {
        this.#resolve(effect.credentialId);
        // Nothing on the page may show this run any more: the session's portal tells of its end.
        if (this.#detached) this.#session.offerRun();
        void this.#settleAccounts(effect.credentialId, effect.target);
        return;
      }
      case 'reject': {
        this.#reject(effect.reason);
      }
    }
  }

  /** Makes a call of the SDK that may open the window: for the user for whom the run was begun, and for no other. */
  #call(call: () => void): void {
    // Nothing of one user goes out for another; this run is over then.
    if (!this.#session.verifyUser()) return;
    this.#dispatch({type: 'called', opened: this.#flow.observe(call)});
  }

  #send({
    do: kind,
    form,
    answers,
    sending,
  }: Extract<Effect, {readonly do: 'submit' | 'send'}>): void {
    const {sdk, environment} = this.#session;
    const values = answers.values[form] ?? {};
    const isNew = kind === 'submit' && !opensWindow(sdk, this.integration, form, answers);
    const delay = isNew ? this.#flow.noteSubmission(form, values) : 0;
    if (delay > 0) {
      this.#later(sending, delay);
      return;
    }
    // In this very call: it can open the window.
    this.#call(() => {
      const stop = environment.after(SENDING_LIMIT, () =>
        this.#dispatch({type: 'overdue', sending}),
      );
      const onEnd = (): void => {
        stop();
        void this.#onSent(form, values, sending);
      };
      this.#flow.submit(form, values).then(onEnd, onEnd);
    });
  }

  /** The SDK is through with answers. What it made of them it has told before. */
  async #onSent(form: FormStage, values: InputValues, sending: number): Promise<void> {
    const {reaction} = this.#machine;
    const isCurrent = (): boolean => sending === this.#machine.sending;
    const isRefused = reaction && 'error' in reaction && reaction.error.code !== 'network';
    // Nothing has come of what was sent in a session that had expired: it is sent again, once.
    if (isRefused && isCurrent() && this.#repeated !== sending) {
      this.#repeated = sending;
      if ((await renewed(this.#session)) && isCurrent()) {
        this.#later(sending, this.#flow.noteSubmission(form, values));
        return;
      }
    }
    // Answers can have brought an account. No event tells.
    if (isCurrent()) this.#session.reread();
    this.#dispatch({type: 'sent', sending});
  }

  /** Sends the same answers once the SDK would hear them. */
  #later(sending: number, delay: number): void {
    this.#session.environment.after(delay, () => this.#dispatch({type: 'due', sending}));
    this.#dispatch({type: 'delayed', sending});
  }

  #watchOver(opened: OpenedWindow | undefined): void {
    this.#watch = new SignInWatch(this.#session.environment, opened, {
      onReturned: () => this.#dispatch({type: 'returned'}),
      onCheck: () => void this.check(),
      onLook: () => this.#session.reread(),
      onDenied: (text) => this.#dispatch({type: 'denied', text}),
      onSilent: () => this.#dispatch({type: 'silent'}),
      onAlive: () => this.#dispatch({type: 'alive'}),
      onUnloadable: (error) => this.#dispatch({type: 'unloadable', error}),
      onSevered: () => this.#dispatch({type: 'severed'}),
    });
  }

  #letGo(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#watch?.stop({closeWindow: true});
    this.#watch = undefined;
    // A run that failed may have been followed by another one, whose flow it is now.
    if (this.#session.run === this) this.#flow.stop();
  }

  /**
   * Brings the accounts up to date once this one is connected, and removes the unfinished one that was left behind. Of an
   * account that was renewed or replaced the SDK keeps the old state: only the backend knows what is true now.
   */
  async #settleAccounts(credentialId: string, {before, obsolete}: TargetAccount): Promise<void> {
    // What the SDK was told of the new account may have been nothing that can be read.
    const isKnown = this.#session.connectedAccount(credentialId) !== undefined;
    if (isKnown && before.size === 0 && obsolete === undefined) return;
    try {
      await this.#session.refresh();
      if (obsolete === undefined || obsolete === credentialId) return;
      if (this.#session.connectedAccount(obsolete)?.status === 'pending')
        await this.#session.disconnect(obsolete);
    } catch {
      // The account is connected. Nothing is removed without the backend's word that it is still unfinished.
    }
  }
}

const runs = new WeakMap<ConnectSdk, InstallRun>();

/** The run that was begun last on this SDK, under whichever session: a portal that comes back makes another one. */
export const lastRunOn = (sdk: ConnectSdk): InstallRun | undefined => runs.get(sdk);

/** Refuses what cannot work before the SDK, which checks little of this when it is driven headless, is asked. */
function checkInstall(session: InstallSession, options: InstallOptions): void {
  const {integration: type, credentialId, externalId} = options;
  checkTakesAccount(session.sdk);
  if (session.snapshot.status !== 'ready') throw new PgError('signed-out', 'No user is signed in.');
  const integration = session.integration(type);
  if (!integration) throw new PgError('integration-unknown', `There is no integration "${type}".`);
  const {accounts} = integration;
  if (credentialId !== undefined && !accounts.some(({id}) => id === credentialId)) {
    throw new PgError('account-not-found', `${type} has no account ${credentialId}.`);
  }
  checkScopes(session, options);
  if (externalId === undefined) return;
  if (externalId.trim() === '' || credentialId !== undefined) {
    throw new PgError('bad-input', 'An external id is for new accounts, and not blank.');
  }
  if (accounts.some((account) => account.externalId === externalId.trim())) {
    throw new PgError('external-id-in-use', `"${externalId}" is the id of another account.`);
  }
}
