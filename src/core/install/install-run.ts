import type {ConnectedAccount} from '../account.js';
import {PgError} from '../errors.js';
import {readInputs} from '../inputs.js';
import {notify} from '../notify.js';
import {toPgError} from '../parse-error.js';
import type {
  ConnectInput,
  InputValues,
  SdkAccountType,
  SdkError,
  SdkInstallEvent,
  SdkInstallStage,
} from '../sdk.js';
import type {ConnectSession, SessionRun} from '../session.js';
import {Answers} from './answers.js';
import {checkInstall} from './check-install.js';
import type {
  FormStage,
  InstallOptions,
  InstallProgress,
  InstallStage,
  InstallState,
  OAuthPhase,
} from './install-state.js';
import {NewAccount} from './new-account.js';
import {OAuthWatch} from './oauth-watch.js';
import {progressOf, schemeOf} from './progress.js';
import {SdkFlow} from './sdk-flow.js';

/** Milliseconds. The SDK itself gives up looking after three minutes, the run goes on by itself. */
const OAUTH_TIMEOUT = 600_000;

type Instruction = Extract<SdkInstallStage, {stage: 'instruction'}>;
interface Settle {
  readonly resolve: (credentialId: string) => void;
  readonly reject: (error: PgError) => void;
}
/** A state without what every state has. */
type Shown = InstallState extends infer S
  ? S extends InstallState
    ? Omit<S, 'canGoBack' | 'progress'>
    : never
  : never;

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
  readonly #session: ConnectSession;
  readonly #options: InstallOptions;
  readonly #flow: SdkFlow;
  readonly #listeners = new Set<(state: InstallState) => void>();
  readonly #answers: Answers;
  #account: NewAccount;
  #instruction: Instruction | undefined;
  #visited: InstallStage[] = [];
  #target: string | undefined;
  #obsolete: string | undefined;
  #watch: OAuthWatch | undefined;
  #oauthSince = 0;
  #begun = false;
  #detached = false;
  #submission = 0;
  /** What the SDK has said since the last submission; whose answer it is shows once that is through. */
  #parked: (() => void) | undefined;
  #state: InstallState = {stage: 'idle', canGoBack: false, progress: undefined};
  #unfollow: () => void = () => undefined;
  #settle: Settle;

  constructor(session: ConnectSession, options: InstallOptions) {
    this.integration = options.integration;
    this.#session = session;
    this.#options = options;
    this.#flow = new SdkFlow(session);
    this.#target = options.credentialId;
    this.#answers = new Answers(options.accountType);
    this.#account = new NewAccount(session, options.integration);
    this.#settle = {resolve: () => undefined, reject: () => undefined};
    this.finished = new Promise((resolve, reject) => {
      this.#settle = {resolve, reject};
    });
    // Nobody has to listen: the state tells the same.
    this.finished.catch(() => undefined);
  }

  get state(): InstallState {
    return this.#state;
  }

  get isActive(): boolean {
    return this.#begun && !this.#isOver && this.#state.stage !== 'failed';
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
    return this.#answers.valuesOf(stage);
  }

  subscribe(listener: (state: InstallState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  attach(): void {
    this.#detached = false;
  }

  detach(): void {
    this.#detached = true;
  }

  /**
   * @throws {PgError} `flow-in-progress`, `signed-out`, `integration-unknown`, `account-not-found`, `bad-input`,
   *   `external-id-in-use`
   */
  start(): void {
    if (this.#begun) return;
    checkInstall(this.#session, this.#options);
    this.#session.claim(this);
    this.#begun = true;
    this.#account = new NewAccount(this.#session, this.integration);
    this.#unfollow = this.#session.onForget(() => this.abandon());
    const unfinished = [...this.#account.before.values()].find(({status}) => status === 'pending');
    if (this.#target === undefined && unfinished) this.#offer(unfinished);
    else this.#beginOrAsk();
  }

  /** Goes on with the unfinished account. */
  resume(): void {
    if (this.#state.stage !== 'resume') return;
    this.#target = this.#state.account.id;
    this.#begin();
  }

  /** Leaves the unfinished account behind and connects a new one; the old one is removed once that has worked. */
  startOver(): void {
    if (this.#state.stage !== 'resume') return;
    if (this.#options.credentialId === undefined) {
      this.#obsolete = this.#state.account.id;
      this.#target = undefined;
    }
    this.#beginOrAsk();
  }

  confirmReplace(): void {
    if (this.#state.stage === 'replace') this.#begin();
  }

  chooseAccountType(id: string): void {
    if (this.#state.stage !== 'accountType') return;
    this.#answers.chooseAccountType(id);
    this.#answer(() => this.#flow.setAccountType(id));
  }

  finishInstruction(): void {
    if (this.#state.stage !== 'instruction') return;
    this.#answers.settle('instruction');
    this.#answer(() => this.#instruction?.finish.onClick());
  }

  /** Sends the answers of the form that is shown. A second call while the first is under way does nothing. */
  submit(values: InputValues): void {
    const {stage} = this.#state;
    if (stage !== 'preOptions' && stage !== 'postOptions') return;
    const {inputs} = this.#state;
    this.#answers.keep(stage, values);
    if (stage === 'postOptions') this.#sendPostOptions(inputs);
    else {
      this.#answers.settle(stage);
      this.#answer(() => this.#send(stage, inputs));
    }
  }

  /** Keeps what was typed without sending it, so that going back and forth loses nothing. */
  keepAnswers(stage: FormStage, values: InputValues): void {
    if (!this.#isOver) this.#answers.keep(stage, values);
  }

  /**
   * Tries again what failed, or opens the window again, with the answers given so far.
   * @throws {PgError} `flow-in-progress` when another run has begun since this one failed
   */
  retry(): void {
    if (this.#state.stage !== 'failed' && this.#state.stage !== 'oauth') return;
    // An account that this run has brought already is gone on with: a retry must not add another.
    const begun = this.#account.find(this.#target);
    if (begun?.status === 'valid') this.#finish(begun.id);
    else {
      if (begun) this.#target = begun.id;
      this.#begin();
    }
  }

  /** Brings the sign-in window to the front. */
  focusWindow(): void {
    this.#watch?.focusWindow();
  }

  /** Asks the backend whether the account is there by now. */
  async check(): Promise<void> {
    await this.#session.refresh().catch(() => undefined);
    this.#lookForAccount();
  }

  /** @throws {PgError} `flow-in-progress` when another run has begun since this one failed */
  back(): void {
    const to = this.#answers.before(this.#visited.at(-1));
    if (!this.#state.canGoBack || !to) return;
    this.#session.claim(this);
    this.#answers.reopen(to);
    this.#begin();
  }

  /**
   * Stops. Whatever is connected stays connected: an account that was begun is left unfinished, and the next run offers to go
   * on with it.
   */
  cancel(): void {
    if (!this.#begun || this.#isOver) return;
    this.#end(new PgError('aborted', 'The person cancelled.'));
    this.#session.reread();
  }

  /** Stops because nobody may see the result: the user changed, or another run takes over. */
  abandon(): void {
    if (this.#begun && !this.#isOver) this.#end(new PgError('aborted', 'The run was given up.'));
  }

  get #isOver(): boolean {
    return this.#state.stage === 'done' || this.#state.stage === 'cancelled';
  }

  /** Begins, unless that would replace an account and nobody has agreed to it. */
  #beginOrAsk(): void {
    const replaced = this.#account.current().find(({id}) => id !== this.#obsolete);
    if (this.#target === undefined && replaced && !this.#options.allowMultiple)
      this.#show({stage: 'replace', account: replaced});
    else this.#begin();
  }

  #begin(): void {
    this.#session.claim(this);
    this.#endWatch({closeWindow: true});
    this.#visited = [];
    const {allowMultiple, externalId, redirectUrl, oauthTimeout} = this.#options;
    this.#open(() =>
      this.#flow.start(
        this.integration,
        {
          oauthTimeout: this.#oauthTimeout(oauthTimeout),
          ...(allowMultiple && {allowMultipleCredentials: true}),
          ...(redirectUrl && {overrideRedirectUrl: redirectUrl}),
          ...(this.#target === undefined
            ? externalId !== undefined && {externalId: externalId.trim()}
            : {selectedCredentialId: this.#target}),
        },
        {
          onStage: (stage, late) => {
            if (late) this.#onLateStage(stage);
            else this.#enter(stage);
          },
          onComplete: (event) => this.#onComplete(event),
          onError: (error, stage, late) => this.#onError(error, stage, late),
        },
      ),
    );
  }

  #oauthTimeout(given: number | undefined): number {
    return given !== undefined && given > 0 ? given : OAUTH_TIMEOUT;
  }

  /** Gives an answer to the SDK's flow, which may open the window. */
  #answer(call: () => void): void {
    // A window that was given up has put its account into the flow: only a new start gets it out again.
    if (typeof this.#flow.held === 'string') this.#begin();
    else this.#open(call);
  }

  /** Runs a call of the SDK that may open the window, and watches over that window. */
  #open(call: () => void): void {
    if (this.#flow.isCalling) {
      // A replay answers inside the SDK's callback: the outer call is being observed already.
      call();
      return;
    }
    const opened = this.#flow.observe(call);
    if (this.#state.stage !== 'oauth' || this.#watch || opened === null) return;
    this.#watch = new OAuthWatch(this.#session.page, opened, {
      onReturned: () => this.#setPhase('returned'),
      onCheck: () => void this.check(),
      onLook: () => this.#session.reread(),
      onDenied: (text) =>
        this.#fail(new PgError('oauth-denied', 'The provider refused.', {detail: text})),
    });
    this.#setPhase('waiting');
  }

  /** A stage that comes from a window or from the backend: of this attempt, of an earlier one, or of another run. */
  #onLateStage(stage: SdkInstallStage): void {
    if (this.#state.stage === 'submitting') {
      if (stage.stage === 'postOptions') this.#parked = () => this.#enter(stage);
      return;
    }
    // An account that is not finished yet comes without an event.
    this.#session.reread();
    const {held} = this.#flow;
    if (this.#isOver || this.#state.stage === 'postOptions') return;
    if (held === null || this.#holdsOther) return;
    if (stage.stage === 'postOptions') {
      this.#enter(stage);
      return;
    }
    // The person went back to a form, and then signed in all the same.
    const account = held === undefined ? undefined : this.#session.account(held);
    if (account?.status === 'valid') this.#finish(account.id);
    else if (account) this.#offer(account);
  }

  #enter(stage: SdkInstallStage): void {
    if (stage.stage === 'done') {
      this.#fail(
        new PgError('nothing-installed', 'The SDK was done before anything was connected.'),
      );
      return;
    }
    if (stage.stage !== 'oauth') this.#endWatch({closeWindow: true});
    if (this.#visited.at(-1) !== stage.stage) this.#visited.push(stage.stage);
    switch (stage.stage) {
      case 'accountType': {
        this.#onAccountTypes(stage.options);
        return;
      }
      case 'instruction': {
        this.#onInstruction(stage);
        return;
      }
      case 'preOptions': {
        this.#onForm('preOptions', readInputs(stage.options));
        return;
      }
      case 'oauth': {
        this.#oauthSince = this.#session.page.now();
        this.#show({stage: 'oauth', phase: 'opening'});
        return;
      }
      case 'postOptions': {
        this.#onForm('postOptions', readInputs(stage.options));
        return;
      }
    }
  }

  #onAccountTypes(accountTypes: readonly SdkAccountType[]): void {
    const {accountType} = this.#answers;
    const isKnown = accountTypes.some(({id}) => id === accountType);
    if (accountType !== undefined && isKnown && this.#answers.isSettled('accountType')) {
      this.#flow.setAccountType(accountType);
      return;
    }
    this.#answers.reopen('accountType');
    this.#show({stage: 'accountType', accountTypes});
  }

  #onInstruction(stage: Instruction): void {
    this.#instruction = stage;
    if (this.#answers.isSettled('instruction')) {
      stage.finish.onClick();
      return;
    }
    const {content, ctas, finish} = stage;
    this.#show({stage: 'instruction', content, calls: ctas, finishLabel: finish.label});
  }

  #onForm(stage: FormStage, inputs: readonly ConnectInput[]): void {
    if (stage === 'preOptions' && this.#answers.isSettled(stage)) {
      this.#send(stage, inputs);
      return;
    }
    if (stage === 'postOptions' && !this.#visited.includes('oauth')) {
      // Without a window the SDK never learns the new account's id, so these answers could not be sent. Say so before the
      // person types them.
      this.#session.reread();
      const leftover = this.#account.find(this.#target)?.id;
      this.#fail(
        new PgError('post-options-unsupported', 'The SDK cannot finish this account.'),
        leftover,
      );
      return;
    }
    this.#session.reread();
    this.#show({stage, inputs, credentialId: this.#credential});
  }

  #sendPostOptions(inputs: readonly ConnectInput[]): void {
    const account = this.#account.find(this.#target) ?? this.#account.get(this.#target);
    // The window of another run has put its account into the flow, and would get the answers: this one signs in again.
    if (this.#holdsOther && account) this.#offer(account);
    else this.#send('postOptions', inputs);
  }

  #send(stage: FormStage, inputs: readonly ConnectInput[]): void {
    const values = this.#answers.valuesOf(stage);
    const submission = (this.#submission += 1);
    const delay = this.#opensWindow(stage)
      ? 0
      : this.#flow.noteSubmission(this.integration, stage, values);
    const send = (): void => {
      if (submission !== this.#submission) return;
      let sent: Promise<void> | undefined;
      this.#parked = undefined;
      this.#open(() => {
        sent = this.#flow.submit(stage, values);
      });
      const onSent = (): void => {
        if (submission === this.#submission) this.#onSent(stage, inputs);
      };
      void sent?.then(onSent, onSent);
    };
    this.#show({
      stage: 'submitting',
      of: stage,
      inputs,
      credentialId: this.#credential,
      delayed: delay > 0,
    });
    // Without a delay it must run in the click: it can open the window.
    if (delay > 0) this.#session.page.after(delay, send);
    else send();
  }

  #onSent(stage: FormStage, inputs: readonly ConnectInput[]): void {
    if (this.#state.stage !== 'submitting') return;
    const react = this.#parked;
    this.#parked = undefined;
    // The SDK is silent about a submission it swallowed.
    if (react) react();
    else this.#refuse(stage, inputs, new PgError('nothing-installed', 'The SDK did not answer.'));
  }

  #refuse(stage: FormStage, inputs: readonly ConnectInput[], error: PgError): void {
    if (stage === 'preOptions') this.#answers.reopen(stage);
    this.#show({stage, inputs, credentialId: this.#credential, error});
    this.#session.reread();
  }

  #onComplete({credentialId}: SdkInstallEvent): void {
    if (credentialId === undefined) {
      void this.check();
      return;
    }
    if (!this.#isOurs(credentialId)) return;
    // After refused questions the SDK takes every window for the end, of an account that is not finished too.
    const asked = this.#visited.at(-1) === 'postOptions';
    this.#session.reread();
    if (asked && this.#session.account(credentialId)?.status === 'pending') return;
    this.#finish(credentialId);
  }

  #onError(error: SdkError, stage: string | undefined, late: boolean): void {
    const problem = toPgError(error);
    const state = this.#state;
    if (problem.code === 'oauth-timeout') {
      if (!this.#isFromEarlierWindow()) this.#fail(problem);
    } else if (problem.code === 'oauth-blocked') {
      if (state.stage === 'oauth' && !this.#watch?.hasWindow) this.#onBlocked(problem);
    } else if (!late || stage === undefined) {
      this.#fail(problem);
    } else if (stage === 'oauth') {
      this.#onOAuthError(problem);
    } else if (state.stage === 'submitting' && state.of === stage) {
      this.#parked = () => this.#refuse(state.of, state.inputs, problem);
    }
  }

  #onBlocked(error: PgError): void {
    this.#endWatch({closeWindow: false});
    this.#show({stage: 'oauth', phase: 'blocked', error});
  }

  #onOAuthError(error: PgError): void {
    if (this.#state.stage !== 'oauth') return;
    if (!this.#watch?.hasWindow) {
      this.#fail(error);
      return;
    }
    // It may be about a window that was given up before, so the one that is open stays open. The backend knows.
    this.#show({stage: 'oauth', phase: 'returned', error});
    void this.check();
  }

  /** Timers of a window that was given up still run in the SDK, and report to the attempt of today. */
  #isFromEarlierWindow(): boolean {
    const elapsed = this.#session.page.now() - this.#oauthSince;
    return (
      this.#state.stage !== 'oauth' || elapsed < this.#oauthTimeout(this.#options.oauthTimeout)
    );
  }

  /** Whether an account is what this run is about: windows of other runs complete this one's flow too. */
  #isOurs(credentialId: string): boolean {
    if (this.#target !== undefined) return credentialId === this.#target;
    return !(this.#options.allowMultiple && this.#account.before.has(credentialId));
  }

  /** Whether a window of another run has put its account into the flow. */
  get #holdsOther(): boolean {
    const {held} = this.#flow;
    return typeof held === 'string' && !(this.#isOurs(held) && this.#account.has(held));
  }

  #fail(error: PgError, leftover?: string): void {
    if (this.#isOver) return;
    this.#submission += 1;
    this.#endWatch({closeWindow: true});
    const at = this.#visited.at(-1) ?? 'idle';
    this.#show({stage: 'failed', at, error, leftover});
    this.#session.reread();
  }

  #lookForAccount(): void {
    const state = this.#state;
    if (state.stage !== 'oauth' && state.stage !== 'failed') return;
    const found = this.#account.find(this.#target);
    if (found?.status === 'valid') this.#finish(found.id);
    // Signed in over there, but the SDK's own flow has not noticed and cannot be made to: go on with that account.
    // A run that failed may have been followed by another one.
    else if (
      found &&
      this.#session.run === this &&
      (state.stage === 'failed' || state.phase === 'returned')
    )
      this.#offer(found);
  }

  #offer(account: ConnectedAccount): void {
    this.#endWatch({closeWindow: true});
    this.#show({stage: 'resume', account});
  }

  #finish(credentialId: string): void {
    // May find another user, which ends this run.
    this.#session.reread();
    if (this.#isOver) return;
    this.#close();
    this.#show({stage: 'done', credentialId});
    this.#settle.resolve(credentialId);
    void this.#afterwards(credentialId);
  }

  /** Of an account that was renewed or replaced the SDK keeps the old state: only the backend knows what is true now. */
  async #afterwards(credentialId: string): Promise<void> {
    const obsolete = this.#obsolete;
    if (this.#account.before.size === 0 && obsolete === undefined) return;
    try {
      await this.#session.refresh();
      if (obsolete === undefined || obsolete === credentialId) return;
      if (this.#session.account(obsolete)?.status === 'pending')
        await this.#session.disconnect(obsolete);
    } catch {
      // The account is connected. Nothing is removed without the backend's word that it is still unfinished.
    }
  }

  #end(reason: PgError): void {
    this.#close();
    this.#show({stage: 'cancelled'});
    this.#settle.reject(reason);
  }

  /** Lets go of everything. */
  #close(): void {
    this.#submission += 1;
    this.#unfollow();
    this.#endWatch({closeWindow: true});
    // A run that failed may have been followed by another one, whose flow it is now.
    if (this.#session.run === this) this.#flow.stop();
    this.#answers.clear();
  }

  #endWatch(options: {readonly closeWindow: boolean}): void {
    this.#watch?.stop(options);
    this.#watch = undefined;
  }

  #setPhase(phase: OAuthPhase): void {
    if (this.#state.stage === 'oauth' && this.#state.phase !== phase)
      this.#show({stage: 'oauth', phase});
  }

  #show(next: Shown): void {
    this.#state = Object.freeze({
      ...next,
      canGoBack: this.#canGoBack(next.stage),
      progress: this.#progress(next),
    });
    notify(this.#listeners, this.#state);
  }

  #canGoBack(stage: InstallStage): boolean {
    // After the sign-in there is an account: what came before cannot be undone.
    if (this.#visited.includes('postOptions')) return false;
    if (!['instruction', 'preOptions', 'oauth', 'failed'].includes(stage)) return false;
    return this.#answers.before(this.#visited.at(-1)) !== undefined;
  }

  #progress({stage}: Shown): InstallProgress | undefined {
    if (['resume', 'replace', 'done', 'cancelled'].includes(stage)) return undefined;
    const {sdk} = this.#session;
    return progressOf(sdk, this.integration, this.#visited, this.#chosenType());
  }

  get #credential(): string | undefined {
    return this.#account.find(this.#target)?.id ?? this.#target;
  }

  #chosenType(): SdkAccountType | undefined {
    const types = this.#session.sdk.getAccountTypeOptions(this.integration);
    return types.find(({id}) => id === this.#answers.accountType);
  }

  #opensWindow(stage: FormStage): boolean {
    const scheme = schemeOf(this.#session.sdk, this.integration, this.#chosenType());
    return stage === 'preOptions' && scheme === 'oauth';
  }
}
