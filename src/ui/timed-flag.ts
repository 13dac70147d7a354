import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Environment} from '../core/environment.js';
import {afterRemoval} from './dom.js';

/** A while that something lasts: its host renders when it begins and when its time is over. */
export class TimedFlag implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #duration: number;
  readonly #onOver: () => void;
  /** Stays after the time has come: what goes on is noticed once. */
  #cancel: (() => void) | undefined;
  #isOver = false;

  /** @param duration in milliseconds */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    duration: number,
    onOver: () => void = () => undefined,
  ) {
    this.#host = host;
    this.#duration = duration;
    this.#onOver = onOver;
    host.addController(this);
  }

  /** It has begun, and its time has not come yet. */
  get isRunning(): boolean {
    return this.#cancel !== undefined && !this.#isOver;
  }

  /** Its time has come, and nobody has ended it. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Begins, unless it has begun already. */
  begin(after: Environment['after'] = timeout): void {
    if (!this.#host.isConnected) return;
    this.#cancel ??= after(this.#duration, () => {
      this.#isOver = true;
      this.#host.requestUpdate();
      this.#onOver();
    });
  }

  /** Begins anew. */
  restart(): void {
    this.end();
    this.begin();
    this.#host.requestUpdate();
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isOver = false;
  }

  hostDisconnected(): void {
    afterRemoval(this.#host, () => this.end());
  }
}

const timeout: Environment['after'] = (ms, task) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};
