/** A window that the SDK opened. A page with a COOP header makes `closed` true while the person still sees it. */
export interface OpenedWindow {
  readonly closed: boolean;
  focus(): void;
  close(): void;
}

/** What core needs of the page around it: the clock, and the person coming back. Tests script it; Node has none. */
export interface Environment {
  /** Milliseconds. */
  now(): number;
  /** Runs `task` after `ms`; returns its cancellation. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** The person looks at this page, as far as a page can know. */
  hasFocus(): boolean;
  /** Calls `listener` when the page gets focus, becomes visible or comes online. */
  onReturn(listener: () => void): () => void;
  /** Runs `call` and tells which window was opened meanwhile: null if the browser refused, undefined if none was asked for. */
  observeOpen(call: () => void): OpenedWindow | null | undefined;
  /** Calls `listener` with every message that comes from this window, and from no other. */
  onMessage(from: OpenedWindow, listener: (data: unknown) => void): () => void;
}

/** A page without a person: for Node, where nothing opens and nobody returns. */
export const noEnvironment: Environment = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  hasFocus: () => false,
  onReturn: () => () => undefined,
  observeOpen(call) {
    call();
    return undefined;
  },
  onMessage: () => () => undefined,
};

/** The page of a browser. */
export const browserEnvironment: Environment = {
  now: () => Date.now(),
  after: noEnvironment.after,
  hasFocus: () => document.hasFocus(),
  onReturn(listener) {
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') listener();
    };
    window.addEventListener('focus', listener);
    window.addEventListener('online', listener);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.removeEventListener('focus', listener);
      window.removeEventListener('online', listener);
      document.removeEventListener('visibilitychange', onVisible);
    };
  },
  observeOpen(call) {
    // The SDK keeps its window to itself. To bring it to the front, close it, or know its messages, the kit looks on for
    // the length of this one synchronous call; nothing else can run meanwhile.
    const original = Object.getOwnPropertyDescriptor(window, 'open');
    const open = window.open.bind(window);
    let opened: OpenedWindow | null | undefined;
    window.open = (...parameters) => {
      const result = open(...parameters);
      opened = result;
      return result;
    };
    try {
      call();
    } finally {
      if (original) Object.defineProperty(window, 'open', original);
      else Reflect.deleteProperty(window, 'open');
    }
    return opened;
  },
  onMessage(from, listener) {
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source === from) listener(event.data);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  },
};

/** The page of this environment. */
export const currentEnvironment = (): Environment =>
  typeof window === 'undefined' ? noEnvironment : browserEnvironment;
