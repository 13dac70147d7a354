/** How long elements wait for what frameworks and scripts set later, before they call it missing. Milliseconds. */
const GRACE = 1500;

/**
 * Acts once scripts have had the time to set what they set. It begins when the page is complete: before, their code is still coming.
 * @returns gives it up
 */
export function afterGrace(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const start = (): void => {
    timer = setTimeout(act, GRACE);
  };
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, {once: true});
  return () => {
    window.removeEventListener('load', start);
    clearTimeout(timer);
  };
}

/**
 * What a framework makes of an object, a function or `false` where it knows of no property of that name, and a name of several words
 * as properties have it: the attribute has dashes.
 */
const ODD = /=(\[object |false$)|=>|function|^(?!integ|cred|conf)\w{9,}=/;

/** Looks closer, with code of its own, where something about an element may be a mistake. */
export function checkIfOdd(element: HTMLElement, isOdd = false): void {
  const lacksName = element.localName !== 'pg-portal' && Reflect.get(element, 'integration') === '';
  const looksOdd = [...element.attributes].some(({name, value}) => ODD.test(`${name}=${value}`));
  if (!isOdd && !lacksName && !looksOdd) return;
  // For developers only: where it cannot be loaded nobody misses it.
  import('./check-set-up.js').then(({checkSetUp}) => checkSetUp(element)).catch(() => undefined);
}
