import {notify} from '../util/notify.js';
import type {InstallState} from './install-state.js';
import type {VisitedStages} from './visited-stages.js';

/** A state without what follows from the steps. */
type Shown = InstallState extends infer S
  ? S extends InstallState
    ? Omit<S, 'canGoBack' | 'progress'>
    : never
  : never;

/** The state that an install run shows, and those who are told of it. */
export class PublishedState {
  readonly #steps: VisitedStages;
  readonly #listeners = new Set<(state: InstallState) => void>();
  #current: InstallState = {stage: 'idle', canGoBack: false, progress: undefined};

  constructor(steps: VisitedStages) {
    this.#steps = steps;
  }

  get current(): InstallState {
    return this.#current;
  }

  /** Whether the run has ended for good; a failed one can be tried again. */
  get isOver(): boolean {
    return this.#current.stage === 'done' || this.#current.stage === 'cancelled';
  }

  subscribe(listener: (state: InstallState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  show(next: Shown): void {
    this.#current = Object.freeze({
      ...next,
      canGoBack: this.#steps.canGoBack(next.stage),
      progress: this.#steps.progress(next.stage),
    });
    notify(this.#listeners, this.#current);
  }
}
