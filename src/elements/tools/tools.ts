import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {sameContent} from '../../core/util/equal.js';
import type {ConnectSession} from '../../core/compose.js';
import type {PgError} from '../../core/errors.js';
import {common} from '../../i18n/en/common.js';
import {errors} from '../../i18n/en/errors.js';
import {tools as words} from '../../i18n/en/tools.js';
import {Localizer} from '../../i18n/localize.js';
import {accountName} from '../../ui/account-name.js';
import {baseStyles} from '../../ui/base-styles.js';
import {buttonStyles} from '../../ui/button-styles.js';
import {exportParts} from '../../ui/export-parts.js';
import {errorIcon} from '../../ui/icons.js';
import {LiveRegion} from '../../ui/message/live-region.js';
import {emptyState, errorWords, inlineError} from '../../ui/message/message.js';
import {messageStyles} from '../../ui/message/message-styles.js';
import {UndoNote} from '../../ui/message/undo-note.js';
import {shownName} from '../../ui/safe.js';
import {skeletonCard, skeletonStyles} from '../../ui/skeleton/skeleton.js';
import {AccountReference} from '../account-reference.js';
import {emit, type PgToolsSubject} from '../emit.js';
import {FormElement, type FormEntry, type Invalidity} from '../input/form-element.js';
import {policyChoice} from './policy-choice.js';
import {ToolLoader, type ToolSource} from './tool-loader.js';
import {
  commonPolicy,
  groupTools,
  policiesOf,
  readPolicies,
  readRequests,
  searchTools,
  type AskedTool,
  type Tool,
  type ToolChange,
  type ToolEffect,
  type ToolGroup,
  type ToolPolicies,
  type ToolPolicy,
  type ToolRequest,
} from './tool-model.js';
import {toolRequests} from './tool-requests.js';
import {summaryOf, toolGroup, type RowsOptions} from './tool-rows.js';
import {toolSearch} from './tool-search.js';
import {toolsStyles} from './tools-styles.js';

const FORM_PROPERTIES: ReadonlySet<string> = new Set([
  'tools',
  'value',
  'defaultValue',
  'defaults',
  'disabled',
  'readonly',
]);

/** From so many tools on there is a search. */
const SEARCH_FROM = 8;
/** Where there are more, groups begin closed: a page of headings says more than a screen of the first ones. */
const OPEN_UP_TO = 30;

/**
 * What an AI agent may do with an account: each tool is used always, after asking, or never. One choice for each tool, for each group and
 * for all of them. Works without a portal; in one, with `credential`, it names the account.
 *
 * Before a person has decided, tools that read are *Always*, tools that change something *Ask first*, and tools that delete *Off*. A tool
 * that is not in the saved `value` is marked as new and begins with *Ask first* at most. Enforce the policies where the agent runs, and
 * treat a tool without one as `off`: the page only asks.
 *
 * @summary Tool permissions of an AI agent, form-associated
 * @fires {CustomEvent<PgEventDetails['pg-tools-change']>} pg-tools-change - Cancelable. Fired before the person's change of one or more policies takes effect; `changes` has each with `from` and `to`, `value` all policies afterwards
 * @fires {CustomEvent<PgEventDetails['pg-tools-answer']>} pg-tools-answer - Cancelable. The person allows or declines tools of `requested`; `pg-tools-change` follows where that changes a policy
 * @fires {CustomEvent<PgEventDetails['pg-error']>} pg-error - The function in `tools` failed, gave no array or did not answer within a minute
 * @fires input - The person changes the value
 * @fires change - The person changes the value
 * @csspart base - All of it
 * @csspart label - The title
 * @csspart account - Name of the account
 * @csspart summary - How many tools have which policy
 * @csspart request - What an agent asks for
 * @csspart asked - One tool that it asks for
 * @csspart reason - Why it asks, in its words
 * @csspart allow - Button that allows a tool
 * @csspart decline - Button that declines a tool
 * @csspart allow-all - Button that allows all tools that are asked for
 * @csspart decline-all - Button that declines all of them
 * @csspart toolbar - Search, and the choice for all tools
 * @csspart search - The search
 * @csspart search-input - Its text field
 * @csspart notice - What a choice for several tools changed, with a way back
 * @csspart undo - Button that takes it back
 * @csspart group - Tools under one heading
 * @csspart group-head - Heading, summary and choice of a group
 * @csspart group-toggle - Button that opens and closes a group
 * @csspart tool - One tool
 * @csspart tool-title - Its title
 * @csspart effect - What it does: read, change or delete
 * @csspart new - Mark of a tool that is not in the saved value
 * @csspart description - Its description
 * @csspart policy - One choice of Always, Ask first and Off
 * @csspart policy-option - One of the three
 * @csspart empty - What stands there where there are no tools, or none is found
 * @csspart error - Why there are no tools, and what is wrong with the value
 * @csspart retry - Button that loads the tools again
 * @cssState loading - Tools are being loaded
 * @cssState error - What is wrong with the value is shown
 * @cssState requested - An agent's request waits for an answer
 */
