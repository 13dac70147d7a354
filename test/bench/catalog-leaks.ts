import type {CDPSession, Page} from 'playwright-core';
import type {BenchModule, Sample} from './bench.js';

const TIMES = 1_000;

/** Mounts and unmounts catalogs and counts what stays: elements, nodes, listeners. */
export const catalogLeaks: BenchModule = {
  name: 'catalog leaks',
  page: 'catalog-leaks-page.ts',
  cases: [{name: `${TIMES.toLocaleString('en')} mounts`, argument: TIMES}],
  variants: ['kit'],
  metrics: [
    {key: 'catalogs', unit: 'kept', digits: 0},
    {key: 'nodes', unit: 'kept', digits: 0},
    {key: 'listeners', unit: 'kept', digits: 0},
    {key: 'timers', unit: 'kept', digits: 0},
  ],
  targets: ['catalogs', 'nodes', 'listeners', 'timers'].map((metric) => ({
    text: `${metric} kept after ${TIMES} mounts`,
    actual: (median) => median(`${TIMES.toLocaleString('en')} mounts`, 'kit', metric),
    // A browser keeps a few nodes of its own now and then.
    limit: metric === 'nodes' ? 20 : 0,
  })),
  async measure(page, _variant, times) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('HeapProfiler.enable');
    await churn(page, 100);
    const before = await census(page, cdp);
    await churn(page, times);
    const after = await census(page, cdp);
    return Object.fromEntries(
      Object.entries(after).map(([key, count]) => [key, count - (before[key] ?? 0)]),
    );
  },
};

async function churn(page: Page, times: number): Promise<void> {
  await page.evaluate((count) => globalThis.bench['churn']?.(count), times);
}

async function census(page: Page, cdp: CDPSession): Promise<Sample> {
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
  const {result} = await cdp.send('Runtime.evaluate', {
    expression: `customElements.get('pg-catalog').prototype`,
  });
  const {objects} = await cdp.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  });
  const counted = await cdp.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await cdp.send('Runtime.releaseObject', {objectId: objects.objectId ?? ''});
  const {nodes, jsEventListeners} = await cdp.send('Memory.getDOMCounters');
  const timers = await page.evaluate(() => globalThis.bench['timers']?.(0) ?? {});
  return {
    catalogs: Number(counted.result.value),
    nodes,
    listeners: jsEventListeners,
    ...timers,
  };
}
