import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core';
import type {Located, Scope, TestedPage, Windows} from '../support/engines/scope.js';
import {eventually} from '../support/eventually.js';
import {mainJob} from './job.js';
import type {HostPage} from './server.js';

const {resolve} = createRequire(import.meta.url);
const styleOf = (path: string): string => `<style>${readFileSync(resolve(path), 'utf8')}</style>`;

const KIT = '<script type="module" src="/built/kit.js"></script>';
const PORTAL = '<pg-portal></pg-portal>';
/** What a page needs that has no script of its own: the kit, and attributes alone. */
const BARE = '<script type="module" src="/built/define.js"></script>';
const ATTRIBUTES =
  '<pg-portal project-id="{project}" token-url="/integration-token?project={project}"></pg-portal>';
/** The test's backend stands elsewhere than the service. */
const BACKEND =
  '<script type="application/json" data-pg-elements>{"endpoints": {endpoints}}</script>';
/** The same for all portals of a page. */
const DEFAULTS = `<meta name="pg-elements" content='{"projectId": "{project}", "endpoints": {endpoints},
  "tokenUrl": "/integration-token?project={project}", "tokenMethod": "POST"}'>`;

/** A condition of a page that is not ours. */
export interface Host {
  readonly name: string;
  readonly page: HostPage;
  /** The kit is in a frame of the page. */
  readonly frame?: true;
  /** What is done instead of the main job. */
  readonly job?: (windows: Windows, page: TestedPage) => Promise<void>;
  /** What people do before the portal is there. */
  readonly enter?: (page: TestedPage) => Promise<void>;
  /** What else holds there, after everything else was done. */
  readonly check?: (page: TestedPage) => Promise<void>;
  /** Engines that crash there by themselves, without anything of ours. */
  readonly crashes?: readonly string[];
  /** What only Playwright's own browser can pretend; other engines leave the page out. */
  readonly pretended?: {
    readonly device?: BrowserContextOptions;
    readonly job?: (windows: BrowserContext, page: Page) => Promise<void>;
    readonly enter?: (page: Page) => Promise<void>;
  };
}

const postwise = (page: Scope): Located => page.getByRole('button', {name: /^Postwise/}).first();

/** Opens an integration. */
async function openPostwise(page: TestedPage): Promise<void> {
  await postwise(page).click();
  await page.getByRole('heading', {name: 'Postwise'}).first().waitFor();
}

/** An Escape closes the dialog of the kit, and nothing around it. */
async function escapeOnce(page: TestedPage): Promise<void> {
  await page.getByRole('searchbox').first().fill('');
  await openPostwise(page);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', {name: 'Postwise', level: 2}).first().waitFor({state: 'hidden'});
  await page.getByRole('searchbox').first().waitFor();
}

/** The page is where it was, while the dialog is open and afterwards. */
async function staysInPlace(page: TestedPage): Promise<void> {
  await page.getByRole('searchbox').first().fill('');
  const card = postwise(page);
  await card.scrollIntoViewIfNeeded();
  const top = (): Promise<number> =>
    card.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await openPostwise(page);
  assert.equal(await top(), before, 'with the dialog open');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', {name: 'Postwise', level: 2}).first().waitFor({state: 'hidden'});
  assert.equal(await top(), before, 'after it');
}

/** What has the focus, in whichever shadow tree. */
const focused = (page: TestedPage): Promise<string> =>
  page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute('type') ?? active?.localName ?? '';
  });

/** Tab comes into the kit, from control to control, and out again. */
async function tabInside(page: TestedPage): Promise<void> {
  await page.locator('[role=dialog]').first().focus();
  const visited: string[] = [];
  for (let steps = 0; steps < 6; steps += 1) {
    await page.keyboard.press('Tab');
    visited.push(await focused(page));
  }
  assert.ok(visited.includes('search'), `the search is reached: ${visited.join()}`);
  assert.ok(new Set(visited).size > 1, `Tab goes on: ${visited.join()}`);
}

