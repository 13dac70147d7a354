/** Minifies the style sheets inside modules, which bundlers leave as they are. */
import {transformSync} from 'esbuild';
import ts from 'typescript';

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

/** @param text a whole sheet, or whole rules between other sheets that are put in */
function minify(text) {
  const {code, warnings} = transformSync(text, {loader: 'css', minify: true, target: 'es2022'});
  if (warnings.length > 0) throw new Error(warnings.map(({text: words}) => words).join('\n'));
  return code.trimEnd().replace(/[\\`]|\$\{/g, '\\$&');
}

function minifyTemplate(template) {
  const lines = template.getText().split('\n').length - 1;
  const sheet = ts.isNoSubstitutionTemplateLiteral(template)
    ? minify(template.text)
    : template.templateSpans.reduce(
        (begun, {expression, literal}) =>
          `${begun}\${${expression.getText()}}${minify(literal.text)}`,
        minify(template.head.text),
      );
  return `\`${sheet}\`${'\n'.repeat(lines)}`;
}

/** The module with its style sheets minified. Each keeps its number of lines, so that source maps stay true. */
export function minifyStyles(code, path) {
  if (!code.includes('css')) return code;
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  try {
    return sheetsOf(source).reduceRight(
      (whole, template) =>
        whole.slice(0, template.getStart()) + minifyTemplate(template) + whole.slice(template.end),
      code,
    );
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, {cause: error});
  }
}
