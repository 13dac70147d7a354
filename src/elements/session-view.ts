import {html, type TemplateResult} from 'lit';
import {PgError} from '../core/errors.js';
import type {ConnectSession} from '../core/compose.js';
import type {Integration} from '../core/session/snapshot.js';
import {common} from '../i18n/en/common.js';
import {errors} from '../i18n/en/errors.js';
import {Localizer} from '../i18n/localize.js';
import {errorWords, type ErrorWords, inlineError, signedOutState} from '../ui/message/message.js';
import {report} from './emit.js';
import type {SessionElement} from './session-element.js';

/** What every element shows while there is no data to show: loading, signed out, failed, set up wrongly. */
export class SessionView {
  readonly common: Localizer<typeof common>;
  readonly errors: Localizer<typeof errors>;
  readonly #host: SessionElement;
  #reported: string | undefined;

  constructor(host: SessionElement) {
    this.#host = host;
    this.common = new Localizer(host, 'common', common);
    this.errors = new Localizer(host, 'errors', errors);
  }

  /** Whether a session, or its data, is on its way. */
  isLoading(session: ConnectSession | undefined): boolean {
    return session ? session.snapshot.status === 'loading' : !this.#host.hasNoProvider;
  }

  /** The state that stands in for the element's content; undefined when there is data. */
  gate(session: ConnectSession | undefined, skeleton: unknown): unknown {
    if (this.isLoading(session)) return skeleton;
    if (!session) return this.error(new PgError('provider-missing', ''));
    const {status, error} = session.snapshot;
    if (status === 'signed-out')
      return signedOutState(this.common, error && this.#signInAgain(session));
    if (status === 'error' && error) return this.error(error, () => void session.retry());
    return undefined;
  }

  /** The integration of that type; where there is none, says so to the host's developer, once. */
  integration(session: ConnectSession | undefined, type: string): Integration | undefined {
    const integration = session?.integration(type);
    if (!integration && type && this.#reported !== type) {
      this.#reported = type;
      const problem = new PgError('integration-unknown', `There is no integration "${type}".`);
      const known = session?.snapshot.integrations.map((one) => one.type) ?? [];
      // Not while rendering: a listener may change what is being rendered.
      queueMicrotask(() => report(this.#host, problem, {wrong: type, known}));
    }
    return integration;
  }

  error(error: PgError, onRetry?: () => void): TemplateResult {
    return inlineError({
      error: this.words(error),
      onRetry,
      retryLabel: this.common.term('retry'),
    });
  }

  unknown(type: string): TemplateResult {
    return this.error(new PgError(type ? 'integration-unknown' : 'integration-missing', type));
  }

  words(error: PgError): ErrorWords {
    return errorWords(error, this.errors);
  }

  /** Whoever was signed out by a failure has a way back; whoever wanted it has not asked for one. */
  #signInAgain(session: ConnectSession): TemplateResult {
    return html`<button type="button" class="button" @click=${() => void session.retry()}>
      ${this.common.term('signInAgain')}
    </button>`;
  }
}
