const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;
const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The browser's own parser decides what a scheme is: it drops the controls, tabs and line ends that hide one (`java\nscript:`).
 */
function parse(raw: unknown, base?: string): URL | undefined {
  if (typeof raw !== 'string') return undefined;
  try {
    return new URL(raw, base);
  } catch {
    return undefined;
  }
}

/**
 * An address that may stand in an `href`, normalised (host names in ASCII), or `undefined`: show plain text then. Only absolute
 * `http:`, `https:` and `mailto:`; none with a user name in it, which shows one host and opens another.
 */
export function safeLink(raw: unknown): string | undefined {
  const url = parse(raw);
  if (!url || !LINK_SCHEMES.has(url.protocol) || url.username || url.password) return undefined;
  return url.href;
}

/**
 * An address that may stand in the `src` of an `<img>`, where scripts of an SVG do not run; use it nowhere else. `https:`, `http:` on
 * this machine or this origin, and inline images.
 * @param base allows relative addresses and resolves them; the page's address decides what "this origin" is without it
 */
export function safeImage(raw: unknown, base?: string): string | undefined {
  const url = parse(raw, base);
  if (!url) return undefined;
  if (url.protocol === 'data:') return IMAGE_DATA.test(url.href) ? url.href : undefined;
  if (url.username || url.password) return undefined;
  if (url.protocol === 'https:') return url.href;
  if (url.protocol !== 'http:') return undefined;
  const page = parse(base ?? (typeof location === 'undefined' ? undefined : location.href));
  return LOOPBACK.test(url.hostname) || url.origin === page?.origin ? url.href : undefined;
}
