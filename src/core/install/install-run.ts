import {PgError} from '../errors.js';
import {readInputs} from '../inputs.js';
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

/** Stages that can be answered again, in the SDK's order. */
const ANSWERABLE = ['accountType', 'instruction', 'preOptions'] as const;

type Answerable = (typeof ANSWERABLE)[number];
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
  readonly #answers = new Map<FormStage, InputValues>();
  /** Stages that were answered and are answered again, unasked, when the flow is replayed. */
  readonly #settled = new Set<Answerable>();
  readonly #account: NewAccount;
  readonly #generation: number;
  #accountType: string | undefined;
  #instruction: Instruction | undefined;
  #visited: InstallStage[] = [];
  #target: string | undefined;
  #obsolete: string | undefined;
  #watch: OAuthWatch | undefined;
  #attemptAt = 0;
  #windowOpened = false;
  #begun = false;
  #detached = false;
  #submission = 0;
  #state: InstallState = {stage: 'idle', canGoBack: false, progress: undefined};
  #openDepth = 0;
  #settle: Settle;

  constructor(session: ConnectSession, options: InstallOptions) {
    this.integration = options.integration;
    this.#session = session;
    this.#options = options;
    this.#flow = new SdkFlow(session.sdk, session.page);
    this.#generation = session.generation;
    this.#target = options.credentialId;
    this.#accountType = options.accountType;
    this.#account = new NewAccount(session, options.integration);
    if (options.accountType !== undefined) this.#settled.add('accountType');
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
    return this.#target;
  }

  /** Answers given so far, to fill the forms with again. */
  answersOf(stage: FormStage): Readonly<InputValues> {
    return this.#answers.get(stage) ?? {};
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
    checkInstall(this.#session, this.#options);
    this.#session.claim(this);
    this.#begun = true;
    const existing = [...this.#account.before.values()];
    const unfinished = existing.find(({status}) => status === 'pending');
    const [replaced] = existing;
    if (this.#target !== undefined) this.#begin();
    else if (unfinished) this.#show({stage: 'resume', account: unfinished});
    else if (replaced && !this.#options.allowMultiple)
      this.#show({stage: 'replace', account: replaced});
    else this.#begin();
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
    this.#obsolete = this.#state.account.id;
    this.#begin();
  }

  confirmReplace(): void {
    if (this.#state.stage === 'replace') this.#begin();
  }

  chooseAccountType(id: string): void {
    if (this.#state.stage !== 'accountType') return;
    this.#accountType = id;
    this.#settled.add('accountType');
    this.#open(() => this.#flow.setAccountType(id));
  }

  finishInstruction(): void {
    if (this.#state.stage !== 'instruction') return;
    this.#settled.add('instruction');
    this.#open(() => this.#instruction?.finish.onClick());
  }

  /** Sends the answers of the form that is shown. A second call while the first is under way does nothing. */
  submit(values: InputValues): void {
    const {stage} = this.#state;
    if (stage !== 'preOptions' && stage !== 'postOptions') return;
    this.#answers.set(stage, {...values});
    if (stage === 'preOptions') this.#settled.add(stage);
    this.#send(stage, this.#state.inputs);
  }

  /** Keeps what was typed without sending it, so that going back and forth loses nothing. */
  keepAnswers(stage: FormStage, values: InputValues): void {
    this.#answers.set(stage, {...values});
  }

  /** Tries again what failed, or opens the window again, with the answers given so far. */
  retry(): void {
    if (this.#state.stage !== 'failed' && this.#state.stage !== 'oauth') return;
    this.#endWatch({closeWindow: true});
    this.#begin();
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

  back(): void {
    if (!this.#state.canGoBack) return;
    const to = this.#previous();
    if (to) this.#settled.delete(to);
    this.#endWatch({closeWindow: true});
    this.#begin();
  }

  /**
   * Stops. Whatever is connected stays connected: an account that was begun is left unfinished, and the next run offers to go
   * on with it.
   */
  cancel(): void {
    if (this.#begun && !this.#isOver) this.#end(new PgError('aborted', 'The person cancelled.'));
  }

  /** Stops because nobody may see the result: the user changed, or another run takes over. */
  abandon(): void {
    if (this.#begun && !this.#isOver) this.#end(new PgError('aborted', 'The run was given up.'));
  }

  get #isOver(): boolean {
    return this.#state.stage === 'done' || this.#state.stage === 'cancelled';
  }

  #begin(): void {
    this.#session.claim(this);
    this.#visited = [];
    this.#windowOpened = false;
    this.#attemptAt = this.#session.page.now();
    const {allowMultiple, externalId, redirectUrl, oauthTimeout} = this.#options;
    this.#open(() =>
      this.#flow.start(
        this.integration,
        {
          oauthTimeout: this.#oauthTimeout(oauthTimeout),
          ...(allowMultiple && {allowMultipleCredentials: true}),
          ...(redirectUrl && {overrideRedirectUrl: redirectUrl}),
          ...(this.#target !== undefined && {selectedCredentialId: this.#target}),
          ...(externalId !== undefined && {externalId: externalId.trim()}),
        },
        {
          onStage: (stage) => this.#onStage(stage),
          onComplete: (event) => this.#onComplete(event),
          onError: (error, stage) => this.#onError(error, stage),
        },
      ),
    );
  }

  #oauthTimeout(given: number | undefined): number {
    return given !== undefined && given > 0 ? given : OAUTH_TIMEOUT;
  }

  /** Runs a call of the SDK that may open the window, and watches over that window. */
  #open(call: () => void): void {
    if (this.#openDepth > 0) {
      // A replay answers inside the SDK's callback: the outer call is being observed already.
      call();
      return;
    }
    this.#openDepth += 1;
    let opened;
    try {
      opened = this.#flow.observe(call);
    } finally {
      this.#openDepth -= 1;
    }
    if (this.#state.stage !== 'oauth' || this.#windowOpened || opened === null) return;
    this.#windowOpened = true;
    this.#watch = new OAuthWatch(this.#session.page, opened, {
      onReturned: () => this.#setPhase('returned'),
      onCheck: () => void this.check(),
      onLook: () => this.#session.reread(),
      onDenied: (text) =>
        this.#fail(new PgError('oauth-denied', 'The provider refused.', {detail: text})),
    });
    this.#setPhase('waiting');
  }

  #onStage(stage: SdkInstallStage): void {
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
    const known = accountTypes.some(({id}) => id === this.#accountType);
    if (this.#settled.has('accountType') && known && this.#accountType !== undefined) {
      this.#flow.setAccountType(this.#accountType);
      return;
    }
    this.#settled.delete('accountType');
    this.#show({stage: 'accountType', accountTypes});
  }

  #onInstruction(stage: Instruction): void {
    this.#instruction = stage;
    if (this.#settled.has('instruction')) {
      stage.finish.onClick();
      return;
    }
    const {content, ctas, finish} = stage;
    this.#show({stage: 'instruction', content, calls: ctas, finishLabel: finish.label});
  }

  #onForm(stage: FormStage, inputs: readonly ConnectInput[]): void {
    if (stage === 'preOptions' && this.#settled.has('preOptions')) {
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

  #send(stage: FormStage, inputs: readonly ConnectInput[]): void {
    const values = this.#answers.get(stage) ?? {};
    const submission = (this.#submission += 1);
    const delay = this.#opensWindow(stage)
      ? 0
      : this.#flow.noteSubmission(this.integration, stage, values);
    const send = (): void => {
      if (submission !== this.#submission) return;
      let sent: Promise<void> | undefined;
      this.#open(() => {
        sent = this.#flow.submit(stage, values);
      });
      // The SDK is silent about a submission it swallowed.
      void sent?.then(() => {
        if (submission === this.#submission && this.#state.stage === 'submitting') {
          this.#refuse(stage, inputs, new PgError('nothing-installed', 'The SDK did not answer.'));
        }
      });
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

  #refuse(stage: FormStage, inputs: readonly ConnectInput[], error: PgError): void {
    if (stage === 'preOptions') this.#settled.delete('preOptions');
    this.#show({stage, inputs, credentialId: this.#credential, error});
  }

  #onComplete(event: SdkInstallEvent): void {
    if (event.credentialId === undefined) void this.check();
    else this.#finish(event.credentialId);
  }

  #onError(error: SdkError, stage: string | undefined): void {
    const problem = toPgError(error);
    const state = this.#state;
    if (problem.code === 'oauth-timeout' && this.#isFromEarlierAttempt()) return;
    if (problem.code === 'oauth-blocked') {
      this.#show({stage: 'oauth', phase: 'blocked', error: problem});
    } else if (state.stage === 'submitting' && stage === state.of) {
      this.#refuse(state.of, state.inputs, problem);
      this.#session.reread();
    } else {
      this.#fail(problem);
    }
  }

  /** Timers of a window that was given up still run in the SDK, and report to the attempt of today. */
  #isFromEarlierAttempt(): boolean {
    const elapsed = this.#session.page.now() - this.#attemptAt;
    return (
      this.#state.stage !== 'oauth' || elapsed < this.#oauthTimeout(this.#options.oauthTimeout)
    );
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
    if (this.#state.stage !== 'oauth' || this.#generation !== this.#session.generation) return;
    const found = this.#account.find(this.#target);
    if (found?.status === 'valid') this.#finish(found.id);
    // Signed in over there, but the SDK's own flow has not noticed and cannot be made to: go on with that account.
    else if (found && this.#state.phase === 'returned')
      this.#show({stage: 'resume', account: found});
  }

  #finish(credentialId: string): void {
    if (this.#isOver || this.#generation !== this.#session.generation) return;
    this.#submission += 1;
    this.#endWatch({closeWindow: true});
    this.#flow.stop();
    this.#answers.clear();
    this.#session.reread();
    this.#show({stage: 'done', credentialId});
    this.#settle.resolve(credentialId);
    void this.#afterwards(credentialId);
  }

  /** Of an account that was renewed or replaced the SDK keeps the old state: only the backend knows what is true now. */
  async #afterwards(credentialId: string): Promise<void> {
    if (this.#account.before.size > 0) await this.#session.refresh().catch(() => undefined);
    const obsolete = this.#obsolete;
    if (obsolete === undefined || obsolete === credentialId) return;
    if (this.#session.account(obsolete)?.status === 'pending') {
      await this.#session.disconnect(obsolete).catch(() => undefined);
    }
  }

  #end(reason: PgError): void {
    this.#submission += 1;
    this.#endWatch({closeWindow: true});
    this.#flow.stop();
    this.#answers.clear();
    this.#show({stage: 'cancelled'});
    this.#settle.reject(reason);
    this.#session.reread();
  }

  #endWatch(options: {readonly closeWindow: boolean}): void {
    this.#watch?.stop(options);
    this.#watch = undefined;
  }

  #setPhase(phase: OAuthPhase): void {
    if (this.#state.stage === 'oauth') this.#show({stage: 'oauth', phase});
  }

  #show(next: Shown): void {
    this.#state = Object.freeze({
      ...next,
      canGoBack: this.#canGoBack(next.stage),
      progress: this.#progress(next),
    });
    for (const listener of [...this.#listeners]) listener(this.#state);
  }

  #canGoBack(stage: InstallStage): boolean {
    // After the sign-in there is an account: what came before cannot be undone.
    if (this.#visited.includes('postOptions')) return false;
    if (!['instruction', 'preOptions', 'oauth', 'failed'].includes(stage)) return false;
    return this.#previous() !== undefined;
  }

  /** The last stage before this one that the person has answered. */
  #previous(): Answerable | undefined {
    const here = this.#visited.at(-1);
    const isPreset = this.#options.accountType === this.#accountType;
    return ANSWERABLE.findLast(
      (stage) =>
        stage !== here && this.#settled.has(stage) && !(stage === 'accountType' && isPreset),
    );
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
    return types.find(({id}) => id === this.#accountType);
  }

  #opensWindow(stage: FormStage): boolean {
    const scheme = schemeOf(this.#session.sdk, this.integration, this.#chosenType());
    return stage === 'preOptions' && scheme === 'oauth';
  }
}
