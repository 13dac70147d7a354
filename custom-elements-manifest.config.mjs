import {readFileSync} from 'node:fs';

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['**/*-styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    runTimeExports(),
    publishedPaths(),
    documentedEvents(),
    publicElements(),
    designTokens(),
  ],
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
  const published = (path) => path.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/$1.js');
  const rename = (reference) => {
    if (reference?.module) reference.module = published(reference.module);
  };
  return {
    name: 'published-paths',
    packageLinkPhase({customElementsManifest: {modules}}) {
      for (const module of modules) {
        module.path = published(module.path);
        for (const {declaration} of module.exports ?? []) rename(declaration);
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

/** What hosts and their tools can use: the elements that they write, and the members that are documented. */
function publicElements() {
  const isInner = (tag) => /^pg-portal-/.test(tag);
  const isPublic = ({name, privacy, description, static: isStatic}) =>
    !name.startsWith('#') && !privacy && Boolean(description) && !isStatic;
  return {
    name: 'public-elements',
    packageLinkPhase({customElementsManifest}) {
      for (const module of customElementsManifest.modules) {
        module.declarations = module.declarations?.filter(
          ({tagName}) => tagName && !isInner(tagName),
        );
        const names = new Set(module.declarations?.map(({name}) => name));
        module.exports = module.exports?.filter(({kind, name}) =>
          kind === 'custom-element-definition' ? !isInner(name) : names.has(name),
        );
        for (const declaration of module.declarations ?? []) {
          declaration.members = declaration.members?.filter(isPublic);
          // Classes that nobody can import.
          delete declaration.superclass;
          delete declaration.mixins;
          for (const list of ['members', 'attributes', 'events', 'slots']) {
            for (const entry of declaration[list] ?? []) delete entry.inheritedFrom;
          }
        }
      }
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({declarations = [], exports = []}) => declarations.length + exports.length > 0,
      );
    },
  };
}

/** The design tokens, which every element reads. They are listed once, at the portal, whatever element they are set on. */
function designTokens() {
  const source = readFileSync(new URL('src/ui/tokens.ts', import.meta.url), 'utf8');
  const tokens = [
    ...source.matchAll(/\/\* (.+?) \*\/\s*--_[\w-]+: var\(\s*(--pg-[\w-]+),\s*([^;]+?)\s*\);/g),
  ];
  return {
    name: 'design-tokens',
    packageLinkPhase({customElementsManifest: {modules}}) {
      const declarations = modules.flatMap(({declarations = []}) => declarations);
      const portal = declarations.find(({tagName}) => tagName === 'pg-portal');
      portal.cssProperties = tokens.map(([, description, name, value]) => ({
        description: `${description}; on any element`,
        name,
        default: value.replace(/\s+/g, ' '),
      }));
    },
  };
}
