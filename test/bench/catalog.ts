import type {Page} from 'playwright-core';
import type {BenchModule, MedianOf, Sample} from './bench.js';

const SIZES = [14, 200, 1_000, 5_000] as const;
const caseOf = (size: number): string => `${size.toLocaleString('en')} integrations`;
const KEYS = [1_000, 5_000] as const;
const paint =
  (size: number, variant = 'kit') =>
  (median: MedianOf): number =>
    median(caseOf(size), variant, 'data to paint');
const over =
  (one: (median: MedianOf) => number, other: (median: MedianOf) => number) =>
  (median: MedianOf): number =>
    one(median) / other(median);

/**
 * Gives a catalog that shows that it loads its data, types a query, and weighs it. Vanilla renders all cards up to 1,000 and windows
 * 5,000; React renders all.
 */
export const catalogBench: BenchModule = {
  name: 'catalog',
  page: 'catalog-page.ts',
  cases: SIZES.map((size) => ({name: caseOf(size), argument: size})),
  variants: ['kit', 'vanilla', 'react'],
  metrics: [
    {key: 'data to paint', unit: 'ms', digits: 1},
    {key: 'first keystroke to results', unit: 'ms', digits: 1},
    {key: 'slowest keystroke to results', unit: 'ms', digits: 1},
    {key: 'nodes a card', unit: '', digits: 0},
    {key: 'elements', unit: '', digits: 0},
    {key: 'heap', unit: 'KB', digits: 0},
  ],
  targets: [
    ...([14, 200] as const).flatMap((size) => [
      {
        text: `data to paint at ${size}, × vanilla`,
        actual: over(paint(size), paint(size, 'vanilla')),
        limit: 1.3,
      },
      {
        text: `data to paint at ${size}, × React`,
        actual: over(paint(size), paint(size, 'react')),
        limit: 0.5,
      },
    ]),
    {
      text: 'data to paint at 5,000, × that at 14',
      actual: over(paint(5_000), paint(14)),
      limit: 1.3,
    },
    ...KEYS.map((size) => ({
      text: `slowest keystroke at ${size}, the first among them, ms`,
      actual: (median: MedianOf) => median(caseOf(size), 'kit', 'slowest keystroke to results'),
      limit: 16,
    })),
    {
      text: 'nodes a card',
      actual: (median) => median(caseOf(14), 'kit', 'nodes a card'),
      limit: 14,
    },
    {
      text: 'elements at 5,000',
      actual: (median) => median(caseOf(5_000), 'kit', 'elements'),
      limit: 600,
    },
  ],
  measure,
};

async function measure(page: Page, variant: string, size: number): Promise<Sample> {
  const cdp = await page.context().newCDPSession(page);
  const heap = async (): Promise<number> => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1024;
  };
  // The data is no part of the catalog: it is there before, and stays.
  await page.evaluate((count) => globalThis.bench['prepare']?.(count), size);
  const before = await heap();
  const sample = await page.evaluate(([name, count]) => globalThis.bench[name]?.(count) ?? {}, [
    variant,
    size,
  ] as const);
  return {...sample, heap: (await heap()) - before};
}
