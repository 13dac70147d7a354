import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {build as buildWithEsbuild} from 'esbuild';
import {rollup} from 'rollup';
import {build as buildWithVite} from 'vite';
import webpack from 'webpack';
import {Consumer} from './consumer.js';

/** Gives the modules of the kit that a page downloads at once for an entry; what loads later is not among them. */
type Bundler = (entry: string) => Promise<readonly string[]>;

let consumer: Consumer;

before(async () => {
  consumer = await Consumer.create(['react', '@lit/react']);
});

after(() => consumer.dispose());

const entry = (code: string): Promise<string> => consumer.write('entry.js', code);

const withEsbuild: Bundler = async (file) => {
  const {metafile} = await buildWithEsbuild({
    entryPoints: [file],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'out',
    external: ['lit', '@lit/*', '@useparagon/connect', 'react'],
    absWorkingDir: consumer.folder,
    metafile: true,
    write: false,
  });
  const {outputs} = metafile;
  const first = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === 'entry.js');
  const loaded = reach(first, (path) =>
    (outputs[path]?.imports ?? [])
      .filter(({kind, external}) => kind === 'import-statement' && !external)
      .map((next) => next.path),
  );
  return modulesOfKit(
    loaded.flatMap((path) =>
      Object.entries(outputs[path]?.inputs ?? {})
        .filter(([, {bytesInOutput}]) => bytesInOutput > 0)
        .map(([module]) => module),
    ),
  );
};

const withVite: Bundler = async (file) => {
  const result = await buildWithVite({
    root: consumer.folder,
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: {
        input: file,
        external: [/^lit($|\/)/, /^@lit\//, '@useparagon/connect', 'react'],
      },
    },
  });
  if (Array.isArray(result) || !('output' in result)) throw new Error('Vite built something else.');
  const chunks = new Map(
    result.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  );
  const first = [...chunks.values()].filter(({isEntry}) => isEntry).map(({fileName}) => fileName);
  const loaded = reach(first, (path) => chunks.get(path)?.imports ?? []);
  return modulesOfKit(
    loaded.flatMap((path) =>
      Object.entries(chunks.get(path)?.modules ?? {})
        .filter(([, {renderedLength}]) => renderedLength > 0)
        .map(([module]) => module),
    ),
  );
};

