import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {Consumer} from './consumer.js';

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly events?: readonly {readonly name: string}[];
  readonly attributes?: readonly {readonly name: string}[];
  readonly members?: readonly Member[];
}

interface Member {
  readonly kind: string;
  readonly name: string;
  readonly privacy?: string;
  readonly readonly?: boolean;
  readonly static?: boolean;
}

let consumer: Consumer;
let elements: readonly Declaration[];

before(async () => {
  consumer = await Consumer.create(['react', '@types/react', 'csstype', '@lit/react']);
  const {modules} = (await readJson('custom-elements.json')) as {
    modules: readonly {declarations?: readonly Declaration[]}[];
  };
  // The view of the whole portal and its dialog are inner parts: no host writes their tags.
  elements = modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName}) => tagName && !tagName.startsWith('pg-portal-'));
});

after(() => consumer.dispose());

async function readJson(path: string): Promise<unknown> {
  const file = join(consumer.path('node_modules/pg-elements'), path);
  return JSON.parse(await readFile(file, 'utf8'));
}

const propertiesOf = ({members = []}: Declaration): string[] =>
  members
    .filter(
      ({kind, privacy, readonly, static: isStatic}) =>
        kind === 'field' && !privacy && !readonly && !isStatic,
    )
    .map(({name}) => name)
    .sort();

interface Tag {
  readonly name: string;
  readonly attributes: readonly {readonly name: string}[];
}

const attributesByTag = (tags: readonly Tag[]): Record<string, string[]> =>
  Object.fromEntries(
    tags.map(({name, attributes}) => [name, attributes.map((attribute) => attribute.name).sort()]),
  );

describe('by custom-elements.json', () => {
  test('each element has a React component, which takes each of its events', async () => {
    const {output} = await consumer.node(`
      import * as components from 'pg-elements/react';
      import {EVENTS} from './node_modules/pg-elements/dist/react/events.js';
      console.log(JSON.stringify({components: Object.keys(components), events: Object.values(EVENTS)}));
    `);
    const found = JSON.parse(output) as {components: string[]; events: string[]};
    assert.deepEqual(found.components.sort(), elements.map(({name}) => name).sort());
    const named = elements.flatMap(({events = []}) => events.map(({name}) => name));
    assert.deepEqual(
      named.filter((name) => !found.events.includes(name)),
      [],
    );
  });

  test('each React component is for the client, as a server that renders must know', async () => {
    for (const {tagName = ''} of elements) {
      const path = `dist/react/${tagName.slice('pg-'.length)}.js`;
      const code = await readFile(join(consumer.path('node_modules/pg-elements'), path), 'utf8');
      assert.match(code, /^'use client';/, path);
    }
  });

  test('React components and tags take the properties of their element, and no others', async () => {
    const checks = elements.flatMap((element) => {
      const names = propertiesOf(element).map((name) => `'${name}'`);
      return [
        `same<keyof PgProperties<kit.${element.name}>, ${names.join(' | ')}>(true);`,
        `same<keyof PgElements['${element.tagName ?? ''}']['properties'], ${names.join(' | ')}>(true);`,
      ];
    });
    const file = await consumer.write(
      'check.ts',
      `import type * as kit from 'pg-elements';
       import type {PgProperties} from 'pg-elements/react';
       import type {PgElements} from 'pg-elements/types/elements';
       declare function same<A, B>(answer: [A, B] extends [B, A] ? true : [Exclude<A, B>, Exclude<B, A>]): void;
       ${checks.join('\n')}`,
    );
    const options = [
      '--strict',
      '--noEmit',
      '--target',
      'es2022',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
    ];
    const {output, succeeded} = await consumer.run('typescript/bin/tsc', ...options, file);
    assert.ok(succeeded, output);
  });

  test('editors know each element, its attributes and the values that they take', async () => {
    const html = (await readJson('dist/editors/vscode.html-custom-data.json')) as {
      tags: {name: string; attributes: {name: string; values?: {name: string}[]}[]}[];
    };
    const web = (await readJson('dist/editors/web-types.json')) as {
      contributions: {html: {elements: {name: string; attributes: {name: string}[]}[]}};
    };
    const expected = elements.map(({tagName = '', attributes = []}) => ({
      name: tagName,
      attributes,
    }));
    assert.deepEqual(attributesByTag(html.tags), attributesByTag(expected));
    assert.deepEqual(attributesByTag(web.contributions.html.elements), attributesByTag(expected));
    const status = html.tags
      .find(({name}) => name === 'pg-catalog')
      ?.attributes.find(({name}) => name === 'status');
    assert.deepEqual(status?.values?.map(({name}) => name).sort(), [
      'all',
      'attention',
      'available',
      'connected',
    ]);
  });

  test('editors know the tokens of the theme and of elements, and each part once', async () => {
    const css = (await readJson('dist/editors/vscode.css-custom-data.json')) as {
      properties: {name: string}[];
      pseudoElements: {name: string}[];
    };
    const names = css.properties.map(({name}) => name);
    assert.ok(names.includes('--pg-color-accent') && names.includes('--pg-catalog-gap'));
    const parts = css.pseudoElements.map(({name}) => name);
    assert.ok(parts.includes('::part(card)'));
    assert.equal(new Set(parts).size, parts.length);
  });
});
