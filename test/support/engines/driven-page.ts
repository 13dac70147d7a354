import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {PATIENCE} from '../eventually.js';
import type {Driver, Tab} from './driver.js';
import type {Query, Words} from './in-page.js';
import type {Located, Popup, RoleOptions, Scope, TestedPage, Windows} from './scope.js';

const {outputFiles} = await build({
  entryPoints: [fileURLToPath(new URL('in-page.ts', import.meta.url))],
  bundle: true,
  format: 'iife',
  globalName: 'inPage',
  target: 'es2022',
  minify: true,
  write: false,
});
const SCRIPT = outputFiles[0]?.text ?? '';

/** Milliseconds between two looks. */
const PAUSE = 40;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** Asks a page with what `in-page.ts` exports. */
const ask = (tab: Tab, expression: string): Promise<unknown> =>
  tab.evaluate(`(() => { ${SCRIPT} return ${expression}; })()`);

const wordsOf = (text: string | RegExp, isExact = false): Words =>
  typeof text === 'string' ? {text, isExact} : {source: text.source, flags: text.flags};

class Found implements Located {
  readonly #tab: Tab;
  readonly #query: Query;

  constructor(tab: Tab, query: Query) {
    this.#tab = tab;
    this.#query = query;
  }

  getByRole(role: string, options?: RoleOptions): Found {
    return this.#within(roleQuery(role, options));
  }

  getByText(text: string | RegExp): Found {
    return this.#within({by: 'text', words: wordsOf(text)});
  }

