import {isLoopback, parseAddress} from '../core/util/address.js';

const MAX_NODES = 1_000;
const MAX_NAME = 120;
/** C0 and C1 controls but tab and line feed, and the two marks that turn all following text around. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]/g;
let segmenter: Intl.Segmenter | undefined;

const graphemes = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
  return segmenter.segment(text);
};

/**
 * Text of the backend as a string. The SDK types several texts as React nodes, and JSON can pretend to be a Lit template
 * (`{"_$litType$": 1, …}`): strings and numbers inside are kept, everything else becomes nothing, so no value reaches Lit as an object.
 * @param max longest result in UTF-16 units; what is longer is cut between graphemes and ends with "…"
 */
export function plainText(raw: unknown, max = Infinity): string {
  const text = typeof raw === 'string' ? raw : flatten(raw);
  return (text.length > max ? cut(text, max) : text).replace(UNSEEN, '');
}

/**
 * A name of the backend as people see it, at most 120 UTF-16 units.
 * @param fallback where there is none
 */
export function shownName(name: unknown, fallback: string): string {
  return plainText(name, MAX_NAME).trim() || fallback;
}

/** The first character as a person sees it (an emoji with its skin tone, a letter with its accents), or ''. */
export function firstGrapheme(text: string): string {
  const start = text.trimStart().slice(0, 64);
  // Nothing below U+0300 joins with its neighbour; the segmenter would cost a list of a thousand names many milliseconds.
  if (/^[!-\u02ff](?:[ -\u02ff]|$)/.test(start)) return start.charAt(0);
  for (const {segment} of graphemes(start)) return segment;
  return '';
}

function cut(text: string, max: number): string {
  const end = Math.max(0, max - 1);
  // One unit more than is kept, so that the segment at the cut is seen to go on. Nothing longer is segmented: text can be huge.
  const index = graphemes(text.slice(0, end + 1)).containing(end)?.index ?? end;
  // A hostile "grapheme" of a thousand accents would leave nothing; half a character is better there, half a surrogate is not.
  const at = index > 0 ? index : end - (/[\ud800-\udbff]/.test(text.charAt(end - 1)) ? 1 : 0);
  return `${text.slice(0, at).trimEnd()}…`;
}

/** Walks arrays and React-like elements without recursion and with a budget: cyclic and deep values end as well. */
function flatten(raw: unknown): string {
  const pending: unknown[] = [raw];
  let text = '';
  for (let visited = 0; pending.length > 0 && visited < MAX_NODES; visited++) {
    const node = pending.pop();
    if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') {
      text += String(node);
    } else if (Array.isArray(node)) {
      pending.push(...(node as unknown[]).slice(0, MAX_NODES).reverse());
    } else {
      const children = childrenOf(node);
      if (children !== undefined) pending.push(children);
    }
  }
  return text;
}

function childrenOf(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || !('props' in node)) return undefined;
  const {props} = node;
  return typeof props === 'object' && props !== null && 'children' in props
    ? props.children
    : undefined;
}

const LINK_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const IMAGE_DATA = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

/**
 * An address that may stand in an `href`, normalised (host names in ASCII), or `undefined`: show plain text then. Only absolute
 * `http:`, `https:` and `mailto:`; none with a user name in it, which shows one host and opens another.
 */
export function safeLink(raw: unknown): string | undefined {
  const url = parseAddress(raw);
  if (!url || !LINK_SCHEMES.has(url.protocol) || url.username || url.password) return undefined;
  return url.href;
}

/**
 * An address that may stand in the `src` of an `<img>`, where scripts of an SVG do not run; use it nowhere else. `https:`, `http:` on
 * this machine or this origin, and inline images.
 * @param base allows relative addresses and resolves them; the page's address decides what "this origin" is without it
 */
export function safeImage(raw: unknown, base?: string): string | undefined {
  const url = parseAddress(raw, base);
  if (!url) return undefined;
  if (url.protocol === 'data:') return IMAGE_DATA.test(url.href) ? url.href : undefined;
  if (url.username || url.password) return undefined;
  if (url.protocol === 'https:') return url.href;
  if (url.protocol !== 'http:') return undefined;
  const page = parseAddress(base ?? (typeof location === 'undefined' ? undefined : location.href));
  return isLoopback(url) || url.origin === page?.origin ? url.href : undefined;
}

/** Hex, functions of plain numbers, names: no `calc()`, `var()`, `url()` or relative syntax, which could read or fetch something. */
const SAFE = /^(?:#[\da-f]+|(?:rgb|hsl)a?\([\d\s.,%/+deg-]+\)|[a-z]+)$/i;
/** Words that CSS takes for a colour, yet whose colour depends on where they stand. */
const CONTEXTUAL = /^(?:inherit|initial|unset|revert|currentcolor|transparent)$/i;

/**
 * A colour of the backend that may be given to `el.style.setProperty`, trimmed, or `undefined`: also without a browser, where nothing is
 * painted either. Hex, `rgb()` and `hsl()` of plain numbers, and the browser's colour names.
 */
export function safeColour(raw: unknown): string | undefined {
  if (typeof raw !== 'string' || raw.length > 64 || typeof CSS === 'undefined') return undefined;
  const colour = raw.trim();
  const isSafe = SAFE.test(colour) && !CONTEXTUAL.test(colour) && CSS.supports('color', colour);
  return isSafe ? colour : undefined;
}
