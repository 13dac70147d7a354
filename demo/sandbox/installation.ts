import {randomUUID} from 'node:crypto';
import type {IntegrationFixture, ProviderAccount} from './fixtures/fixture.js';
import {HttpError} from './http.js';
import {textOf, type JsonObject} from './read.js';
import type {Account, InstallRecord, SandboxUser} from './user.js';

/** What the SDK's install options ask of a new account. */
export interface InstallOptions {
  readonly allowMultipleCredentials: boolean;
  /** Re-authorise this account in place. */
  readonly selectedCredentialId: string | undefined;
  readonly externalId: string | undefined;
  /** The account needs no post options, whatever its integration says. */
  readonly skipPostOptions: boolean;
}

export function readInstallOptions(options: JsonObject, skipPostOptions: boolean): InstallOptions {
  return {
    allowMultipleCredentials: options.allowMultipleCredentials === true,
    selectedCredentialId: textOf(options.selectedCredentialId),
    externalId: textOf(options.externalId),
    skipPostOptions,
  };
}

/** @throws {HttpError} 4xx if the options contradict each other or what the user has */
export function checkInstallOptions(
  user: SandboxUser,
  fixture: IntegrationFixture,
  {externalId, selectedCredentialId}: InstallOptions,
): void {
  if (externalId !== undefined && selectedCredentialId !== undefined) {
    throw new HttpError(
      400,
      'bad-input',
      'externalId names a new account and selectedCredentialId an existing one: give one of them.',
    );
  }
  if (selectedCredentialId !== undefined) user.account(selectedCredentialId);
  const isTaken = user
    .accountsOf(fixture.type)
    .some(({credential}) => credential.externalId === externalId && externalId !== undefined);
  if (isTaken) {
    throw new HttpError(
      409,
      'external-id-taken',
      `An account with externalId "${externalId}" is already connected to ${fixture.name}.`,
    );
  }
}

/**
 * Connects an account: in place if one was selected, besides the others if several are allowed, else instead of the default
 * one. Integrations with post options leave it pending until {@link activate}.
 */
export function install(
  user: SandboxUser,
  fixture: IntegrationFixture,
  options: InstallOptions,
  provider: ProviderAccount,
  record: InstallRecord,
): Account {
  checkInstallOptions(user, fixture, options);
  const asksPostOptions = (fixture.postOptions?.length ?? 0) > 0 && !options.skipPostOptions;
  if (options.selectedCredentialId !== undefined) {
    const account = user.account(options.selectedCredentialId);
    const isUnfinished = account.credential.status === 'PENDING' && asksPostOptions;
    Object.assign(account.credential, provider);
    account.install = record;
    if (!isUnfinished) activate(user, account);
    return account;
  }
  const replaces = options.allowMultipleCredentials ? [] : replaceable(user, fixture.type);
  const account = user.add(fixture, {
    ...provider,
    id: randomUUID(),
    status: 'PENDING',
    externalId: options.externalId,
    sharedSettings: {},
    install: record,
  });
  account.replaces = replaces;
  if (!asksPostOptions) activate(user, account);
  return account;
}

/** Makes an account usable. What it replaces goes only now, so that giving up half-way costs nobody an account. */
export function activate(user: SandboxUser, account: Account): void {
  const now = new Date().toISOString();
  Object.assign(account.credential, {status: 'VALID', dateRefreshed: now, dateUpdated: now});
  user.remove(account.replaces);
  account.replaces = [];
}

/** The default account, and whatever was begun and never finished. */
function replaceable(user: SandboxUser, type: string): readonly string[] {
  const byDefault = user.defaultAccount(type);
  return user
    .accountsOf(type)
    .filter((account) => account === byDefault || account.credential.status === 'PENDING')
    .map(({credential}) => credential.id);
}
