/**
 * The sandbox answers this machine only. Listening on 127.0.0.1 is half of that; the other half is to refuse foreign host
 * names, under which a page elsewhere could reach it (DNS rebinding), and to share nothing with foreign origins.
 */

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isLoopbackHost(host: string | undefined): host is string {
  return host !== undefined && isLoopbackOrigin(`http://${host}`);
}

export function isLoopbackOrigin(origin: string | undefined): origin is string {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const {hostname} = new URL(origin);
  return LOOPBACK_NAMES.has(hostname) || hostname.endsWith('.localhost');
}

/** The same server under its other name, which browsers treat as another site. */
export function otherLoopbackOrigin(origin: string): string {
  const url = new URL(origin);
  url.hostname = url.hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1';
  return url.origin;
}
