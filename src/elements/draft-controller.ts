import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {SettingsDraft} from '../core/settings/settings-draft.js';
import {afterRemoval} from '../ui/dom.js';

/** Keeps the draft that an element shows, and follows it while the element is connected. */
export class DraftController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onLeave: ((draft: SettingsDraft) => void) | undefined;
  #draft: SettingsDraft | undefined;
  #unsubscribe: (() => void) | undefined;

  /** @param onLeave the element goes, or shows another draft from now on; it is still rendered as before */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    onLeave?: (draft: SettingsDraft) => void,
  ) {
    this.#host = host;
    this.#onLeave = onLeave;
    host.addController(this);
  }

  get draft(): SettingsDraft | undefined {
    return this.#draft;
  }

  /** Makes this the draft that is shown; the same again does nothing. */
  follow(next: SettingsDraft | undefined): void {
    if (next === this.#draft) return;
    this.#leave();
    this.#draft = next;
    this.#listen();
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    afterRemoval(this.#host, () => this.#leave());
  }

  #listen(): void {
    this.#unsubscribe ??= this.#draft?.subscribe(() => this.#host.requestUpdate());
  }

  #leave(): void {
    if (this.#draft && this.#unsubscribe) this.#onLeave?.(this.#draft);
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}
