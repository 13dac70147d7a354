/** A window that the SDK opened. A page with a COOP header makes `closed` true while the person still sees it. */
export interface OpenedWindow {
  readonly closed: boolean;
  focus(): void;
  close(): void;
}

/**
 * Why a page cannot have a sign-in window: `isolated` by its own Cross-Origin-Opener-Policy, which cuts the window off, or
 * `sandboxed` by the frame that it is in.
 */
export type WindowObstacle = 'isolated' | 'sandboxed';

/** The windows in which people sign in, as far as a page can know of them. Tests script them; Node has none. */
export interface Popups {
  /** Runs `call` and tells which window was opened meanwhile: null if the browser refused, undefined if none was asked for. */
  observeOpen(call: () => void): OpenedWindow | null | undefined;
  /** What is known to be in the way of a sign-in window. */
  windowObstacle(): WindowObstacle | undefined;
  /** Asks whether the page's own policy may be why a window has been cut off. */
  findObstacle(): Promise<WindowObstacle | undefined>;
  /** Calls `listener` when what was asked for beside the opening of this window, the address of the sign-in, has failed. */
  onAddressFailure(of: OpenedWindow, listener: (error: Error) => void): () => void;
  /** Calls `listener` with every message that comes from this window, and from no other. */
  onMessage(from: OpenedWindow, listener: (data: unknown) => void): () => void;
}

/** Requests for the address of a sign-in, by the window that waits for it. */
const addresses = new WeakMap<OpenedWindow, Promise<Response>>();
let obstacle: WindowObstacle | undefined;

const noPopups: Popups = {
  observeOpen(call) {
    call();
    return undefined;
  },
  windowObstacle: () => undefined,
  findObstacle: () => Promise.resolve(undefined),
  onAddressFailure: () => () => undefined,
  onMessage: () => () => undefined,
};

/** Those of a browser. */
export const browserPopups: Popups = {
  observeOpen(call) {
    // The SDK keeps its window to itself. To bring it to the front, close it, or know its messages, the kit looks on for
    // the length of this one synchronous call; nothing else can run meanwhile.
    let opened: OpenedWindow | null | undefined;
    let address: Promise<Response> | undefined;
    const restore = [
      replace('open', (open, parameters) => {
        const result = browserPopups.windowObstacle() ? null : open(...parameters);
        opened = result;
        // No blocker refuses what a person has asked for, but the sandbox of a frame does.
        if (result === null && window !== window.top && isAskedFor()) obstacle = 'sandboxed';
        return result;
      }),
      replace('fetch', (fetch, parameters) => {
        const answer = fetch(...parameters);
        const [input] = parameters;
        if (!/\/build-oauth\b/.test(input instanceof Request ? input.url : String(input)))
          return answer;
        address = answer;
        // The SDK only logs its failure, and leaves the person with an empty window. Until that loads it does not look at
        // the answer at all: one that rejects would be an uncaught error of the page.
        return answer.catch(() => new Response('{}', {status: 503}));
      }),
    ];
    try {
      call();
    } finally {
      for (const undo of restore) undo();
    }
    if (opened && address) addresses.set(opened, address);
    return opened;
  },
  windowObstacle: () => obstacle ?? (globalThis.crossOriginIsolated ? 'isolated' : undefined),
  async findObstacle() {
    try {
      const {headers} = await fetch(location.href, {method: 'HEAD', cache: 'force-cache'});
      const policy = headers.get('cross-origin-opener-policy') ?? '';
      if (/^\s*(same-origin|noopener-allow-popups)\s*(;|$)/.test(policy)) obstacle = 'isolated';
    } catch {
      // A page that its server does not give again is asked for nothing more.
    }
    return obstacle;
  },
  onAddressFailure(of, listener) {
    let isHeard = true;
    const tell = (error: unknown): void => {
      if (isHeard) listener(error instanceof Error ? error : new Error(String(error)));
    };
    const asked = addresses.get(of)?.then(async (response) => {
      const text = await response.clone().text();
      if (!response.ok || !hasAddress(text)) tell(new Error(text));
    });
    asked?.catch(tell);
    return () => (isHeard = false);
  },
  onMessage(from, listener) {
    const onMessage = (event: MessageEvent<unknown>): void => {
      if (event.source === from) listener(event.data);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  },
};

/** The windows of a page. */
export const popupsOf = ({popups}: {readonly popups?: Popups}): Popups =>
  popups ?? (typeof window === 'undefined' ? noPopups : browserPopups);

/** Whether an answer tells where to sign in. */
function hasAddress(text: string): boolean {
  try {
    const {redirectUrl} = Object(JSON.parse(text)) as {redirectUrl?: unknown};
    return typeof redirectUrl === 'string' && redirectUrl !== '';
  } catch {
    return false;
  }
}

/** Whether a person has just done something here; false where the engine does not tell. */
function isAskedFor(): boolean {
  const {userActivation} = navigator as Partial<Navigator>;
  return userActivation?.isActive ?? false;
}

/**
 * Puts a function in the place of one of the window; returns how to take it away again. Where the page keeps its own from being
 * replaced, nothing is seen, and everything works as it does without.
 */
function replace<Name extends 'open' | 'fetch'>(
  name: Name,
  instead: (
    original: Window[Name],
    parameters: Parameters<Window[Name]>,
  ) => ReturnType<Window[Name]>,
): () => void {
  const before = Object.getOwnPropertyDescriptor(window, name);
  const original: unknown = window[name];
  if (typeof original !== 'function') return () => undefined;
  const bound = original.bind(window) as Window[Name];
  const value = (...parameters: Parameters<Window[Name]>): ReturnType<Window[Name]> =>
    instead(bound, parameters);
  // What cannot be configured can still be written.
  const isPlain = before !== undefined && !before.configurable && before.writable === true;
  const now = isPlain ? {...before, value} : {value, configurable: true, writable: true};
  if (!Reflect.defineProperty(window, name, now)) return () => undefined;
  return () => {
    if (before) Reflect.defineProperty(window, name, before);
    else Reflect.deleteProperty(window, name);
  };
}
