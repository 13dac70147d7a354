/**
 * Minifies the style sheets inside the built modules, which bundlers leave as they are. Each keeps its number of lines, so that the
 * source maps stay true.
 */
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {transformSync} from 'esbuild';
import ts from 'typescript';

const DIST = 'dist';

/** The `css` templates of a module. */
function sheetsOf(source) {
  const sheets = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'css')
      sheets.push(node.template);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sheets;
}

function minify(template) {
  if (!ts.isNoSubstitutionTemplateLiteral(template)) {
    throw new Error(`A style sheet with expressions: list its parts in \`styles\` instead.`);
  }
  const {code, warnings} = transformSync(template.text, {
    loader: 'css',
    minify: true,
    target: 'es2022',
  });
  if (warnings.length > 0) throw new Error(warnings.map(({text}) => text).join('\n'));
  const escaped = code.trimEnd().replace(/[\\`]|\$\{/g, '\\$&');
  return `\`${escaped}\`${'\n'.repeat(template.getText().split('\n').length - 1)}`;
}

let before = 0;
let after = 0;
for (const file of readdirSync(DIST, {recursive: true, encoding: 'utf8'})) {
  if (!file.endsWith('.js')) continue;
  const path = join(DIST, file);
  const code = readFileSync(path, 'utf8');
  if (!code.includes('css')) continue;
  let minified = code;
  try {
    const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
    for (const template of sheetsOf(source).reverse()) {
      minified =
        minified.slice(0, template.getStart()) + minify(template) + minified.slice(template.end);
    }
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, {cause: error});
  }
  if (minified === code) continue;
  before += code.length;
  after += minified.length;
  writeFileSync(path, minified);
}
console.log(`style sheets: ${before} → ${after} characters`);
