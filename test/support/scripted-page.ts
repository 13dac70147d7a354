import type {Environment} from '../../src/core/environment.js';
import type {OpenedWindow, Popups, WindowObstacle} from '../../src/core/popups.js';

/** Lets everything run that waits for nothing but its turn. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that moves only when told to, for the kit and the scripted SDK alike. */
export class ScriptedClock {
  now = 1_750_000_000_000;
  readonly #tasks = new Set<Task>();
  #order = 0;

  /** How many tasks wait for their time. */
  get size(): number {
    return this.#tasks.size;
  }

  after(ms: number, run: () => void): () => void {
    const task = {at: this.now + Math.max(0, ms), order: (this.#order += 1), run};
    this.#tasks.add(task);
    return () => this.#tasks.delete(task);
  }

  every(ms: number, run: () => void): () => void {
    let cancel: () => void = () => undefined;
    const next = (): void => {
      cancel = this.after(ms, () => {
        next();
        run();
      });
    };
    next();
    return () => cancel();
  }

  /** Moves on, running what is due in its order, each with everything that follows from it. */
  async advance(ms: number): Promise<void> {
    const end = this.now + ms;
    await settled();
    for (let task = this.#next(end); task; task = this.#next(end)) {
      this.#tasks.delete(task);
      this.now = task.at;
      task.run();
      await settled();
    }
    this.now = end;
  }

  #next(end: number): Task | undefined {
    let first: Task | undefined;
    for (const task of this.#tasks) {
      if (task.at > end) continue;
      if (!first || task.at < first.at || (task.at === first.at && task.order < first.order))
        first = task;
    }
    return first;
  }
}

/** A window of the browser, as its opener sees it. */
export class ScriptedWindow implements OpenedWindow {
  /** A COOP header cuts the window off: it reads closed, cannot be closed and its messages do not arrive. */
  isSevered = false;
  focused = 0;
  readonly #page: ScriptedPage;
  #isClosed = false;

  constructor(page: ScriptedPage) {
    this.#page = page;
  }

  get closed(): boolean {
    return this.#isClosed || this.isSevered;
  }

  /** Whether the person still sees it. */
  get isVisible(): boolean {
    return !this.#isClosed;
  }

  focus(): void {
    this.focused += 1;
  }

  close(): void {
    if (!this.isSevered) this.#isClosed = true;
  }

  /** The person closes it and is back on the page. */
  closeByHand(): void {
    this.#isClosed = true;
    this.#page.comeBack();
  }

  post(data: unknown): void {
    if (!this.isSevered) this.#page.deliver(this, data);
  }
}

/** A page whose clock, focus, windows and messages a test decides. */
export class ScriptedPage implements Environment, Popups {
  readonly popups = this;
  readonly clock = new ScriptedClock();
  readonly windows: ScriptedWindow[] = [];
  /** The browser refuses the next windows. */
  blocksWindows = false;
  focused = true;
  /** What keeps this page from hearing of its windows, and what it finds out only when it looks. */
  obstacle: WindowObstacle | undefined;
  hiddenObstacle: WindowObstacle | undefined;
  readonly #returns = new Set<() => void>();
  readonly #failures = new Map<OpenedWindow, (error: Error) => void>();
  readonly #messages = new Set<{from: OpenedWindow; listener: (data: unknown) => void}>();
  #timers = 0;
  #observed: {opened: ScriptedWindow | null | undefined} | undefined;

  /** What the kit has left running on this page: timers and listeners. */
  get leftovers(): number {
    return this.#timers + this.#returns.size + this.#messages.size + this.#failures.size;
  }

  get lastWindow(): ScriptedWindow {
    const last = this.windows.at(-1);
    if (!last) throw new Error('No window was opened.');
    return last;
  }

  now(): number {
    return this.clock.now;
  }

  readonly after = (ms: number, task: () => void): (() => void) => {
    this.#timers += 1;
    let isOpen = true;
    const end = (): void => {
      if (isOpen) this.#timers -= 1;
      isOpen = false;
    };
    const cancel = this.clock.after(ms, () => {
      end();
      task();
    });
    return () => {
      end();
      cancel();
    };
  };

  hasFocus(): boolean {
    return this.focused;
  }

  onReturn(listener: () => void): () => void {
    const entry = (): void => listener();
    this.#returns.add(entry);
    return () => this.#returns.delete(entry);
  }

  observeOpen(call: () => void): ScriptedWindow | null | undefined {
    if (this.#observed) throw new Error('observeOpen is not to be nested.');
    const observed: {opened: ScriptedWindow | null | undefined} = {opened: undefined};
    this.#observed = observed;
    try {
      call();
    } finally {
      this.#observed = undefined;
    }
    return observed.opened;
  }

  onMessage(from: OpenedWindow, listener: (data: unknown) => void): () => void {
    const entry = {from, listener};
    this.#messages.add(entry);
    return () => this.#messages.delete(entry);
  }

  windowObstacle(): WindowObstacle | undefined {
    return this.obstacle;
  }

  findObstacle(): Promise<WindowObstacle | undefined> {
    this.obstacle ??= this.hiddenObstacle;
    return Promise.resolve(this.obstacle);
  }

  onAddressFailure(of: OpenedWindow, listener: (error: Error) => void): () => void {
    this.#failures.set(of, listener);
    return () => this.#failures.delete(of);
  }

  /** The request for the address of this window's sign-in fails. */
  failAddress(of: OpenedWindow, error: Error): void {
    this.#failures.get(of)?.(error);
  }

  /** `window.open` of this page. */
  open(): ScriptedWindow | null {
    const opened = this.blocksWindows || this.obstacle ? null : new ScriptedWindow(this);
    if (opened) {
      this.windows.push(opened);
      this.focused = false;
    }
    if (this.#observed) this.#observed.opened = opened;
    return opened;
  }

  /** The person looks at this page again. */
  comeBack(): void {
    this.focused = true;
    for (const listener of [...this.#returns]) listener();
  }

  deliver(from: OpenedWindow, data: unknown): void {
    for (const {from: source, listener} of [...this.#messages]) if (source === from) listener(data);
  }

  async advance(ms: number): Promise<void> {
    await this.clock.advance(ms);
  }
}
