import {parse, type HTMLElement} from 'node-html-parser';
import type {Row} from './api-tables.js';
import {expandBlocks, type PageContext} from './blocks.js';
import {Markup} from './markup.js';
import {positionOf} from './navigation.js';
import {shell, type Heading} from './shell.js';

/** A section of a page, for the search. */
export interface PageSection {
  /** Undefined for what stands before the first heading. */
  readonly heading: Heading | undefined;
  readonly text: string;
}

/** A page of the site, finished. */
export interface RenderedPage {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly html: string;
  readonly sections: readonly PageSection[];
  /** Rows of its tables. */
  readonly rows: readonly Row[];
  /** Files whose code it shows. */
  readonly files: ReadonlySet<string>;
}

/** Whether a file holds the content of a page alone. Whole documents, such as those of the framework examples, stay as they are. */
export function isContent(source: string): boolean {
  return !/^\s*<!doctype/i.test(source);
}

/** Makes a document of the content of a page. @throws {Error} for a page without a title, or out of the navigation */
export function renderPage(path: string, source: string): RenderedPage {
  const root = parse(source, {comment: false});
  const title = take(root, 'title')?.textContent.trim();
  const description = take(root, 'meta[name=description]')?.getAttribute('content');
  if (!title || !description) throw new Error(`${path} needs a <title> and a description.`);
  const isWide = take(root, 'meta[name=layout]')?.getAttribute('content') === 'wide';
  const scripts = takeAll(root, 'script[src]', 'src');
  const styles = takeAll(root, 'link[rel=stylesheet]', 'href');

  const context: PageContext = {
    path,
    source,
    files: new Set(),
    rows: [],
    examples: new Set(),
  };
  expandBlocks(root, context);
  const content = parse(root.toString());
  const headings = nameHeadings(content);
  const html = shell({
    path,
    title: path === 'index.html' ? title : `${title} · pg-elements`,
    description,
    isWide,
    isLive: content.querySelector('#portal') !== null,
    content: new Markup(content.toString().trim()),
    headings,
    styles,
    scripts,
    examples: [...context.examples],
  });
  const sections = sectionsOf(content, headings);
  return {
    path,
    title: positionOf(path).label,
    description,
    html,
    sections,
    rows: context.rows,
    files: context.files,
  };
}

function take(root: HTMLElement, selector: string): HTMLElement | undefined {
  return root.querySelector(selector)?.remove() ?? undefined;
}

/** Takes out what belongs into the head; returns the addresses. */
function takeAll(root: HTMLElement, selector: string, attribute: string): readonly string[] {
  return root.querySelectorAll(selector).map((element) => {
    element.remove();
    return element.getAttribute(attribute) ?? '';
  });
}

/** Gives every heading an anchor and a link to it, and lists them. Those of live examples are not the page's. */
function nameHeadings(root: HTMLElement): readonly Heading[] {
  const headings: Heading[] = [];
  for (const element of root.querySelectorAll('h2, h3')) {
    if (element.closest('.frame, .card, .events')) continue;
    const text = element.textContent.replaceAll(/\s+/g, ' ').trim();
    const id = element.id || slug(text);
    if (headings.some((heading) => heading.id === id)) throw new Error(`Two headings are #${id}.`);
    element.setAttribute('id', id);
    element.classList.add('heading');
    element.innerHTML = `<a href="#${id}">${element.innerHTML.trim()}</a>`;
    headings.push({level: element.rawTagName === 'h2' ? 2 : 3, id, text});
  }
  return headings;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The prose of a page, heading by heading, without code and tables. */
function sectionsOf(root: HTMLElement, headings: readonly Heading[]): readonly PageSection[] {
  const copy = parse(root.toString());
  for (const element of copy.querySelectorAll('.code, .frame, table, h1')) element.remove();
  const parts = copy.toString().split(/<h[23][^>]* id="([^"]+)"[^>]*>/);
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [];
    const heading = headings.find(({id}) => id === parts[index - 1]);
    if (index > 0 && !heading) return [];
    const body = heading ? part.replace(/^[^]*?<\/h[23]>/, '') : part;
    return [{heading, text: parse(body).textContent.replaceAll(/\s+/g, ' ').trim()}];
  });
}
