import type {Page} from 'playwright-core';

/** Numbers of one run, by metric. */
export type Sample = Readonly<Record<string, number>>;

/** A metric: how it is called, in what unit, with how many decimals. */
export interface Metric {
  readonly key: string;
  readonly unit: string;
  readonly digits: number;
}

/** A promise of the kit, checked against the medians. */
export interface Target {
  readonly text: string;
  readonly actual: (median: MedianOf) => number;
  readonly limit: number;
}

/** The median of a metric. */
export type MedianOf = (benchCase: string, variant: string, metric: string) => number;

/** One benchmark. Every sample is taken on a fresh page, variants in turn, in reversed order every other round. */
export interface BenchModule {
  readonly name: string;
  /** Script of the page, from this folder; it puts its functions on `globalThis.bench`, by variant. */
  readonly page: string;
  readonly cases: readonly {readonly name: string; readonly argument: number}[];
  /** The kit first, then what it is compared with. */
  readonly variants: readonly string[];
  readonly metrics: readonly Metric[];
  readonly targets: readonly Target[];
  /** Takes a sample; the default calls `bench[variant](argument)` in the page. */
  readonly measure?: (page: Page, variant: string, argument: number) => Promise<Sample>;
}

/** Samples by case and variant. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

export const keyOf = (benchCase: string, variant: string): string => `${benchCase}\n${variant}`;

/** The middle one of numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Looks medians up in samples. */
export function medianOf(samples: Samples): MedianOf {
  return (benchCase, variant, metric) =>
    median((samples.get(keyOf(benchCase, variant)) ?? []).map((sample) => sample[metric] ?? NaN));
}
