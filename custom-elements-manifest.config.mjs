import {readFileSync} from 'node:fs';

/** In the order in which they are listed. */
const TOKEN_KINDS = [
  /-color-/,
  /-(font|line)/,
  /-(radius|border|focus)/,
  /-(density|space|control)/,
  /-(size|width|opacity)/,
  /-(shadow|duration|easing)/,
];

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
  const source = ['src/ui/tokens.ts', 'src/ui/more-tokens.ts']
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .join('');
  const kindOf = ({name}) => TOKEN_KINDS.findIndex((kind) => kind.test(name));
  const tokens = tokensOf(source).sort((one, other) => kindOf(one) - kindOf(other));
  return {
    name: 'design-tokens',
    packageLinkPhase({customElementsManifest: {modules}}) {
      const declarations = modules.flatMap(({declarations = []}) => declarations);
      const portal = declarations.find(({tagName}) => tagName === 'pg-portal');
      portal.cssProperties = tokens.map(({description, name, value}) => ({
        description: `${description}; on any element`,
        name,
        default: value,
      }));
    },
  };
}

/** `/* Words *\/ --_x: var(--pg-x, default);` as one of the parts of a value, or `/* --pg-x, default: Words *\/`. */
function tokensOf(source) {
  const described =
    /\/\* (?:(?<own>--pg-[\w-]+), (?<usual>[^:]+): )?(?<description>[^*]+?) \*\/(?:\s*--_[\w-]+:(?<declared>[^;]+);)?/g;
  // What a private one reads is what pages set instead.
  const publicName = (own) =>
    new RegExp(`${own}:\\s*var\\(\\s*(--pg-[\\w-]+)`).exec(source)?.[1] ?? own;
  return [...source.matchAll(described)].flatMap(({groups}) => {
    const {own, usual, description, declared} = groups;
    if (own) return [{description, name: own, value: usual}];
    const [, name, after] = /var\(\s*(--pg-[\w-]+),\s*([^]*)/.exec(declared ?? '') ?? [];
    if (!name) return [];
    const value = upToBracket(after).replace(/\s+/g, ' ').trim();
    return [{description, name, value: value.replace(/--_[\w-]+/g, publicName)}];
  });
}

/** @param {string} text what comes after an opening bracket, of which its end is the closing one */
function upToBracket(text) {
  let depth = 1;
  for (const [index, sign] of [...text].entries()) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return text.slice(0, index);
  }
  return text;
}
