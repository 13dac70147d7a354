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
