import {readFileSync} from 'node:fs';
import {CURES} from '../../../src/elements/developer-help.js';
import {table, type Row} from './api-tables.js';
import {readErrorCodes} from './error-codes.js';
import {markup, prose, type Markup} from './markup.js';
import type {ElementDoc} from './manifest.js';
import {linkFrom, PAGES} from './navigation.js';
import {readTokens, type Token} from './tokens.js';
import {readWords} from './words.js';

/** A table of facts, and its rows for the search. */
export interface Facts {
  readonly html: Markup;
  readonly rows: readonly Row[];
}

/** Every element that has a page, with its one-line summary. */
export function elementCards(elements: ReadonlyMap<string, ElementDoc>, path: string): Markup {
  const shown = PAGES.flatMap(({label}) => elements.get(label) ?? []);
  return markup`<ul class="cards">${shown.map(
    ({tagName, summary, description}) => markup`
<li class="card"><h2><a href="${linkFrom(path, `elements/${tagName}.html`)}"><code>&lt;${tagName}&gt;</code></a></h2>
<p class="card-summary">${prose(summary.replace(/\.$/, ''))}</p>
<p>${prose(description.split('\n\n')[0] ?? '')}</p></li>`,
  )}</ul>`;
}

/** Every event of the kit, with the elements that fire it. */
export function eventTable(
  elements: ReadonlyMap<string, ElementDoc>,
  details: ReadonlyMap<string, string>,
  path: string,
): Markup {
  const rows = [...details].map(([name, shape]): Row => {
    const sources = [...elements.values()].filter(({events}) =>
      events.some((event) => event.name === name),
    );
    const text = sources
      .flatMap(({events}) => events)
      .find((event) => event.name === name)?.description;
    return {
      id: `event-${name}`,
      name,
      kind: 'Event',
      text: text ?? '',
      cells: [
        markup`${prose(text ?? '')}<span class="api-note">${sources.map(
          ({tagName}, index) =>
            markup`${index > 0 && ', '}<a href="${linkFrom(path, `elements/${tagName}.html`)}#event-${name}">&lt;${tagName}&gt;</a>`,
        )}</span>`,
        markup`<code>${shape}</code>`,
      ],
    };
  });
  return table('Events', ['Name', 'Description', 'Detail'], rows);
}

/** Every code of a `PgError`, a section each: the console links to those of developers. */
export function errorSections(): Markup {
  const cures: Readonly<Record<string, string>> = CURES;
  const sections = readErrorCodes().map(
    ({code, meaning, words}) => markup`
<h3 id="error-${code}"><code>${code}</code></h3>
<p>${prose(meaning)} People read: “${words}”</p>
${cures[code] !== undefined && markup`<p><strong>Cure:</strong> ${cures[code]}</p>`}`,
  );
  return markup`${sections}`;
}

/** Every public token, with a swatch where it is a colour. */
export function tokenTable(): Facts {
  const rows = readTokens().map((token): Row => {
    const {name, description, light, dark} = token;
    return {
      id: `token-${name}`,
      name,
      kind: 'Design token',
      text: description,
      cells: [
        markup`${description}`,
        valueOf(token, 'light'),
        light === dark ? markup`<span class="api-same">the same</span>` : valueOf(token, 'dark'),
      ],
    };
  });
  return {html: table('Tokens', ['Name', 'Description', 'Light', 'Dark'], rows), rows};
}

/** Terms of the glossary that fit beside each other. */
const SHOWN_TERMS = ['account', 'connect', 'workflow', 'mapping'];

/** The languages of the kit, each with what it calls the things that matter. */
export function languageTable(): Facts {
  const glossary = JSON.parse(
    readFileSync(new URL('../../../src/i18n/glossary.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const names = new Intl.DisplayNames('en', {type: 'language'});
  const rows = Object.entries(glossary).map(([tag, terms]): Row => {
    const name = names.of(tag) ?? tag;
    const words = SHOWN_TERMS.map((term) => terms[term]).join(' · ');
    return {
      id: `language-${tag}`,
      name: tag,
      kind: 'Language',
      text: name,
      cells: [markup`${name}`, markup`<span lang="${tag}" dir="auto">${words}</span>`],
    };
  });
  return {html: table('Languages', ['Tag', 'Language', 'Core terms'], rows), rows};
}

/** The dictionary, a table an area. */
export function wordTables(): Facts {
  const areas = readWords().map(({area, words}) => ({
    area,
    rows: words.map(({key, english, parameters}): Row => ({
      id: `word-${area}-${key}`,
      name: key,
      kind: `Word of ${area}`,
      text: english,
      cells: [
        markup`${english}${parameters && markup`<span class="api-note"><code>(${parameters.join(', ')}) =&gt; string</code></span>`}`,
      ],
    })),
  }));
  return {
    html: markup`${areas.map(
      ({area, rows}) => markup`
<h3 id="words-${area}"><code>${area}</code></h3>
${table(`Words of ${area}`, ['Key', 'English'], rows)}`,
    )}`,
    rows: areas.flatMap(({rows}) => rows),
  };
}

/** The colour itself is painted by the page's script: attributes for styles would break the policy. */
function valueOf({name, light, dark}: Token, side: 'light' | 'dark'): Markup {
  const value = side === 'light' ? light : dark;
  const swatch =
    /^--pg-color-/.test(name) && markup`<span class="swatch" data-swatch="${value}"></span>`;
  return markup`${swatch}<code>${value}</code>`;
}
