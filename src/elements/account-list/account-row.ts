import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {Integration} from '../../core/session/snapshot.js';
import type {accounts} from '../../i18n/en/accounts.js';
import type {Localizer} from '../../i18n/localize.js';
import {breakable} from '../../ui/breakable.js';
import {logo} from '../../ui/icon-image/logo.js';
import type {MenuController, MenuItem} from '../../ui/menu/menu.js';
import {type ErrorWords, inlineError} from '../../ui/message/message.js';
import {statusBadge, type Status} from '../../ui/status/status-badge.js';
import {relativeDay, relativeTime} from '../../ui/relative-time.js';
import {plainText} from '../../ui/safe.js';

/** Longest text that is shown (UTF-16 units). */
const MAX_TEXT = 160;

/** What a provider, a project or a host calls something, no longer than the list can hold. */
export const providerText = (text: unknown): string => plainText(text, MAX_TEXT);

const STATUS: Readonly<Record<ConnectedAccount['status'], Status>> = {
  valid: 'connected',
  invalid: 'attention',
  pending: 'pending',
};

type Words = Localizer<typeof accounts>;

/** What signing in again is due for: to make the account work, or to let it do more. */
type Renewal = 'reconnect' | 'resume' | 'grant';

/** What one account of the list is rendered from. */
export interface AccountRowOptions {
  readonly account: ConnectedAccount;
  readonly name: string;
  readonly words: Words;
  readonly namesProvider: boolean;
  /** Unchecked; '' where there is none that may be fetched. */
  readonly picture: string;
  /** What stands for an account that has no picture, besides the first letter of its name. */
  readonly integration: Pick<Integration, 'icon' | 'brandColor'> | undefined;
  /** Whether the person can choose the account to work with. */
  readonly selectable: boolean;
  readonly isChosen: boolean;
  /** Whether there are scopes that can be asked for. */
  readonly wantsScopes: boolean;
  /** Required settings without a value, by title; '' if there are none. */
  readonly missing: string;
  /** Workflows that run for the account, by name; '' if there are none. */
  readonly workflows: string;
  /** How an account that works is renewed; undefined where it is not. */
  readonly renewable: 'reconnect' | 'replaceKey' | undefined;
  /** Signing in again has begun, and not led anywhere yet. */
  readonly isRenewing: boolean;
  readonly failure: ErrorWords | undefined;
  readonly onSelect: () => void;
  readonly menus: MenuController;
  /** In the place of the name while that is edited. */
  readonly nameForm: TemplateResult | undefined;
  readonly onRenew: (invoker: HTMLElement) => void;
  /** Absent where accounts cannot be renamed. */
  readonly onRename: (() => void) | undefined;
  /** The person wants to fill in what is missing. */
  readonly onFinish: () => void;
  readonly onDisconnect: () => void;
}

/** One account: who it is, how it stands, what is due, and a menu of what else can be done. */
export function accountRow(options: AccountRowOptions): TemplateResult {
  const {account, words, name} = options;
  const renewal = dueOf(options);
  return html`
    <li class="account" part="account">
      ${options.selectable ? choiceView(options) : nothing} ${pictureView(options)}
      <div class="who">
        ${
          options.nameForm ??
          html`<p class="name" part="name">
            <span><bdi>${breakable(name)}</bdi></span>
            ${statusBadge(
              options.missing
                ? {status: 'pending', label: words.term('pending')}
                : {status: STATUS[account.status], label: statusLabel(account, words)},
            )}
          </p>`
        }
        ${detailsOf(options).map((text) => html`<p class="more"><bdi>${breakable(text)}</bdi></p>`)}
        ${inlineError({error: options.failure})}
      </div>
      <div class="actions" part="actions">
        ${options.missing ? finishButton(options) : nothing}
        ${renewal ? renewButton(options, renewal) : nothing}
      </div>
      ${options.menus.render({
        key: account.id,
        label: words.term('actions', name),
        items: itemsOf(options),
      })}
    </li>
  `;
}

/** What stands beside the name: the account's own picture, else whose account it is where the list has those of several. */
function pictureView(options: AccountRowOptions): TemplateResult {
  const {account, name, picture, namesProvider, integration} = options;
  const part = 'picture';
  if (!picture && namesProvider) {
    const {icon = '', brandColor} = integration ?? {};
    return logo({name: account.providerName, source: icon, colour: brandColor, part});
  }
  return html`<span class="person">${logo({name, source: picture, part})}</span>`;
}

