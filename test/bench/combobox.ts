import type {BenchModule, MedianOf} from './bench.js';

const SIZES = [100, 1_000, 10_000] as const;
const caseOf = (size: number): string => `${size.toLocaleString('en')} options`;
const kit =
  (metric: string) =>
  (median: MedianOf): number =>
    median(caseOf(10_000), 'kit', metric);

/** Opens a list to choose from and searches it. Vanilla is the same pattern by hand: windowed, with rows of one height. */
export const comboboxBench: BenchModule = {
  name: 'combobox',
  page: 'combobox-page.ts',
  cases: SIZES.map((size) => ({name: caseOf(size), argument: size})),
  variants: ['kit', 'vanilla'],
  metrics: [
    {key: 'open', unit: 'ms', digits: 1},
    {key: 'open again', unit: 'ms', digits: 1},
    {key: 'slowest key to filtered', unit: 'ms', digits: 1},
    {key: 'to the last option', unit: 'ms', digits: 1},
    {key: 'elements', unit: '', digits: 0},
  ],
  targets: [
    {text: 'open at 10,000, ms', actual: kit('open'), limit: 50},
    {text: 'key at 10,000, ms', actual: kit('slowest key to filtered'), limit: 16},
  ],
};
