import type {ReactiveController} from 'lit';
import {LazyView, type Control, type View, type ViewHost} from './control.js';
import {afterRemoval} from '../../ui/dom.js';

/** How the view of a control stands. */
export type ViewState =
  | {readonly status: 'initial'}
  | {readonly status: 'pending'}
  | {readonly status: 'complete'; readonly view: View}
  | {readonly status: 'error'; readonly retry: () => void};

const INITIAL: ViewState = {status: 'initial'};

/** Keeps the view of the control that an element shows: makes it, waits for its chunk, and ends it with the element. */
export class ViewKeeper implements ReactiveController {
  readonly #host: ViewHost;
  #control: Control | undefined;
  #state = INITIAL;

  constructor(host: ViewHost) {
    this.#host = host;
    host.addController(this);
  }

  get state(): ViewState {
    return this.#state;
  }

  /** The view, once it is there. */
  get view(): View | undefined {
    return this.#state.status === 'complete' ? this.#state.view : undefined;
  }

  hostConnected(): void {
    // A view that ended with a removal is made again.
    if (this.#control === undefined) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // What is typed and loaded stays in a move.
    afterRemoval(this.#host, () => this.show(undefined));
  }

  /** Makes this the control that is shown. */
  show(control: Control | undefined): void {
    if (control === this.#control) return;
    this.view?.dispose?.();
    this.#control = control;
    this.#state = INITIAL;
    if (control) this.#make(control);
  }

  #make(control: Control): void {
    const {view} = control;
    const factory = view instanceof LazyView ? view.factory : view;
    if (factory) this.#state = {status: 'complete', view: factory(this.#host)};
    else if (view instanceof LazyView) this.#load(control, view);
  }

  #load(control: Control, lazy: LazyView): void {
    this.#state = {status: 'pending'};
    const settle = (run: () => void): void => {
      if (this.#control !== control) return;
      run();
      this.#host.requestUpdate();
    };
    const retry = (): void => {
      this.#load(control, lazy);
      this.#host.requestUpdate();
    };
    lazy.load().then(
      () => settle(() => this.#make(control)),
      () => settle(() => (this.#state = {status: 'error', retry})),
    );
  }
}
