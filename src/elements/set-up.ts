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
  else window.addEventListener('load', start);
  return () => {
    window.removeEventListener('load', start);
    clearTimeout(timer);
  };
}

/**
 * What looks like an object, a function or `false` of which a framework made a text, or like a property of several words in the place of
 * its attribute, which has dashes; the closer look finds out.
 */
const ODD = /object |=>|\{|=false$|^\w{12}/;

/** Looks closer, with code of its own, where something about an element may be a mistake. */
export function checkIfOdd(element: HTMLElement, isOdd = false): void {
  const {integration} = element as {readonly integration?: unknown};
  const lacksName = integration === '' && element.localName !== 'pg-portal';
  const looksOdd = [...element.attributes].some(({name, value}) => ODD.test(`${name}=${value}`));
  if (!isOdd && !lacksName && !looksOdd) return;
  // For developers only: where it cannot be loaded nobody misses it.
  import('./check-set-up.js').then(({checkSetUp}) => checkSetUp(element)).catch(() => undefined);
}
