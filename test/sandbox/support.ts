import {randomUUID} from 'node:crypto';
import {after} from 'node:test';
import type {ControlRequest} from '../../demo/sandbox/control.js';
import {SANDBOX_PREFIX} from '../../demo/sandbox/endpoints.js';
import {integrationId} from '../../demo/sandbox/ids.js';
import type {Inspection} from '../../demo/sandbox/inspection.js';
import type {Configuration, Credential} from '../../demo/sandbox/protocol.js';
import {createSandbox} from '../../demo/sandbox/server.js';

const sandbox = await createSandbox().listen();
after(() => sandbox.close());

/** Where the sandbox of this test file listens. */
export const {origin} = sandbox;

export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed if it is JSON, else the text. */
  readonly body: T;
}

export interface Refusal {
  readonly message: string;
  readonly code: string;
  readonly status: number;
}

/** Sends a request below the sandbox's prefix, without following redirects. `T` is what the test expects to get. */
export async function request<T>(path: string, init: RequestInit = {}): Promise<Reply<T>> {
  const response = await fetch(`${origin}${SANDBOX_PREFIX}${path}`, {redirect: 'manual', ...init});
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const body = (isJson ? JSON.parse(text) : text) as T;
  return {status: response.status, headers: response.headers, body};
}

/** One entry of `integrations` in the answer to `sdk/me`. */
export interface Connection {
  readonly enabled: boolean;
  readonly credentialId?: string;
  readonly credentialStatus?: string;
  readonly allCredentials: readonly Credential[];
}

interface CallOptions {
  readonly body?: unknown;
  readonly credential?: string;
  readonly configuration?: string;
}

/** Calls the sandbox as the SDK would, signed in as one user. */
export class TestUser {
  readonly projectId: string;
  readonly token: string;

  constructor(projectId: string, token: string) {
    this.projectId = projectId;
    this.token = token;
  }

  /** Any address below the prefix. */
  send<T>(method: string, path: string, options: CallOptions = {}): Promise<Reply<T>> {
    const {body, credential, configuration} = options;
    return request(path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        accept: 'application/json',
        ...(credential === undefined ? {} : {'x-paragon-credential': credential}),
        ...(configuration === undefined ? {} : {'x-paragon-configuration-id': configuration}),
      },
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
  }

  /** An address below `…/projects/:projectId/sdk`. */
  sdk<T>(method: string, path: string, options: CallOptions = {}): Promise<Reply<T>> {
    return this.send(method, `/zeus/projects/${this.projectId}/sdk${path}`, options);
  }

  async connection(type: string): Promise<Connection> {
    const {body} = await this.sdk<{integrations: Record<string, Connection>}>('GET', '/me');
    const connection = body.integrations[type];
    if (!connection) throw new Error(`There is no integration "${type}".`);
    return connection;
  }

  async control(body: ControlRequest): Promise<Inspection> {
    const path = `/control?project=${this.projectId}`;
    return (await this.send<Inspection>('POST', path, {body})).body;
  }

  async inspect(): Promise<Inspection> {
    return (await this.send<Inspection>('GET', `/control?project=${this.projectId}`)).body;
  }

  /** Connects an integration that takes a key. */
  connectWithKey<T = Credential>(
    type: string,
    payload: Record<string, unknown>,
    installOptions: Record<string, unknown> = {},
  ): Promise<Reply<T>> {
    const body = {integrationId: integrationId(type), config: {}, payload, installOptions};
    return this.sdk('POST', '/credentials', {body});
  }

  buildOAuth<T = {redirectUrl: string}>(
    type: string,
    sessionKey: string,
    options: {
      readonly installOptions?: Record<string, unknown>;
      readonly suppliedValues?: Record<string, unknown>;
      readonly redirectUrl?: string;
    } = {},
  ): Promise<Reply<T>> {
    const query = new URLSearchParams({
      action: type,
      integrationId: integrationId(type),
      oauthMetaKeyId: sessionKey,
      originForPostMessage: origin,
      userToken: this.token,
      installOptions: JSON.stringify(options.installOptions ?? {}),
      endUserSuppliedValues: JSON.stringify(options.suppliedValues ?? {}),
      ...(options.redirectUrl === undefined ? {} : {redirectUrl: options.redirectUrl}),
    });
    const path = `/zeus/v2/projects/${this.projectId}/sdk/actions/build-oauth?${query}`;
    return this.send('GET', path);
  }

  /** The whole of OAuth without a browser. Returns the id of the credential. */
  async connectOverOAuth(
    type: string,
    options: Parameters<TestUser['buildOAuth']>[2] & {readonly identity?: string} = {},
  ): Promise<string> {
    const sessionKey = randomUUID();
    const {body} = await this.buildOAuth(type, sessionKey, options);
    await decide(body.redirectUrl, 'approve', options.identity);
    const session = await this.sdk<{connectCredentialId?: string}>(
      'GET',
      `/actions/session-id/${sessionKey}`,
    );
    const {connectCredentialId} = session.body;
    if (!connectCredentialId) throw new Error(`${type} was not connected.`);
    return connectCredentialId;
  }

  async credential(id: string): Promise<Credential> {
    return (await this.sdk<Credential>('GET', `/credentials/${id}`)).body;
  }
}

/** A user of a project that nobody else uses. Has no accounts, unless it is the demo user. */
export async function newUser(userId = 'user-1'): Promise<TestUser> {
  const projectId = `project-${randomUUID()}`;
  const {body} = await request<{token: string}>(`/token?project=${projectId}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({userId}),
  });
  return new TestUser(projectId, body.token);
}

/** Presses a button of the consent page and goes where that leads. Returns the last page. */
export async function decide(
  consentUrl: string,
  decision: 'approve' | 'deny',
  identity = 'ada',
): Promise<string> {
  const response = await fetch(consentUrl, {
    method: 'POST',
    body: new URLSearchParams({decision, identity}),
  });
  return response.text();
}

export function defaultConfiguration({configurations}: Credential): Configuration {
  const configuration = configurations.find(({isDefault}) => isDefault);
  if (!configuration) throw new Error('The credential has no default configuration.');
  return configuration;
}
