import type {SdkAccountType, SdkCredential} from '../../src/core/sdk.js';
import {settled} from './scripted-page.js';

/** An integration of the scripted project. */
export interface ScriptedIntegration {
  readonly type: string;
  readonly name?: string;
  readonly icon?: string;
  readonly brandColor?: string;
  /** `oauth`, `api_key`, … */
  readonly scheme: string;
  readonly accountTypes?: readonly SdkAccountType[];
  /** Account types that want an instruction followed first. */
  readonly instructed?: readonly string[];
  readonly preOptions?: readonly object[];
  readonly postOptions?: readonly object[];
}

/** Options that the SDK sends with a connection. */
export interface ScriptedInstallOptions {
  readonly allowMultipleCredentials?: boolean | undefined;
  readonly selectedCredentialId?: string | undefined;
  readonly externalId?: string | undefined;
}

/** An answer of the backend that is not a success. */
export class HttpFailure extends Error {
  readonly status: number;

  constructor(status: number, body: object | undefined) {
    // `JSON.stringify(response)` of a body that is not JSON.
    super(body ? JSON.stringify(body) : '{}');
    this.status = status;
  }
}

export const networkFailure = (): Error => new TypeError('Failed to fetch');
export const serverFailure = (): Error =>
  new HttpFailure(500, {message: 'Something broke', code: '9001'});
export const refusal = (message: string): Error =>
  new HttpFailure(400, {message, code: '4000', status: 400});

/** Names of the requests of the SDK's protocol. */
export type RequestName =
  | 'me'
  | 'integrations'
  | 'patch-me'
  | 'create'
  | 'complete-setup'
  | 'session-id'
  | 'credential'
  | 'uninstall'
  | 'settings'
  | 'proxy'
  | 'workflow';

interface Gate {
  readonly name: RequestName;
  readonly opened: Promise<void>;
  readonly open: () => void;
}

/** The server behind the scripted SDK. Answers at once unless told to hold, fail or refuse. */
export class ScriptedBackend {
  readonly integrations: ScriptedIntegration[];
  /** Every request, in the order of arrival. */
  readonly log: RequestName[] = [];
  /** Tokens that are answered with 401. */
  readonly revoked = new Set<string>();
  readonly #users = new Map<string, Map<string, SdkCredential[]>>();
  readonly #failures: {name: RequestName; error: Error}[] = [];
  readonly #gates: Gate[] = [];
  #ids = 0;

  constructor(integrations: readonly ScriptedIntegration[]) {
    this.integrations = [...integrations];
  }

  count(name: RequestName): number {
    return this.log.filter((entry) => entry === name).length;
  }

  /** Fails the next request of this name. */
  failNext(name: RequestName, error: Error): void {
    this.#failures.push({name, error});
  }

  /** Holds the next request of this name until the returned function is called. */
  hold(name: RequestName): () => Promise<void> {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    this.#gates.push({name, opened, open});
    return async () => {
      open();
      await settled();
    };
  }

  async answer<T>(name: RequestName, token: string, work: () => T): Promise<T> {
    this.log.push(name);
    const failure = this.#failures.findIndex((entry) => entry.name === name);
    const [failed] = failure < 0 ? [] : this.#failures.splice(failure, 1);
    const isRefused = this.revoked.has(token);
    const gate = this.#gates.findIndex((entry) => entry.name === name);
    if (gate < 0) await Promise.resolve();
    else await this.#gates.splice(gate, 1)[0]?.opened;
    if (isRefused) throw new HttpFailure(401, {message: 'Unauthorized', code: '7000'});
    if (failed) throw failed.error;
    return work();
  }

  integration(type: string): ScriptedIntegration {
    const found = this.integrations.find((entry) => entry.type === type);
    if (!found) throw new Error(`The script has no ${type}.`);
    return found;
  }

  credentials(userId: string, type: string): SdkCredential[] {
    const user = this.#users.get(userId) ?? new Map<string, SdkCredential[]>();
    this.#users.set(userId, user);
    const list = user.get(type) ?? [];
    user.set(type, list);
    return list;
  }

  /** Puts an account there, as if it had been connected before. */
  seed(userId: string, type: string, credential: Partial<SdkCredential> = {}): SdkCredential {
    const created = this.#create(credential);
    this.credentials(userId, type).push(created);
    return created;
  }

  /** Connects an account the way the backend does: renews, adds, or replaces what there was. */
  install(
    userId: string,
    type: string,
    status: string,
    options: ScriptedInstallOptions,
    isoDate: string,
  ): SdkCredential {
    const list = this.credentials(userId, type);
    const renewed = list.findIndex(({id}) => id === options.selectedCredentialId);
    const before = list[renewed];
    if (before) {
      const next = {...before, status, dateRefreshed: isoDate};
      list[renewed] = next;
      return next;
    }
    const {externalId} = options;
    const created = this.#create({status, dateRefreshed: isoDate, ...(externalId && {externalId})});
    if (options.allowMultipleCredentials) list.push(created);
    else list.splice(0, list.length, created);
    return created;
  }

  complete(userId: string, type: string, credentialId: string): SdkCredential {
    const list = this.credentials(userId, type);
    const index = list.findIndex(({id}) => id === credentialId);
    const before = list[index];
    if (!before) throw new HttpFailure(404, {message: 'Credential not found', code: '4004'});
    const next = {...before, status: 'VALID'};
    list[index] = next;
    return next;
  }

  remove(userId: string, type: string, credentialId: string): void {
    const list = this.credentials(userId, type);
    const index = list.findIndex(({id}) => id === credentialId);
    if (index >= 0) list.splice(index, 1);
  }

  #create(credential: Partial<SdkCredential>): SdkCredential {
    this.#ids += 1;
    const id = credential.id ?? `cred-${this.#ids}`;
    return {
      id,
      status: 'VALID',
      providerId: `person-${this.#ids}`,
      providerData: {email: `person-${this.#ids}@example.com`},
      dateRefreshed: '2024-01-01T00:00:00.000Z',
      configurations: [{id: `${id}-config`, isDefault: true, sharedSettings: {}}],
      ...credential,
    };
  }
}
