import type {Popups} from './popups.js';

/** What core needs of the page around it: the clock, and the person coming back. Tests script it; Node has none. */
export interface Environment {
  /** Milliseconds. */
  now(): number;
  /** Runs `task` after `ms`; returns its cancellation. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** The person looks at this page, as far as a page can know. */
  hasFocus(): boolean;
  /** Calls `listener` when the page gets focus, becomes visible, comes online or out of the back/forward cache. */
  onReturn(listener: () => void): () => void;
  /** The windows of sign-ins; those of the browser if it has none of its own. */
  readonly popups?: Popups;
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
    const onShow = ({persisted}: PageTransitionEvent): void => {
      if (persisted) listener();
    };
    window.addEventListener('focus', listener);
    window.addEventListener('pageshow', onShow);
    window.addEventListener('online', listener);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      window.removeEventListener('focus', listener);
      window.removeEventListener('pageshow', onShow);
      window.removeEventListener('online', listener);
      document.removeEventListener('visibilitychange', onVisible);
    };
  },
};

/** The page of this environment. */
export const currentEnvironment = (): Environment =>
  typeof window === 'undefined' ? noEnvironment : browserEnvironment;
