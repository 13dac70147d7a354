/** How long elements wait for what frameworks and scripts set later, before they call it missing. Milliseconds. */
export const GRACE = 1500;

/** What a framework makes of an object, a function or `false` where it knows of no property of that name. */
const STRINGIFIED = /^\[object |^(async\s*)?(function\b|\([^)]*\)\s*=>|\w+\s*=>)|^false$/;

/** Looks closer, with code of its own, where something about an element may be a mistake. */
export function checkIfOdd(element: HTMLElement, isOdd = false): void {
  const lacksName = Reflect.get(element, 'integration') === '';
  const isStringified = [...element.attributes].some(({value}) => STRINGIFIED.test(value));
  if (!isOdd && !lacksName && !isStringified) return;
  // For developers only: where it cannot be loaded nobody misses it.
  import('./check-set-up.js').then(({checkSetUp}) => checkSetUp(element)).catch(() => undefined);
}
