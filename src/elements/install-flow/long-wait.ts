import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Environment} from '../../core/environment';
import {afterRemoval} from '../../ui/after-removal.js';

/** Longer than a provider usually needs to check answers. Milliseconds. */
const LONG = 10_000;

/** Notices when something takes so long that people wonder. */
export class LongWait implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onLong: () => void;
  /** Stays after its time has come: as long as the wait lasts, it is noticed once. */
  #stop: (() => void) | undefined;
  #isLong = false;

  constructor(host: ReactiveControllerHost & HTMLElement, onLong: () => void) {
    this.#host = host;
    this.#onLong = onLong;
    host.addController(this);
  }

  get isLong(): boolean {
    return this.#isLong;
  }

  /**
   * Call it before every render: the wait that goes on is counted from its start.
   * @param page the clock; undefined while there is nothing to wait for
   */
  watch(page: Environment | undefined): void {
    if (page && this.#host.isConnected) this.#stop ??= page.after(LONG, () => this.#notice());
    else this.#end();
  }

  hostDisconnected(): void {
    afterRemoval(this.#host, () => this.#end());
  }

  #notice(): void {
    this.#isLong = true;
    this.#host.requestUpdate();
    this.#onLong();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#isLong = false;
  }
}
