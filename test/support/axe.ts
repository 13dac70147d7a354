import axe from 'axe-core';
import type {Page} from 'playwright-core';

/** What axe finds on the page as it stands, once nothing moves any more: colours on their way are nobody's contrast. */
export async function axeProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(() =>
    Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    ),
  );
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(`${axe.source}; undefined`);
  const {violations} = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.map(
    ({id, nodes}) =>
      `${id}: ${nodes.map(({target, failureSummary}) => `${target.join(' ')} ${failureSummary ?? ''}`).join('; ')}`,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
