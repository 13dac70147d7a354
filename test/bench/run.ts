import {parseArgs} from 'node:util';
import {chromium, type Browser} from 'playwright-core';
import {chromiumArgs, findChromium} from '../../scripts/browser.mjs';
import {keyOf, type BenchModule, type Sample, type Samples} from './bench.js';
import {buildPackage} from './build.js';
import {catalogBench} from './catalog.js';
import {catalogLeaks} from './catalog-leaks.js';
import {comboboxBench} from './combobox.js';
import {mapperBench} from './mapper.js';
import {json, table, verdicts} from './report.js';
import {serve} from './serve.js';
import {settingsBench} from './settings.js';

/** All benchmarks; add a module here. */
const MODULES: readonly BenchModule[] = [
  catalogBench,
  catalogLeaks,
  comboboxBench,
  mapperBench,
  settingsBench,
];

const {values} = parseArgs({
  options: {
    json: {type: 'boolean', default: false},
    only: {type: 'string'},
    rounds: {type: 'string', default: '9'},
  },
});
const rounds = Number(values.rounds);
const {only} = values;
const modules = MODULES.filter(({name}) => only === undefined || name.includes(only));

const built = await buildPackage();
const scripts = new Map<string, string>();
for (const {page} of modules) scripts.set(page, await built.bundle(page));
const server = await serve(scripts);
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: chromiumArgs,
});

let missed = 0;
const output: unknown[] = [];
for (const module of modules) {
  const samples = await take(module, browser, server.origin);
  const results = verdicts(module, samples);
  missed += results.filter(({kept}) => !kept).length;
  if (values.json) output.push(json(module, samples));
  else console.log([table(module, samples), ...results.map(({text}) => text)].join('\n'));
}
if (values.json) console.log(JSON.stringify(output, null, 2));

await browser.close();
server.close();
await built.dispose();
process.exitCode = missed > 0 ? 1 : 0;

/** Takes the samples of a benchmark, interleaved: what the machine does meanwhile meets all variants alike. */
async function take(module: BenchModule, on: Browser, origin: string): Promise<Samples> {
  const samples = new Map<string, Sample[]>();
  // The first round warms up the machine and does not count.
  for (let round = -1; round < rounds; round += 1) {
    for (const {name, argument} of module.cases) {
      const order = round % 2 ? [...module.variants].reverse() : module.variants;
      for (const variant of order) {
        const sample = await sampleOf(module, on, origin, variant, argument);
        const key = keyOf(name, variant);
        if (round >= 0) samples.set(key, [...(samples.get(key) ?? []), sample]);
      }
    }
  }
  return samples;
}

async function sampleOf(
  module: BenchModule,
  on: Browser,
  origin: string,
  variant: string,
  argument: number,
): Promise<Sample> {
  const page = await on.newPage({viewport: {width: 1280, height: 800}});
  try {
    await page.goto(origin);
    await page.addScriptTag({type: 'module', url: `/${module.page}`});
    await page.waitForFunction(() => 'bench' in globalThis);
    if (module.measure) return await module.measure(page, variant, argument);
    return await page.evaluate(([name, count]) => globalThis.bench[name]?.(count) ?? {}, [
      variant,
      argument,
    ] as const);
  } finally {
    await page.close();
  }
}
