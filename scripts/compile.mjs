/**
 * What the package does to its source beyond TypeScript: style sheets and templates without the white space that only people need, which
 * bundlers leave as it is, short names for private custom properties, and Lit's properties as `static properties`, which need no helper of
 * decorators in each file.
 */
import {readFileSync} from 'node:fs';
import {transformSync} from 'esbuild';
import ts from 'typescript';

const {factory} = ts;
const CONFIG = 'tsconfig.build.json';

/** How the text of a template is shortened, by its tag. @type {Readonly<Record<string, (text: string) => string>>} */
const SHORTEN = {css: shortenStyles, html: shortenMarkup, svg: shortenMarkup};

/** Without decorators, Lit takes its options from here. @type {Readonly<Record<string, (options: ts.Expression | undefined) => ts.Expression>>} */
const OPTIONS = {
  property: (options) => options ?? factory.createObjectLiteralExpression(),
  state: () =>
    factory.createObjectLiteralExpression([
      factory.createPropertyAssignment('state', factory.createTrue()),
    ]),
};

/** @param {string} text a whole sheet, or whole rules between other sheets that are put in */
function shortenStyles(text) {
  const {code, warnings} = transformSync(text, {loader: 'css', minify: true, target: 'es2022'});
  if (warnings.length > 0) throw new Error(warnings.map(({text: words}) => words).join('\n'));
  return code.trimEnd();
}

/**
 * White space is never dropped between two things that would stand apart, only made one space: what is seen stays the same. Nothing of
 * the kit stands in a template whose own white space is shown (`pre`).
 * @param {string} text up to an expression, or from one
 */
function shortenMarkup(text) {
  return text.replace(/[\t\n\f\r ]+/g, ' ').replaceAll(' >', '>');
}