/** What has to be done so that the account works as it is meant to. */
function dueOf({account, wantsScopes}: AccountRowOptions): Renewal | undefined {
  if (account.status === 'valid') return wantsScopes ? 'grant' : undefined;
  return account.status === 'pending' ? 'resume' : 'reconnect';
}

function itemsOf(options: AccountRowOptions): readonly MenuItem[] {
  const {account, words, renewable, onRenew, onRename, onDisconnect} = options;
  const items: readonly (MenuItem | undefined)[] = [
    renewable && account.status === 'valid' && dueOf(options) === undefined
      ? {label: words.term(renewable), onSelect: onRenew}
      : undefined,
    onRename && {label: words.term('rename'), onSelect: onRename},
    {label: words.term('disconnect'), isDanger: true, onSelect: onDisconnect},
  ];
  return items.filter((item) => item !== undefined);
}

function choiceView({name, isChosen, onSelect}: AccountRowOptions): TemplateResult {
  return html`<input
    class="check choice"
    type="radio"
    name="account"
    aria-label=${name}
    .checked=${live(isChosen)}
    @change=${onSelect}
  />`;
}

function finishButton({words, name, onFinish}: AccountRowOptions): TemplateResult {
  return html`<button
    type="button"
    class="button primary"
    aria-label=${words.term('resumeAccount', name)}
    @click=${onFinish}
  >
    ${words.term('resume')}
  </button>`;
}

function renewButton(
  {words, name, isRenewing, onRenew}: AccountRowOptions,
  renewal: Renewal,
): TemplateResult {
  const busy = isRenewing ? 'true' : 'false';
  return html`<button
    type="button"
    class=${renewal === 'reconnect' ? 'button primary' : 'button'}
    aria-label=${words.term(`${renewal}Account`, name)}
    aria-busy=${busy}
    aria-disabled=${busy}
    @click=${({currentTarget}: Event) => onRenew(currentTarget as HTMLElement)}
  >
    ${words.term(renewal)}
  </button>`;
}

/** How the account stands, in a word or two. */
function statusLabel(account: ConnectedAccount, words: Words): string {
  const {status, verification} = account;
  if (status === 'invalid' && verification.status === 'expired') return words.term('expired');
  return words.term(status);
}

/** What else is known of an account, a line each, without what its name says already. */
function detailsOf(options: AccountRowOptions): readonly string[] {
  const {account, name, words, namesProvider, missing} = options;
  const {displayDetail, label, emailAddress, externalId, status} = account;
  const provider = namesProvider && words.term('provider', providerText(account.providerName));
  const more = displayDetail === null ? [label, emailAddress] : [displayDetail];
  const also = [provider || '', ...more.map(providerText)].filter(
    (text, index, all) => text && text !== name && all.indexOf(text) === index,
  );
  const lines = [also.join(' · ')];
  if (externalId && externalId !== name) {
    lines.push(words.term('externalId', providerText(externalId)));
  }
  if (missing) lines.push(words.term('missing', missing));
  if (status !== 'valid') lines.push(...helpOf(account, words), ...lossOf(options));
  else lines.push(ageOf(account, words));
  return lines.filter(Boolean);
}

/** Since when an account that works is here; '' if nobody knows. */
function ageOf({connectedAt, refreshedAt}: ConnectedAccount, words: Words): string {
  const at = connectedAt ?? refreshedAt;
  if (!at) return '';
  const key = connectedAt ? 'connectedSince' : 'refreshed';
  return words.term(key, relativeDay(at, Date.now(), words.languageOf(key)));
}

/** Since when an account does not work, and what has stopped with it. */
function lossOf({account, words, workflows}: AccountRowOptions): readonly string[] {
  const {status, validUntil} = account;
  if (status !== 'invalid') return [];
  const hasEnded = validUntil !== null && validUntil.getTime() <= Date.now();
  const since = hasEnded
    ? relativeTime(validUntil, Date.now(), words.languageOf('brokenSince'))
    : '';
  return [
    since && words.term('brokenSince', since),
    workflows && words.term('stopped', workflows),
  ].filter(Boolean);
}

/** What is wrong with an account, in its source's own words where there are some, and what to do. */
function helpOf({status, verification}: ConnectedAccount, words: Words): readonly string[] {
  if (status === 'pending') return [words.term('pendingHelp')];
  const said = providerText(verification.error?.message);
  if (said) return [said, words.term('failedHelp')];
  return [words.term(verification.status === 'expired' ? 'expiredHelp' : 'invalidHelp')];
}
