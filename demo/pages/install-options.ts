import type {PgInstallFlow} from '../../src/elements/install-flow/install-flow.js';
import type {Integration} from '../../src/core/session/snapshot.js';
import {SANDBOX_PREFIX} from '../sandbox/endpoints.js';
import {checkbox, el, input, select} from '../src/dom.js';
import {fold} from '../src/scenarios/section.js';

/** Properties of the flow, to try. They count from the next start on. */
export class InstallOptionsForm {
  readonly element: HTMLElement;
  readonly #flow: PgInstallFlow;
  readonly #account = select('Account', [['', 'A new one']], {id: 'option-credential'});
  readonly #accountType = select('Kind of account', [['', 'Ask']], {id: 'option-account-type'});
  readonly #externalId = input('Your identifier', {
    id: 'option-external-id',
    placeholder: 'None',
    autocomplete: 'off',
  });
  readonly #timeout = input('Sign-in may take (s)', {
    id: 'option-oauth-timeout',
    type: 'number',
    min: 1,
    max: 3600,
    value: 600,
  });
  readonly #multiple = checkbox('Add beside what is connected', {id: 'option-allow-multiple'});
  readonly #redirect = checkbox('Return through a page of our own', {id: 'option-redirect'});

  constructor(flow: PgInstallFlow, isSandbox: boolean) {
    this.#flow = flow;
    this.element = fold(
      'Properties of the flow',
      {id: 'flow-options'},
      el(
        'div',
        {class: 'flow-options'},
        this.#account.field,
        this.#accountType.field,
        this.#externalId.field,
        this.#timeout.field,
      ),
      this.#multiple.field,
      ...(isSandbox ? [this.#redirect.field] : []),
    );
    this.element.addEventListener('change', () => this.#apply());
  }

  /** Offers what this integration has. */
  offer(
    {accounts}: Integration,
    types: readonly {readonly id: string; readonly accountDescription?: string}[],
  ): void {
    replaceChoices(
      this.#account.control,
      'A new one',
      accounts.map((account) => [account.id, account.accountIdentifier()]),
    );
    replaceChoices(
      this.#accountType.control,
      'Ask',
      types.map(({id, accountDescription}) => [id, accountDescription ?? id]),
    );
    this.#accountType.field.hidden = types.length < 2;
    this.#apply();
  }

  #apply(): void {
    const flow = this.#flow;
    flow.credential = this.#account.control.value || undefined;
    flow.accountType = this.#accountType.control.value || undefined;
    flow.externalId = this.#externalId.control.value.trim() || undefined;
    flow.oauthTimeout = (this.#timeout.control.valueAsNumber || 600) * 1000;
    flow.allowMultiple = this.#multiple.control.checked;
    flow.redirectUrl = this.#redirect.control.checked
      ? `${location.origin}${SANDBOX_PREFIX}/host/oauth-redirect`
      : undefined;
  }
}

function replaceChoices(
  control: HTMLSelectElement,
  none: string,
  choices: readonly (readonly [value: string, label: string])[],
): void {
  const {value} = control;
  control.replaceChildren(
    el('option', {value: ''}, none),
    ...choices.map(([choice, label]) => el('option', {value: choice}, label)),
  );
  control.value = choices.some(([choice]) => choice === value) ? value : '';
}
