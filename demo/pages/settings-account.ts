import type {ConnectSession} from '../../src/core/compose.js';
import {el, select, whenChanged} from '../src/dom.js';
import type {ShownAccount} from './settings-scenarios.js';

/** A choice of the user's accounts that have anything to set. */
export class AccountChoice {
  readonly element: HTMLElement;
  readonly #control: HTMLSelectElement;
  readonly #onChoose: (account: ShownAccount) => void;
  #accounts: ReadonlyMap<string, ShownAccount> = new Map();
  readonly #offer = whenChanged((choices: readonly (readonly [string, string])[]) => {
    const {value} = this.#control;
    this.#control.replaceChildren(
      ...choices.map(([id, label]) => el('option', {value: id}, label)),
    );
    if (this.#accounts.has(value)) this.#control.value = value;
    if (this.#control.value !== value) this.#choose();
  });

  constructor(onChoose: (account: ShownAccount) => void) {
    this.#onChoose = onChoose;
    const {field, control} = select('Account', [], {id: 'account-choice'});
    this.element = field;
    this.#control = control;
    control.addEventListener('change', () => this.#choose());
  }

  get chosen(): ShownAccount | undefined {
    return this.#accounts.get(this.#control.value);
  }

  update(session: ConnectSession): void {
    const {integrations} = session.snapshot;
    const choices = integrations.flatMap(({type, name, accounts}) => {
      const texts = session.texts(type);
      const isEmpty = !texts || (texts.settings.length === 0 && texts.workflows.length === 0);
      return isEmpty ? [] : accounts.map((account) => ({type, name, account}));
    });
    this.#accounts = new Map(
      choices.map(({type, account}) => [account.id, {integration: type, credentialId: account.id}]),
    );
    this.#offer(
      choices.map(
        ({name, account}) => [account.id, `${name}: ${account.accountIdentifier()}`] as const,
      ),
    );
  }

  #choose(): void {
    const {chosen} = this;
    if (chosen) this.#onChoose(chosen);
  }
}
