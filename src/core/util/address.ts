const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address that a text of anybody's is; undefined if it is none. The browser's own parser decides what a scheme is: it drops the
 * controls, tabs and line ends that hide one (`java\nscript:`).
 */
export function parseAddress(raw: unknown, base?: string): URL | undefined {
  if (typeof raw !== 'string') return undefined;
  try {
    return new URL(raw, base);
  } catch {
    return undefined;
  }
}

/** Whether an address is on this machine. */
export const isLoopback = ({hostname}: URL): boolean => LOOPBACK.test(hostname);
