import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, test, type TestContext} from 'node:test';
import {Consumer, type Alias} from '../package/consumer.js';

const TSC = 'typescript/bin/tsc';
const REACT = ['react', '@types/react', 'csstype', '@lit/react'];
const REACT_18 = [{name: '@types/react', from: 'types-react-18'}, 'csstype', '@types/prop-types'];

/**
 * A project of that framework and no other, with the packed kit. Its fixture holds right code, and wrong code that says so: an error
 * that is expected and does not come fails as well.
 */
async function project(
  context: TestContext,
  fixture: string,
  packages: readonly (string | Alias)[] = [],
): Promise<Consumer> {
  const consumer = await Consumer.create(packages);
  context.after(() => consumer.dispose());
  await consumer.copy(join(import.meta.dirname, 'frameworks', fixture));
  return consumer;
}

async function compiles(
  context: TestContext,
  fixture: string,
  packages: readonly (string | Alias)[] = [],
): Promise<void> {
  const {output, succeeded} = await (await project(context, fixture, packages)).run(TSC);
  assert.ok(succeeded, output);
}

describe('types of the packed kit', () => {
  test('know tags, properties and events in plain TypeScript, without any framework', (context) =>
    compiles(context, 'dom'));

  test('know the React components, with React 19', (context) => compiles(context, 'react', REACT));

  test('know the React components, with React 18', (context) =>
    compiles(context, 'react-18', [...REACT_18, '@lit/react']));

  test('know the tags in JSX of React 19', (context) => compiles(context, 'react-tags', REACT));

  test('know the attributes in JSX of React 18', (context) =>
    compiles(context, 'react-18-tags', REACT_18));

  test('know the tags in JSX of Preact', (context) => compiles(context, 'preact', ['preact']));

  test('know the tags in JSX of Solid', (context) =>
    compiles(context, 'solid', ['solid-js', 'csstype']));

  test('know the tags in templates of Vue', async (context) => {
    const consumer = await project(context, 'vue', ['vue', '@vue/runtime-dom', 'typescript']);
    const {output, succeeded} = await consumer.run('vue-tsc/bin/vue-tsc.js');
    assert.ok(succeeded, output);
  });

  test('know the tags in templates of Svelte', async (context) => {
    const consumer = await project(context, 'svelte', ['svelte', 'typescript']);
    const {output} = await consumer.run(
      'svelte-check/bin/svelte-check',
      '--output',
      'machine',
      '--tsconfig',
      'tsconfig.json',
    );
    const reported = [...output.matchAll(/^\d+ ERROR "App\.svelte" (\d+):/gm)].map(([, line]) =>
      Number(line),
    );
    assert.deepEqual(reported, await expectedErrors(consumer.path('App.svelte')), output);
  });
});

/** Svelte knows no comment for it: a line `<!-- error: … -->` says that the next one is wrong. */
async function expectedErrors(file: string): Promise<number[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => (line.includes('<!-- error:') ? [index + 2] : []));
}
