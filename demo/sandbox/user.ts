import {randomUUID} from 'node:crypto';
import {DEMO_USER_ID} from './endpoints.js';
import type {IntegrationFixture, ProviderAccount} from './fixtures/fixture.js';
import {HttpError} from './http.js';
import {integrationId, seededCredentialId, stableId} from './ids.js';
import type {Configuration, Credential, CredentialStatus, WorkflowState} from './protocol.js';
import type {JsonObject} from './read.js';

/** A connected account with what the service knows of its installation and never sends to the SDK. */
export interface Account {
  readonly credential: Credential;
  readonly fixture: IntegrationFixture;
  install: InstallRecord;
  /** Accounts that this one replaces as soon as it is valid. */
  replaces: readonly string[];
}

/** How an account was installed. Secrets are kept out. */
export interface InstallRecord {
  readonly accountType: string | null;
  readonly scopes: readonly string[];
  readonly suppliedValues: unknown;
  readonly overrideRedirectUrl: string | null;
}

export interface NewAccount extends ProviderAccount {
  readonly id: string;
  readonly status: CredentialStatus;
  readonly externalId: string | undefined;
  readonly sharedSettings: JsonObject;
  readonly install: InstallRecord;
}

/** Everything the service keeps about one user of a project. */
export class SandboxUser {
  readonly userId: string;
  readonly projectId: string;
  meta: JsonObject = {};
  #accounts: Account[] = [];
  #removed: Account[] = [];

  constructor(projectId: string, userId: string, fixtures: readonly IntegrationFixture[]) {
    this.projectId = projectId;
    this.userId = userId;
    if (userId === DEMO_USER_ID) this.#seed(fixtures);
  }

  /** In the order in which they were connected. */
  get accounts(): readonly Account[] {
    return this.#accounts;
  }

  accountsOf(type: string): readonly Account[] {
    return this.#accounts.filter(({fixture}) => fixture.type === type);
  }

  /** The account that is meant where a request names none: the first whose installation was finished. */
  defaultAccount(type: string): Account | undefined {
    const accounts = this.accountsOf(type);
    return accounts.find(({credential}) => credential.status !== 'PENDING') ?? accounts[0];
  }

  /** @param reference credential id, external id, or an external id after `ext:` */
  find(reference: string): Account | undefined {
    const externalId = reference.startsWith('ext:') ? reference.slice(4) : reference;
    return this.#accounts.find(
      ({credential}) => credential.id === reference || credential.externalId === externalId,
    );
  }

  /** @throws {HttpError} 404 for an account that is not this user's */
  account(reference: string): Account {
    const account = this.find(reference);
    if (!account) throw new HttpError(404, 'credential-unknown', 'There is no such account.');
    return account;
  }

  add(fixture: IntegrationFixture, values: NewAccount): Account {
    const now = new Date().toISOString();
    const credential: Credential = {
      id: values.id,
      projectId: this.projectId,
      integrationId: integrationId(fixture.type),
      personaId: stableId(`persona/${this.projectId}/${this.userId}`),
      isPreviewCredential: false,
      ...(values.externalId === undefined ? {} : {externalId: values.externalId}),
      dateCreated: now,
      dateUpdated: now,
      dateRefreshed: now,
      refreshFailureCount: 0,
      status: values.status,
      providerId: values.providerId,
      providerData: values.providerData,
      configurations: [],
    };
    credential.configurations.push(
      newConfiguration(credential, {
        isDefault: true,
        workflowSettings: defaultWorkflowSettings(fixture),
        sharedSettings: values.sharedSettings,
      }),
    );
    const account: Account = {credential, fixture, install: values.install, replaces: []};
    this.#accounts.push(account);
    return account;
  }

  /** Accounts that were disconnected or replaced, as they were then. Oldest first. */
  get removed(): readonly Account[] {
    return this.#removed;
  }

  remove(credentialIds: readonly string[]): void {
    const gone = this.#accounts.filter(({credential}) => credentialIds.includes(credential.id));
    this.#removed.push(...gone);
    this.#accounts = this.#accounts.filter(
      ({credential}) => !credentialIds.includes(credential.id),
    );
  }

  #seed(fixtures: readonly IntegrationFixture[]): void {
    for (const fixture of fixtures) {
      fixture.seeds?.forEach((seed, index) => {
        this.add(fixture, {
          ...seed,
          id: seededCredentialId(fixture.type, index + 1),
          externalId: seed.externalId,
          sharedSettings: seed.sharedSettings ?? {},
          install: {
            accountType: null,
            scopes: fixture.scopes?.map(({name}) => name) ?? [],
            suppliedValues: {},
            overrideRedirectUrl: null,
          },
        });
      });
    }
  }
}

export function newConfiguration(
  credential: Credential,
  values: Partial<Configuration> & Pick<Configuration, 'isDefault'>,
): Configuration {
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    connectCredentialId: credential.id,
    dateCreated: now,
    dateUpdated: now,
    workflowSettings: {},
    sharedSettings: {},
    configMeta: {},
    ...values,
  };
}

export function touch(dated: {dateUpdated: string}): void {
  dated.dateUpdated = new Date().toISOString();
}

function defaultWorkflowSettings({
  workflows = [],
}: IntegrationFixture): Record<string, WorkflowState> {
  return Object.fromEntries(
    workflows
      .filter(({defaultEnabled}) => defaultEnabled)
      .map(({id}) => [id, {enabled: true, settings: {}}]),
  );
}
