import {readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, dirname, relative, resolve} from 'node:path';
import type {HTMLElement} from 'node-html-parser';
import {apiTables, sectionsOf, type Row} from './api-tables.js';
import {contrastTable, iconGrid, palette, scale} from './design.js';
import {readEventDetails} from './event-details.js';
import {DEMO, repositoryFile} from './files.js';
import {codeBlock, dedent, extensionOf} from './highlight.js';
import {readElements} from './manifest.js';
import {Markup, markup} from './markup.js';
import {formattedPolicy} from './policy.js';
import {
  elementCards,
  errorSections,
  eventTable,
  tokenTable,
  languageTable,
  wordTables,
  type Facts,
} from './tables.js';
import {tokenEditor} from './token-editor.js';

/** What the blocks of a page leave behind beside HTML. */
export interface PageContext {
  /** Path of the page below `demo/`. */
  readonly path: string;
  /** Its source: what the parser makes of it is not formatted like it. */
  readonly source: string;
  /** Files whose code it shows. */
  readonly files: Set<string>;
  /** Rows of tables, which search finds one by one. */
  readonly rows: Row[];
  /** Modules that examples run, as the page addresses them. */
  readonly examples: Set<string>;
}

type Block = (element: HTMLElement, context: PageContext) => Markup;

/** What stands for the tags of the site's own in the source of a page. */
const BLOCKS: Readonly<Record<string, Block>> = {
  'doc-api': api,
  'doc-code': (element, context) =>
    fileCode(sourceFile(element, context), element.getAttribute('title'), context),
  'doc-contrast': () => contrastTable(),
  'doc-elements': (_, {path}) => elementCards(readElements(), path),
  'doc-errors': () => errorSections(),
  // Search finds events at the elements that fire them.
  'doc-events': (_, {path}) => eventTable(readElements(), readEventDetails(), path),
  'doc-example': example,
  'doc-files': files,
  'doc-icons': () => iconGrid(),
  'doc-languages': (_, context) => facts(languageTable(), context),
  'doc-markup': ownMarkup,
  'doc-palette': () => palette(),
  'doc-policy': () =>
    codeBlock({title: 'Content-Security-Policy', code: formattedPolicy(), extension: 'txt'}),
  'doc-scale': (element) => scale(attributeOf(element, 'of')),
  'doc-token-editor': () => tokenEditor(),
  'doc-tokens': (_, context) => facts(tokenTable(), context),
  'doc-words': (_, context) => facts(wordTables(), context),
};

/** Replaces the site's own tags, and shows `<pre data-title>` as code. */
export function expandBlocks(root: HTMLElement, context: PageContext): void {
  for (const [tag, block] of Object.entries(BLOCKS)) {
    for (const element of root.querySelectorAll(tag)) {
      element.replaceWith(block(element, context).text);
    }
  }
  for (const pre of root.querySelectorAll('pre[data-title]')) {
    const title = attributeOf(pre, 'data-title');
    const extension = pre.getAttribute('data-lang') ?? extensionOf(title);
    pre.replaceWith(codeBlock({title, code: dedent(pre.textContent), extension}).text);
  }
}

/** The reference of one element, from the manifest. */
function api(element: HTMLElement, {rows}: PageContext): Markup {
  const tag = attributeOf(element, 'tag');
  const documented = readElements().get(tag);
  if (!documented) throw new Error(`The manifest has no <${tag}>.`);
  const sections = sectionsOf(documented, readEventDetails());
  for (const section of sections) {
    rows.push(...section.rows.map((row) => ({...row, kind: `${row.kind} of <${tag}>`})));
  }
  return apiTables(sections);
}

/** Markup that runs, with itself as text below: nobody can forget to change one of the two. */
function example(element: HTMLElement, context: PageContext): Markup {
  const code = dedent(
    sourceOf(element, context).replace(/^<doc-example[^>]*>|<\/doc-example>$/g, ''),
  );
  const script = element.getAttribute('script');
  if (script) context.examples.add(script);
  const room = element.getAttribute('room');
  return markup`<div class="example">
<div class="frame"><div class="frame-main${room && ` room-${room}`}">${new Markup(element.innerHTML)}</div></div>
${codeBlock({title: element.getAttribute('title') ?? 'HTML', code, extension: 'html'})}
${script !== undefined && fileCode(resolve(DEMO, dirname(context.path), script), undefined, context)}
</div>`;
}

/** An element of the page itself as code. */
function ownMarkup(element: HTMLElement, context: PageContext): Markup {
  const id = attributeOf(element, 'of');
  let root = element;
  while (root.parentNode) root = root.parentNode;
  const shown = root.querySelector(`#${id}`);
  if (!shown) throw new Error(`${context.path} has no #${id}.`);
  // The first line stands without the indentation that the others have.
  const source = sourceOf(shown, context);
  const indent = /\n( *)[^\n]*$/.exec(source)?.[1] ?? '';
  return codeBlock({
    title: attributeOf(element, 'title'),
    code: dedent(indent + source),
    extension: 'html',
  });
}

function sourceOf({range}: HTMLElement, {source}: PageContext): string {
  return source.slice(...range);
}

/** All files of a folder, or the named ones: the code of an application that is built and tested as it stands. */
function files(element: HTMLElement, context: PageContext): Markup {
  const folder = repositoryFile(attributeOf(element, 'folder'));
  const names = (element.getAttribute('names') ?? '').split(' ').filter(Boolean);
  const found = names.length > 0 ? names.map((name) => resolve(folder, name)) : filesBelow(folder);
  return markup`${found.map((file) => fileCode(file, relative(folder, file), context))}`;
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .map((name) => resolve(folder, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

function fileCode(file: string, title: string | undefined, context: PageContext): Markup {
  context.files.add(file);
  return codeBlock({
    title: title ?? basename(file),
    code: readFileSync(file, 'utf8'),
    extension: extensionOf(file),
  });
}

/** A file by `src`, from the page, or by `file`, from the root of the repository. */
function sourceFile(element: HTMLElement, {path}: PageContext): string {
  const file = element.getAttribute('file');
  return file ? repositoryFile(file) : resolve(DEMO, dirname(path), attributeOf(element, 'src'));
}

function facts({html, rows}: Facts, context: PageContext): Markup {
  context.rows.push(...rows);
  return html;
}

function attributeOf(element: HTMLElement, name: string): string {
  const value = element.getAttribute(name);
  if (!value) throw new Error(`<${element.rawTagName}> needs ${name}.`);
  return value;
}
