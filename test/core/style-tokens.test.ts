import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

const source = fileURLToPath(new URL('../../src', import.meta.url));

test('every private token that a style reads is given a value somewhere', () => {
  const texts = readdirSync(source, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(source, name), 'utf8'));
  const all = (pattern: RegExp): Set<string> =>
    new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')));
  // One with a fallback may have no value.
  const read = all(/var\((--_[\w-]+)\)/g);
  const given = all(/(--_[\w-]+)(?=:|'\s*,)/g);
  assert.deepEqual(
    [...read].filter((name) => !given.has(name)),
    [],
  );
});