/** Rollup resolves no packages by itself. */
const withRollup: Bundler = async (file) => {
  const bundle = await rollup({
    input: file,
    external: [/^lit($|\/)/, /^@lit\//, '@useparagon/connect'],
    plugins: [
      {
        name: 'resolve-kit',
        resolveId: (name) =>
          name.startsWith('pg-elements/')
            ? consumer.path('node_modules/pg-elements/dist', KIT_ENTRIES[name] ?? '')
            : null,
      },
    ],
  });
  const {output} = await bundle.generate({format: 'es'});
  await bundle.close();
  return modulesOfKit(
    output.flatMap((chunk) =>
      chunk.type === 'chunk'
        ? Object.entries(chunk.modules)
            .filter(([, {renderedLength}]) => renderedLength > 0)
            .map(([module]) => module)
        : [],
    ),
  );
};

const KIT_ENTRIES: Readonly<Record<string, string>> = {
  'pg-elements/i18n': 'i18n/translations.js',
};

const withWebpack: Bundler = (file) =>
  new Promise((resolve, reject) => {
    const compiler = webpack({
      mode: 'production',
      context: consumer.folder,
      entry: file,
      experiments: {outputModule: true},
      externals: [/^lit($|\/)/, /^@lit\//, '@useparagon/connect'],
      output: {path: consumer.path('webpack'), module: true},
      resolve: {symlinks: false},
    });
    compiler.run((error, stats) => {
      compiler.close(() => undefined);
      if (error || !stats) reject(error ?? new Error('webpack built nothing.'));
      else {
        const {modules = []} = stats.toJson({all: false, modules: true, nestedModules: true});
        const all = modules.flatMap((module) => [module, ...(module.modules ?? [])]);
        resolve(
          modulesOfKit([...new Set(all.map(({nameForCondition}) => nameForCondition ?? ''))]),
        );
      }
    });
  });

function reach(start: readonly string[], next: (path: string) => readonly string[]): string[] {
  const reached = new Set(start);
  for (const path of reached) for (const other of next(path)) reached.add(other);
  return [...reached];
}

/** Paths below dist of those that are the kit's. */
function modulesOfKit(paths: readonly string[]): string[] {
  return paths.flatMap((path) => path.split('pg-elements/dist/')[1] ?? []).sort();
}

/** What a catalog has no use for. */
const OF_OTHERS =
  /^core\/(install|mapping|options|settings)\/|^ui\/(combobox|dialog|markdown)\/|^elements\/(?!catalog\/|emit|context|session-|set-up)/;

for (const [name, bundle] of Object.entries({esbuild: withEsbuild, 'Vite (rolldown)': withVite})) {
  describe(`what ${name} takes in`, () => {
    const modules = async (code: string): Promise<readonly string[]> => bundle(await entry(code));

    test('for one element is that element', async () => {
      const taken = await modules(`import 'pg-elements/pg-catalog';`);
      assert.ok(taken.includes('elements/catalog/pg-catalog.js'));
      assert.deepEqual(
        taken.filter((path) => OF_OTHERS.test(path)),
        [],
      );
    });

    test('for one class is that class, without its registration', async () => {
      const taken = await modules(
        `import {PgCatalog} from 'pg-elements/elements/catalog/catalog'; globalThis.it = PgCatalog;`,
      );
      assert.ok(taken.includes('elements/catalog/catalog.js'));
      assert.deepEqual(
        taken.filter((path) => OF_OTHERS.test(path) || path.includes('/pg-')),
        [],
      );
    });

    test('for one React component is its element, registered', async () => {
      const taken = await modules(
        `import {PgCatalog} from 'pg-elements/react'; globalThis.it = PgCatalog;`,
      );
      assert.ok(taken.includes('elements/catalog/pg-catalog.js'));
      assert.deepEqual(
        taken.filter((path) => path.startsWith('react/')),
        ['react/catalog.js', 'react/events.js', 'react/wrap.js'],
      );
      assert.deepEqual(
        taken.filter((path) => OF_OTHERS.test(path)),
        [],
      );
    });

    test('for all elements registers each', async () => {
      const taken = await modules(`import 'pg-elements/define';`);
      const registered = taken.filter((path) => /^elements\/[^/]+\/pg-/.test(path));
      assert.deepEqual(registered, [
        'elements/account-list/pg-account-list.js',
        'elements/catalog/pg-catalog.js',
        'elements/field-mapper/pg-field-mapper.js',
        'elements/input/pg-input.js',
        'elements/install-flow/pg-install-flow.js',
        'elements/integration/pg-integration.js',
        'elements/portal/pg-portal-detail.js',
        'elements/portal/pg-portal-view.js',
        'elements/portal/pg-portal.js',
        'elements/tools/pg-tools.js',
        'elements/user-settings/pg-user-settings.js',
      ]);
    });
  });
}

for (const [name, bundle] of Object.entries({
  esbuild: withEsbuild,
  Rollup: withRollup,
  webpack: withWebpack,
  'Vite (rolldown)': withVite,
})) {
  test(`${name} takes in nothing else for words of another language`, async () => {
    const file = await entry(
      `import {registerTranslation} from 'pg-elements/i18n'; registerTranslation('de', {});`,
    );
    const words = ['i18n/match-language.js', 'i18n/registered.js', 'i18n/translations.js'];
    assert.deepEqual(await bundle(file), words);
  });
}

// esbuild puts all that an index names into one chunk where it splits code: its users import a class by its own path.
describe('what Vite takes in from the index', () => {
  const modules = async (code: string): Promise<readonly string[]> => withVite(await entry(code));

  test('for one class is that class', async () => {
    const taken = await modules(
      `import {PgCatalog} from 'pg-elements'; globalThis.it = PgCatalog;`,
    );
    assert.ok(taken.includes('elements/catalog/catalog.js'));
    assert.deepEqual(
      taken.filter((path) => OF_OTHERS.test(path) || path.includes('/pg-')),
      [],
    );
  });

  test('for one class of the core is that class', async () => {
    const taken = await modules(`import {PgError} from 'pg-elements'; globalThis.it = PgError;`);
    assert.deepEqual(taken, ['core/errors.js']);
  });
});
