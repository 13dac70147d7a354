import type {ConnectedAccount} from '../accounts/connected-account.js';
import {PgError} from '../errors.js';
import type {InputValues} from '../sdk.js';
import type {ConnectSession, SessionRun} from '../session/session.js';
import {checkInstall} from './check-install.js';
import {FlowEventFilter} from './flow-event-filter.js';
import {FlowStages} from './flow-stages.js';
import type {FormStage, InstallOptions, InstallState} from './install-state.js';
import {makeParts, type RunListener, type InstallContext} from './install-context.js';
import {answerScopes} from './scopes.js';
import {SignInWindow} from './sign-in-window.js';

interface Settle {
  readonly resolve: (credentialId: string) => void;
  readonly reject: (error: PgError) => void;
}

/**
 * Connects one account: an explicit state machine over the SDK's install flow. It always ends, keeps every answer until
 * then, goes back by answering again on the person's behalf, and never disconnects an account.
 *
 * Methods that can open the sign-in window (`start`, `chooseAccountType`, `finishInstruction`, `submit`, `retry`, `resume`,
 * `startOver`, `confirmReplace`) do so synchronously: call them inside the click.
 */
export class InstallRun implements SessionRun {
  readonly integration: string;
  /** Resolves with the credential's id when the account is connected; rejects when the run is cancelled. */
  readonly finished: Promise<string>;
  readonly #options: InstallOptions;
  readonly #session: ConnectSession;
  readonly #parts: InstallContext;
  readonly #window: SignInWindow;
  readonly #stages: FlowStages;
  readonly #listener: RunListener = {
    onConnected: (credentialId) => this.#finish(credentialId),
    onUnfinished: (account) => this.#offer(account),
    onUncertain: () => void this.check(),
    onFailed: (error, leftover) => this.#fail(error, leftover),
  };
  #begun = false;
  #detached = false;
  #unfollow: () => void = () => undefined;
  #settle: Settle = {resolve: () => undefined, reject: () => undefined};

  constructor(session: ConnectSession, options: InstallOptions) {
    this.integration = options.integration;
    this.#options = options;
    this.#session = session;
    this.#parts = makeParts(session, options);
    this.#window = new SignInWindow(this.#parts, this.#listener, options.oauthTimeout);
    this.#stages = new FlowStages(this.#parts, this.#listener, this.#window);
    this.finished = new Promise((resolve, reject) => {
      this.#settle = {resolve, reject};
    });
    // Nobody has to listen: the state tells the same.
    this.finished.catch(() => undefined);
  }

  get state(): InstallState {
    return this.#parts.state.current;
  }

  get isActive(): boolean {
    return this.#begun && !this.#parts.state.isOver && this.state.stage !== 'failed';
  }

  /** No element shows this run any more; the next one that wants to may have it, or begin another. */
  get isDetached(): boolean {
    return this.#detached;
  }

  /** The id this run signs in again, if it does. */
  get credentialId(): string | undefined {
    return this.#options.credentialId;
  }

  /** Answers given so far, to fill the forms with again. */
  answersOf(stage: FormStage): Readonly<InputValues> {
    return this.#parts.answers.valuesOf(stage);
  }

  subscribe(listener: (state: InstallState) => void): () => void {
    return this.#parts.state.subscribe(listener);
  }

  attach(): void {
    this.#detached = false;
  }

  detach(): void {
    this.#detached = true;
  }

  /**
   * @throws {PgError} `flow-in-progress`, `signed-out`, `integration-unknown`, `account-not-found`, `bad-input`,
   *   `external-id-in-use`, `scopes-unsupported`
   */
  start(): void {
    if (this.#begun) return;
    checkInstall(this.#session, this.#options);
    this.#session.claim(this);
    this.#begun = true;
    this.#parts.account.remember();
    answerScopes(this.#parts, this.#options);
    this.#unfollow = this.#session.onForget(() => this.abandon());
    const {unfinished} = this.#parts.account;
    if (unfinished) this.#offer(unfinished);
    else this.#beginOrAsk();
  }

  /** Goes on with the unfinished account. */
  resume(): void {
    if (this.state.stage !== 'resume') return;
    this.#parts.account.choose(this.state.account.id);
    this.#begin();
  }

  /** Leaves the unfinished account behind and connects a new one; the old one is removed once that has worked. */
  startOver(): void {
    if (this.state.stage !== 'resume') return;
    this.#parts.account.leaveBehind(this.state.account.id);
    this.#beginOrAsk();
  }

  confirmReplace(): void {
    if (this.state.stage === 'replace') this.#begin();
  }

  chooseAccountType(id: string): void {
    if (this.state.stage !== 'accountType') return;
    this.#parts.answers.chooseAccountType(id);
    this.#answer(() => this.#parts.flow.setAccountType(id));
  }

  finishInstruction(): void {
    if (this.state.stage !== 'instruction') return;
    this.#parts.answers.settle('instruction');
    this.#answer(() => this.#stages.finishInstruction());
  }

  /** Sends the answers of the form that is shown. A second call while the first is under way does nothing. */
  submit(values: InputValues): void {
    const {state} = this;
    if (state.stage !== 'preOptions' && state.stage !== 'postOptions') return;
    const {answers, account, flow} = this.#parts;
    const {stage, inputs} = state;
    answers.keep(stage, values);
    if (stage === 'preOptions') {
      answers.settle(stage);
      this.#answer(() => this.#stages.send(stage, inputs));
      return;
    }
    const begun = account.findAny();
    // The window of another run has put its account into the flow, and would get the answers: this one signs in again.
    if (begun && account.isForeign(flow.held)) this.#offer(begun);
    else this.#stages.send(stage, inputs);
  }

  /** Keeps what was typed without sending it, so that going back and forth loses nothing. */
  keepAnswers(stage: FormStage, values: InputValues): void {
    if (!this.#parts.state.isOver) this.#parts.answers.keep(stage, values);
  }

  /**
   * Tries again what failed, or opens the window again, with the answers given so far.
   * @throws {PgError} `flow-in-progress` when another run has begun since this one failed
   */
  retry(): void {
    if (this.state.stage !== 'failed' && this.state.stage !== 'oauth') return;
    // An account that this run has brought already is gone on with: a retry must not add another.
    const begun = this.#parts.account.find();
    if (begun?.status === 'valid') this.#finish(begun.id);
    else {
      if (begun) this.#parts.account.choose(begun.id);
      this.#begin();
    }
  }

  /** Brings the sign-in window to the front. */
  focusWindow(): void {
    this.#window.focus();
  }

  /** Asks the backend whether the account is there by now. */
  async check(): Promise<void> {
    await this.#session.readAccounts().catch(() => undefined);
    this.#lookForAccount();
  }

  /** @throws {PgError} `flow-in-progress` when another run has begun since this one failed */
  back(): void {
    const to = this.#parts.steps.previous;
    if (!this.state.canGoBack || !to) return;
    this.#session.claim(this);
    this.#parts.answers.reopen(to);
    this.#begin();
  }

  /**
   * Stops. Whatever is connected stays connected: an account that was begun is left unfinished, and the next run offers to go
   * on with it.
   */
  cancel(): void {
    if (!this.#begun || this.#parts.state.isOver) return;
    this.#end(new PgError('aborted', 'The person cancelled.'));
    this.#session.reread();
  }

  /** Stops because nobody may see the result: the user changed, or another run takes over. */
  abandon(): void {
    if (this.#begun && !this.#parts.state.isOver)
      this.#end(new PgError('aborted', 'The run was given up.'));
  }

  /** Begins, unless that would replace an account and nobody has agreed to it. */
  #beginOrAsk(): void {
    const account = this.#parts.account.replaced;
    if (account) this.#parts.state.show({stage: 'replace', account});
    else this.#begin();
  }

  #begin(): void {
    const {flow, steps, account} = this.#parts;
    const {redirectUrl} = this.#options;
    this.#session.claim(this);
    this.#window.close();
    steps.restart();
    // A new one for each start: `SdkFlow` drops what still comes for an earlier one.
    const reports = new FlowEventFilter(this.#parts, this.#listener, this.#window, this.#stages);
    this.#window.open(() =>
      flow.start(
        {
          oauthTimeout: this.#window.timeout,
          ...(redirectUrl && {overrideRedirectUrl: redirectUrl}),
          ...account.startOptions,
        },
        reports,
      ),
    );
  }

  /** Gives an answer to the SDK's flow, which may open the window. */
  #answer(call: () => void): void {
    // A window that was given up has put its account into the flow: only a new start gets it out again.
    if (typeof this.#parts.flow.held === 'string') this.#begin();
    else this.#window.open(call);
  }

  #lookForAccount(): void {
    const {state} = this;
    if (state.stage !== 'oauth' && state.stage !== 'failed') return;
    const found = this.#parts.account.find();
    // Signed in over there, but the SDK's own flow has not noticed and cannot be made to: go on with that account.
    const isStuck = state.stage === 'failed' || state.phase === 'returned';
    if (found?.status === 'valid') this.#finish(found.id);
    // A run that failed may have been followed by another one.
    else if (found && isStuck && this.#session.run === this) this.#offer(found);
  }

  #offer(account: ConnectedAccount): void {
    this.#window.close();
    this.#parts.state.show({stage: 'resume', account});
  }

  #fail(error: PgError, leftover?: string): void {
    const {state, steps} = this.#parts;
    if (state.isOver) return;
    this.#stages.cancelSubmission();
    this.#window.close();
    state.show({stage: 'failed', at: steps.current ?? 'idle', error, leftover});
    this.#session.reread();
  }

  #finish(credentialId: string): void {
    // May find another user, which ends this run.
    this.#session.reread();
    if (this.#parts.state.isOver) return;
    this.#close();
    this.#parts.state.show({stage: 'done', credentialId});
    this.#settle.resolve(credentialId);
    void this.#parts.account.settle(credentialId);
  }

  #end(reason: PgError): void {
    this.#close();
    this.#parts.state.show({stage: 'cancelled'});
    this.#settle.reject(reason);
  }

  /** Lets go of everything. */
  #close(): void {
    this.#stages.cancelSubmission();
    this.#unfollow();
    this.#window.close();
    // A run that failed may have been followed by another one, whose flow it is now.
    if (this.#session.run === this) this.#parts.flow.stop();
    this.#parts.answers.clear();
  }
}