const host = (
  name: string,
  page: HostPage,
  enter?: Host['enter'],
  check?: Host['check'],
): Host => ({
  name,
  page: {...page, body: `${page.body ?? PORTAL}${KIT}`},
  ...(enter && {enter}),
  ...(check && {check}),
});
const here = (): Promise<void> => Promise.resolve();

/** A page that sets nothing by script. */
const bare = (name: string, page: HostPage, enter?: Host['enter']): Host => ({
  name,
  page: {...page, body: `${page.body ?? ''}${BARE}`},
  ...(enter && {enter}),
});

/** A page with a style sheet of its own. */
const styled = (name: string, css: string, body = PORTAL): Host =>
  host(name, {head: `<style>${css}</style>`, body});

/** A page whose scripts ran before the kit. */
const scripted = (name: string, script: string, body = PORTAL): Host =>
  host(name, {head: `<script>${script}</script>`, body});

const framed = (name: string, attributes: string, check?: Host['check']): Host => ({
  name,
  page: {body: `<iframe title="Kit" src="/framed?project={project}" ${attributes}></iframe>`},
  frame: true,
  ...(check && {check}),
});

/** In a frame that is as high as its content, the dialog is in the part that is seen. */
async function isSeen(page: TestedPage): Promise<void> {
  const frame = page.frameLocator('iframe');
  await frame.getByRole('searchbox').first().fill('');
  const card = frame.getByRole('button', {name: /^Postwise/}).first();
  await card.click();
  const close = frame.getByRole('button', {name: 'Close', exact: true}).first();
  const height = page.viewportSize()?.height ?? 0;
  // It is put there with the next frame.
  await eventually(async () => {
    const y = await close.evaluate((element) => {
      const outer = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
      return element.getBoundingClientRect().y + (outer?.y ?? 0);
    });
    return y > 0 && y < height - 40;
  }, true);
}

/** What `sandbox` of a frame must allow; the recipe about policies names it. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox';

/** Keys connect; a sign-in is explained, and no window opens. */
async function worksWithoutWindows(windows: Windows, page: TestedPage): Promise<void> {
  await openPostwise(page);
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  await page.getByRole('textbox', {name: /API key/}).fill('pw_right');
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  await page.getByRole('button', {name: 'Done', exact: true}).click();
  await page.getByRole('button', {name: 'Close', exact: true}).first().click();
  await page
    .getByRole('button', {name: /^Ticketline/})
    .first()
    .click();
  await page.getByRole('button', {name: 'Connect Ticketline'}).last().click();
  await page
    .getByText(/prevent a sign-in in another window/)
    .first()
    .waitFor();
  assert.equal((await windows.pages()).length, 1);
}

/** The main job with a finger; phones zoom into fields with less than 16 px, and stay there. */
async function byTap(windows: BrowserContext, page: Page): Promise<void> {
  await mainJob(windows, tapping(page));
  await page.getByRole('searchbox').first().fill('');
  await page
    .getByRole('button', {name: /^Postwise/})
    .first()
    .tap();
  await page.getByRole('heading', {name: 'Postwise'}).first().waitFor();
  const small = await page.evaluate(() => {
    const found: string[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots)
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        if (!element.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
          continue;
        const size = getComputedStyle(element).fontSize;
        if (parseFloat(size) < 16) found.push(`${element.outerHTML} ${size}`);
      }
    return found;
  });
  assert.deepEqual(small, []);
}

/** A page that is tapped wherever it would be clicked. */
function tapping<T extends object>(scope: T): T {
  return new Proxy(scope, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name === 'click' ? 'tap' : name, target);
      if (typeof member !== 'function') return member;
      return (...all: unknown[]): unknown => {
        const result: unknown = Reflect.apply(
          member,
          target,
          all.map((one) => originals.get(one as object) ?? one),
        );
        const isScope = typeof result === 'object' && result !== null && 'getByRole' in result;
        if (!isScope) return result;
        const wrapped = tapping(result);
        originals.set(wrapped, result);
        return wrapped;
      };
    },
  });
}
const originals = new WeakMap<object, object>();

