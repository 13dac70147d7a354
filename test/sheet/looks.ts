import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';
import {POLICY} from '../e2e/support.js';
import {launchChromium, openLocalPage, type PageSource} from '../support/chromium.js';
import {stilled} from '../support/stilled.js';

const font = createRequire(import.meta.url).resolve(
  '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
);

const STYLES = `
  @font-face {
    font-family: Inter;
    font-weight: 100 900;
    src: url(/sheet.woff2);
  }
  /* Stands for fonts of one width too, which differ between machines. */
  @font-face { font-family: 'SF Mono'; src: url(/sheet.woff2) }
  @font-face { font-family: SFMono-Regular; src: url(/sheet.woff2) }
  :root { color-scheme: light dark; background: Canvas; font-family: Inter; --pg-font: Inter }
`;

/** What the page needs besides, so that its font comes in. */
export const HEADERS = {'content-security-policy': `${POLICY}; font-src 'self'`};

/** How a state is looked at. */
export interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
  readonly width: number;
}

export const LOOKS: readonly Look[] = ([1280, 360] as const).flatMap((width) =>
  (['ltr', 'rtl'] as const).flatMap((dir) =>
    (['light', 'dark'] as const).map((colorScheme) => ({
      name: `${width}-${dir}-${colorScheme}`,
      colorScheme,
      dir,
      width,
    })),
  ),
);

/** Pages that show letters and their edges the same on every machine: one font, nothing fitted to pixels. */
export async function pinnedPages(): Promise<PageSource> {
  const browser = await launchChromium({}, [
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--disable-font-subpixel-positioning',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
  ]);
  return {
    open: async ({width}) => {
      const page = await openLocalPage(browser, {
        viewport: {width, height: heightOf(width)},
        reducedMotion: 'reduce',
      });
      await page.route('**/e2e.css', (route) =>
        route.fulfill({contentType: 'text/css', body: STYLES}),
      );
      await page.route('**/sheet.woff2', (route) => route.fulfill({path: font}));
      return page;
    },
    closePage: (page) => page.context().close(),
    close: () => browser.close(),
  };
}

const heightOf = (width: number): number => (width < 600 ? 740 : 800);

/** @param isOver what is to be seen lies over the page: the window is the picture, not the whole page */
export async function takePicture(page: Page, look: Look, isOver: boolean): Promise<Buffer> {
  await page.setViewportSize({width: look.width, height: heightOf(look.width)});
  await page.emulateMedia({colorScheme: look.colorScheme, reducedMotion: 'reduce'});
  await page.evaluate((dir) => {
    document.documentElement.dir = dir;
    return document.fonts.ready;
  }, look.dir);
  // What sticks to the end of the window would lie over the middle of a picture that is higher.
  if (!isOver) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({width: look.width, height});
  }
  await page.evaluate(stilled);
  return page.screenshot({fullPage: !isOver, animations: 'disabled', caret: 'hide'});
}
