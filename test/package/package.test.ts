import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {promisify} from 'node:util';
import {build as buildWithEsbuild} from 'esbuild';
import ts from 'typescript';
import {build as buildWithVite} from 'vite';
import {Consumer} from './consumer.js';

const run = promisify(execFile);

let consumer: Consumer;
let kit: string;

before(async () => {
  consumer = await Consumer.create();
  kit = consumer.path('node_modules/pg-elements');
});

after(() => consumer.dispose());

describe('the packed kit', () => {
  test('brings Lit alone: no SDK, no React and none of its types', async (context) => {
    const other = await Consumer.create();
    context.after(() => other.dispose());
    await other.write('empty/package.json', JSON.stringify({private: true}));
    const tarball = process.env.PG_TARBALL ?? '';
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], {
      cwd: other.path('empty'),
    });
    const installed = await readdir(other.path('empty/node_modules'));
    assert.deepEqual(installed.filter((name) => !name.startsWith('.')).sort(), [
      '@lit',
      '@lit-labs',
      '@types',
      'lit',
      'lit-element',
      'lit-html',
      'pg-elements',
    ]);
    assert.deepEqual(await readdir(other.path('empty/node_modules/@lit')), [
      'context',
      'reactive-element',
    ]);
    assert.deepEqual(await readdir(other.path('empty/node_modules/@types')), ['trusted-types']);
  });

  test('has no source maps, which were two thirds of its weight', async () => {
    const files = await readdir(join(kit, 'dist'), {recursive: true});
    const scripts = files.filter((file) => file.endsWith('.js'));
    assert.ok(scripts.length > 100);
    assert.deepEqual(
      files.filter((file) => file.endsWith('.map')),
      [],
    );
    for (const script of scripts)
      assert.doesNotMatch(
        await readFile(join(kit, 'dist', script), 'utf8'),
        /sourceMappingURL/,
        script,
      );
  });

  test('names only packages that come with it, or that the host brings', async () => {
    const {dependencies, peerDependencies} = JSON.parse(
      await readFile(join(kit, 'package.json'), 'utf8'),
    ) as Record<'dependencies' | 'peerDependencies', Readonly<Record<string, string>>>;
    const known = new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
    const named = new Set<string>();
    // dist/types is for frameworks, each file for those who have that one.
    for (const file of await readdir(join(kit, 'dist'), {recursive: true})) {
      if (!/\.(js|d\.ts)$/.test(file) || /^(cdn|types)\//.test(file)) continue;
      const code = await readFile(join(kit, 'dist', file), 'utf8');
      for (const {fileName} of ts.preProcessFile(code).importedFiles) {
        if (fileName.startsWith('.')) continue;
        named.add(fileName.split('/', fileName.startsWith('@') ? 2 : 1).join('/'));
      }
    }
    assert.ok(named.has('lit'));
    assert.deepEqual(
      [...named].filter((name) => !known.has(name)),
      [],
    );
  });

  test('has styles and templates without white space, and properties without decorators', async () => {
    const files = await readdir(join(kit, 'dist'), {recursive: true});
    for (const file of files.filter((one) => /^(?!cdn).*\.js$/.test(one))) {
      const code = await readFile(join(kit, 'dist', file), 'utf8');
      assert.doesNotMatch(code, /\b(property|state)\b.*'lit\/decorators/, file);
      const visit = (node: ts.Node): void => {
        if (ts.isTaggedTemplateExpression(node) && /^(css|html|svg)$/.test(node.tag.getText())) {
          for (const text of textsOf(node.template)) assert.doesNotMatch(text, /\n| {2}/, file);
        }
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
    }
  });

  test('says in Node that the SDK is not installed', async () => {
    const {output} = await consumer.node(`
      import {loadSdk, PgError} from 'pg-elements/core';
      const error = await loadSdk().catch((reason) => reason);
      console.log(error instanceof PgError, error.code, error.message);
    `);
    assert.match(output, /^true sdk-load-failed .*install @useparagon\/connect/);
  });

  test('can be bundled without the SDK', async () => {
    const entry = await consumer.write('entry.js', `import 'pg-elements/define';`);
    const {errors} = await buildWithEsbuild({
      entryPoints: [entry],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    });
    assert.deepEqual(errors, []);
    await buildWithVite({
      root: consumer.folder,
      configFile: false,
      logLevel: 'silent',
      build: {write: false, rolldownOptions: {input: entry}},
    });
  });

  test('registers one element by the short name of its tag', async () => {
    const {output} = await consumer.node(`
      const paths = await Promise.all(
        ['pg-elements/pg-catalog', 'pg-elements/elements/catalog/pg-catalog'].map((name) => import.meta.resolve(name)),
      );
      console.log(new Set(paths).size, paths[0]);
    `);
    assert.match(output, /^1 .*\/dist\/elements\/catalog\/pg-catalog\.js$/m);
  });
});

function textsOf(template: ts.TemplateLiteral): readonly string[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text];
  return [template.head, ...template.templateSpans.map(({literal}) => literal)].map(
    ({text}) => text,
  );
}
