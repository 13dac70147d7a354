/** What a watch has seen so far. */
export interface Agreement {
  readonly looks: number;
  /** What two lists said when they did not say the same. */
  readonly disagreements: readonly string[];
}

/**
 * Compares what two lists on the page say of the same accounts, once a frame and after every change of either.
 * @param isOfBoth tells the rows of the accounts that both lists show
 */
export function watchAgreement(
  first: Element,
  second: Element,
  isOfBoth: (row: Element) => boolean,
): () => Agreement {
  const disagreements: string[] = [];
  let looks = 0;
  let isOn = true;
  const look = (): void => {
    looks += 1;
    const said = [first, second].map((list) => saidBy(list, isOfBoth).join(', '));
    const both = said.join(' | ');
    if (said[0] !== said[1] && disagreements.at(-1) !== both) disagreements.push(both);
  };
  const onFrame = (): void => {
    if (!isOn) return;
    look();
    requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  // Lists render in one microtask after the other: what counts is what a person could see when all of them have run.
  const observer = new MutationObserver(() => setTimeout(look));
  for (const {shadowRoot} of [first, second]) {
    if (shadowRoot)
      observer.observe(shadowRoot, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      });
  }
  return () => {
    isOn = false;
    observer.disconnect();
    return {looks, disagreements};
  };
}

/** Name and status of each account, and what can be done about it. */
function saidBy(list: Element, isOfBoth: (row: Element) => boolean): readonly string[] {
  const rows = list.shadowRoot?.querySelectorAll('[part="account"]') ?? [];
  return [...rows].filter(isOfBoth).map((row) => {
    const buttons = [...row.querySelectorAll('button:not([role=menuitem])')].map(({textContent}) =>
      textContent.trim(),
    );
    const texts = [...row.querySelectorAll('[part="name"] > *')].map(({textContent}) =>
      textContent.trim(),
    );
    return [...texts, ...buttons].join(' ');
  });
}