export class PgTools extends FormElement {
  static {
    this.addInitializer(exportParts);
  }

  static override styles = [baseStyles, buttonStyles, messageStyles, skeletonStyles, toolsStyles];

  /** Type of the integration, for events and to find the account. */
  @property() integration: string | undefined;

  /** Id or external id of the account. Events carry it; inside `<pg-portal>` its name stands below the title. */
  @property() credential: string | undefined;

  /** Name of the agent, for the title and its requests. */
  @property() agent: string | undefined;

  /** Title in place of "What the agent may do". */
  @property() label: string | undefined;

  /**
   * What each kind of tool may do before a person has decided, where it differs from `{read: 'always', write: 'ask', delete: 'off'}`.
   */
  @property({attribute: false})
  defaults: Readonly<Partial<Record<ToolEffect, ToolPolicy>>> | undefined;

  /** Policies that count while no `value` is set, and after a reset of the form. */
  @property({attribute: false}) defaultValue: ToolPolicies | undefined;

  /** Tools that the agent asks for. The person allows or declines each in a panel above the list. */
  @property({attribute: false}) requested: readonly ToolRequest[] | undefined;

  @state() private query = '';

  readonly #words = new Localizer(this, 'tools', words);
  readonly #common = new Localizer(this, 'common', common);
  readonly #errors = new Localizer(this, 'errors', errors);
  readonly #live = new LiveRegion(this);
  readonly #reference = new AccountReference(this);
  readonly #loader = new ToolLoader(this);
  readonly #note = new UndoNote({
    name: 'notice',
    announce: (text) => this.#live.announce(text),
    onChange: () => this.requestUpdate(),
    focusOn: () => this.#choiceForAll?.focus(),
  });
  #source: ToolSource | null | undefined;
  /** What somebody set or chose. */
  #value: ReadonlyMap<string, ToolPolicy> | undefined;
  /** Names that were decided when the value was set, without what was chosen since. */
  #saved: ReadonlySet<string> | undefined;
  #chosen = new Set<string>();
  #policies: ReadonlyMap<string, ToolPolicy> = new Map();
  #policiesOf: readonly unknown[] = [];
  #groups: readonly ToolGroup[] = [];
  #numbers: ReadonlyMap<string, number> = new Map();
  #grouped: readonly Tool[] | undefined;
  /** Headings of groups that are not as they began. */
  #toggled = new Set<string>();
  #answered = new Set<string>();
  #asked: readonly AskedTool[] = [];
  /** What is to be said of a request once the element is there to say it. */
  #isNews = false;

  /**
   * The tools, or a function that fetches them; null while they are not there yet. A rejected promise shows an error with a retry; the
   * signal aborts when the answer is not needed any more. Another function loads again: keep its identity.
   */
  @property({attribute: false})
  get tools(): ToolSource | null | undefined {
    return this.#source;
  }
  set tools(tools: ToolSource | null | undefined) {
    this.#source = tools;
    this.#loader.take(tools);
  }

  /**
   * The policy of each tool by its name; a form submits it as JSON. Reading gives all tools, also those nobody has decided about, and what
   * was set for tools that are not offered now; before the tools are known, what was set. Undefined goes back to `defaultValue`, without
   * one to the defaults.
   */
  @property({attribute: false})
  get value(): ToolPolicies | undefined {
    const policies = this.#current;
    const isKnown = this.#loader.tools !== undefined || this.#decided !== undefined;
    return isKnown ? Object.freeze(Object.fromEntries(policies)) : undefined;
  }
  set value(value: ToolPolicies | undefined) {
    const next = readPolicies(value);
    // A host that keeps the value hands back what it was told: what is new stays so until the person leaves.
    const isEcho = next !== undefined && sameContent(value, this.value);
    this.#value = next;
    if (isEcho) return;
    this.#saved = undefined;
    this.#chosen.clear();
  }

  /** Loads the tools again, where `tools` is a function. What is there stays until the answer has come. */
  reload(): void {
    this.#loader.reload();
  }

  /** @internal */
  formStateRestoreCallback(kept: unknown, mode: string): void {
    if (typeof kept !== 'string' || mode !== 'restore') return;
    try {
      this.value = JSON.parse(kept) as ToolPolicies;
    } catch {
      // Not ours: what is there stays.
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#reference.resolve(this.current, this.credential, this.integration);
    const {tools = []} = this.#loader;
    if (tools !== this.#grouped) {
      this.#grouped = tools;
      this.#groups = groupTools(tools);
      this.#numbers = new Map(tools.map(({name}, number) => [name, number]));
    }
    if (changed.has('defaultValue') && !this.#value) this.#saved = undefined;
    if (changed.has('requested') && !sameContent(changed.get('requested'), this.requested)) {
      this.#answered.clear();
      this.#isNews = true;
    }
    this.#asked = readRequests(this.requested, tools, this.#current).filter(
      ({name}) => !this.#answered.has(name),
    );
    const invalidity = this.#message;
    this.setState('error', invalidity !== '');
    this.setState('loading', this.#loader.state.status === 'pending');
    this.setState('requested', this.#asked.length > 0 && this.#loader.tools !== undefined);
  }

  protected override render(): TemplateResult {
    const message = this.#message;
    const account = this.#reference.account;
    const {state: loaded} = this.#loader;
    const isBusy = loaded.status === 'pending' || this.isHydrating;
    return html`<div
        class="base"
        part="base"
        role="group"
        aria-labelledby="label"
        aria-describedby=${message ? 'error' : nothing}
        aria-busy=${isBusy ? 'true' : nothing}
      >
        <div class="head">
          <p class="label" id="label" part="label" tabindex="-1" dir="auto">${this.#title}</p>
          ${
            account
              ? html`<p class="account" part="account">
                  <bdi>${accountName(account, this.#common)}</bdi>
                </p>`
              : nothing
          }
          ${this.#renderSummary()}
        </div>
        ${this.isHydrating ? skeleton : this.#renderBody()}
        <div class="error" part="error">
          ${message ? html`<p id="error" class="error-text">${errorIcon}<span>${message}</span></p>` : nothing}
        </div>
      </div>
      ${this.#live.render()}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const {status} = this.#loader.state;
    this.#live.busy(status === 'pending', this.#common.term('loading'));
    if (!this.#isNews || this.#loader.tools === undefined) return;
    this.#isNews = false;
    if (this.#asked.length > 0) this.#live.announce(this.#requestTitle);
  }

  protected override get needsSession(): boolean {
    return false;
  }

  protected override watched(session: ConnectSession): readonly unknown[] {
    this.#reference.resolve(session, this.credential, this.integration);
    return [this.#reference.account];
  }

  protected override get looksOdd(): boolean {
    return this.#loader.state.status === 'error';
  }

  protected override get formProperties(): ReadonlySet<string> {
    return FORM_PROPERTIES;
  }

  protected override get formEntry(): FormEntry {
    const {value} = this;
    const text = value === undefined ? null : JSON.stringify(value);
    return {value: text, state: text};
  }

  protected override findInvalidity(): Invalidity | undefined {
    if (!this.required || this.readonly) return undefined;
    const offered = this.#loader.tools?.map(({name}) => this.#current.get(name));
    const policies = offered ?? [...this.#current.values()];
    if (policies.some((policy) => policy !== 'off')) return undefined;
    return {flags: {valueMissing: true}, message: this.#words.term('missing')};
  }

  protected override get anchor(): HTMLElement | undefined {
    const query = 'input:not(:disabled), .group-toggle, .label';
    return this.shadowRoot?.querySelector<HTMLElement>(query) ?? undefined;
  }

  protected override reset(): void {
    this.value = undefined;
    this.#note.clear();
  }

  protected override submitted(): void {
    this.#note.clear();
  }

  #renderBody(): unknown {
    const {state: loaded, tools} = this.#loader;
    const retry = (): void => this.reload();
    return [
      loaded.status === 'error' ? this.#renderFailure(loaded.error, retry) : nothing,
      tools ? this.#renderTools(tools) : nothing,
      loaded.status === 'pending' && !tools ? skeleton : nothing,
      this.#loader.isSlow ? this.#renderSlow(retry) : nothing,
    ];
  }

  #renderFailure(error: PgError, onRetry: () => void): TemplateResult {
    const {text, detail} = errorWords(error, this.#errors);
    const isKnown = error.code !== 'unknown' && error.code !== 'answer-malformed';
    const isOurs = typeof this.#source === 'function';
    return inlineError({
      error: {text: this.#words.term('failed'), detail: detail ?? (isKnown ? text : undefined)},
      onRetry: isOurs ? onRetry : undefined,
      retryLabel: this.#common.term('retry'),
    });
  }

  #renderSlow(onRetry: () => void): TemplateResult {
    return html`<div class="slow" role="status">
      <p>${this.#words.term('slow')}</p>
      <button type="button" class="button small" part="retry" @click=${onRetry}>
        ${this.#common.term('retry')}
      </button>
    </div>`;
  }

  #renderSummary(): TemplateResult | typeof nothing {
    const {tools} = this.#loader;
    if (!tools || tools.length === 0 || this.isHydrating) return nothing;
    const text = summaryOf(tools, this.#current, this.#words);
    return html`<p class="summary" part="summary"><bdi>${text}</bdi></p>`;
  }

  #renderTools(tools: readonly Tool[]): unknown {
    const requests = toolRequests({
      words: this.#words,
      asked: this.#asked,
      title: this.#requestTitle,
      isOpen: !this.isDisabled && !this.readonly,
      onAllow: (asked) => this.#answer(asked, true),
      onDecline: (asked) => this.#answer(asked, false),
    });
    if (tools.length === 0) {
      const heading = this.#words.term('empty');
      return [requests, emptyState({heading, text: this.#words.term('emptyText')})];
    }
    const found = searchTools(tools, this.query);
    const groups = this.#groups.flatMap((group, number) => {
      const list = found.filter((tool) => group.tools.includes(tool));
      return list.length > 0 ? [this.#renderGroup({...group, tools: list}, number)] : [];
    });
    return [
      requests,
      this.#renderToolbar(tools, found),
      this.#note.render({undo: this.#words.term('undo'), close: this.#common.term('close')}),
      groups.length > 0
        ? html`<div class="groups">${groups}</div>`
        : emptyState({heading: this.#words.term('noneFound', this.query.trim())}),
    ];
  }

  #renderToolbar(tools: readonly Tool[], found: readonly Tool[]): TemplateResult | typeof nothing {
    const hasSearch = tools.length >= SEARCH_FROM;
    const isPart = this.query.trim() !== '';
    const hasAll = found.length > 1 && !this.readonly;
    if (!hasSearch && !hasAll) return nothing;
    return html`<div class="toolbar" part="toolbar">
      ${
        hasSearch
          ? toolSearch({words: this.#words, query: this.query, onQuery: this.#onQuery})
          : nothing
      }
      ${
        hasAll
          ? html`<div class="all">
              <span id="all"
                >${
                  isPart
                    ? this.#words.term('allFound', this.#words.term('found', found.length))
                    : this.#words.term('all')
                }</span
              >
              ${policyChoice({
                name: 'all',
                words: this.#words,
                labelledBy: 'all',
                chosen: commonPolicy(found, this.#current),
                isForMany: true,
                disabled: this.isDisabled,
                readonly: false,
                onChoose: (policy) => this.#choose(found, policy),
              })}
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderGroup(group: ToolGroup, number: number): TemplateResult {
    const rows: RowsOptions = {
      words: this.#words,
      policies: this.#current,
      disabled: this.isDisabled,
      readonly: this.readonly,
      isFresh: (tool) => this.#isFresh(tool),
      numberOf: ({name}) => this.#numbers.get(name) ?? 0,
      onChoose: (tools, policy) => this.#choose(tools, policy),
    };
    const hasHeading = this.#groups.length > 1 || group.effect === undefined;
    const beginsOpen = (this.#grouped?.length ?? 0) <= OPEN_UP_TO || !hasHeading;
    const isSearched = this.query.trim() !== '';
    const {key} = group;
    const isOpen = isSearched || this.#toggled.has(key) !== beginsOpen;
    const onToggle = (): void => {
      if (isSearched) return;
      if (!this.#toggled.delete(key)) this.#toggled.add(key);
      this.requestUpdate();
    };
    return toolGroup(group, {number, isOpen, hasHeading, onToggle}, rows);
  }

  get #title(): string {
    const agent = shownName(this.agent, '');
    if (this.label) return this.label;
    return agent ? this.#words.term('titleFor', agent) : this.#words.term('title');
  }

  get #requestTitle(): string {
    const agent = shownName(this.agent, '');
    return agent ? this.#words.term('asksAs', agent) : this.#words.term('asks');
  }

  get #message(): string {
    return this.isTouched && this.willValidate ? this.validationMessage : '';
  }

  get #choiceForAll(): HTMLElement | undefined {
    const {shadowRoot} = this;
    const radios = shadowRoot?.querySelector<HTMLElement>('.all input:checked, .all input');
    return radios ?? this.anchor;
  }

  /** What was decided: by the value that was set or chosen, else by the default one. */
  get #decided(): ReadonlyMap<string, ToolPolicy> | undefined {
    return this.#value ?? readPolicies(this.defaultValue);
  }

  /** The policy of each tool. */
  get #current(): ReadonlyMap<string, ToolPolicy> {
    const from = [this.#loader.tools, this.#value, this.defaultValue, this.defaults];
    if (
      from.some((one, index) => one !== this.#policiesOf[index]) ||
      this.#policiesOf.length === 0
    ) {
      this.#policiesOf = from;
      this.#policies = policiesOf(this.#loader.tools ?? [], this.#decided, this.defaults);
    }
    return this.#policies;
  }

  /** Whether somebody who decided about the others has not seen this one. */
  #isFresh({name}: Tool): boolean {
    // Asked of every row: the names are read once.
    const decided = this.#saved ? undefined : this.#decided;
    if (decided) this.#saved = new Set(decided.keys());
    return this.#saved !== undefined && !this.#saved.has(name) && !this.#chosen.has(name);
  }

  #choose(tools: readonly Tool[], policy: ToolPolicy): void {
    const before = this.#current;
    if (!this.#change(new Map(tools.map(({name}) => [name, policy])))) return;
    if (tools.length < 2) {
      this.#note.clear();
      return;
    }
    const back = new Map(tools.map(({name}) => [name, before.get(name) ?? 'off'] as const));
    const {length} = tools.filter(({name}) => before.get(name) !== policy);
    this.#note.show(
      () => this.#words.term('changed', this.#words.term('found', length)),
      () => void this.#change(back),
    );
  }

  /** Asks the host for leave, then changes policies and tells it. */
  #change(wanted: ReadonlyMap<string, ToolPolicy>): boolean {
    const before = this.#current;
    const changes: ToolChange[] = [];
    for (const [name, to] of wanted) {
      const from = before.get(name);
      if (from !== undefined && from !== to) changes.push(Object.freeze({name, from, to}));
    }
    const next = new Map([...before, ...wanted]);
    const value = Object.freeze(Object.fromEntries(next));
    const isAllowed =
      changes.length > 0 &&
      emit(this, 'pg-tools-change', {...this.#subject, changes: Object.freeze(changes), value});
    // Radio buttons are where the person pressed.
    this.requestUpdate();
    if (!isAllowed) return false;
    // Told apart from what was set, also where it was not asked for yet.
    for (const tool of this.#loader.tools ?? []) this.#isFresh(tool);
    for (const {name} of changes) this.#chosen.add(name);
    this.#value = next;
    this.requestUpdate('value');
    for (const type of ['input', 'change'])
      this.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
    return true;
  }

  #answer(asked: readonly AskedTool[], isAllowed: boolean): void {
    const granted = isAllowed ? asked.map(({name, policy}) => ({name, policy})) : [];
    const declined = isAllowed ? [] : asked.map(({name}) => name);
    const detail = {...this.#subject, granted, declined};
    if (!emit(this, 'pg-tools-answer', detail)) return;
    const wanted = new Map(granted.map(({name, policy}) => [name, policy]));
    const isChange = granted.some(({name, policy}) => this.#current.get(name) !== policy);
    if (isChange && !this.#change(wanted)) return;
    for (const {name} of asked) this.#answered.add(name);
    this.#live.announce(this.#words.term(isAllowed ? 'allowed' : 'declined'));
    this.#note.clear();
    this.requestUpdate();
    void this.updateComplete.then(() => this.#focusAfterAnswer(isAllowed));
  }

  /** What had the focus is gone: on to the next question, else to the title, which is read out with what has become of it. */
  #focusAfterAnswer(isAllowed: boolean): void {
    const {shadowRoot} = this;
    const next = shadowRoot?.querySelector<HTMLElement>(
      isAllowed ? '[part="allow"]' : '[part="decline"]',
    );
    const any = shadowRoot?.querySelector<HTMLElement>('[part="decline"], .label');
    (next ?? any)?.focus();
  }

  get #subject(): PgToolsSubject {
    const {integration, agent} = this;
    const credentialId = this.#reference.id ?? this.credential;
    return {
      ...(integration && {integration}),
      ...(credentialId && {credentialId}),
      ...(agent && {agent}),
    };
  }

  readonly #onQuery = (query: string): void => {
    this.query = query;
    const {length} = searchTools(this.#loader.tools ?? [], query);
    const text =
      length > 0 ? this.#words.term('found', length) : this.#words.term('noneFound', query.trim());
    this.#live.announce(text);
  };
}

const skeleton = html`<div class="to-come">${[0, 1, 2].map(() => skeletonCard())}</div>`;