/** As with a router that keeps pages, or makes them anew: what is typed is there again, and what ended meanwhile is known. */
async function leaveAndComeBack(page: TestedPage): Promise<void> {
  await postwise(page).waitFor();
  await openPostwise(page);
  await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
  await page.getByRole('textbox', {name: /API key/}).pressSequentially('pw_ri');
  await page.evaluate(() => document.querySelector<HTMLElement>('#other')?.click());
  await page.getByText('Another page').waitFor();
  await page.getByRole('button', {name: 'Integrations'}).click();
  const key = page.getByRole('textbox', {name: /API key/});
  await postwise(page).or(key).first().waitFor();
  if (!(await key.isVisible())) await openPostwise(page);
  assert.equal(await key.inputValue(), 'pw_ri');
  await page.getByRole('button', {name: 'Cancel'}).first().press('Enter');
  await page.getByRole('button', {name: 'Close', exact: true}).first().click();

  await page
    .getByRole('button', {name: /^Quietbox/})
    .first()
    .click();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', {name: 'Connect Quietbox'}).last().click();
  const popup = await opened;
  await page.evaluate(() => document.querySelector<HTMLElement>('#other')?.click());
  await page.getByText('Another page').waitFor();
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', {name: 'Approve'}).click();
  await closed;
  await page.getByRole('button', {name: 'Integrations'}).click();
  const connect = page.getByRole('button', {name: 'Connect Quietbox'}).first();
  await connect.waitFor({state: 'hidden', timeout: 5000});
  const close = page.getByRole('button', {name: 'Close', exact: true}).first();
  if (await close.isVisible()) await close.click();
}

const TALL = '<div style="height: 1500px"></div>';

