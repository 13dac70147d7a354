import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {afterEach, suite, test} from 'node:test';
import {render} from '@lit-labs/ssr';
import {LitElementRenderer} from '@lit-labs/ssr/lib/lit-element-renderer.js';
import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
import {html, type TemplateResult} from 'lit';
import type * as kit from '../../src/index.js';

/** As a server imports it, through the package's exports. */
const entry = 'pg-elements/define';
const {registerTranslation} = (await import(entry)) as typeof kit;
/** Internal, and nowhere on a page before a choice is loaded. */
await import(new URL('../../dist/ui/combobox/pg-combobox.js', import.meta.url).href);

const TOKEN = 'header.payload.signature';

/** Each element with all that a server might give it, by what stands for what is to come. */
const ELEMENTS: ReadonlyMap<string, readonly [TemplateResult, RegExp]> = new Map([
  ['pg-portal', [html`<pg-portal project-id="p" .userToken=${TOKEN}></pg-portal>`, /skeleton/]],
  ['pg-catalog', [html`<pg-catalog layout="list"></pg-catalog>`, /aria-busy="true".*skeleton/s]],
  ['pg-integration', [html`<pg-integration integration="x"></pg-integration>`, /skeleton-card/]],
  ['pg-install-flow', [html`<pg-install-flow auto-start></pg-install-flow>`, /skeleton-line/]],
  ['pg-account-list', [html`<pg-account-list selectable></pg-account-list>`, /skeleton-card/]],
  ['pg-user-settings', [html`<pg-user-settings autosave></pg-user-settings>`, /aria-busy="true"/]],
  [
    'pg-field-mapper',
    [html`<pg-field-mapper name="m" required disabled></pg-field-mapper>`, /aria-busy="true"/],
  ],
  [
    'pg-input',
    [
      html`<pg-input
        name="i"
        .input=${{id: 'i', type: 'ENUM', title: 'Colour', values: []}}
        .value=${'secret'}
      ></pg-input>`,
      /aria-busy="true"/,
    ],
  ],
  [
    'pg-tools',
    [
      html`<pg-tools
        .tools=${() => assert.fail('A server asked for tools.')}
        .value=${{secret: 'off'}}
      ></pg-tools>`,
      /aria-busy="true".*skeleton-card/s,
    ],
  ],
  ['pg-portal-view', [html`<pg-portal-view></pg-portal-view>`, /<pg-catalog/]],
  ['pg-portal-detail', [html`<pg-portal-detail></pg-portal-detail>`, /<pg-dialog.*<dialog/s]],
  ['pg-dialog', [html`<pg-dialog heading="Title"></pg-dialog>`, /<dialog/]],
  ['pg-confirm', [html`<pg-confirm heading="Sure?"></pg-confirm>`, /<dialog/]],
  ['pg-combobox', [html`<pg-combobox label="Colour"></pg-combobox>`, /role="combobox"/]],
]);

const toHtml = (template: TemplateResult): Promise<string> => collectResult(render(template));

suite('rendered by a server', () => {
  const {fetch} = globalThis;

  afterEach(() => {
    globalThis.fetch = fetch;
    LitElementRenderer.renderOptions.length = 0;
  });

  for (const [tag, [template, expected]] of ELEMENTS) {
    test(`<${tag}> is declarative shadow DOM that waits for the browser`, async () => {
      globalThis.fetch = () => assert.fail('The server sent a request.');
      const out = await toHtml(template);
      assert.match(
        out,
        new RegExp(`<${tag}[^>]*>\\s*<template [^>]*shadowrootmode="open"><style>`),
      );
      assert.match(out.replaceAll(/<style>.*?<\/style>/gs, ''), expected);
      assert.doesNotMatch(out, new RegExp(`${TOKEN}|secret`));
      assert.deepEqual(
        process.getActiveResourcesInfo().filter((name) => name === 'Timeout'),
        [],
      );
      const modules = Object.keys(createRequire(import.meta.url).cache);
      assert.deepEqual(
        modules.filter((file) => file.includes('@useparagon')),
        [],
      );
    });

    test(`<${tag}> is the same for every request, where servers call connectedCallback too`, async () => {
      const [first, second] = await Promise.all([toHtml(template), toHtml(template)]);
      assert.equal(second, first);
      LitElementRenderer.renderOptions.push(() => ({connectedCallback: true}));
      assert.equal(await toHtml(template), first);
      assert.deepEqual(
        process.getActiveResourcesInfo().filter((name) => name === 'Timeout'),
        [],
      );
    });
  }

  test('an element with a lang of its own is in that language', async () => {
    registerTranslation('de', {catalog: {search: 'Integrationen suchen'}});
    const german = await toHtml(html`<pg-catalog lang="de-AT"></pg-catalog>`);
    assert.match(german, /placeholder="Integrationen suchen"/);
    const english = await toHtml(html`<pg-catalog></pg-catalog>`);
    assert.match(english, /placeholder="Search integrations"/);
  });
});
