import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import {findConfiguration} from '../../core/accounts/configurations.js';
import {configurationIdOf} from '../../core/accounts/selection.js';
import {PgError} from '../../core/errors.js';
import type {ConnectInput} from '../../core/sdk.js';
import type {ConnectSession} from '../../core/compose.js';
import type {Integration} from '../../core/session/snapshot.js';
import type {SettingsDraft} from '../../core/settings/settings-draft.js';
import {getSettingsDrafts} from '../../core/settings/settings-drafts.js';
import {
  groupsOf,
  type FieldDraft,
  type SettingsSection,
  type WorkflowDraft,
} from '../../core/settings/settings-state.js';
import {settings as words} from '../../i18n/en/settings.js';
import {Localizer} from '../../i18n/localize.js';
import {exportParts} from '../../ui/export-parts.js';
import {baseStyles} from '../../ui/base-styles.js';
import {adoptStyles, setStates} from '../../ui/dom.js';
import {buttonStyles, steadyButtonStyles} from '../../ui/button-styles.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {plainText} from '../../ui/safe.js';
import {skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {TimedFlag} from '../../ui/timed-flag.js';
import type {PgInput} from '../input/input.js';
import {switchStyles} from '../input/switch-styles.js';
import {accountName} from '../../ui/account-name.js';
import {AccountReference} from '../account-reference.js';
import {emit} from '../emit.js';
import {DraftController} from '../draft-controller.js';
import {confirm} from '../lazy-confirm.js';
import {LazyCode, LazyElement, LazyElements} from '../lazy-elements.js';
import {SessionElement} from '../session-element.js';
import {SessionView} from '../session-view.js';
import {Suspension, suspensionStyles} from '../suspension.js';
import {
  goneView,
  noAccountView,
  reconnectView,
  settingsSkeleton,
  type GoneOptions,
  type ReconnectOptions,
} from './account-states.js';
import type {ConfigurationChooser} from './configuration-chooser.js';
import {KeepInSight} from './keep-in-sight.js';
import {LeaveGuard} from './leave-guard.js';
import {problemsOf, settingsForm, showStates} from './settings-form.js';
import {SettingsSaver, toggleWorkflow} from './settings-saver.js';
import {ParameterKeeper} from './settings-view.js';
import {userSettingsStyles} from './user-settings-styles.js';
import {orDefault} from '../../ui/or-default.js';

/** As long as it takes to notice a check and a word. Milliseconds. */
const NOTICED = 2_000;

const input = new LazyElement('pg-input', () => import('../input/pg-input.js'));
/** Few accounts have several configurations. */
const chooser = new LazyCode(() => import('./configuration-chooser.js'));

/** How people get to the configurations of an account. */
export type ConfigurationsMode = 'auto' | 'choose' | 'manage';

const installFlow = new LazyElement(
  'pg-install-flow',
  () => import('../install-flow/pg-install-flow.js'),
);

/**
 * Settings and workflows of one account. What is typed is never lost: not by a failed save, a refused value, a change from
 * elsewhere, or by taking the element away; elements that show the same account edit the same draft.
 *
 * @summary Settings and workflows of an account
 * @slot actions - Further actions, beside the save button
 * @fires {CustomEvent<PgEventDetails['pg-settings-save']>} pg-settings-save - Cancelable; the person saves. `values` and `workflows` are the changes without secrets
 * @fires {CustomEvent<PgEventDetails['pg-settings-saved']>} pg-settings-saved - The changes are saved
 * @fires {CustomEvent<PgEventDetails['pg-settings-error']>} pg-settings-error - Something was refused or failed; it is kept
 * @fires {CustomEvent<PgEventDetails['pg-workflow-toggle']>} pg-workflow-toggle - Cancelable; the person switches a workflow
 * @fires {CustomEvent<PgEventDetails['pg-workflow-toggled']>} pg-workflow-toggled - The workflow is switched
 * @fires {CustomEvent<{integration: string, credentialId: string}>} pg-account-select - The account is gone, and the person chose another one
 * @fires {CustomEvent<PgEventDetails['pg-configuration-select']>} pg-configuration-select - The person chose another configuration of the account
 * @fires {CustomEvent<PgEventDetails['pg-error']>} pg-error - There is no such account (`account-not-found`)
 * @fires input - The person changes a value; a plain event that holds none of it
 * @fires change - The person finished a change
 * @csspart base - All of it
 * @csspart configurations - The choice among the account's configurations
 * @csspart configuration-actions - Buttons that add, rename and remove them
 * @csspart naming - Form for the name of one
 * @csspart form - The form
 * @csspart account - Heading that names the account
 * @csspart summary - Fields that are wrong, above the form, where there are several
 * @csspart heading - Heading of a section
 * @csspart fields - Fields that are saved together
 * @csspart workflows - The list of workflows
 * @csspart workflow - One workflow
 * @csspart workflow-name - Its name
 * @csspart switch - Its switch
 * @csspart actions - The bar with the buttons
 * @csspart status - What is not saved, and how the last save went
 * @csspart save - The save button, there while something is not saved
 * @csspart conflict - What was saved elsewhere while a field was being edited
 * @csspart note - Why the settings cannot be changed
 * @csspart empty - The empty state
 * @csspart error - What failed
 * @cssState loading - The settings are not there yet
 * @cssState incomplete - A required setting of the account has no value
 * @cssState dirty - Something typed is not saved
 * @cssState saving - A save is under way
 * @cssState error - The last save failed or was refused
 */
export class PgUserSettings extends SessionElement {
  static {
    this.addInitializer(exportParts);
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    steadyButtonStyles,
    messageStyles,
    skeletonStyles,
    switchStyles,
    userSettingsStyles,
    suspensionStyles,
  ];

  /** Type of the integration, for example `slack`. */
  @property() @orDefault integration = '';

  /** Id or external id of the account; absent, the first one that works. Where it is gone, no other takes its place. */
  @property() credential: string | undefined;

  /** Id or external id of the account's configuration; absent, the default one. */
  @property() configuration: string | undefined;

  /**
   * How people get to the configurations of the account. `auto`: they choose where there are several and `configuration` names none.
   * `choose`: wherever there are several. `manage`: always, and they add, rename and remove them. The default one stays.
   */
  @property() @orDefault configurations: ConfigurationsMode = 'auto';

  /** Saves changes by itself, a moment after each. */
  @property({type: Boolean}) autosave = false;

  /** What to show: settings of the integration, its workflows, or `all`. */
  @property() @orDefault section: SettingsSection = 'all';

  @state() private isReconnecting = false;
  /** Id of the configuration that the person has chosen here. */
  @state() private chosenConfiguration: string | undefined;
  /** What was wrong at the last attempt to save. It stays as it is until the next one, so that nothing moves while people type. */
  @state() private problems: readonly FieldDraft[] = [];

  @query('.bar') private readonly bar!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  readonly #words = new Localizer(this, 'settings', words);
  readonly #view = new SessionView(this);
  readonly #live = new LiveRegion(this);
  readonly #lazy = new LazyElements(this, this.#view, [input, installFlow]);
  readonly #parameters = new ParameterKeeper();
  readonly #saver = new SettingsSaver(this);
  readonly #drafts = new DraftController(this, (draft) => void this.#onAutosave(draft));
  readonly #justSaved = new TimedFlag(this, NOTICED);
  readonly #leaveGuard = new LeaveGuard(this, {
    save: () => void this.#onAutosave(this.#drafts.draft),
    hurry: () => {
      if (this.current && this.autosave) getSettingsDrafts(this.current).skipChecks();
    },
    // Also of an account that was shown before.
    isUnsaved: () => this.current !== undefined && getSettingsDrafts(this.current).isDirty(),
  });
  readonly #reference = new AccountReference(this);
  readonly #suspension = new Suspension(this, () => this.current);
  /** Required settings that have no value. */
  #missing: readonly ConnectInput[] = [];
  #shownChange: PgInput | undefined;
  #accountId: string | undefined;
  #chooser: ConfigurationChooser | undefined;

  constructor() {
    super();
    new KeepInSight(this);
  }

  /**
   * Saves what was changed, if all of it is right; else shows what is wrong and moves the focus there. Resolves with whether
   * everything is saved.
   */
  async save(): Promise<boolean> {
    const {draft} = this.#drafts;
    const {section} = this;
    if (!draft) return false;
    this.problems = [];
    if (!draft.isDirty(section)) return true;
    if (!this.#saver.validate(draft, section)) {
      await this.#showProblems(draft);
      return false;
    }
    const hadFocus = this.#hasFocusInBar;
    const outcome = await this.#saver.save(draft, section);
    if (outcome === 'refused' || outcome === 'failed' || outcome === 'invalid') {
      await this.#showProblems(draft);
    }
    if (outcome === 'saved') {
      this.#saySaved();
      await this.updateComplete;
      if (hadFocus && this.shadowRoot?.activeElement === null) this.#holdFocus();
    }
    return !draft.isDirty(section);
  }

  /** Goes back to what is saved. */
  reset(): void {
    // What was typed since the last render must reach the fields before they can go back.
    if (this.isUpdatePending) this.performUpdate();
    this.problems = [];
    this.#drafts.draft?.reset(this.section);
  }

  /** Whether all values are right. Shows nothing. */
  checkValidity(): boolean {
    return this.#saver.fields.every((field) => field.checkValidity());
  }

  /** Moves the focus to the first field or switch. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('pg-input, .switch, .button')?.focus(options);
  }

  protected override get looksOdd(): boolean {
    const isKnown = ['all', 'settings', 'workflows'].includes(this.section);
    return !isKnown || !['auto', 'choose', 'manage'].includes(this.configurations);
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    return [session.integration(this.integration), session.texts(this.integration)];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const {integration} = this;
    if (changed.has('integration') || changed.has('credential')) this.isReconnecting = false;
    const account = this.#reference.choose(this.current, this.credential, integration);
    if (changed.has('configuration') || account?.id !== this.#accountId)
      this.chosenConfiguration = undefined;
    this.#accountId = account?.id;
    this.#prepareChooser(account);
    const {draft} = this.#drafts;
    this.#drafts.follow(
      account &&
        this.current &&
        getSettingsDrafts(this.current).draft({
          integration,
          credentialId: account.id,
          configurationId: this.#configurationOf(account),
        }),
    );
    if (draft !== this.#drafts.draft) this.problems = [];
    this.#missing = this.#findMissing(account);
    setStates(this.#internals, {incomplete: this.#missing.length > 0});
    showStates(this.#internals, this.current, this.#drafts.draft, this.section);
  }

  /** Undefined for the default one. */
  #configurationOf(account: ConnectedAccount): string | undefined {
    return configurationIdOf(
      account,
      this.chosenConfiguration ?? (this.configuration || undefined),
    );
  }

  #canChoose({configurations}: ConnectedAccount): boolean {
    const {configurations: mode} = this;
    if (mode === 'manage') return true;
    return configurations.length > 1 && (mode === 'choose' || !this.configuration);
  }

  #prepareChooser(account: ConnectedAccount | undefined): void {
    if (!account || !this.#canChoose(account) || !chooser.code) return;
    this.#chooser ??= new chooser.code.ConfigurationChooser({
      host: this,
      view: this.#view,
      live: this.#live,
      lazy: this.#lazy,
      confirm,
      onChoose: ({id: configurationId}) => {
        this.chosenConfiguration = configurationId;
        const {integration} = this;
        const credentialId = this.#accountId ?? '';
        emit(this, 'pg-configuration-select', {integration, credentialId, configurationId});
      },
    });
  }

  /** Of the default configuration: the others are the host's. */
  #findMissing(account: ConnectedAccount | undefined): readonly ConnectInput[] {
    if (!account || this.#configurationOf(account) !== undefined) return [];
    const {section} = this;
    const missing = this.current?.missingSettings(account) ?? [];
    return missing
      .filter(
        ({workflowId}) => section === 'all' || (section === 'workflows') === Boolean(workflowId),
      )
      .map((one) => one.input);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#live.busy(this.#isLoading, this.#view.common.term('loading'));
  }

  get #isLoading(): boolean {
    return this.#view.isLoading(this.current);
  }

  protected override render(): TemplateResult {
    const isHeld = this.#suspension.isOn;
    return html`${this.#suspension.render(this.#view, this.#words.term('signedOutKept'))}
      <div
        class="base"
        part="base"
        aria-busy=${this.#isLoading ? 'true' : 'false'}
        ?inert=${isHeld}
      >
        ${this.#live.render()} ${this.#renderBody()}
      </div>`;
  }

  #renderBody(): unknown {
    const session = this.current;
    const gate = this.#suspension.isOn ? undefined : this.#view.gate(session, settingsSkeleton());
    if (gate !== undefined) return gate;
    const integration = this.#view.integration(session, this.integration);
    if (!integration) return this.#view.unknown(this.integration);
    const name = plainText(integration.name, 80);
    const {draft} = this.#drafts;
    const account = draft?.state.account;
    if (!draft || !account) return this.#renderGone(integration, name);
    const {access} = draft.state;
    if (access === 'account-not-valid' || this.isReconnecting) {
      const options: ReconnectOptions = {
        words: this.#words,
        session,
        account,
        accountName: this.#nameOf(account),
        isDirty: draft.isDirty(),
        onStage: (stage) => void this.#onReconnectStage(stage, account),
      };
      return this.#lazy.render(installFlow, () => reconnectView(options), settingsSkeleton());
    }
    if (access !== 'editable') {
      const detail = this.#words.term('configurationUnknown');
      const error = this.#view.error(new PgError('bad-input', access, {detail}));
      return [this.#renderChooser(session, account), error];
    }
    const form = (): TemplateResult => this.#renderForm(draft, name, this.#nameOf(account));
    return [
      this.#renderChooser(session, account),
      this.#lazy.render(input, form, settingsSkeleton()),
    ];
  }

  #renderChooser(session: ConnectSession | undefined, account: ConnectedAccount): unknown {
    if (!session || !this.#canChoose(account)) return nothing;
    const reference = this.#configurationOf(account);
    const choice = {
      session,
      account,
      chosen: findConfiguration(account.configurations, reference),
      isManaged: this.configurations === 'manage',
    };
    return this.#lazy.render(
      chooser,
      () => {
        if (chooser.code) adoptStyles(this, chooser.code.chooserStyles);
        return this.#chooser?.render(choice);
      },
      nothing,
    );
  }

  #nameOf(account: ConnectedAccount): string {
    return accountName(account, this.#view.common);
  }

  /** @param integration of which no account is shown */
  #renderGone({accounts}: Integration, name: string): unknown {
    if (!this.#reference.error) return noAccountView(this.#words, name);
    const options: GoneOptions = {
      words: this.#words,
      session: this.current,
      integration: this.integration,
      accounts: accounts.map((account) => [account.id, this.#nameOf(account)]),
      onConnected: (credentialId) => (this.credential = credentialId),
      onChoose: (credentialId) => {
        this.credential = credentialId;
        emit(this, 'pg-account-select', {integration: this.integration, credentialId});
      },
    };
    return this.#lazy.render(installFlow, () => goneView(options), settingsSkeleton());
  }

  #renderForm(draft: SettingsDraft, name: string, ofAccount: string): TemplateResult {
    return settingsForm({
      draft,
      name,
      accountName: ofAccount,
      section: this.section,
      missing: this.#missing,
      problems: this.problems,
      justSaved: this.#justSaved.isRunning,
      autosave: this.autosave,
      session: this.current,
      integration: this.integration,
      credentialId: draft.target.credentialId,
      words: this.#words,
      retryLabel: this.#view.common.term('retry'),
      errorWords: (error) => this.#view.words(error),
      parameters: (workflowId, fields) =>
        this.#parameters.of(
          {session: this.current, integration: this.integration},
          workflowId,
          fields,
        ),
      onInput: (input, value, workflowId) => draft.edit(input.id, value, workflowId),
      onResolve: (input, whose, workflowId) => {
        draft.resolve(input.id, whose, workflowId);
        this.#saver.fieldOf(input)?.focus();
      },
      onChange: () => this.#leaveGuard.schedule(),
      onFocus: (input) => this.#saver.fieldOf(input)?.focus(),
      onSave: () => void this.save(),
      onReset: () => void this.#onReset(),
      onShow: () => this.#showNextChange(draft),
      onToggle: (workflow, label, enabled) => void this.#onToggle(draft, workflow, label, enabled),
    });
  }

  /** Moves to the first field that something is wrong with. What else there is to say the bar says. */
  async #showProblems(draft: SettingsDraft): Promise<void> {
    if (draft !== this.#drafts.draft) return;
    this.problems = problemsOf(draft, this.section);
    await this.updateComplete;
    const [first] = this.problems;
    const field = first && this.#saver.fieldOf(first.input);
    await field?.updateComplete;
    field?.focus();
  }

  /** Goes through all that is not saved, one press after the other. */
  #showNextChange(draft: SettingsDraft): void {
    const changed = groupsOf(draft.state, this.section)
      .flatMap(({fields}) => fields)
      .flatMap(({input, isDirty}) => (isDirty ? (this.#saver.fieldOf(input) ?? []) : []));
    const next = changed[changed.findIndex((field) => field === this.#shownChange) + 1];
    this.#shownChange = next ?? changed[0];
    this.#shownChange?.focus();
  }

  get #hasFocusInBar(): boolean {
    return this.bar?.contains(this.shadowRoot?.activeElement ?? null) === true;
  }

  /** Keeps the place of the button that was pressed, which is gone: the Tab key goes on from there. */
  #holdFocus(): void {
    this.bar?.focus({preventScroll: true});
  }

  async #onReset(): Promise<void> {
    this.reset();
    this.#live.announce(this.#words.term('discarded'));
    await this.updateComplete;
    this.#holdFocus();
  }

  async #onToggle(
    draft: SettingsDraft,
    {workflow}: WorkflowDraft,
    name: string,
    enabled: boolean,
  ): Promise<void> {
    if (await toggleWorkflow(this, draft, workflow.id, enabled)) {
      this.#live.announce(this.#words.term(enabled ? 'enabled' : 'disabled', name));
    }
  }

  async #onAutosave(draft: SettingsDraft | undefined): Promise<void> {
    if (!draft || !this.autosave) return;
    const outcome = await this.#saver.autosave(draft, this.section);
    if (outcome === 'saved') this.#saySaved();
  }

  #saySaved(): void {
    this.#justSaved.restart();
    this.#live.announce(this.#words.term('saved'));
  }

  async #onReconnectStage(stage: string, account: ConnectedAccount): Promise<void> {
    this.isReconnecting = stage !== 'done' && stage !== 'cancelled';
    if (stage !== 'done') return;
    const name = this.#nameOf(account);
    this.#live.announce(this.#words.term('reconnected', name));
    await this.updateComplete;
    this.focus();
  }
}