export const HOSTS: readonly Host[] = [
  host('nothing of its own', {}),

  // Style sheets.
  ...[
    ['body scrolls', 'html, body {height: 100%; margin: 0} body {overflow: auto}'],
    ['overflow-x is hidden', 'html, body {overflow-x: hidden}'],
    ['a scroller in the page', 'html {overflow: hidden} body {height: 100vh; overflow-y: auto}'],
  ].map(([name = '', css = '']) =>
    host(
      name,
      {head: `<style>${css}</style>`, body: `${TALL}${PORTAL}${TALL}`},
      here,
      staysInPlace,
    ),
  ),
  // https://github.com/w3c/csswg-drafts/issues/9398
  styled('CSS zoom', 'body {zoom: 1.25}'),
  styled('root font size of 62.5%', 'html {font-size: 62.5%}'),
  styled(
    'text properties that are inherited',
    `body {white-space: nowrap; letter-spacing: 0.2em; text-indent: 3em; line-height: 1; text-align: right;
      word-spacing: 1em; font-style: italic; cursor: wait; list-style: square; visibility: visible}`,
  ),
  host('right to left', {html: 'lang="ar" dir="rtl"'}),
  styled(
    'a reset of everything',
    '* {margin: 0; padding: 0; border: 0; font: inherit; color: inherit; background: none; outline: 0}',
  ),
  host('Tailwind’s preflight', {head: styleOf('tailwindcss/preflight.css')}),
  host('Bootstrap’s reboot', {head: styleOf('bootstrap/dist/css/bootstrap-reboot.css')}),
  // An ancestor becomes the containing block of what is fixed: https://github.com/w3c/csswg-drafts/issues/5699
  styled(
    'transform, filter and containment around',
    '.box {transform: translateX(20px) scale(1); filter: opacity(0.99); contain: layout paint; overflow: hidden; width: 800px}',
    `<div class="box">${PORTAL}</div>`,
  ),
  // https://github.com/web-platform-tests/wpt/pull/40973
  styled(
    'content-visibility',
    '.box {content-visibility: auto}',
    `<div class="box">${PORTAL}</div>`,
  ),
  // Elements that open become items of the host's layout: https://github.com/shoelace-style/webawesome/issues/2060
  styled(
    'a flex container around',
    '.bar {display: flex; justify-content: space-between}',
    `<div class="bar"><pg-portal style="flex: 1"></pg-portal><p>Aside</p></div>`,
  ),
  styled(
    'a container that is queried, in a grid',
    '.grid {display: grid; grid-template-columns: 12rem minmax(0, 1fr)} main {container-type: inline-size}',
    `<div class="grid"><nav>Menu</nav><main>${PORTAL}</main></div>`,
  ),
  styled(
    'everything undefined is hidden',
    ':not(:defined) {display: none} dialog, [popover] {display: none}',
  ),
  styled(
    'high z-index and pointer-events of an overlay',
    '#chat {position: fixed; inset: auto 0 0 auto; width: 60px; height: 60px; z-index: 2147483647}',
    `${PORTAL}<div id="chat">Chat</div>`,
  ),

  // Scripts that change what is built in.
  // https://github.com/Polymer/polymer/issues/4922
  scripted(
    'Object.prototype is extended',
    'Object.prototype.liqid = function () { return this; };',
  ),
  scripted(
    'Array.prototype is extended',
    'Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.remove = function () {};',
  ),
  // Session recorders hook shadow roots: https://github.com/rrweb-io/rrweb/pull/834
  scripted(
    'a session recorder',
    `const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attach.call(this, init);
  new MutationObserver(() => {}).observe(root, {subtree: true, childList: true, characterData: true, attributes: true});
  return root;
};`,
  ),
  scripted(
    'zones around every listener, timer and promise',
    `const add = EventTarget.prototype.addEventListener, remove = EventTarget.prototype.removeEventListener, wrapped = new WeakMap();
EventTarget.prototype.addEventListener = function (type, listener, options) {
  if (typeof listener !== 'function') return add.call(this, type, listener, options);
  if (!wrapped.has(listener)) wrapped.set(listener, function (event) { return listener.call(this, event); });
  return add.call(this, type, wrapped.get(listener), options);
};
EventTarget.prototype.removeEventListener = function (type, listener, options) {
  return remove.call(this, type, wrapped.get(listener) ?? listener, options);
};
const later = window.setTimeout;
window.setTimeout = (task, delay, ...rest) => later(() => task(...rest), delay);`,
  ),
  scripted(
    'fetch is wrapped',
    `const own = fetch; window.fetch = async (...all) => { const answer = await own(...all); answer.clone(); return answer; };`,
  ),
  scripted(
    'window.open is wrapped',
    `const open = window.open; window.open = function (...all) { return open.apply(window, all); };`,
  ),
  // Hot reload and scoped registries define elements through a wrapper.
  scripted(
    'customElements.define is wrapped',
    `const define = customElements.define; customElements.define = function (name, element, options) { if (!customElements.get(name)) define.call(this, name, element, options); };`,
  ),
  // https://github.com/preactjs/preact/issues/5109
  scripted('Object.prototype is frozen', 'Object.freeze(Object.prototype);'),

  // Scripts that listen.
  // https://github.com/JohannesKlauss/react-hotkeys-hook/issues/1161
  scripted(
    'shortcuts on single letters',
    `document.addEventListener('keydown', (event) => {
  if (['INPUT', 'TEXTAREA'].includes(event.target.tagName) || event.key.length > 1) return;
  event.preventDefault();
});`,
  ),
  scripted(
    'clicks outside close a menu',
    `document.addEventListener('click', (event) => { if (!document.querySelector('#menu').contains(event.target)) document.querySelector('#menu').hidden = true; });`,
    `<div id="menu">Menu</div>${PORTAL}`,
  ),
  // https://github.com/facebook/react/issues/11538
  scripted(
    'a page that is translated',
    `const translate = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (text.data.trim() === '' || text.parentElement?.matches('font, style, script')) continue;
    const outer = document.createElement('font');
    outer.append(document.createElement('font'));
    outer.firstChild.textContent = text.data;
    text.replaceWith(outer);
  }
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) translate(shadowRoot);
};
setInterval(() => translate(document.documentElement), 150);`,
  ),

  // Ways into the page.
  // https://github.com/aurelia/router/issues/382
  host('a base address', {head: '<base href="/deep/elsewhere/">'}),
  bare('attributes alone', {head: BACKEND, body: ATTRIBUTES}),
  bare('settings in a meta tag for all portals', {head: DEFAULTS, body: PORTAL}),
  bare('a portal that is cloned from a template', {
    head: BACKEND,
    body: `<template>${ATTRIBUTES}</template><script type="module">
await customElements.whenDefined('pg-portal');
const {content} = document.querySelector('template');
document.body.append(content.cloneNode(true));</script>`,
  }),
  bare('a portal in HTML that comes later', {
    head: DEFAULTS,
    body: `<div id="root"></div><script type="module">
await new Promise((resolve) => setTimeout(resolve, 100));
document.querySelector('#root').innerHTML = '<section><pg-portal></pg-portal></section>';</script>`,
  }),
  host('a portal that is taken away and put back', {
    body: `<div id="root">${PORTAL}</div><script type="module">
const portal = document.querySelector('pg-portal');
portal.addEventListener('pg-ready', () => {
  portal.remove();
  setTimeout(() => document.querySelector('#root').append(portal), 50);
}, {once: true});</script>`,
  }),
  host('a portal in the shadow tree of another element', {
    body: `<div id="root"><template shadowrootmode="open"><slot></slot></template>${PORTAL}</div>`,
  }),
  {
    ...host('a view transition', {
      body: `<div id="root"></div><script type="module">
await customElements.whenDefined('pg-portal');
document.startViewTransition(() => document.querySelector('#root').append(document.createElement('pg-portal')));</script>`,
    }),
    // Debian's WebKitGTK does so at any view transition, on an empty page too.
    crashes: ['WebKit'],
  },
  host('cross-origin isolation that allows windows', {
    headers: {
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'cross-origin-embedder-policy': 'credentialless',
    },
  }),
  // https://github.com/stenciljs/core/issues/1083
  bare(
    'Turbo, back from its cache',
    {
      head: `<script type="module" src="/built/turbo.js"></script>${DEFAULTS}`,
      body: `<a href="/turbo-other?project={project}">Other page</a>${PORTAL}`,
    },
    async (page) => {
      await page.getByText('Postwise').first().waitFor();
      await page.getByRole('link', {name: 'Other page'}).click();
      await page.getByRole('heading', {name: 'Another page'}).waitFor();
      await page.goBack();
    },
  ),
  bare(
    'a page that Turbo leads to',
    {
      head: '<script type="module" src="/built/turbo.js"></script>',
      body: '<a href="/turbo-portal?project={project}">Integrations</a>',
    },
    (page) => page.getByRole('link', {name: 'Integrations'}).click(),
  ),
  bare(
    'htmx',
    {
      head: `<script type="module" src="/built/htmx.js"></script>${BACKEND}`,
      body: '<button hx-get="/htmx-part?project={project}" hx-target="#root" hx-swap="innerHTML">Integrations</button><div id="root"></div>',
    },
    async (page) => {
      await eventually(
        () => page.evaluate(() => 'htmx' in window || document.readyState === 'complete'),
        true,
      );
      await page.getByRole('button', {name: 'Integrations'}).click();
    },
  ),

  host('cross-origin isolation by what others allow', {
    headers: {
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'cross-origin-embedder-policy': 'require-corp',
    },
  }),
  host('a page that is inert until its own start is over', {
    body: `<div id="root" inert>${PORTAL}</div><script type="module">
document.querySelector('pg-portal').addEventListener('pg-ready', () => (document.querySelector('#root').inert = false));</script>`,
  }),
  {
    ...host('a page that has been printed', {}),
    pretended: {
      async enter(page): Promise<void> {
        await page.getByText('Postwise').first().waitFor();
        await page.emulateMedia({media: 'print'});
        assert.ok(await page.getByText('Postwise').first().isVisible());
        await page.emulateMedia({media: 'screen'});
      },
    },
  },
  host(
    'client-side navigation away and back in the middle of a flow',
    {
      body: `<nav><button id="away">Other page</button><button id="back">Integrations</button></nav><main>${PORTAL}</main>
<script>
const main = document.querySelector('main'), portal = main.firstElementChild;
document.querySelector('#away').onclick = () => main.replaceChildren('Another page');
document.querySelector('#back').onclick = () => main.replaceChildren(portal);
</script>`,
    },
    async (page) => {
      await openPostwise(page);
      await page.getByRole('button', {name: 'Connect Postwise'}).last().click();
      await page.getByRole('textbox', {name: /API key/}).pressSequentially('pw_ri');
      // As a router does: whatever is open, the page goes.
      await page.evaluate(() => document.querySelector<HTMLElement>('#away')?.click());
      await page.getByText('Another page').waitFor();
      await page.getByRole('button', {name: 'Integrations'}).click();
      const key = page.getByRole('textbox', {name: /API key/});
      await key.waitFor();
      assert.equal(await key.inputValue(), 'pw_ri');
      await page.getByRole('button', {name: 'Cancel'}).first().press('Enter');
      await page.getByRole('button', {name: 'Close', exact: true}).first().click();
    },
  ),

  // The page cuts off every window: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy
  {
    ...host('cross-origin isolation that forbids windows', {
      headers: {
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    }),
    job: worksWithoutWindows,
  },
  {...host('fingers', {}), pretended: {device: {hasTouch: true, isMobile: true}, job: byTap}},
  {
    ...host('fingers on a phone', {}),
    pretended: {
      device: {hasTouch: true, isMobile: true, viewport: {width: 390, height: 844}},
      job: byTap,
    },
  },
  bare(
    'KeepAlive of Vue, left in the middle of a flow',
    {
      head: DEFAULTS,
      body: '<div id="root"></div><script type="module" src="/built/vue.js"></script>',
    },
    leaveAndComeBack,
  ),
  bare(
    'StrictMode of React, left in the middle of a flow',
    {
      head: DEFAULTS,
      body: '<div id="root"></div><script type="module" src="/built/strict.js"></script>',
    },
    leaveAndComeBack,
  ),

  // Frames.
  framed(
    'a sandbox that allows what a portal needs',
    `style="height: 780px; width: 900px; border: 0" sandbox="${SANDBOX}"`,
  ),
  framed(
    'a frame as high as its content',
    'style="height: 3600px; width: 900px; border: 0"',
    isSeen,
  ),

  // Modals of the host around.
  host(
    'a native dialog',
    {
      body: `<dialog id="modal" style="width: 900px">${PORTAL}</dialog><script>document.querySelector('#modal').showModal();</script>`,
    },
    here,
    escapeOnce,
  ),
  // https://github.com/radix-ui/primitives/issues/2219
  host(
    'a Radix dialog in React',
    {body: '<div id="root"></div><script type="module" src="/built/radix.js"></script>'},
    here,
    async (page) => {
      await tabInside(page);
      await escapeOnce(page);
    },
  ),
  host(
    'a Headless UI dialog in React',
    {body: '<div id="root"></div><script type="module" src="/built/headlessui.js"></script>'},
    here,
    escapeOnce,
  ),
  host(
    'a focus trap',
    {
      body: `<button>Outside</button><div id="modal" role="dialog" aria-modal="true" aria-label="Host" tabindex="-1">${PORTAL}</div><script type="module" src="/built/trap.js"></script>`,
    },
    here,
    async (page) => {
      await tabInside(page);
      await escapeOnce(page);
    },
  ),
];

/** What hosts fetch besides. */
export const PARTS: readonly (readonly [string, HostPage])[] = [
  [
    'turbo-other',
    {
      head: '<script type="module" src="/built/turbo.js"></script>',
      body: `<h1>Another page</h1>${BARE}`,
    },
  ],
  [
    'turbo-portal',
    {
      head: `<script type="module" src="/built/turbo.js"></script>${DEFAULTS}`,
      body: `${PORTAL}${BARE}`,
    },
  ],
  ['htmx-part', {body: ATTRIBUTES}],
  ['framed', {head: BACKEND, body: `<div style="padding-top: 1700px">${ATTRIBUTES}</div>${BARE}`}],
];

export const LIBRARIES = [
  'radix.ts',
  'headlessui.ts',
  'trap.ts',
  'turbo.ts',
  'htmx.ts',
  'vue.ts',
  'strict.ts',
].map((file) => `test/hosts/libraries/${file}`);
