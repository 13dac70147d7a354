import {markup, Markup} from './markup.js';
import {linkFrom, NAVIGATION, positionOf, type NavigationPage} from './navigation.js';
import {policy} from './policy.js';

/** A page as its source and its blocks made it. */
export interface PageParts {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Uses the whole width; has no table of contents. */
  readonly isWide: boolean;
  /** Has elements that are signed in. */
  readonly isLive: boolean;
  readonly content: Markup;
  readonly headings: readonly Heading[];
  /** Style sheets of the page, as it addresses them. */
  readonly styles: readonly string[];
  /** Modules of the page, as it addresses them. */
  readonly scripts: readonly string[];
  /** Modules of its examples: they define elements, which only a page that has started can tell their project. */
  readonly examples: readonly string[];
}

/** A heading of the second or third level. */
export interface Heading {
  readonly level: 2 | 3;
  readonly id: string;
  readonly text: string;
}

/** Fewer headings than this are in sight anyway. */
const CONTENTS_FROM = 3;

const LOGO =
  new Markup(`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
<rect x="3" y="3" width="8" height="8" rx="2.5" /><rect x="13" y="3" width="8" height="8" rx="4" />
<rect x="3" y="13" width="8" height="8" rx="4" /><rect x="13" y="13" width="8" height="8" rx="2.5" fill="currentColor" />
</svg>`);

/** A drawing in lines, for a button. */
const icon = (paths: string): Markup =>
  new Markup(
    `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`,
  );

const MENU = icon('<path d="M4 7h16M4 12h16M4 17h16" />');
const LENS = icon('<circle cx="11" cy="11" r="7" /><path d="m20 20-4-4" />');
const DISPLAY = icon(
  '<path d="M4 8h9M19 8h1M4 16h1M11 16h9" /><circle cx="16" cy="8" r="2.5" /><circle cx="8" cy="16" r="2.5" />',
);
const FLASK = icon(
  '<path d="M9.5 3h5M10.5 3v6L5 18.4A1.7 1.7 0 0 0 6.5 21h11a1.7 1.7 0 0 0 1.5-2.6L13.5 9V3M8 15h8" />',
);

/** The fonts of the site are its own; the kit needs none. */
const sitePolicy = `${policy}; font-src 'self'`;

/** Opens the scenarios of a page with live elements, once its script runs. */
const scenarios = markup`<button type="button" class="button scenarios-open" id="scenarios-open" aria-expanded="false" aria-controls="scenarios">${FLASK}<span>Scenarios</span></button>
`;

/** A module that evaluates others once those of the page have been. */
function afterPage(scripts: readonly string[], examples: readonly string[]): Markup {
  const lines = [
    ...scripts.map((script) => `import ${JSON.stringify(script)};`),
    ...examples.map((example) => `import(${JSON.stringify(example)});`),
  ];
  return new Markup(`<script type="module">${lines.join('\n')}</script>`);
}

/** The whole document around the content of a page. */
export function shell(page: PageParts): string {
  const {path, title, description, isWide, isLive, content, headings} = page;
  const {styles, scripts, examples} = page;
  const to = (target: string): string => linkFrom(path, target);
  const contents = isWide ? [] : headings;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${sitePolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${to('styles/favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('styles/main.css')}">
${styles.map((style) => markup`<link rel="stylesheet" href="${style}">\n`)}<script type="module" src="${to('src/preferences.ts')}" blocking="render"></script>
<script type="module" src="${to('site/client/chrome.ts')}"></script>
${scripts.map((script) => markup`<script type="module" src="${script}"></script>\n`)}
${examples.length > 0 && afterPage(scripts, examples)}</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="site-header"><div class="site-bar">
<button type="button" class="button tool menu-toggle" id="menu" aria-expanded="false" aria-controls="site-nav" aria-label="Menu">${MENU}</button>
<a class="brand" href="${to('index.html')}" data-page>${LOGO}pg-elements</a>
<button type="button" class="button search-open" id="search-open" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K Meta+K">${LENS}<span>Search</span><kbd aria-hidden="true">/</kbd></button>
<div class="site-tools">
<div class="display" id="display"><button type="button" class="button tool" id="display-open" aria-expanded="false" aria-controls="display-groups" aria-label="Display" title="Display">${DISPLAY}</button></div>
${isLive && scenarios}</div>
</div></header>
<div class="site-body">
${navigation(path)}
${contents.length >= CONTENTS_FROM && tableOfContents(contents)}
<main class="page${!isWide && ' prose'}" id="main" tabindex="-1">
${content}
${!isWide && pager(path)}
</main>
</div>
<footer class="site-footer">
<p data-only="sandbox">The service behind this page is a sandbox on your machine: no real accounts, no real data.</p>
<p data-only="live">This page talks to the live service. What you connect here is connected.</p>
</footer>
</body>
</html>
`.text;
}

function navigation(path: string): Markup {
  return markup`<nav class="site-nav" id="site-nav" aria-label="Documentation">
${NAVIGATION.map(
  ({label, pages}, index) => markup`<p class="nav-label" id="nav-${index}">${label}</p>
<ul aria-labelledby="nav-${index}">
${pages.map((entry) => markup`<li>${pageLink(path, entry)}</li>\n`)}</ul>
`,
)}</nav>`;
}

function pageLink(path: string, {path: target, label}: NavigationPage): Markup {
  const current = path === target && new Markup(' aria-current="page"');
  return markup`<a href="${linkFrom(path, target)}" data-page${current}>${label}</a>`;
}

/** Closed until there is room beside the page, where the page's script opens it. */
function tableOfContents(headings: readonly Heading[]): Markup {
  return markup`<nav class="contents" aria-label="On this page">
<details><summary class="nav-label">On this page</summary>
<ul>${headings.map(({level, id, text}) => markup`<li class="level-${level}"><a href="#${id}">${text}</a></li>`)}</ul>
</details></nav>`;
}

/** What comes before and after, for those who read on. */
function pager(path: string): Markup {
  const {previous, next} = positionOf(path);
  const link = (page: NavigationPage | undefined, words: string, rel: string): Markup | undefined =>
    page &&
    markup`<a href="${linkFrom(path, page.path)}" rel="${rel}" data-page><span>${words}</span> ${page.label}</a>`;
  return markup`<nav class="pager" aria-label="Reading order">${link(previous, 'Before', 'prev')}${link(next, 'Next', 'next')}</nav>`;
}
