import type {Environment} from '../../src/core/environment.js';
import type {OpenedWindow, Popups} from '../../src/core/popups.js';

interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** A window of the provider, as its opener sees it. */
class PlayedWindow implements OpenedWindow {
  closed = false;
  focused = 0;
  readonly #listeners: ((data: unknown) => void)[] = [];

  focus(): void {
    this.focused += 1;
  }

  close(): void {
    this.closed = true;
  }

  listen(listener: (data: unknown) => void): () => void {
    this.#listeners.push(listener);
    return () => this.#listeners.splice(this.#listeners.indexOf(listener), 1);
  }

  post(data: unknown): void {
    for (const listener of [...this.#listeners]) listener(data);
  }
}

/** A page whose clock moves, and whose windows open, only as a test says. */
export class PlayedPage implements Environment, Popups {
  readonly popups = this;
  readonly windows: PlayedWindow[] = [];
  blocksWindows = false;
  readonly #tasks = new Set<Task>();
  readonly #returns = new Set<() => void>();
  #now = Date.UTC(2025, 0, 1);
  #observed: PlayedWindow | null | undefined;

  /** Timers and listeners that run on this page. */
  get leftovers(): number {
    return this.#tasks.size + this.#returns.size;
  }

  get window(): PlayedWindow {
    const last = this.windows.at(-1);
    if (!last) throw new Error('No window was opened.');
    return last;
  }

  now(): number {
    return this.#now;
  }

  readonly after = (ms: number, run: () => void): (() => void) => {
    const task = {at: this.#now + ms, run};
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  };

  hasFocus(): boolean {
    return true;
  }

  onReturn(listener: () => void): () => void {
    const entry = (): void => listener();
    this.#returns.add(entry);
    return () => this.#returns.delete(entry);
  }

  observeOpen(call: () => void): OpenedWindow | null | undefined {
    this.#observed = undefined;
    call();
    return this.#observed;
  }

  windowObstacle(): undefined {
    return undefined;
  }

  findObstacle(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  onAddressFailure(): () => void {
    return () => undefined;
  }

  onMessage(from: OpenedWindow, listener: (data: unknown) => void): () => void {
    const opened = this.windows.find((one) => one === from);
    return opened ? opened.listen(listener) : () => undefined;
  }

  open(): PlayedWindow | null {
    const opened = this.blocksWindows ? null : new PlayedWindow();
    if (opened) this.windows.push(opened);
    this.#observed = opened;
    return opened;
  }

  /** The person looks at this page again, and time enough passes to ask them. */
  comeBack(): void {
    for (const listener of [...this.#returns]) listener();
    this.elapse(1000);
  }

  elapse(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#tasks].filter(({at}) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#tasks.delete(next);
      this.#now = next.at;
      next.run();
    }
    this.#now = end;
  }
}
