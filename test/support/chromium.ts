import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';
import {chromiumArgs, findChromium} from '../../scripts/browser.mjs';

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({executablePath: await findChromium(), args: chromiumArgs});
}

/**
 * A page in a context of its own that reaches this machine only. Importing the SDK opens a frame at its production host before
 * anyone can say otherwise: that goes nowhere.
 */
export async function openLocalPage(
  browser: Browser,
  options?: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext(options);
  await context.route(
    ({hostname}) => hostname !== 'localhost' && hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return context.newPage();
}
