import type {Page} from 'playwright-core';

/** What Chromium tells of a shift, of which TypeScript knows nothing yet. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

/** What has moved so far without anybody having asked for it. */
export interface Shifts {
  /** The sum of all, which is never below the CLS of the page. */
  readonly score: number;
  /** What moved, and from where to where, for people. */
  readonly shifts: readonly string[];
}

declare global {
  interface Window {
    shiftsSoFar: {score: number; shifts: string[]};
  }
}

/** Runs in a page before its own scripts. */
export function recordShifts(): void {
  const seen: Window['shiftsSoFar'] = {score: 0, shifts: []};
  window.shiftsSoFar = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.hadRecentInput) continue;
      seen.score += entry.value;
      for (const {node, previousRect, currentRect} of entry.sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        const name = element
          ? `${element.localName}#${element.id}.${element.getAttribute('class') ?? ''}`
          : 'gone';
        const [from, to] = [previousRect, currentRect].map(
          ({x, y, width, height}) =>
            `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`,
        );
        seen.shifts.push(`${entry.value.toFixed(4)} ${name} ${from} → ${to}`);
      }
    }
  }).observe({type: 'layout-shift', buffered: true});
}

/** What has moved so far. Frames that were drawn are counted: it waits for the next two. */
export function shiftsOf(page: Page): Promise<Shifts> {
  return page.evaluate(
    () =>
      new Promise<Shifts>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => {
              const {score, shifts} = window.shiftsSoFar;
              resolve({score, shifts});
            }),
          ),
        );
      }),
  );
}

/** A phone's network: 1.6 Mbit/s, 150 ms to and fro. */
export async function slowDown(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
}
