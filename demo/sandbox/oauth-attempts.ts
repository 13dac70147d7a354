import {randomUUID} from 'node:crypto';
import type {IntegrationFixture} from './fixtures/fixture.js';
import {HttpError} from './http.js';
import {identityAccount, identityOf, type Identity} from './identities.js';
import {install, type InstallOptions} from './installation.js';
import type {InstallRecord, SandboxUser} from './user.js';

/** How far an attempt to connect over OAuth got. */
export type AttemptOutcome =
  | {readonly status: 'pending'}
  | {readonly status: 'approved'; readonly identity: Identity}
  | {readonly status: 'connected'; readonly credentialId: string}
  | {readonly status: 'denied' | 'failed'; readonly message: string};

export interface AttemptRequest {
  readonly user: SandboxUser;
  readonly fixture: IntegrationFixture;
  /** The `oauthMetaKeyId` under which the SDK polls for the result. */
  readonly sessionKey: string;
  readonly options: InstallOptions;
  readonly record: InstallRecord;
  /** Origin of the page that opened the popup. */
  readonly openerOrigin: string;
  /** Where the provider leads when it is done. */
  readonly redirectUrl: string;
}

export class OAuthAttempt {
  readonly id = randomUUID();
  readonly request: AttemptRequest;
  /** The SDK took note of the result, or gave up waiting for it. */
  isSessionCleared = false;
  #outcome: AttemptOutcome = {status: 'pending'};
  #decisionTimer: NodeJS.Timeout | undefined;

  constructor(request: AttemptRequest) {
    this.request = request;
  }

  get outcome(): AttemptOutcome {
    return this.#outcome;
  }

  /** The provider's part. Only the first decision counts. */
  decide(decision: 'approve' | 'deny', identity = identityOf(undefined)): void {
    this.dispose();
    if (this.#outcome.status !== 'pending') return;
    const {name} = this.request.fixture;
    this.#outcome =
      decision === 'approve'
        ? {status: 'approved', identity}
        : {status: 'denied', message: `Access to ${name} was denied.`};
  }

  /** The service's part: makes an approval an account. */
  exchange(): void {
    if (this.#outcome.status !== 'approved') return;
    const {user, fixture, options, record} = this.request;
    try {
      const provider = identityAccount(this.#outcome.identity, fixture, record.scopes);
      const {credential} = install(user, fixture, options, provider, record);
      this.#outcome = {status: 'connected', credentialId: credential.id};
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      this.#outcome = {status: 'failed', message: error.message};
    }
  }

  /** Decides in a while, whether or not the popup is still there. */
  decideLater(decision: 'approve' | 'deny', afterMs: number): void {
    this.#decisionTimer ??= setTimeout(() => {
      this.decide(decision);
      this.exchange();
    }, afterMs).unref();
  }

  dispose(): void {
    clearTimeout(this.#decisionTimer);
  }
}
