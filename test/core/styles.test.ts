import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {contrastTable} from '../../demo/site/build/design.js';

const source = fileURLToPath(new URL('../../src', import.meta.url));
const texts = readdirSync(source, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'));

const all = (pattern: RegExp): Set<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')));

test('every private token that a style reads is given a value somewhere', () => {
  // One with a fallback may have no value.
  const read = all(/var\((--_[\w-]+)\)/g);
  const given = all(/(--_[\w-]+)(?=:|'\s*,)/g);
  assert.deepEqual(
    [...read].filter((name) => !given.has(name)),
    [],
  );
});

test('every token that hosts can set is described in the manifest, and no other', () => {
  const described = manifestTokens();
  assert.deepEqual(
    described.map(({name}) => name).sort(),
    [...all(/var\(\s*(--pg-[\w-]+)/g)].sort(),
  );
  assert.ok(described.every(({description}) => description));
});

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly cssProperties?: readonly Token[];
    }[];
  }[];
}

interface Token {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

function manifestTokens(): readonly Token[] {
  const {modules} = JSON.parse(
    readFileSync(join(source, '../custom-elements.json'), 'utf8'),
  ) as Manifest;
  return modules
    .flatMap(({declarations = []}) => declarations)
    .flatMap(({cssProperties = []}) => cssProperties);
}

test('themes set tokens and parts that there are, and the default one the defaults', () => {
  const known = new Map(
    manifestTokens().map(({name, default: value}) => [name, value?.replaceAll(/\s+/g, '')]),
  );
  const folder = join(source, 'themes');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
    const rules = [...text.matchAll(/(--pg-[\w-]+):\s*([^;]+);/g)];
    for (const [, name = '', value = ''] of rules) {
      assert.ok(known.has(name), `${file}: ${name}`);
      if (file === 'default.css')
        assert.equal(
          value.replaceAll(/\s+/g, '').replace(/^\((.*)\)$/, '$1'),
          known.get(name),
          name,
        );
    }
    const others = [...text.matchAll(/^\s+([a-z][\w-]*):\s/gm)].map(([, name]) => name);
    const inParts = ['border-radius', 'border-color', 'color-scheme'];
    assert.deepEqual(
      others.filter((name = '') => !inParts.includes(name)),
      [],
      file,
    );
  }
});

test('the designs of the documentation use no more than what is public', () => {
  const known = new Set(manifestTokens().map(({name}) => name));
  const folder = join(source, '../demo/restyles');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.css'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    const named = [...text.matchAll(/--(?:pg-|_)[\w-]+/g)].map(([name]) => name);
    assert.deepEqual(
      named.filter((name) => !known.has(name)),
      [],
      file,
    );
  }
});

test('no style names a side of the screen, which is the other one in right-to-left', () => {
  assert.deepEqual([...all(/\b((?:padding|margin|border|scroll-\w+)-(?:left|right)[\w-]*:)/g)], []);
  assert.deepEqual([...all(/(?<![\w-])((?:text-align|float|clear): (?:left|right));/g)], []);
  assert.deepEqual([...all(/\n\s+((?:left|right): [^;,]+;)/g)], []);
});

test('no style gives start and end different room by the order of four sides', () => {
  const uneven = [...all(/((?:padding|margin|inset|--_[\w-]+): [^;{}]+);/g)].filter((rule) => {
    const sides = lengthsIn(rule.slice(rule.indexOf(':') + 1));
    return sides.length === 4 && sides[1] !== sides[3];
  });
  assert.deepEqual(uneven, []);
});

test('texts, the outlines of controls and the focus are seen on every surface that they are on', () => {
  assert.doesNotThrow(contrastTable);
});

/** The values of a rule, if all of them are lengths. */
function lengthsIn(values: string): readonly string[] {
  let depth = 0;
  const parts = [''];
  for (const sign of values.trim().replaceAll(/\s+/g, ' ')) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ' ' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  const isLength = (part: string): boolean =>
    /^(?:0|auto|-?[\d.]+\w+|(?:calc|var|max|min|env)\(.*\))$/.test(part);
  return parts.every(isLength) ? parts : [];
}