  first(): Found {
    return new Found(this.#tab, {by: 'nth', of: this.#query, index: 0});
  }

  last(): Found {
    return new Found(this.#tab, {by: 'nth', of: this.#query, index: -1});
  }

  or(other: Located): Found {
    if (!(other instanceof Found)) throw new TypeError('This was found in another engine.');
    return new Found(this.#tab, {by: 'either', queries: [this.#query, other.#query]});
  }

  async click(): Promise<void> {
    while (!(await this.#press()));
  }

  /** Presses it once. Returns whether it was there still. */
  async #press(): Promise<boolean> {
    let before = '';
    const [x, y] = await this.#point((now) => {
      // What still moves is not pressed yet.
      const isSame = now === before;
      before = now;
      return isSame;
    });
    if (!(await this.#ask('aim'))) return false;
    await this.#tab.click(x, y);
    // A press may close the window, or lead to another page: both mean that it has arrived.
    return ask(this.#tab, 'inPage.wasHit()').then(
      (isHit) => isHit === true,
      () => true,
    );
  }

  async focus(): Promise<void> {
    await this.#until('can have the focus', () => this.#ask('focus'));
  }

  async fill(text: string): Promise<void> {
    await this.focus();
    await this.#ask('select');
    if (text === '') await this.#tab.press('Backspace');
    else await this.#tab.type(text);
  }

  async pressSequentially(text: string): Promise<void> {
    await this.focus();
    await this.#tab.type(text);
  }

  async press(key: string): Promise<void> {
    await this.focus();
    await this.#tab.press(key);
  }

  async waitFor({
    state = 'visible',
    timeout = PATIENCE,
  }: {state?: string; timeout?: number} = {}): Promise<void> {
    const wanted = state === 'visible';
    await this.#until(`is ${state}`, async () => (await this.isVisible()) === wanted, timeout);
  }

  async isVisible(): Promise<boolean> {
    return (await this.#ask('isVisible')) === true;
  }

  textContent(): Promise<string | null> {
    return this.evaluate((element) => element.textContent);
  }

  inputValue(): Promise<string> {
    return this.evaluate((element) => (element as HTMLInputElement).value);
  }

  async scrollIntoViewIfNeeded(): Promise<void> {
    await this.#point();
  }

  async evaluate<T>(read: (element: Element) => T): Promise<T> {
    await this.#until('is there', () => this.#ask('count'));
    const query = JSON.stringify(this.#query);
    return (await ask(this.#tab, `(${String(read)})(inPage.element(${query}))`)) as T;
  }

  /** Where it can be pressed. */
  async #point(
    isRight: (point: string) => boolean = () => true,
  ): Promise<readonly [number, number]> {
    const point = await this.#until('can be pressed', async () => {
      const found = await this.#ask('pointOf');
      if (typeof found === 'string') throw new Error(found);
      const text = JSON.stringify(found);
      if (!isRight(text)) throw new Error(`it moves, and is at ${text}`);
      return found;
    });
    return point as [number, number];
  }

  #within(inner: Query): Found {
    return new Found(this.#tab, {by: 'within', outer: this.#query, inner});
  }

  #ask(name: string): Promise<unknown> {
    return ask(this.#tab, `inPage.${name}(${JSON.stringify(this.#query)})`);
  }

  /** Looks until there is something. */
  async #until(
    what: string,
    look: () => Promise<unknown>,
    timeout: number = PATIENCE,
  ): Promise<unknown> {
    return until(`${JSON.stringify(this.#query)} ${what}`, look, timeout);
  }
}

async function until(
  what: string,
  look: () => Promise<unknown>,
  timeout: number = PATIENCE,
): Promise<unknown> {
  const deadline = Date.now() + timeout;
  for (;;) {
    // In the middle of a navigation there is no page to ask.
    const seen = await look().catch((error: unknown) => error);
    if (seen && !(seen instanceof Error)) return seen;
    if (Date.now() > deadline)
      throw new Error(`Never: ${what}${seen instanceof Error ? `, ${seen.message}` : ''}`);
    await pause();
  }
}

function roleQuery(role: string, {name, exact, level}: RoleOptions = {}): Query {
  return {
    by: 'role',
    role,
    ...(name !== undefined && {name: wordsOf(name, exact)}),
    ...(level !== undefined && {level}),
  };
}

class Frame implements Scope {
  readonly #tab: Tab;
  readonly #css: string;

  constructor(tab: Tab, css: string) {
    this.#tab = tab;
    this.#css = css;
  }

  getByRole(role: string, options?: RoleOptions): Located {
    return this.#find(roleQuery(role, options));
  }

  getByText(text: string | RegExp): Located {
    return this.#find({by: 'text', words: wordsOf(text)});
  }

  #find(inner: Query): Located {
    return new Found(this.#tab, {by: 'frame', css: this.#css, inner});
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page in a window of an engine that Playwright does not drive here. */
export class DrivenPage implements TestedPage, Popup {
  readonly keyboard: TestedPage['keyboard'];
  readonly #driver: Driver;
  readonly #tab: Tab;
  readonly #size: Size | null;

  constructor(driver: Driver, tab: Tab, size: Size | null = null) {
    this.#driver = driver;
    this.#tab = tab;
    this.#size = size;
    this.keyboard = {
      async press(key): Promise<void> {
        await tab.press(key);
      },
    };
  }

  static async open(driver: Driver, size: Size): Promise<DrivenPage> {
    return new DrivenPage(driver, await driver.open(size), size);
  }

  goto(url: string): Promise<unknown> {
    return this.#tab.navigate(url);
  }

  goBack(): Promise<unknown> {
    return this.#tab.back();
  }

  async evaluate<T>(read: () => T): Promise<T> {
    return (await this.#tab.evaluate(`(${String(read)})()`)) as T;
  }

  getByRole(role: string, options?: RoleOptions): Located {
    return new Found(this.#tab, roleQuery(role, options));
  }

  getByText(text: string | RegExp): Located {
    return new Found(this.#tab, {by: 'text', words: wordsOf(text)});
  }

  locator(css: string): Located {
    return new Found(this.#tab, {by: 'css', css});
  }

  frameLocator(css: string): Scope {
    return new Frame(this.#tab, css);
  }

  viewportSize(): Size | null {
    return this.#size;
  }

  context(): Windows {
    const driver = this.#driver;
    return {
      async waitForEvent(): Promise<Popup> {
        const known = new Set((await driver.tabs()).map(({id}) => id));
        const tab = await until('another window opens', async () =>
          (await driver.tabs()).find(({id}) => !known.has(id)),
        );
        return new DrivenPage(driver, tab as Tab);
      },
      pages: () => driver.tabs(),
    };
  }

  async waitForEvent(): Promise<void> {
    await until('the window closes', async () =>
      (await this.#driver.tabs()).every(({id}) => id !== this.#tab.id),
    );
  }
}
