import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {PgError} from '../../core/errors.js';
import {InstallRun} from '../../core/install/install-run.js';
import type {FormStage, InstallOptions, InstallState} from '../../core/install/install-state.js';
import {toPgError} from '../../core/parse-error.js';
import type {ConnectSession} from '../../core/session.js';
import {install} from '../../i18n/en/install.js';
import {Localizer} from '../../i18n/localize.js';
import {markdownStyles} from '../../ui/markdown/markdown-styles.js';
import {baseStyles, buttonStyles} from '../../ui/base-styles.js';
import {connectedIcon} from '../../ui/icons.js';
import type {ErrorWords} from '../../ui/message/error-words.js';
import {inlineError} from '../../ui/message/inline-error.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {plainText} from '../../ui/safe/text.js';
import {skeletonLines, skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {emit} from '../emit.js';
import type {PgInput} from '../input/input.js';
import {MarkdownController} from '../../ui/markdown/markdown-controller.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {installFlowStyles} from './install-flow-styles.js';
import {answersOf, validate} from './install-form.js';
import {stageView} from './stage-views.js';

/**
 * Connects an account step by step: account type, instructions, questions, the provider's sign-in in another window, more
 * questions. Whatever happens there, it says so and offers a way on, and it never disconnects an account.
 *
 * @summary The connect flow of one integration
 * @slot idle - Instead of the connect button; start with `start()`
 * @slot done - Instead of the confirmation at the end
 * @fires {CustomEvent<{integration: string, credentialId?: string}>} pg-install - Cancelable; the person wants to connect
 * @fires {CustomEvent<{integration: string, stage: InstallStage}>} pg-install-stage - Another stage is shown
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-installed - The account is connected
 * @fires {CustomEvent<{integration: string, stage: InstallStage, error: PgFailure}>} pg-install-error - A stage failed; it can be tried again
 * @fires {CustomEvent<{integration: string}>} pg-install-cancelled - The person stopped
 * @fires {CustomEvent<PgErrorDetail>} pg-error - The element is set up wrongly, or the connection could not be started
 * @csspart base - All of it
 * @csspart progress - Step number and track
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
 * @cssState error - The last attempt failed
 */
export class PgInstallFlow extends SessionElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    messageStyles,
    skeletonStyles,
    markdownStyles,
    installFlowStyles,
  ];

  /** Type of the integration, for example `slack`. */
  @property() integration = '';

  /** Account to sign in again instead of adding one. Its settings and workflows stay. */
  @property() credential: string | undefined;

  /** Adds an account beside those that are connected; without it a new one replaces them. */
  @property({type: Boolean, attribute: 'allow-multiple'}) allowMultiple = false;

  /** Your own identifier for the new account, unique among the accounts of the integration. */
  @property({attribute: 'external-id'}) externalId: string | undefined;

  /** Account type to use without asking. */
  @property({attribute: 'account-type'}) accountType: string | undefined;

  /** Where the provider sends the person after signing in, instead of the project's default. */
  @property({attribute: 'redirect-url'}) redirectUrl: string | undefined;

  /** Milliseconds until a sign-in counts as abandoned. */
  @property({type: Number, attribute: 'oauth-timeout'}) oauthTimeout = 600_000;

  /** Starts by itself once the session is ready. Browsers may block the window then; the flow offers a button. */
  @property({type: Boolean, attribute: 'auto-start'}) autoStart = false;

  @state() private flow: InstallState | undefined;
  @state() private problem: PgError | undefined;
  @state() private checking = false;
  @state() private leftover: 'kept' | 'removing' | 'removed' = 'kept';

  @query('.heading') private readonly headingElement!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  readonly #words = new Localizer(this, 'install', install);
  readonly #view = new SessionView(this);
  readonly #live = new LiveRegion(this);
  readonly #markdown = new MarkdownController(this);
  #run: InstallRun | undefined;
  /** What is shown now is about these: when they change, another integration or account is asked for. */
  #shownFor: {
    readonly integration: string;
    readonly credential: string | undefined;
    readonly session: ConnectSession | undefined;
  } = {integration: '', credential: undefined, session: undefined};
  #unsubscribe: (() => void) | undefined;
  #autoStarted = false;
  #heldFocus = false;
  #isAway = false;

  /** The stage that is shown; `idle` before the start and after a cancellation. */
  get stage(): InstallState['stage'] {
    return this.flow?.stage ?? 'idle';
  }

  /** Starts connecting. Call it inside the person's click: it may open a window. Does nothing while a connection is under way. */
  start(): void {
    const session = this.current;
    this.#dropOther();
    if (this.#run?.isActive) return;
    if (!session) {
      this.#report(new PgError('provider-missing', '<pg-install-flow> has no session.'));
      return;
    }
    const {integration, credential} = this;
    const detail = credential ? {integration, credentialId: credential} : {integration};
    if (!emit(this, 'pg-install', detail)) return;
    this.problem = undefined;
    this.leftover = 'kept';
    const run = new InstallRun(session, this.#options());
    this.#adopt(run);
    try {
      run.start();
    } catch (error) {
      this.#release();
      this.#report(toPgError(error));
    }
  }

  /** Moves focus to the heading of the stage, or to the button that starts. */
  override focus(options?: FocusOptions): void {
    const button = this.renderRoot.querySelector<HTMLElement>('.button');
    (this.headingElement ?? button)?.focus(options);
  }

  /** Stops; what is connected stays connected. */
  cancel(): void {
    this.#run?.cancel();
  }

  /** Tries the stage that failed again, with everything that was typed. Call it inside the person's click. */
  retry(): void {
    this.#guard(() => this.#run?.retry());
  }

  /** Goes back to the stage before, where there is one. */
  back(): void {
    this.#guard(() => this.#run?.back());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#isTakenOver) this.#release();
    this.#isAway = false;
    this.#run?.attach();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      // The run goes on without a view: the person may be signing in over there. The next flow that shows up takes it over.
      if (this.isConnected) return;
      this.#run?.detach();
      this.#isAway = true;
    });
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.integration(this.integration)];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#dropOther();
    this.#takeOver();
    this.#setState('active', this.#run?.isActive === true);
    this.#setState('connected', this.stage === 'done');
    this.#setState('error', (this.problem ?? this.flow?.error) !== undefined);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.autoStart || this.#autoStarted || this.current?.snapshot.status !== 'ready') return;
    this.#autoStarted = true;
    queueMicrotask(() => this.start());
  }

  protected override render(): TemplateResult {
    return html`<div class="base" part="base">${this.#live.render()}${this.#renderBody()}</div>`;
  }

  #renderBody(): unknown {
    const {flow} = this;
    const gate = this.#view.gate(this.current, skeletonLines(3));
    if (gate !== undefined) return gate;
    const integration = this.#view.integration(this.current, this.integration);
    if (!integration) return this.#view.unknown(this.integration);
    const name = plainText(integration.name, 80);
    if (flow?.stage === 'done') return this.#renderDone(name, flow.credentialId);
    if (!flow || !this.#run || flow.stage === 'cancelled' || flow.stage === 'idle') {
      return this.#renderIdle(name, integration.accounts.length > 0);
    }
    return this.#renderStage(this.#run, flow, name);
  }

  #renderIdle(name: string, hasAccounts: boolean): TemplateResult {
    const label = this.credential
      ? this.#words.term('reconnect', name)
      : this.#words.term(hasAccounts && this.allowMultiple ? 'addAccount' : 'connect', name);
    return html`
      ${inlineError({error: this.problem && this.#view.words(this.problem)})}
      <slot name="idle">
        <button type="button" class="button primary" @click=${() => this.start()}>${label}</button>
      </slot>
    `;
  }

  #renderDone(name: string, credentialId: string): TemplateResult {
    const account = this.current?.account(credentialId)?.accountIdentifier();
    const text = account
      ? this.#words.term('accountAdded', name, plainText(account, 120))
      : this.#words.term('connected', name);
    return html`
      <slot name="done">
        <div class="done" part="done">
          ${connectedIcon}
          <p class="heading" tabindex="-1">${text}</p>
        </div>
      </slot>
    `;
  }

  #renderStage(run: InstallRun, state: InstallState, name: string): TemplateResult {
    return stageView(
      {
        run,
        name,
        words: this.#words,
        checking: this.checking,
        error: this.#stageError(state),
        leftover: this.leftover,
        markdown: (source) => this.#markdown.render(source),
        onAnswer: (stage) => this.#onAnswer(run, stage),
        onSubmit: () => this.#onSubmit(run),
        onBack: () => this.back(),
        onCancel: () => this.cancel(),
        onGoOn: (call) => this.#guard(call),
        onCheck: () => void this.#onCheck(run),
        onCopy: (text) => void this.#onCopy(text),
        onRemoveLeftover: (credentialId) => void this.#onRemoveLeftover(credentialId),
      },
      state,
    );
  }

  #stageError(state: InstallState): ErrorWords | undefined {
    const error = this.problem ?? state.error;
    // The heading of a blocked window says it already.
    const isSaid = state.stage === 'oauth' && state.phase === 'blocked';
    return error && !isSaid ? this.#view.words(error) : undefined;
  }

  #options(): InstallOptions {
    const {integration, credential, allowMultiple, accountType, redirectUrl, oauthTimeout} = this;
    return {
      integration,
      credentialId: credential || undefined,
      allowMultiple,
      externalId: this.externalId,
      accountType,
      redirectUrl,
      oauthTimeout,
    };
  }

  /** Whether another flow has gone on with the run while this one was away. */
  get #isTakenOver(): boolean {
    return this.#isAway && this.#run?.isDetached === false;
  }

  /** Leaves a run that is not about what this element is for now, or whose account is gone again. */
  #dropOther(): void {
    const {integration, credential, flow, current} = this;
    const shown = this.#shownFor;
    // While this is out of the document it has no session, and comes back to the one of before.
    const session = current ?? shown.session;
    const isOther =
      shown.integration !== integration ||
      shown.credential !== credential ||
      shown.session !== session;
    const isGone =
      flow?.stage === 'done' &&
      current?.snapshot.status === 'ready' &&
      !current.account(flow.credentialId);
    if (!isOther && !isGone) return;
    this.#shownFor = {integration, credential, session};
    this.problem = undefined;
    this.#run?.detach();
    this.#release();
  }

  /** A run that lost its element, by a change of route for example, goes on in this one. */
  #takeOver(): void {
    const run = this.current?.run;
    if (this.#run || !(run instanceof InstallRun) || !run.isActive || !run.isDetached) return;
    if (run.integration !== this.integration || run.credentialId !== (this.credential || undefined))
      return;
    this.#adopt(run);
  }

  #adopt(run: InstallRun): void {
    this.#release();
    this.#run = run;
    run.attach();
    this.flow = run.state;
    this.#unsubscribe = run.subscribe((next) => this.#onState(run, next));
  }

  #release(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#run = undefined;
    this.flow = undefined;
  }

  #fields(): NodeListOf<PgInput> {
    return this.renderRoot.querySelectorAll<PgInput>('pg-input');
  }

  /** Methods of a run refuse, by throwing, what another run on the page makes impossible. */
  #guard(call: () => void): void {
    this.problem = undefined;
    try {
      call();
    } catch (error) {
      this.#report(toPgError(error));
    }
  }

  #report(problem: PgError): void {
    this.problem = problem;
    emit(this, 'pg-error', {code: problem.code, message: problem.message, cause: problem.cause});
  }

  #setState(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  #onState(run: InstallRun, next: InstallState): void {
    if (this.#isTakenOver) {
      this.#release();
      return;
    }
    const previous = this.flow;
    // Kept until it is handed on: a second change can come when the control that had it is gone already.
    this.#heldFocus ||= this.shadowRoot?.activeElement != null;
    this.flow = next;
    const {integration} = run;
    if (previous?.stage !== next.stage) {
      this.problem = undefined;
      emit(this, 'pg-install-stage', {integration, stage: next.stage});
    }
    if (next.error && next.error !== previous?.error) {
      const {code, message} = next.error;
      const stage = next.stage === 'failed' ? next.at : next.stage;
      emit(this, 'pg-install-error', {integration, stage, error: {code, message}});
    }
    if (next.stage === 'done')
      emit(this, 'pg-installed', {integration, credentialId: next.credentialId});
    if (next.stage === 'cancelled') emit(this, 'pg-install-cancelled', {integration});
    void this.#afterChange(previous, next);
  }

  async #afterChange(previous: InstallState | undefined, next: InstallState): Promise<void> {
    await this.updateComplete;
    if (next !== this.flow) return;
    const hadFocus = this.#heldFocus;
    this.#heldFocus = false;
    if (next.stage === 'cancelled') this.#live.announce(this.#words.term('cancelled'));
    const isSameForm = next.stage === 'submitting' || previous?.stage === 'submitting';
    if (isSameForm && next.stage !== 'done' && next.stage !== 'failed' && next.stage !== 'oauth')
      return;
    const heading = this.headingElement;
    // The control that had focus is gone: its place is taken by the heading of what came, or by the button that starts.
    if (hadFocus) this.focus();
    else if (heading) this.#live.announce(heading.textContent.trim());
  }

  #onAnswer(run: InstallRun, stage: FormStage): void {
    // A field that is taken away with the focus in it fires a last event, when others of its form are gone already.
    if (run.state.stage !== stage) return;
    run.keepAnswers(stage, answersOf(this.#fields()));
    // Choices of one field can depend on the answer in another.
    this.requestUpdate();
  }

  #onSubmit(run: InstallRun): void {
    const {stage} = run.state;
    if (stage !== 'preOptions' && stage !== 'postOptions') return;
    const fields = this.#fields();
    if (validate(fields)) this.#guard(() => run.submit(answersOf(fields)));
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

  async #onCopy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#live.announce(this.#words.term('copied'));
    } catch {
      this.#live.announce(this.#words.term('copyFailed'), 'assertive');
    }
  }

  async #onRemoveLeftover(credentialId: string): Promise<void> {
    if (this.leftover !== 'kept') return;
    this.leftover = 'removing';
    this.problem = undefined;
    try {
      await this.current?.disconnect(credentialId);
      this.leftover = 'removed';
    } catch (error) {
      this.leftover = 'kept';
      this.#report(toPgError(error));
    }
  }
}
