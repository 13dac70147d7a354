import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** As long as it takes to notice and read a few words. Milliseconds. */
const DURATION = 5_000;

/** A while that begins now and then ends by itself, for what is worth saying only when it happens. */
export class Moment implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get lasts(): boolean {
    return this.#timer !== undefined;
  }

  begin(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#host.requestUpdate();
    }, DURATION);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
