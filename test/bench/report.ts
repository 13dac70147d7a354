import {medianOf, type BenchModule, type Samples} from './bench.js';

/** What one of the two does not do has no figure. */
const shown = (value: number, digits: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(digits);

/** The table of a benchmark: medians of each variant, and the ratio of the first to the second. */
export function table(module: BenchModule, samples: Samples): string {
  const median = medianOf(samples);
  const [kit = '', other] = module.variants;
  const rows = [['case', 'metric', ...module.variants, ...(other ? ['ratio'] : [])]];
  for (const {name} of module.cases) {
    for (const {key, unit, digits} of module.metrics) {
      const medians = module.variants.map((variant) => median(name, variant, key));
      const ratio = other ? [shown(median(name, kit, key) / median(name, other, key), 2)] : [];
      rows.push([
        name,
        `${key}${unit && ` (${unit})`}`,
        ...medians.map((value) => shown(value, digits)),
        ...ratio,
      ]);
    }
  }
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [`\n${module.name}`, ...rows.map(line)].join('\n');
}

/** Which promises are kept, one a line. */
export function verdicts(
  module: BenchModule,
  samples: Samples,
): readonly {readonly text: string; readonly kept: boolean}[] {
  return module.targets.map(({text, actual, limit}) => {
    const value = actual(medianOf(samples));
    const kept = value <= limit;
    return {text: `${kept ? 'kept  ' : 'MISSED'}  ${text}: ${value.toFixed(2)} <= ${limit}`, kept};
  });
}

/** The same for programs: every sample. */
export function json(module: BenchModule, samples: Samples): unknown {
  return {
    name: module.name,
    samples: [...samples].map(([key, list]) => {
      const [benchCase, variant] = key.split('\n');
      return {case: benchCase, variant, samples: list};
    }),
    targets: verdicts(module, samples),
  };
}
