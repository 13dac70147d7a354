import type {Page} from 'playwright-core';
import type {BenchModule, Sample} from './bench.js';

const ROWS = [30, 300, 500] as const;
const caseOf = (rows: number): string => `${rows} rows × 5,000 fields`;

/** Opens a saved field mapping. Vanilla is a table of native text fields that share one `<datalist>`. */
export const mapperBench: BenchModule = {
  name: 'mapper',
  page: 'mapper-page.ts',
  cases: ROWS.map((rows) => ({name: caseOf(rows), argument: rows})),
  variants: ['kit', 'vanilla'],
  metrics: [
    {key: 'data to usable', unit: 'ms', digits: 1},
    {key: 'opening a row', unit: 'ms', digits: 1},
    {key: 'key in a row', unit: 'ms', digits: 1},
    {key: 'scrolling, middle frame', unit: 'ms', digits: 1},
    {key: 'scrolling, longest frame', unit: 'ms', digits: 1},
    {key: 'suggestions, first', unit: 'ms', digits: 1},
    {key: 'suggestions, first: longest wait', unit: 'ms', digits: 1},
    {key: 'suggestions', unit: 'ms', digits: 1},
    {key: 'requests', unit: '', digits: 0},
    {key: 'elements', unit: '', digits: 0},
  ],
  targets: [
    {
      text: 'data to usable at 300 rows, ms',
      actual: (median) => median(caseOf(300), 'kit', 'data to usable'),
      limit: 200,
    },
    {
      text: 'suggestions at 300 rows, ms',
      actual: (median) => median(caseOf(300), 'kit', 'suggestions'),
      limit: 20,
    },
    {
      text: 'longest wait for the first suggestions at 300 rows, ms',
      actual: (median) => median(caseOf(300), 'kit', 'suggestions, first: longest wait'),
      // What browsers call a long task.
      limit: 50,
    },
    {
      text: 'requests at 300 rows: objects and fields',
      actual: (median) => median(caseOf(300), 'kit', 'requests'),
      limit: 2,
    },
  ],
  measure,
};

async function measure(page: Page, variant: string, rows: number): Promise<Sample> {
  await page.evaluate((count) => globalThis.bench['prepare']?.(count), rows);
  return page.evaluate(([name, count]) => globalThis.bench[name]?.(count) ?? {}, [
    variant,
    rows,
  ] as const);
}
