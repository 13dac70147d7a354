import type {ConnectedAccount} from '../accounts/connected-account.js';
import type {SdkStartOptions} from '../sdk.js';
import type {InstallOptions} from './install-state.js';

/**
 * Which account an install run is about: the one that it signs in again, or the new one, told by what there was when the run
 * began. Accounts of other runs are not its own, even where the SDK mixes them up.
 */
export interface TargetAccount {
  readonly options: InstallOptions;
  /** What there was when the run began. */
  readonly before: ReadonlyMap<string, ConnectedAccount>;
  /** The account to sign in again; undefined as long as a new one is to be added. */
  readonly id: string | undefined;
  /** An unfinished account that is left behind for a new one. */
  readonly obsolete: string | undefined;
}

type Accounts = readonly ConnectedAccount[];

export function targetOf(options: InstallOptions, accounts: Accounts): TargetAccount {
  const before = new Map(accounts.map((account) => [account.id, account]));
  return {options, before, id: options.credentialId, obsolete: undefined};
}

/** Goes on with this account instead of adding one. */
export const choose = (target: TargetAccount, id: string): TargetAccount => ({...target, id});

/** Adds a new account instead of going on with this unfinished one. */
export function leaveBehind(target: TargetAccount, id: string): TargetAccount {
  if (target.options.credentialId !== undefined) return target;
  return {...target, obsolete: id, id: undefined};
}

/** What tells the SDK which account it is. */
export function startOptionsOf({options, id}: TargetAccount): Partial<SdkStartOptions> {
  const {allowMultiple, externalId, redirectUrl} = options;
  return {
    ...(redirectUrl && {overrideRedirectUrl: redirectUrl}),
    ...(allowMultiple && {allowMultipleCredentials: true}),
    ...(id === undefined
      ? externalId !== undefined && {externalId: externalId.trim()}
      : {selectedCredentialId: id}),
  };
}

/** An account that an earlier run has left unfinished, unless this run is about one already. */
export function unfinished({id, before}: TargetAccount): ConnectedAccount | undefined {
  return id === undefined
    ? [...before.values()].find(({status}) => status === 'pending')
    : undefined;
}

/** The account that the backend would replace with the new one. */
export function replaced(
  {options, id, obsolete}: TargetAccount,
  accounts: Accounts,
): ConnectedAccount | undefined {
  if (id !== undefined || options.allowMultiple) return undefined;
  return accounts.find((account) => account.id !== obsolete);
}

/** The account that was added, or the one that was to be signed in again once it was. */
export function find(
  {id, before}: TargetAccount,
  accounts: Accounts,
): ConnectedAccount | undefined {
  if (id === undefined) return accounts.find((account) => !before.has(account.id));
  const account = accounts.find((entry) => entry.id === id);
  const known = before.get(id);
  if (!account || !known) return account;
  const isRenewed = known.refreshedAt?.getTime() !== account.refreshedAt?.getTime();
  return isRenewed || known.status !== account.status ? account : undefined;
}

/** The account of the run in whatever state it is. */
export function findAny(target: TargetAccount, accounts: Accounts): ConnectedAccount | undefined {
  return find(target, accounts) ?? accounts.find(({id}) => id === target.id);
}

/** Whether an account is what this run is about: windows of other runs complete this one's flow too. */
export function isOurs({options, before, id}: TargetAccount, credentialId: string): boolean {
  if (id !== undefined) return credentialId === id;
  return !(options.allowMultiple && before.has(credentialId));
}

/** Whether what the SDK's flow holds is an account that the window of another run has put there. */
export function isForeign(
  target: TargetAccount,
  held: string | null | undefined,
  accounts: Accounts,
): boolean {
  if (typeof held !== 'string') return false;
  return !(isOurs(target, held) && accounts.some(({id}) => id === held));
}
