import axe from 'axe-core';
import type {Page} from 'playwright-core';
import {stilled} from './stilled.js';

/**
 * What axe finds on the page as it stands, once nothing moves any more.
 * @param options `without` these rules, for which the page is no place
 */
export async function axeProblems(
  page: Page,
  {without = []}: {readonly without?: readonly string[]} = {},
): Promise<readonly string[]> {
  await page.evaluate(stilled);
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(`${axe.source}; undefined`);
  const {violations} = await page.evaluate(
    (left) =>
      window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: Object.fromEntries(left.map((rule) => [rule, {enabled: false}])),
      }),
    [...without],
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
