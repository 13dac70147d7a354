import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import {PgError} from '../../core/errors.js';
import type {ConnectInput} from '../../core/sdk.js';
import type {InstallRun} from '../../core/install/install-run.js';
import type {FormStage, InstallOptions, InstallState} from '../../core/install/install-state.js';
import type {ConnectSession} from '../../core/compose.js';
import {install} from '../../i18n/en/install.js';
import {Localizer} from '../../i18n/localize.js';
import {exportParts} from '../../ui/export-parts.js';
import {baseStyles} from '../../ui/base-styles.js';
import {buttonStyles, steadyButtonStyles} from '../../ui/button-styles.js';
import {MarkdownController} from '../../ui/markdown/markdown-controller.js';
import type {ErrorWords} from '../../ui/message/message.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {plainText} from '../../ui/safe.js';
import {skeletonLines, skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {TimedFlag} from '../../ui/timed-flag.js';
import {accountName} from '../../ui/account-name.js';
import {AccountReference} from '../account-reference.js';
import {emit} from '../emit.js';
import type {PgInput} from '../input/input.js';
import {titlesOf} from '../input/texts.js';
import {LazyCode, LazyElement, LazyElements} from '../lazy-elements.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {AccountRemoval} from './account-removal.js';
import {idleView} from './idle-view.js';
import {installFlowStyles} from './install-flow-styles.js';
import type {LinkedIntegration} from './link-view.js';
import {OneDecision} from './one-decision.js';
import {ProblemReport, RunController, tellChange, type RunTarget} from './run-controller.js';
import {StageFocus} from './stage-focus.js';
import {Suspension, suspensionStyles} from '../suspension.js';
import {adoptStyles, setStates} from '../../ui/dom.js';
import {orDefault} from '../../ui/or-default.js';

type StageCode = typeof import('./stage-views.js');

/** Longer than a provider usually needs to check answers. Milliseconds. */
const LONG = 10_000;

/** Longer than the provider's page usually needs to come up. Milliseconds. */
const OVERDUE = 5_000;

const input = new LazyElement('pg-input', () => import('../input/pg-input.js'));

/** The stages: what is shown before the start does without them. */
export const stages = new LazyCode(() => import('./stage-views.js'));

/**
 * Connects an account step by step: account type, instructions, questions, the provider's sign-in in another window, more
 * questions. Whatever happens there, it says so and offers a way on, and it never disconnects an account.
 *
 * @summary The connect flow of one integration
 * @slot idle - Instead of the connect button; start with `start()`
 * @slot app - Logo of the application, 40 × 40 px, beside that of the integration
 * @slot done - Instead of the confirmation at the end
 * @fires {CustomEvent<{integration: string, credentialId?: string}>} pg-install - Cancelable; the person wants to connect
 * @fires {CustomEvent<{integration: string, stage: InstallStage}>} pg-install-stage - Another stage is shown
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-installed - The account is connected
 * @fires {CustomEvent<{integration: string, stage: InstallStage, error: PgFailure}>} pg-install-error - A stage failed; it can be tried again
 * @fires {CustomEvent<{integration: string}>} pg-install-cancelled - The person stopped
 * @fires {CustomEvent<PgEventDetails['pg-install-close']>} pg-install-close - Cancelable; the person leaves the confirmation, for the settings of the account or for nothing
 * @fires {CustomEvent<PgErrorDetail>} pg-error - The element is set up wrongly, or the connection could not be started
 * @csspart base - All of it
 * @csspart panel - A stage with its buttons
 * @csspart link - The two logos and the link between them
 * @csspart logo - Logo of the integration
 * @csspart progress - The steps by name
 * @csspart heading - Heading of the stage
 * @csspart form - The questions of a stage
 * @csspart choices - Account types
 * @csspart choice - One account type
 * @csspart instruction - What to do at the provider first
 * @csspart actions - Row of buttons
 * @csspart error - What failed
 * @csspart done - The confirmation at the end
 * @cssState active - A connection is under way
 * @cssState connected - The connection succeeded
 * @cssState incomplete - The connection succeeded, and a required setting has no value yet
 * @cssState error - The last attempt failed
 */
export class PgInstallFlow extends SessionElement {
  static {
    this.addInitializer(exportParts);
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    steadyButtonStyles,
    skeletonStyles,
    installFlowStyles,
    suspensionStyles,
  ];

  /** Type of the integration, for example `slack`. */
  @property() @orDefault integration = '';

  /**
   * Id or external id of the account to sign in again instead of adding one; its settings and workflows stay. Where it is gone, no
   * other one is signed in again.
   */
  @property() credential: string | undefined;

  /** Adds an account beside those that are connected; without it a new one replaces them. */
  @property({type: Boolean, attribute: 'allow-multiple'}) allowMultiple = false;

  /** Your own identifier for the new account, unique among the accounts of the integration. */
  @property({attribute: 'external-id'}) externalId: string | undefined;

  /** Account type to use without asking. */
  @property({attribute: 'account-type'}) accountType: string | undefined;

  /** Where the provider sends the person after signing in, instead of the project's default. */
  @property({attribute: 'redirect-url'}) redirectUrl: string | undefined;

  /** Scopes to ask for beyond those that the account of `credential` has. */
  @property({attribute: false}) @orDefault additionalScopes: readonly string[] = [];

  /** Milliseconds until a sign-in counts as abandoned. */
  @property({type: Number, attribute: 'oauth-timeout'}) @orDefault oauthTimeout = 600_000;

  /** Starts by itself once the session is ready. Browsers may block the window then; the flow offers a button. */
  @property({type: Boolean, attribute: 'auto-start'}) autoStart = false;

  @state() private checking = false;
  /** The account type that is marked. */
  @state() private accountTypeChoice: string | undefined;
  /** The person wanted to go on without one. */
  @state() private isTypeMissing = false;

  readonly #internals = this.attachInternals();
  readonly #words = new Localizer(this, 'install', install);
  readonly #view = new SessionView(this);
  readonly #live = new LiveRegion(this);
  readonly #markdown = new MarkdownController(this);
  readonly #suspension = new Suspension(this, () => this.current);
  readonly #focus = new StageFocus(this, this.#live, this.#words);
  readonly #problems = new ProblemReport(this);
  readonly #reference = new AccountReference(this);
  readonly #removal = new AccountRemoval(this, this.#problems);
  readonly #runs = new RunController(this, this.#problems, (run, previous, next) =>
    this.#onChange(run, previous, next),
  );
  readonly #lazy = new LazyElements(this, this.#view, [stages, input]);
  readonly #sending = new TimedFlag(this, LONG, () =>
    this.#live.announce(this.#words.term('slow')),
  );
  readonly #signingIn = new TimedFlag(this, OVERDUE);
  readonly #decisions = new OneDecision(this);
  #autoStarted = false;

  /** The stage that is shown; `idle` before the start and after a cancellation. */
  get stage(): InstallState['stage'] {
    return this.#runs.state?.stage ?? 'idle';
  }

  /** Starts connecting. Call it inside the person's click: it may open a window. Does nothing while a connection is under way. */
  start(): void {
    this.#resolve();
    this.#start(this.#reference.id);
  }

  /** Moves focus to the heading of the stage, or to the button that starts. */
  override focus(options?: FocusOptions): void {
    this.#focus.focus(options);
  }

  /** Stops; what is connected stays connected. */
  cancel(): void {
    this.#runs.run?.cancel();
  }

  /** Tries the stage that failed again, with everything that was typed. Call it inside the person's click. */
  retry(): void {
    this.#problems.guard(() => this.#runs.run?.retry());
  }

  /** Goes back to the stage before, where there is one. */
  back(): void {
    this.#problems.guard(() => this.#runs.run?.back());
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.integration(this.integration), session.run];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#resolve();
    const target = this.#target;
    this.#runs.leaveOther(target);
    this.#runs.takeOver(target);
    if (this.stage === 'submitting') this.#sending.begin(this.current?.environment.after);
    else this.#sending.end();
    if (this.#isWaiting) this.#signingIn.begin(this.current?.environment.after);
    else this.#signingIn.end();
    setStates(this.#internals, {
      active: this.#runs.isActive,
      connected: this.stage === 'done',
      incomplete: this.#missing.length > 0,
      error: (this.#problems.problem ?? this.#runs.state?.error) !== undefined,
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.autoStart || this.#autoStarted || this.current?.snapshot.status !== 'ready') return;
    this.#autoStarted = true;
    queueMicrotask(() => this.start());
  }

  protected override render(): TemplateResult {
    const isHeld = this.#isHeld;
    return html`${isHeld ? this.#suspension.render(this.#view, this.#words.term('signedOutKept')) : nothing}
      <div class="base" part="base" ?inert=${isHeld}>
        ${this.#live.render()}${this.#renderBody()}
      </div>`;
  }

  /** A connection that is under way stays in sight for when the user is signed in again. */
  get #isHeld(): boolean {
    return this.#suspension.isOn && this.#runs.isActive;
  }

  #renderBody(): unknown {
    const {run, state} = this.#runs;
    const gate = this.#isHeld ? undefined : this.#view.gate(this.current, skeletonLines(3));
    if (gate !== undefined) return gate;
    const integration = this.#view.integration(this.current, this.integration);
    if (!integration) return this.#view.unknown(this.integration);
    const name = plainText(integration.name, 80);
    const {icon, brandColor} = integration;
    const linked: LinkedIntegration = {name, icon, brandColor};
    if (state?.stage === 'done') {
      return this.#renderDone(run, state, linked);
    }
    if (!run || !state || state.stage === 'cancelled' || state.stage === 'idle') {
      return this.#renderIdle(name);
    }
    return this.#renderStage(run, state, linked);
  }

  #renderIdle(name: string): TemplateResult {
    const problem = this.#problems.problem ?? this.#reference.error;
    const accounts = this.#accounts;
    const [first] = accounts;
    // In the place of an account that is gone there can only be a new one.
    const again = this.#reference.account?.id ?? this.#offered;
    const isConnected = !this.credential && first?.status === 'valid';
    const connected = accounts.length > 1 ? accounts.length : first && this.#nameOf(first);
    return idleView({
      words: this.#words,
      name,
      connected: isConnected ? connected : undefined,
      does: again ? 'reconnect' : first ? 'addAccount' : 'connect',
      error: problem && this.#view.words(problem),
      onStart: () => this.#start(again || undefined),
    });
  }

  /** A stage or the end, once their code is there. */
  #renderStages(content: (code: StageCode) => TemplateResult): unknown {
    return this.#lazy.render(
      stages,
      () => {
        if (!stages.code) return nothing;
        adoptStyles(this, stages.code.stageStyles);
        return content(stages.code);
      },
      html`<div class="coming">${skeletonLines(3)}</div>`,
    );
  }

  #renderDone(
    run: InstallRun | undefined,
    {credentialId, second}: Extract<InstallState, {readonly stage: 'done'}>,
    integration: LinkedIntegration,
  ): unknown {
    const {problem} = this.#problems;
    const missing = this.#missing;
    const connected = this.current?.connectedAccount(credentialId);
    return this.#renderStages(({doneView}) =>
      doneView({
        words: this.#words,
        isReconnected: run?.credentialId !== undefined,
        missing: missing.length > 0 ? titlesOf(missing, this.#words.languageOf('next')) : '',
        name: integration.name,
        integration,
        account: connected && this.#nameOf(connected),
        second: second && this.#nameOf(second),
        isRemoving: this.#removal.status === 'removing',
        error: problem && this.#view.words(problem),
        hasSettings: this.#hasSettings,
        onClose: (next) => void this.#onClose(credentialId, next),
        onKeep: () => run?.keepBoth(),
        onRemove: () => void this.#removal.remove(this.current, second?.id ?? ''),
      }),
    );
  }

  #renderStage(run: InstallRun, state: InstallState, integration: LinkedIntegration): unknown {
    const error = this.#stageError(state);
    return this.#renderStages(({stageView, refusedInput}) =>
      stageView(
        {
          run,
          session: this.current,
          name: integration.name,
          integration,
          nameOf: (account) => this.#nameOf(account),
          words: this.#words,
          checking: this.checking,
          isSlow: this.#sending.isOver,
          isOverdue: this.#signingIn.isOver,
          typeChoice: {id: this.accountTypeChoice, isMissing: this.isTypeMissing},
          error,
          refusedField:
            'inputs' in state && state.error?.code === 'refused'
              ? refusedInput(state.inputs, state.error.detail)
              : undefined,
          leftover: this.#removal.status,
          renderForm: (form) => this.#lazy.render(input, form, skeletonLines(3)),
          markdown: (source) => this.#markdown.render(source, {images: this.current?.showsImage}),
          onAnswer: (stage) => this.#onAnswer(run, stage),
          onChooseType: (id) => {
            this.accountTypeChoice = id;
            this.isTypeMissing = false;
          },
          onSubmit: () => this.#onSubmit(run),
          onBack: () => this.back(),
          onCancel: () => this.cancel(),
          onGoOn: (call) => this.#problems.guard(call),
          onCheck: () => void this.#onCheck(run),
          onCopy: (text) => void this.#copy(text),
          onRemoveLeftover: (credentialId) => void this.#removal.remove(this.current, credentialId),
        },
        state,
      ),
    );
  }

  /** As it is called now: the flow may have met the account a while ago. */
  #nameOf(account: ConnectedAccount): string {
    const current = this.current?.connectedAccount(account.id);
    return accountName(current ?? account, this.#view.common);
  }

  get #hasSettings(): boolean {
    const texts = this.current?.texts(this.integration);
    return texts !== undefined && texts.settings.length + texts.workflows.length > 0;
  }

  #stageError(state: InstallState): ErrorWords | undefined {
    const error = this.#problems.problem ?? state.error;
    const isSignedOut = error?.code === 'signed-out';
    // The heading of a blocked window says it already, and what stands above while nobody is signed in.
    const isSaid =
      (state.stage === 'oauth' && state.phase === 'blocked') || (isSignedOut && this.#isHeld);
    if (!error || isSaid) return undefined;
    const words = this.#view.words(error);
    return isSignedOut ? {...words, detail: this.#words.term('sendAgain')} : words;
  }

  /** Out of the document an element has no session, and comes back to the account of before. */
  #resolve(): void {
    if (this.current) this.#reference.resolve(this.current, this.credential, this.integration);
  }

  #start(credential: string | undefined): void {
    const session = this.current;
    this.#runs.leaveOther(this.#target);
    if (this.#runs.isActive) return;
    if (!session) {
      const message = '<pg-install-flow> has no session.';
      this.#problems.report(new PgError('provider-missing', message));
      return;
    }
    const {integration} = this;
    const detail = credential ? {integration, credentialId: credential} : {integration};
    if (!emit(this, 'pg-install', detail)) return;
    this.#problems.clear();
    this.#removal.reset();
    this.accountTypeChoice = this.accountType || undefined;
    this.#runs.start(session, this.#options(credential));
  }

  get #target(): RunTarget {
    const {integration, current: session} = this;
    return {integration, credential: this.#reference.id, session, offered: this.#offered};
  }

  /** Required settings of the account that the run has connected, which have no value yet. */
  get #missing(): readonly ConnectInput[] {
    const {state} = this.#runs;
    const {current: session} = this;
    if (state?.stage !== 'done' || !session) return [];
    const account = session.connectedAccount(state.credentialId);
    return account ? session.missingSettings(account).map((one) => one.input) : [];
  }

  /** Accounts that have been connected, whether they still work or not. */
  get #accounts(): readonly ConnectedAccount[] {
    const accounts = this.current?.integration(this.integration)?.accounts ?? [];
    return accounts.filter(({status}) => status !== 'pending');
  }

  /** The account that the flow offers to sign in again where it is for none, and cannot add one beside it. */
  get #offered(): string | undefined {
    const [first, second] = this.#accounts;
    return this.credential || this.allowMultiple || second ? undefined : first?.id;
  }

  /** Whether the person is in the sign-in window, as far as is known. */
  get #isWaiting(): boolean {
    const {state} = this.#runs;
    return state?.stage === 'oauth' && state.phase === 'waiting';
  }

  #options(credentialId: string | undefined): InstallOptions {
    const {integration, allowMultiple, redirectUrl, oauthTimeout} = this;
    return {
      integration,
      credentialId,
      allowMultiple,
      // Frameworks take a text away by null or the empty one.
      externalId: this.externalId || undefined,
      accountType: this.accountType || undefined,
      redirectUrl,
      oauthTimeout,
      additionalScopes: this.additionalScopes,
    };
  }

  #fields(): NodeListOf<PgInput> {
    return this.renderRoot.querySelectorAll<PgInput>('pg-input');
  }

  #onChange(run: InstallRun, previous: InstallState | undefined, next: InstallState): void {
    if (previous?.stage !== next.stage) this.#decisions.onChange();
    if (next.stage === 'accountType') this.isTypeMissing = false;
    this.#focus.hold();
    tellChange(this, run.integration, previous, next);
    void this.#handOn(previous, next);
  }

  async #handOn(previous: InstallState | undefined, next: InstallState): Promise<void> {
    // Without their code there is nothing yet that could take the focus; why it did not come is said where they would be.
    await stages.load().catch(() => undefined);
    await this.#focus.handOn(previous, next, () => this.#runs.state === next);
    if (this.#runs.state !== next || !next.error || previous?.stage !== 'submitting') return;
    const refused = [...this.#fields()].find(({errorMessage}) => errorMessage !== '');
    if (refused && this.matches(':focus-within')) refused.focus();
  }

  #onAnswer(run: InstallRun, stage: FormStage): void {
    // A field that is taken away with the focus in it fires a last event, when others of its form are gone already.
    if (run.state.stage !== stage) return;
    const {code} = stages;
    if (code) run.keepAnswers(stage, code.answersOf(this.#fields()));
    // Choices of one field can depend on the answer in another.
    this.requestUpdate();
  }

  #onSubmit(run: InstallRun): void {
    const {stage} = run.state;
    const {code} = stages;
    if (stage === 'accountType') {
      void this.#chooseType(run);
      return;
    }
    if (stage !== 'preOptions' && stage !== 'postOptions') return;
    // Without them there is nothing to send yet.
    if (!input.isDefined || !code) return;
    const fields = this.#fields();
    if (code.validate(fields)) this.#problems.guard(() => run.submit(code.answersOf(fields)));
  }

  async #chooseType(run: InstallRun): Promise<void> {
    const {accountTypeChoice} = this;
    if (accountTypeChoice !== undefined) {
      run.chooseAccountType(accountTypeChoice);
      return;
    }
    this.isTypeMissing = true;
    // What the focus comes to is read with what is wrong.
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.choice .check')?.focus();
  }

  /** The confirmation is read: a host can go on from here. */
  async #onClose(credentialId: string, next: 'settings' | 'nothing'): Promise<void> {
    const {integration} = this;
    if (!emit(this, 'pg-install-close', {integration, credentialId, next})) return;
    this.#runs.leave();
    await this.updateComplete;
    if (this.isConnected) this.focus();
  }

  /** Copies what an instruction offers, and says whether that has worked. */
  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#live.announce(this.#words.term('copied'));
    } catch {
      this.#live.announce(this.#words.term('copyFailed'), 'assertive');
    }
  }

  async #onCheck(run: InstallRun): Promise<void> {
    if (this.checking) return;
    this.checking = true;
    await run.check();
    this.checking = false;
    if (run.state.stage === 'oauth') {
      const name = this.current?.integration(this.integration)?.name;
      this.#live.announce(this.#words.term('returnedText', plainText(name, 80)));
    }
  }
}
