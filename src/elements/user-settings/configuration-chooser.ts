import {css, html, nothing, type LitElement, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {AccountHandle} from '../../core/accounts/account-handle.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {ConnectSession} from '../../core/compose.js';
import {PgError} from '../../core/errors.js';
import type {IntegrationTexts} from '../../core/integration-texts.js';
import {toPgError} from '../../core/answers.js';
import type {SdkConfiguration} from '../../core/sdk.js';
import {configurations as words} from '../../i18n/en/configurations.js';
import {Localizer} from '../../i18n/localize.js';
import type {LiveRegion} from '../../ui/message/live-region.js';
import {plainText} from '../../ui/safe.js';
import {select, selectStyles} from '../../ui/select.js';
import type {LazyElement, LazyElements} from '../lazy-elements.js';
import {NameForm, nameFormStyles} from '../name-form.js';
import type {SessionView} from '../session-view.js';

/** Longest name that is shown (UTF-16 units). */
const MAX_NAME = 120;

/** What the chooser needs of the element around it. */
export interface ChooserOptions {
  readonly host: LitElement;
  readonly view: SessionView;
  readonly live: LiveRegion;
  readonly lazy: LazyElements;
  /** The question before one is removed. */
  readonly confirm: LazyElement;
  readonly onChoose: (configuration: SdkConfiguration) => void;
}

/** What is chosen among, and by whom. */
export interface Choice {
  readonly session: ConnectSession;
  readonly account: ConnectedAccount;
  /** Absent, none of them is: it has gone. */
  readonly chosen: SdkConfiguration | undefined;
  /** Whether people add, rename and remove configurations. */
  readonly isManaged: boolean;
}

/** The sets of settings of an account: which one is shown, and a way to add, rename and remove them. */
export class ConfigurationChooser {
  readonly #options: ChooserOptions;
  readonly #words: Localizer<typeof words>;
  #form: {readonly credentialId: string; readonly form: NameForm} | undefined;
  #asked: {readonly credentialId: string; readonly configuration: SdkConfiguration} | undefined;
  #isRemoving = false;
  #failure: PgError | undefined;

  constructor(options: ChooserOptions) {
    this.#options = options;
    this.#words = new Localizer(options.host, 'settings', words);
  }

  render(choice: Choice): TemplateResult {
    const {account, isManaged} = choice;
    const form = this.#form?.credentialId === account.id ? this.#form.form : undefined;
    return html`<div class="configurations" part="configurations">
      ${
        form?.render() ??
        html`
          <label for="configuration">${this.#words.term('configuration')}</label>
          ${select(this.#renderList(choice))} ${isManaged ? this.#renderActions(choice) : nothing}
        `
      }
      ${this.#renderQuestion(choice)}
    </div>`;
  }

  #renderList(choice: Choice): TemplateResult {
    const {account, chosen} = choice;
    return html`<select
      id="configuration"
      @change=${({target}: Event) => this.#onChange(choice, (target as HTMLSelectElement).value)}
    >
      ${chosen ? nothing : html`<option value="" selected></option>`}
      ${account.configurations.map(
        (one) =>
          html`<option value=${one.id} .selected=${live(one.id === chosen?.id)}>
            ${this.#nameOf(account, one)}
          </option>`,
      )}
    </select>`;
  }

  #renderActions(choice: Choice): TemplateResult {
    const {account, chosen} = choice;
    const name = chosen && this.#nameOf(account, chosen);
    const button = (key: 'add' | 'renameOne' | 'removeOne', label: string, act: () => void) =>
      html`<button
        type="button"
        class=${key === 'removeOne' ? 'button plain danger-text' : 'button plain'}
        aria-label=${label}
        @click=${act}
      >
        ${this.#words.term(key)}
      </button>`;
    return html`<div class="configuration-actions" part="configuration-actions">
      ${button('add', this.#words.term('addLong'), () => void this.#onAdd(choice))}
      ${
        chosen && name !== undefined
          ? html`${button(
              'renameOne',
              this.#words.term('renameLong', name),
              () => void this.#onRename(choice, chosen),
            )}
            ${
              chosen.isDefault
                ? nothing
                : button('removeOne', this.#words.term('removeLong', name), () =>
                    this.#ask(account, chosen),
                  )
            }`
          : nothing
      }
    </div>`;
  }

  #renderQuestion(choice: Choice): unknown {
    const {account, session} = choice;
    const {lazy, confirm, view} = this.#options;
    const asked = this.#asked?.credentialId === account.id ? this.#asked.configuration : undefined;
    if (!asked) return nothing;
    const failure = this.#failure;
    return lazy.render(
      confirm,
      () =>
        html`<pg-confirm
          open
          .heading=${this.#words.term('removeHeading', this.#nameOf(account, asked))}
          .text=${this.#words.term('removeText')}
          .consequences=${this.#consequences(asked, session.texts(account.integration))}
          .confirmLabel=${this.#words.term('removeOne')}
          .pending=${this.#isRemoving}
          .error=${failure && view.words(failure)}
          .returnFocus=${() => this.#select}
          @pg-confirm=${() => void this.#remove(choice, asked)}
          @pg-dialog-close=${() => this.#ask(account, undefined)}
        ></pg-confirm>`,
      nothing,
    );
  }

  /** Workflows that run with it. */
  #consequences(
    {workflowSettings = {}}: SdkConfiguration,
    texts: IntegrationTexts | undefined,
  ): readonly string[] {
    const names = new Map(texts?.workflows.map(({id, name}) => [id, plainText(name, MAX_NAME)]));
    return Object.entries(workflowSettings).flatMap(([id, state]) => {
      const name = state?.enabled ? names.get(id) : undefined;
      return name ? [this.#words.term('workflowEnds', name)] : [];
    });
  }

  /** What people call it: the name that they gave it, else the host's identifier. */
  #nameOf({configurations}: ConnectedAccount, one: SdkConfiguration): string {
    const given = plainText(one.configMeta?.['name'] ?? one.externalId, MAX_NAME).trim();
    if (given) return given;
    if (one.isDefault) return this.#words.term('byDefault');
    return this.#words.term('unnamedConfiguration', configurations.indexOf(one) + 1);
  }

  get #select(): HTMLElement | null {
    return this.#options.host.renderRoot.querySelector<HTMLElement>('#configuration');
  }

  #onChange({account}: Choice, id: string): void {
    const configuration = account.configurations.find((one) => one.id === id);
    if (configuration) this.#options.onChoose(configuration);
  }

  async #onAdd(choice: Choice): Promise<void> {
    await this.#open(
      choice,
      () => this.#words.term('addLabel'),
      '',
      async (name) => {
        const created = await accountOf(choice).createConfiguration({externalId: name});
        const {account} = choice;
        const now = choice.session.connectedAccount(account.id)?.configurations ?? [];
        const added = now.find(({id}) => id === created.id);
        if (added) this.#options.onChoose(added);
        return this.#words.term('added', name);
      },
    );
  }

  async #onRename(choice: Choice, one: SdkConfiguration): Promise<void> {
    const {id, configMeta} = one;
    const name = this.#nameOf(choice.account, one);
    await this.#open(
      choice,
      () => this.#words.term('renameLabelOne', name),
      name,
      async (next) => {
        await accountOf(choice).updateConfiguration(id, {...configMeta, name: next});
        return this.#words.term('renamedOne', next);
      },
    );
  }

  async #open(
    {account}: Choice,
    label: () => string,
    name: string,
    save: (name: string) => Promise<string>,
  ): Promise<void> {
    const {host, live: region, view} = this.#options;
    const form = new NameForm({
      host,
      words: () => ({
        label: label(),
        save: this.#words.term('saveName'),
        cancel: view.common.term('cancel'),
        blank: this.#words.term('nameBlank'),
      }),
      name,
      save: async (next) => region.announce(await save(next)),
      onClose: () => void this.#onClose(),
      onSaved: () => undefined,
      onFailedLate: (problem) => region.announce(problem, 'assertive'),
      problemOf: (error) => this.#problemOf(error),
    });
    this.#form = {credentialId: account.id, form};
    host.requestUpdate();
    await host.updateComplete;
    form.focus();
  }

  async #onClose(): Promise<void> {
    const {host} = this.#options;
    const {activeElement = null} = host.shadowRoot ?? {};
    const hadFocus = activeElement?.closest('.naming') !== null && activeElement !== null;
    this.#form = undefined;
    host.requestUpdate();
    await host.updateComplete;
    if (hadFocus) this.#select?.focus();
  }

  #problemOf(error: PgError): string {
    if (error.code === 'external-id-in-use') return this.#words.term('nameTaken');
    const {text, detail} = this.#options.view.words(error);
    return detail ?? text;
  }

  #ask(account: ConnectedAccount, configuration: SdkConfiguration | undefined): void {
    this.#failure = undefined;
    this.#asked = configuration && {credentialId: account.id, configuration};
    this.#options.host.requestUpdate();
  }

  async #remove(choice: Choice, configuration: SdkConfiguration): Promise<void> {
    const {account} = choice;
    const {host, live: region, onChoose} = this.#options;
    const name = this.#nameOf(account, configuration);
    const isAsked = (): boolean => this.#asked?.configuration === configuration;
    this.#failure = undefined;
    this.#isRemoving = true;
    host.requestUpdate();
    try {
      await accountOf(choice).destroyConfiguration(configuration.id);
      region.announce(this.#words.term('removedOne', name));
      const {defaultConfiguration} = account;
      if (choice.chosen?.id === configuration.id && defaultConfiguration)
        onChoose(defaultConfiguration);
      if (isAsked()) this.#ask(account, undefined);
    } catch (error) {
      const failure = toPgError(error);
      if (isAsked()) this.#failure = failure;
      else region.announce(this.#problemOf(failure), 'assertive');
    } finally {
      this.#isRemoving = false;
      host.requestUpdate();
    }
  }
}

/** @throws {PgError} `account-not-found` */
function accountOf({session, account}: Choice): AccountHandle {
  const handle = session.account(account.id, account.integration);
  if (!handle) throw new PgError('account-not-found', 'The account is not connected any more.');
  return handle;
}

export const chooserStyles = css`
  ${nameFormStyles}
  ${selectStyles}

  .configurations {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2.5);
    margin-block-end: calc(var(--_space) * 4);
  }

  .configurations > label {
    color: var(--_text-muted);
    font-size: var(--_size-s);
  }

  .configurations > .select {
    flex: 0 1 16rem;
  }

  .configuration-actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }

  .configuration-actions,
  .configurations > .naming {
    align-items: center;
  }

  .configurations > .naming {
    flex: 1;
  }

  .configurations .new-name {
    flex: 0 1 16rem;
    text-overflow: ellipsis;
  }
`;
