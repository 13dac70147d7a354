import type {Page} from 'playwright-core';
import type {BenchModule, MedianOf, Sample} from './bench.js';

const SIZES = [14, 200, 1_000, 5_000] as const;
const caseOf = (size: number): string => `${size.toLocaleString('en')} integrations`;
const ratio =
  (size: number, metric: string) =>
  (median: MedianOf): number =>
    median(caseOf(size), 'kit', metric) / median(caseOf(size), 'vanilla', metric);

/** Mounts a catalog, types a query, and weighs it. Vanilla renders all cards up to 1,000 and windows 5,000. */
export const catalogBench: BenchModule = {
  name: 'catalog',
  page: 'catalog-page.ts',
  cases: SIZES.map((size) => ({name: caseOf(size), argument: size})),
  variants: ['kit', 'vanilla'],
  metrics: [
    {key: 'data to paint', unit: 'ms', digits: 1},
    {key: 'slowest keystroke to results', unit: 'ms', digits: 1},
    {key: 'elements', unit: '', digits: 0},
    {key: 'heap', unit: 'KB', digits: 0},
  ],
  targets: [
    {text: 'data to paint at 1,000, × vanilla', actual: ratio(1_000, 'data to paint'), limit: 1.3},
    {
      text: 'data to paint at 5,000, × that at 1,000',
      actual: (median) =>
        median(caseOf(5_000), 'kit', 'data to paint') /
        median(caseOf(1_000), 'kit', 'data to paint'),
      limit: 1.5,
    },
    {
      text: 'keystroke at 5,000, ms',
      actual: (median) => median(caseOf(5_000), 'kit', 'slowest keystroke to results'),
      limit: 16,
    },
    {
      text: 'elements at 5,000',
      actual: (median) => median(caseOf(5_000), 'kit', 'elements'),
      limit: 1_500,
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
