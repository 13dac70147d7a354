/**
 * Waits until nothing in the document and its shadow trees is on its way: colours in between are nobody's contrast. What never ends,
 * as a placeholder that glimmers, and what moves with scrolling is not waited for. Stands alone, so that it can be sent into a page.
 */
export async function stilled(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const moving: Animation[] = [];
    // A tree's own animations are known to its root only.
    const roots: DocumentOrShadowRoot[] = [document];
    for (const root of roots) {
      moving.push(...root.getAnimations());
      for (const element of (root as ParentNode & DocumentOrShadowRoot).querySelectorAll('*'))
        if (element.shadowRoot) roots.push(element.shadowRoot);
    }
    const ending = moving.filter(
      ({effect, playState, timeline}) =>
        playState === 'running' &&
        timeline === document.timeline &&
        Number(effect?.getComputedTiming().endTime) !== Infinity,
    );
    if (ending.length === 0) return;
    await Promise.all(ending.map(({finished}) => finished.catch(() => undefined)));
  }
}
