const HEX = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;
const NUMBER = String.raw`[+-]?(?:\d{1,4}(?:\.\d{1,6})?|\.\d{1,6})`;
/** Plain numbers only: no `calc()`, `var()`, `url()` or relative syntax, which could read or fetch something. */
const FUNCTION = new RegExp(
  String.raw`^(?:rgb|hsl)a?\(\s*${NUMBER}(?:deg|%)?(?:\s*,\s*|\s+)${NUMBER}%?(?:\s*,\s*|\s+)${NUMBER}%?(?:\s*[,/]\s*${NUMBER}%?)?\s*\)$`,
  'i',
);
const NAME = /^[a-z]{3,24}$/i;
/** Words that CSS takes for a colour, yet whose colour depends on where they stand. */
const CONTEXTUAL = /^(?:inherit|initial|unset|revert|currentcolor|transparent)$/i;

/**
 * A colour of the backend that may be given to `el.style.setProperty`, trimmed, or `undefined`. Hex, `rgb()` and `hsl()` of plain
 * numbers, and the browser's colour names.
 */
export function safeColour(raw: unknown): string | undefined {
  if (typeof raw !== 'string' || raw.length > 64) return undefined;
  const colour = raw.trim();
  if (HEX.test(colour)) return colour;
  const candidate = FUNCTION.test(colour) || (NAME.test(colour) && !CONTEXTUAL.test(colour));
  return candidate && supported(colour) ? colour : undefined;
}

/** Without a browser (tests in Node) nothing is painted either, so a name or a function is refused. */
function supported(colour: string): boolean {
  return typeof CSS !== 'undefined' && CSS.supports('color', colour);
}
