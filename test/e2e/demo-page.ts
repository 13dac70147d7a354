import assert from 'node:assert/strict';
import {after, type TestContext} from 'node:test';
import type {Locator, Page} from 'playwright-core';
import type {ControlRequest} from '../../demo/sandbox/control.js';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import type {Inspection} from '../../demo/sandbox/inspection.js';
import {launchChromium, openLocalPage} from '../support/chromium.js';
import {serveDemo} from '../support/demo-site.js';
import {watchConsole} from '../support/console.js';
import {PATIENCE} from '../support/eventually.js';

const {origin, close} = await serveDemo();
const browser = await launchChromium();
after(async () => {
  await browser.close();
  await close();
});

let projects = 0;

/** A page of the demo in a world of its own. What it prints fails the test. */
export class DemoPage {
  readonly page: Page;
  readonly #project = `pages-${process.pid}-${(projects += 1)}`;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(t: TestContext, path: string): Promise<DemoPage> {
    const page = await openLocalPage(browser, {viewport: {width: 1280, height: 900}});
    page.setDefaultTimeout(PATIENCE);
    const printed = watchConsole(page);
    t.after(async () => {
      await page.context().close();
      assert.deepEqual(printed, []);
    });
    const demo = new DemoPage(page);
    const address = new URL(path, origin);
    address.searchParams.set('project', demo.#project);
    await page.goto(address.href);
    await page.locator('#portal:state(ready)').waitFor();
    return demo;
  }

  async control(request: ControlRequest = {}): Promise<Inspection> {
    const response = await fetch(`${origin}/sandbox/control?project=${this.#project}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify(request),
    });
    return (await response.json()) as Inspection;
  }

  /** What the sandbox has saved for the first account of an integration. */
  async saved(type: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const accounts = (await this.control()).users.flatMap(({accounts: all}) => all);
    const id = seededCredentialId(type, 1);
    const account = accounts.find(({credential}) => credential.id === id);
    return account?.credential.configurations.find(({isDefault}) => isDefault)?.sharedSettings;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', {name, exact: typeof name === 'string'});
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text);
  }

  /** What a panel with JSON shows, once it shows something. */
  async json(title: string): Promise<unknown> {
    const panels = this.page.getByRole('group', {name: title, exact: true});
    const text = await panels.filter({hasText: /\S/}).first().textContent();
    return JSON.parse(text ?? '');
  }
}
