import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import {chromiumArgs, findChromium} from '../../scripts/browser.mjs';

/**
 * @param environment variables beside those of this process
 * @param flags beside those of all tests
 */
export async function launchChromium(
  environment?: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: [...chromiumArgs, ...flags],
    ...(environment && {env: {...process.env, ...environment}}),
  });
}

/** Where the pages of a test come from. */
export interface PageSource {
  readonly open: (size: {readonly width: number; readonly height: number}) => Promise<Page>;
  readonly closePage: (page: Page) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Each page in a context of its own. */
export async function separatePages(): Promise<PageSource> {
  const browser = await launchChromium();
  return {
    open: (viewport) => openLocalPage(browser, {viewport}),
    closePage: (page) => page.context().close(),
    close: () => browser.close(),
  };
}

/** A page in a context of its own that reaches this machine only. */
export async function openLocalPage(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext(options);
  await stayLocal(context);
  return context.newPage();
}

/**
 * Keeps pages on this machine. Importing the SDK opens a frame at its production host before anyone can say otherwise: that
 * goes nowhere.
 */
export async function stayLocal(context: BrowserContext): Promise<void> {
  await context.route(
    ({hostname}) => hostname !== 'localhost' && hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
}