/** @param {ts.TemplateLiteral} template @param {(text: string) => string} shorten */
function shortened(template, shorten) {
  const partOf = (part, create) => {
    const text = shorten(part.text);
    return create(text, text.replace(/[\\`]|\$\{/g, '\\$&'));
  };
  if (ts.isNoSubstitutionTemplateLiteral(template))
    return partOf(template, (...texts) => factory.createNoSubstitutionTemplateLiteral(...texts));
  return factory.updateTemplateExpression(
    template,
    partOf(template.head, (...texts) => factory.createTemplateHead(...texts)),
    template.templateSpans.map((span) =>
      factory.updateTemplateSpan(
        span,
        span.expression,
        partOf(span.literal, (...texts) =>
          ts.isTemplateTail(span.literal)
            ? factory.createTemplateTail(...texts)
            : factory.createTemplateMiddle(...texts),
        ),
      ),
    ),
  );
}

/** The call of a decorator that declares a property to Lit. @param {ts.Node} member */
function declarationOf(member) {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return decorators.find(
    ({expression}) => ts.isCallExpression(expression) && expression.expression.getText() in OPTIONS,
  );
}

/** @param {ts.ClassDeclaration} declared */
function withStaticProperties(declared) {
  const options = [];
  const members = declared.members.map((member) => {
    const decorator = declarationOf(member);
    if (!decorator) return member;
    const {expression: callee, arguments: given} = decorator.expression;
    const option = OPTIONS[callee.getText()](given[0]);
    options.push(factory.createPropertyAssignment(member.name.getText(), option));
    return withoutDecorator(member, decorator);
  });
  if (options.length === 0) return declared;
  const properties = factory.createPropertyDeclaration(
    [factory.createModifier(ts.SyntaxKind.StaticKeyword)],
    'properties',
    undefined,
    undefined,
    factory.createObjectLiteralExpression(options),
  );
  const {modifiers, name, typeParameters, heritageClauses} = declared;
  return factory.updateClassDeclaration(
    declared,
    modifiers,
    name,
    typeParameters,
    heritageClauses,
    [properties, ...members],
  );
}

/** @param {ts.PropertyDeclaration | ts.AccessorDeclaration} member @param {ts.Decorator} decorator */
function withoutDecorator(member, decorator) {
  return factory.replaceDecoratorsAndModifiers(
    member,
    member.modifiers?.filter((one) => one !== decorator),
  );
}

/** @param {ts.ImportDeclaration} declared what takes in a decorator that is gone */
function withoutImports(declared) {
  const {modifiers, importClause, moduleSpecifier, attributes} = declared;
  const bindings = importClause?.namedBindings;
  if (moduleSpecifier.text !== 'lit/decorators.js' || !bindings || !ts.isNamedImports(bindings))
    return declared;
  const left = bindings.elements.filter(({name}) => !(name.text in OPTIONS));
  if (left.length === 0) return undefined;
  const clause = factory.createImportClause(undefined, undefined, factory.createNamedImports(left));
  return factory.updateImportDeclaration(declared, modifiers, clause, moduleSpecifier, attributes);
}

/** @param {ts.TaggedTemplateExpression} tagged @param {string} tag */
function withShortTemplate(tagged, tag) {
  const {typeArguments, template} = tagged;
  const text = shortened(template, SHORTEN[tag]);
  return factory.updateTaggedTemplateExpression(tagged, tagged.tag, typeArguments, text);
}

/** @type {ts.TransformerFactory<ts.SourceFile>} */
const shorten = (context) => (source) => {
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) return withoutImports(node);
    const visited = ts.isClassDeclaration(node) ? withStaticProperties(node) : node;
    const next = ts.visitEachChild(visited, visit, context);
    const tag = ts.isTaggedTemplateExpression(node) && node.tag.getText();
    return tag && tag in SHORTEN ? withShortTemplate(next, tag) : next;
  };
  try {
    return ts.visitNode(source, visit);
  } catch (error) {
    throw new Error(`${source.fileName}: ${error.message}`, {cause: error});
  }
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PRIVATE = /--_[\w-]+/g;

/** Short names of the private custom properties of all sources, the shortest for those that are written most. @type {Map<string, string> | undefined} */
let shortNames;

function namesOfSources() {
  const uses = new Map();
  for (const file of configOfBuild().fileNames) {
    for (const [name] of readFileSync(file, 'utf8').matchAll(PRIVATE))
      uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const {length} = LETTERS;
  return new Map(
    [...uses]
      .sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1))
      .map(([name], place) => [
        name,
        `--_${LETTERS[place % length]}${LETTERS[Math.floor(place / length) - 1] ?? ''}`,
      ]),
  );
}

/** @param {string} code */
function withShortNames(code) {
  shortNames ??= namesOfSources();
  return code.replace(PRIVATE, (name) => shortNames.get(name) ?? name);
}

const HOST = {
  ...ts.sys,
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getNewLine: () => '\n',
  onUnRecoverableConfigFileDiagnostic: (problem) => {
    throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  },
};

/** @type {ts.ParsedCommandLine | undefined} */
let config;

function configOfBuild() {
  config ??= ts.getParsedCommandLineOfConfigFile(CONFIG, undefined, HOST);
  if (!config) throw new Error(`There is no ${CONFIG}.`);
  return config;
}

/** Compiles the package into `dist`. @returns {boolean} whether nothing was wrong */
export function compileAll() {
  const {fileNames, options} = configOfBuild();
  const program = ts.createProgram(fileNames, options);
  const write = (file, text, ...more) =>
    ts.sys.writeFile(file, file.endsWith('.js') ? withShortNames(text) : text, ...more);
  const {diagnostics} = program.emit(undefined, write, undefined, false, {before: [shorten]});
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0) console.error(ts.formatDiagnosticsWithColorAndContext(problems, HOST));
  return problems.length === 0;
}

/** Compiles one module. @param {string} code @param {string} fileName */
export function compileModule(code, fileName) {
  const compilerOptions = {...configOfBuild().options, declaration: false};
  const transformers = {before: [shorten]};
  const {outputText, sourceMapText} = ts.transpileModule(code, {
    compilerOptions,
    fileName,
    transformers,
  });
  return {code: withShortNames(outputText), map: sourceMapText};
}
