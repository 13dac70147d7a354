import {css, nothing, type ReactiveController, type TemplateResult} from 'lit';
import type {ConnectSession} from '../core/compose.js';
import {inlineError} from '../ui/message/message.js';
import type {SessionElement} from './session-element.js';
import type {SessionView} from './session-view.js';

/** Of the note, and of what is out of reach below it. */
export const suspensionStyles = css`
  .message + .base {
    margin-block-start: calc(var(--_space) * 4);
  }

  .base[inert] {
    opacity: 0.6;
  }
`;

/** What a form is while its user could not be signed in again: in sight with all that was typed, out of reach, with a way back. */
export class Suspension implements ReactiveController {
  readonly #host: SessionElement;
  readonly #sessionOf: () => ConnectSession | undefined;
  #isOn = false;
  #hasMoved = false;
  #hadFocus = false;

  constructor(host: SessionElement, sessionOf: () => ConnectSession | undefined) {
    this.#host = host;
    this.#sessionOf = sessionOf;
    host.addController(this);
  }

  /** Whether it is out of reach. */
  get isOn(): boolean {
    return this.#isOn;
  }

  hostUpdate(): void {
    const isOn = isSuspended(this.#sessionOf());
    this.#hasMoved = isOn !== this.#isOn;
    this.#isOn = isOn;
    // What goes out of reach gives the focus away, and so does a button that goes.
    if (this.#hasMoved) this.#hadFocus = this.#host.matches(':focus-within');
  }

  hostUpdated(): void {
    if (!this.#hasMoved || !this.#hadFocus) return;
    this.#hasMoved = false;
    const target = this.#isOn
      ? this.#host.renderRoot.querySelector<HTMLElement>('[part=retry]')
      : this.#host;
    target?.focus();
  }

  /** Why, and the way back. */
  render(view: SessionView, kept: string): TemplateResult | typeof nothing {
    const session = this.#sessionOf();
    if (!this.#isOn || !session) return nothing;
    const {status, error} = session.snapshot;
    return inlineError({
      error: error && {text: view.words(error).text, detail: kept},
      onRetry: () => void session.retry(),
      retryLabel: view.common.term('signInAgain'),
      pending: status === 'loading',
    });
  }
}

/** Whether what is there belongs to a user who has to be signed in again. */
export function isSuspended(session: ConnectSession | undefined): boolean {
  if (!session) return false;
  const {status, integrations} = session.snapshot;
  return status !== 'ready' && integrations.length > 0;
}

/** Whether a connection of this integration is under way whose user has to be signed in again. */
export function isRunSuspended(
  session: ConnectSession | undefined,
  integration: string | undefined,
): boolean {
  const run = session?.run;
  return isSuspended(session) && run?.isActive === true && run.integration === integration;
}
