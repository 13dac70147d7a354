export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*-styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [runTimeExports(), publishedPaths(), documentedEvents()],
};

/** A type that is passed on from another module is nothing that a page can import. */
function runTimeExports() {
  return {
    name: 'run-time-exports',
    packageLinkPhase({customElementsManifest: {modules}}) {
      for (const module of modules) {
        module.exports = module.exports?.filter(
          ({declaration}) => !declaration?.module?.startsWith('.'),
        );
      }
    },
  };
}

/** Modules are named as the package has them, which a page can import. */
function publishedPaths() {
  const published = (path) => path.replace(/^src\/(.*)\.ts$/, 'dist/$1.js');
  const rename = (reference) => {
    if (reference?.module) reference.module = published(reference.module);
  };
  return {
    name: 'published-paths',
    packageLinkPhase({customElementsManifest: {modules}}) {
      for (const module of modules) {
        module.path = published(module.path);
        for (const {declaration} of module.exports ?? []) rename(declaration);
        for (const declaration of module.declarations ?? []) {
          rename(declaration.superclass);
          for (const list of ['members', 'attributes', 'events', 'slots']) {
            for (const {inheritedFrom} of declaration[list] ?? []) rename(inheritedFrom);
          }
        }
      }
    },
  };
}

/** The analyzer takes every name that is dispatched for an event of the element: those without words are between its own parts. */
function documentedEvents() {
  return {
    name: 'documented-events',
    packageLinkPhase({customElementsManifest: {modules}}) {
      for (const {declarations = []} of modules) {
        for (const declaration of declarations) {
          if (!declaration.events) continue;
          declaration.events = declaration.events.filter(({description}) => description);
        }
      }
    },
  };
}
