import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import type {Checker} from 'accessibility-checker-engine';
import type {Page} from 'playwright-core';
import {stilled} from './stilled.js';

const engine = readFile(fileURLToPath(import.meta.resolve('accessibility-checker-engine')), 'utf8');

/**
 * What IBM's checker calls a violation on the page as it stands, once nothing moves any more.
 * @param options `without` these rules and reasons, for which the page is no place
 */
export async function ibmProblems(
  page: Page,
  {without = []}: {readonly without?: readonly string[]} = {},
): Promise<readonly string[]> {
  await page.evaluate(stilled);
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(`${await engine}; window.ace = ace; undefined`);
  const violations = await page.evaluate(violationsOf);
  return violations
    .filter(({rule}) => !without.includes(rule))
    .map(({rule, found}) => `${rule} ${found}`);
}

/** Stands alone, so that it can be sent into a page. */
async function violationsOf(): Promise<readonly {rule: string; found: string}[]> {
  const guidelines = ['IBM_Accessibility', 'WCAG_2_2'];
  const {results} = await new window.ace.Checker().check(document, guidelines);
  const violations: {rule: string; found: string}[] = [];
  for (const {ruleId, reasonId, value, node, path, message, snippet} of results) {
    if (value.join() !== 'VIOLATION,FAIL') continue;
    // It does not know `inert`: what is out of everybody's reach.
    let around = node instanceof Element ? node : node.parentElement;
    while (around && !around.matches('[inert]')) {
      const {host} = around.getRootNode() as Partial<ShadowRoot>;
      around = around.parentElement ?? host ?? null;
    }
    // Lists that a combobox controls are exempt, but it looks for the combobox in the document only, not in the list's own tree.
    const isControlled =
      ruleId === 'aria_child_tabbable' &&
      node instanceof Element &&
      (node.getRootNode() as ParentNode).querySelector(`[aria-controls~="${node.id}"]`);
    if (around || isControlled) continue;
    violations.push({
      rule: `${ruleId}: ${String(reasonId)}`,
      found: `${path['aria'] ?? ''} ${message} ${snippet}`,
    });
  }
  return violations;
}

declare global {
  interface Window {
    ace: {readonly Checker: typeof Checker};
  }
}
