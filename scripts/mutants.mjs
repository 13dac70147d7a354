/** Finds what can be broken in a source file, and builds one that holds every chosen fault, each switched on by its number. */
import ts from 'typescript';

const SWAPS = new Map([
  ['===', '!=='],
  ['!==', '==='],
  ['<', '<='],
  ['<=', '<'],
  ['>', '>='],
  ['>=', '>'],
  ['+', '-'],
  ['-', '+'],
  ['*', '/'],
  ['/', '*'],
  ['&&', '||'],
  ['||', '&&'],
  ['??', '&&'],
  ['+=', '-='],
  ['-=', '+='],
  ['??=', '='],
]);

const METHODS = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['min', 'max'],
  ['max', 'min'],
]);

/** Calls that can be left out of a chain: `list.filter(…)` becomes `list`. */
const REMOVABLE = new Set([
  'filter',
  'trim',
  'slice',
  'toSorted',
  'toLowerCase',
  'reverse',
  'sort',
]);

/**
 * @typedef {object} Mutant
 * @property {string} file
 * @property {number} line
 * @property {number} start
 * @property {number} end
 * @property {'expression' | 'statement' | 'body'} kind
 * @property {string} original
 * @property {string} replacement
 */

/**
 * @param {string} file
 * @param {string} text
 * @returns {Mutant[]}
 */
export function findMutants(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const mutants = [];
  const add = (node, replacement, kind = 'expression') => {
    const start = node.getStart(source);
    const original = node.getText(source);
    const {line} = source.getLineAndCharacterOfPosition(start);
    mutants.push({file, line: line + 1, start, end: node.end, kind, original, replacement});
  };
  visit(source);
  return mutants;

  function visit(node) {
    if (isLeftAlone(node)) return;
    mutate(node);
    ts.forEachChild(node, visit);
  }

  function mutate(node) {
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition;
      add(condition, 'true');
      add(condition, 'false');
    } else if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
      add(node.expression, 'false');
    } else if (ts.isBinaryExpression(node)) {
      const sign = node.operatorToken.getText(source);
      const swapped = SWAPS.get(sign);
      if (swapped)
        add(node, `${group(node.left, swapped)} ${swapped} ${group(node.right, swapped)}`);
    } else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken) add(node, node.operand.getText(source));
    } else if (
      node.kind === ts.SyntaxKind.TrueKeyword ||
      node.kind === ts.SyntaxKind.FalseKeyword
    ) {
      add(node, node.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true');
    } else if (ts.isStringLiteral(node)) {
      if (isValue(node)) add(node, node.text === '' ? "'mutant'" : "''");
    } else if (ts.isTemplateExpression(node)) {
      add(node, "''");
    } else if (ts.isArrayLiteralExpression(node)) {
      if (node.elements.length > 0 && !isTarget(node)) add(node, '[]');
    } else if (ts.isObjectLiteralExpression(node)) {
      if (node.properties.length > 0 && !isTarget(node)) add(node, '({})');
    } else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) {
      if (node.body.getText(source) !== 'undefined') add(node.body, 'undefined');
    } else if (ts.isBlock(node) && isBody(node)) {
      if (node.statements.length > 0) add(node, '{}', 'body');
    } else if (ts.isExpressionStatement(node)) {
      if (isCall(node.expression)) add(node, ';', 'statement');
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const {expression, name} = node.expression;
      const method = METHODS.get(name.text);
      const before = text.slice(node.getStart(source), name.getStart(source));
      if (method) add(node, before + method + text.slice(name.end, node.end));
      if (REMOVABLE.has(name.text) && !node.questionDotToken && !node.expression.questionDotToken)
        add(node, expression.getText(source));
    }
    if (node.questionDotToken && isAccess(node)) {
      const chain = wholeChain(node);
      const {pos, end} = node.questionDotToken;
      const dot = ts.isPropertyAccessExpression(node) ? '.' : '';
      const mark = text.indexOf('?.', pos);
      if (mark >= 0 && mark < end + 2)
        add(
          chain,
          text.slice(chain.getStart(source), mark) + dot + text.slice(mark + 2, chain.end),
        );
    }
  }

  /** `a ?? b` may not stand beside `&&` without parentheses. */
  function group(node, sign) {
    const written = node.getText(source);
    return sign.endsWith('=') ? written : `(${written})`;
  }
}

/** Types, imports and words for developers are no behaviour. */
function isLeftAlone(node) {
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  const {parent} = node;
  if (!parent) return false;
  // The message of an error, and what came with it.
  if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText()))
    return parent.arguments?.indexOf(node) > 0;
  return ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword;
}

/** Whether a string is more than the name of a property. */
const isValue = (node) => !ts.isPropertyAssignment(node.parent) || node.parent.name !== node;

function isTarget(node) {
  const {parent} = node;
  return (
    (ts.isBinaryExpression(parent) &&
      parent.left === node &&
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) ||
    ts.isForOfStatement(parent)
  );
}

const isBody = ({parent}) =>
  ts.isFunctionLike(parent) && !ts.isConstructorDeclaration(parent) && parent.body !== undefined;

function isCall(node) {
  if (ts.isVoidExpression(node) || ts.isAwaitExpression(node)) return isCall(node.expression);
  return ts.isCallExpression(node) && node.expression.kind !== ts.SyntaxKind.SuperKeyword;
}

const isAccess = (node) =>
  ts.isPropertyAccessExpression(node) ||
  ts.isElementAccessExpression(node) ||
  ts.isCallExpression(node);

/** The longest chain that ends with what follows `node`: a link of it cannot be put in parentheses. */
function wholeChain(node) {
  const {parent} = node;
  const goesOn = isAccess(parent) && parent.expression === node;
  return goesOn || (ts.isNonNullExpression(parent) && isAccess(parent.parent))
    ? wholeChain(parent)
    : node;
}

/**
 * The text with all these mutants in it. Each runs where `globalThis.isMutant(id)` says so.
 *
 * @param {string} text
 * @param {(Mutant & {id: number})[]} mutants of this file
 */
export function withMutants(text, mutants) {
  const groups = new Map();
  for (const mutant of mutants) {
    const key = `${mutant.start}-${mutant.end}`;
    const known = groups.get(key) ?? {start: mutant.start, end: mutant.end, list: []};
    groups.set(key, known);
    known.list.push(mutant);
  }
  const sorted = [...groups.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  return render(0, text.length, sorted);

  function render(start, end, inside) {
    let written = '';
    let at = start;
    for (let index = 0; index < inside.length;) {
      const outer = inside[index];
      let next = index + 1;
      while (next < inside.length && inside[next].start < outer.end) next += 1;
      written += text.slice(at, outer.start);
      written += wrap(outer, render(outer.start, outer.end, inside.slice(index + 1, next)));
      at = outer.end;
      index = next;
    }
    return written + text.slice(at, end);
  }
}

function wrap({list}, original) {
  let written = original;
  for (const {id, kind, replacement} of list) {
    const isOn = `globalThis.isMutant(${id})`;
    if (kind === 'body') written = written.replace('{', () => `{ if (${isOn}) return;`);
    // In braces of its own, so that an `else` stays with its `if`.
    else if (kind === 'statement') written = `{ if (!${isOn}) { ${written} } }`;
    else written = `(${isOn} ? (${replacement}) : (${written}))`;
  }
  return written;
}
