/**
 * What custom-elements.json says of the elements that hosts use, with the types behind its names: the manifest names an alias, the
 * compiler knows what it stands for.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';

/**
 * @typedef {object} Property
 * @property {string} name
 * @property {string | undefined} attribute
 * @property {string} description
 * @property {string} type as written in the source
 * @property {string | undefined} default
 * @property {'boolean' | 'number' | 'string' | 'other'} kind
 * @property {string[]} values what a string may be, if that is limited
 *
 * @typedef {{name: string, description?: string, default?: string}} Entry
 *
 * @typedef {object} Element
 * @property {string} tag
 * @property {string} className
 * @property {string} summary
 * @property {string} description
 * @property {Property[]} properties
 * @property {(Entry & {type?: {text: string}})[]} events
 * @property {Entry[]} slots
 * @property {Entry[]} parts
 * @property {Entry[]} tokens
 * @property {Entry[]} states
 */

/**
 * @param {string} dist the built package
 * @returns {Element[]} the elements whose classes the package exports, by tag
 */
export function readElements(dist) {
  const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const types = new Types(join(dist, 'index.d.ts'));
  return manifest.modules
    .flatMap(({declarations = []}) => declarations)
    .filter(({tagName, name}) => tagName && types.has(name))
    .map((declaration) => readElement(declaration, types))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}

function readElement(declaration, types) {
  const {name: className, tagName: tag, members = []} = declaration;
  return {
    tag,
    className,
    summary: declaration.summary ?? '',
    description: declaration.description ?? '',
    properties: members.filter(isSettable).map((member) => ({
      name: member.name,
      attribute: member.attribute,
      description: member.description ?? '',
      type: member.type?.text ?? 'unknown',
      default: member.default,
      ...types.property(className, member.name),
    })),
    events: declaration.events ?? [],
    slots: declaration.slots ?? [],
    parts: declaration.cssParts ?? [],
    tokens: declaration.cssProperties ?? [],
    states: declaration.cssStates ?? [],
  };
}

const isSettable = ({kind, privacy, readonly, static: isStatic}) =>
  kind === 'field' && !privacy && !readonly && !isStatic;

/** The types of the package's classes. */
class Types {
  #checker;
  #exports;

  constructor(entry) {
    const program = ts.createProgram([entry], {
      strict: true,
      skipLibCheck: true,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      target: ts.ScriptTarget.ES2022,
      types: [],
    });
    this.#checker = program.getTypeChecker();
    const module = this.#checker.getSymbolAtLocation(program.getSourceFile(entry));
    const symbols = this.#checker.getExportsOfModule(module);
    this.#exports = new Map(symbols.map((symbol) => [symbol.name, symbol]));
  }

  has(className) {
    return this.#exports.has(className);
  }

  property(className, name) {
    const instance = this.#checker.getDeclaredTypeOfSymbol(this.#resolve(className));
    const property = instance.getProperty(name);
    if (!property)
      throw new Error(`${className} has no public ${name}, as custom-elements.json says.`);
    const type = this.#checker.getTypeOfSymbol(property);
    const given = (type.isUnion() ? type.types : [type]).filter(
      ({flags}) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)),
    );
    const all = (flags) => given.length > 0 && given.every((one) => one.flags & flags);
    const values = all(ts.TypeFlags.StringLiteral) ? given.map(({value}) => value) : [];
    if (all(ts.TypeFlags.BooleanLike)) return {kind: 'boolean', values};
    if (all(ts.TypeFlags.NumberLike)) return {kind: 'number', values};
    return {kind: all(ts.TypeFlags.StringLike) ? 'string' : 'other', values};
  }

  #resolve(className) {
    const symbol = this.#exports.get(className);
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}
