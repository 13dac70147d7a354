import type {Page} from 'playwright-core';
import type {BenchModule, MedianOf, Sample} from './bench.js';
import {DISTINCT, LONG} from './settings-questions.js';

const SIZES = [12, 60] as const;
const caseOf = (size: number): string => `${size} inputs`;

/**
 * Opens the settings of an account: text fields, switches, and choices whose saved values have a name only once their list is
 * there. Vanilla is a form of native fields with a list of its own for each question.
 */
export const settingsBench: BenchModule = {
  name: 'settings',
  page: 'settings-page.ts',
  cases: SIZES.map((size) => ({name: caseOf(size), argument: size})),
  variants: ['kit', 'vanilla'],
  metrics: [
    {key: 'data to usable', unit: 'ms', digits: 1},
    {key: 'key to shown as changed', unit: 'ms', digits: 1},
    {key: 'open a long list', unit: 'ms', digits: 1},
    {key: 'requests', unit: '', digits: 0},
    {key: 'elements', unit: '', digits: 0},
  ],
  targets: [
    {
      text: `requests at 60 inputs that ask ${DISTINCT} questions`,
      actual: (median: MedianOf) => median(caseOf(60), 'kit', 'requests'),
      limit: DISTINCT,
    },
    {
      text: `a list of ${LONG} choices opens, ms`,
      actual: (median: MedianOf) => median(caseOf(60), 'kit', 'open a long list'),
      limit: 50,
    },
  ],
  measure,
};

async function measure(page: Page, variant: string, inputs: number): Promise<Sample> {
  await page.evaluate((count) => globalThis.bench['prepare']?.(count), inputs);
  return page.evaluate(([name, count]) => globalThis.bench[name]?.(count) ?? {}, [
    variant,
    inputs,
  ] as const);
}
