import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import {english} from '../../src/i18n/english.js';
import type {Terms} from '../../src/i18n/registered.js';

/** `LANGUAGES=de,fr` tests those alone. */
const wanted = process.env['LANGUAGES']?.split(',');
const folder = new URL('../../src/i18n/', import.meta.url);
const all = readdirSync(new URL('languages/', folder)).map((name) => name.replace(/\.ts$/, ''));
const PSEUDO = 'en-XA';
const tags = all.filter((tag) => tag !== PSEUDO && (!wanted || wanted.includes(tag)));

/** What is said otherwise than in the language's general words: these have no more than that. */
const VARIANTS: ReadonlySet<string> = new Set(['en-GB', 'es-419']);

/** Quotation marks, by Unicode's CLDR and the style guides of software; those not named write “ and ”. */
const QUOTES: Readonly<Record<string, readonly string[]>> = {
  ar: ['”', '“'],
  bg: ['„', '“'],
  ca: ['«', '»'],
  cs: ['„', '“'],
  da: ['“', '”'],
  de: ['„', '“'],
  el: ['«', '»'],
  es: ['«', '»'],
  et: ['„', '“'],
  fa: ['«', '»'],
  fi: ['”', '”'],
  fr: ['«\u00a0', '\u00a0»'],
  he: ['”', '”'],
  hr: ['„', '”'],
  hu: ['„', '”'],
  ja: ['「', '」'],
  lt: ['„', '“'],
  lv: ['„', '”'],
  nb: ['«', '»'],
  pl: ['„', '”'],
  'pt-PT': ['«', '»'],
  ro: ['„', '”'],
  ru: ['«', '»'],
  sk: ['„', '“'],
  sl: ['„', '“'],
  sr: ['„', '“'],
  'sr-Latn': ['„', '“'],
  sv: ['”', '”'],
  uk: ['«', '»'],
  ur: ['”', '“'],
  'zh-Hant': ['「', '」'],
};
const ANY_QUOTE = /[“”„‟«»「」『』"]/g;

/** Scripts that words of a language are in; Latin where none is named. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  bg: /\p{Script=Cyrillic}/u,
  bn: /\p{Script=Bengali}/u,
  el: /\p{Script=Greek}/u,
  fa: /\p{Script=Arabic}/u,
  he: /\p{Script=Hebrew}/u,
  hi: /\p{Script=Devanagari}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  ko: /\p{Script=Hangul}/u,
  ru: /\p{Script=Cyrillic}/u,
  sr: /\p{Script=Cyrillic}/u,
  th: /\p{Script=Thai}/u,
  uk: /\p{Script=Cyrillic}/u,
  ur: /\p{Script=Arabic}/u,
  'zh-Hans': /\p{Script=Han}/u,
  'zh-Hant': /\p{Script=Han}/u,
};

/** Labels of keys and of what has no other name, which may stay in Latin letters. */
const LATIN: ReadonlySet<string> = new Set(['accountId', 'externalId', 'keyEnter', 'keyTab']);

/** Buttons and tabs, which have little room. */
const BUTTONS: Readonly<Record<string, readonly string[]>> = {
  accounts: ['disconnect', 'reconnect', 'rename', 'renameSave', 'replaceKey', 'resume'],
  catalog: ['connect', 'finish', 'manage', 'reconnect', 'searchAll', 'signInAgain'],
  combobox: ['retry'],
  common: ['cancel', 'close', 'retry', 'signInAgain'],
  input: ['retry', 'undo', 'selectAll', 'copy', 'chooseFile'],
  install: [
    'another',
    'back',
    'cancel',
    'check',
    'continue',
    'done',
    'finish',
    'focusWindow',
    'tryAgain',
  ],
  integration: ['accounts', 'overview', 'settings', 'workflows'],
  mapper: ['add', 'addField', 'cancel', 'accept', 'dismissAll', 'undo'],
  portal: ['discard', 'retry'],
  settings: ['discard', 'mine', 'save', 'saveName', 'showChanges', 'theirs'],
  tools: ['allow', 'allowAll', 'always', 'ask', 'decline', 'declineAll', 'off', 'undo'],
};
/** A word of three letters may be longer in another language, and there is room for it. */
const ROOM = 18;

/** How Serbian is written in Latin letters, by Cyrillic ones. */
const LATIN_LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('абвгдђежзијклмнопрстћуфхцчш', (letter, index) => [
    letter,
    'abvgdđežzijklmnoprstćufhcčš'.charAt(index),
  ]),
);
Object.assign(LATIN_LETTERS, {љ: 'lj', њ: 'nj', џ: 'dž'});

interface Case {
  readonly area: string;
  readonly key: string;
  readonly said: Terms[string];
  readonly english: Terms[string];
}

const say = (phrase: Terms[string], values: readonly unknown[]): string =>
  typeof phrase === 'string'
    ? phrase
    : (phrase as (...values: readonly unknown[]) => string)(...values);

/** Files that hold a part of an area. */
const PARTS: Readonly<Record<string, string>> = {
  'catalog-extras': 'catalog',
  configurations: 'settings',
};

/** Which parameters of a phrase, by area and key, are numbers: the source tells, a function does not. */
const numbers = new Map<string, readonly boolean[]>();
for (const file of readdirSync(new URL('en/', folder))) {
  const source = readFileSync(new URL(`en/${file}`, folder), 'utf8');
  const name = file.replace('.ts', '');
  for (const [, key = '', list = ''] of source.matchAll(/^ {2}(\w+): \(([^)]+)\) =>/gm)) {
    numbers.set(
      `${PARTS[name] ?? name}.${key}`,
      list.split(',').map((parameter) => parameter.includes(': number')),
    );
  }
}

async function wordsOf(tag: string): Promise<Readonly<Record<string, Terms>>> {
  const module = (await import(new URL(`languages/${tag}.ts`, folder).href)) as {
    readonly words: Readonly<Record<string, Terms>>;
  };
  return module.words;
}

function casesOf(words: Readonly<Record<string, Terms>>): readonly Case[] {
  return Object.entries(words).flatMap(([area, terms]) =>
    Object.entries(terms).map(([key, said]) => {
      const source = (english as Readonly<Record<string, Terms>>)[area]?.[key];
      assert.ok(source !== undefined, `${area}.${key} is no word of the kit`);
      return {area, key, said, english: source};
    }),
  );
}

const NAMES = ['⟦first⟧', '⟦second⟧', '⟦third⟧'];
const COUNTS = [0, 1, 2, 3, 5, 10, 11, 21, 22, 25, 100, 101, 1000];

/** What a phrase is called with to see what it does, each time with one number for all its numbers. */
function callsOf({area, key, english: phrase}: Case): readonly (readonly unknown[])[] {
  if (typeof phrase === 'string') return [[]];
  const kinds = numbers.get(`${area}.${key}`);
  assert.ok(kinds?.length === phrase.length, `The parameters of ${key} were not found.`);
  return (kinds.includes(true) ? COUNTS : [0]).map((count) =>
    // Different numbers, so that none stands for another.
    kinds.map((isNumber, index) => (isNumber ? count + 7 * index : NAMES[index])),
  );
}

/** Everything that a language says, with one line for each problem. */
function textsOf(one: Case): readonly string[] {
  return callsOf(one).map((values) => say(one.said, values));
}

const digits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    // Digits of a script follow each other from its zero on.
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
    return String(code - zero);
  });

for (const tag of tags) {
  describe(`words in ${tag}`, async () => {
    const words = await wordsOf(tag);
    const cases = casesOf(words);
    const isVariant = VARIANTS.has(tag);

    test('are complete', {skip: isVariant}, () => {
      const missing = Object.entries<Terms>(english).flatMap(([area, terms]) =>
        Object.keys(terms)
          .filter((key) => words[area]?.[key] === undefined)
          .map((key) => `${area}.${key}`),
      );
      assert.deepEqual(missing, []);
    });

    test('say every name and number that the English ones say', () => {
      const rules = new Intl.PluralRules(tag);
      const wrong = cases.flatMap((one) =>
        callsOf(one).flatMap((values) => {
          const text = digits(say(one.said, values)).replace(/[.,\s\u00a0\u202f\u066c’٬]/gu, '');
          const source = say(one.english, values);
          return (
            values
              .filter((value) => source.includes(String(value)) && !text.includes(String(value)))
              // One may be said by a word, and two where a language has a dual.
              .filter((value) => value !== 1 && (value !== 2 || rules.select(2) !== 'two'))
              .map((value) => `${one.area}.${one.key}(${values.join()}) lacks ${String(value)}`)
          );
        }),
      );
      assert.deepEqual(wrong, []);
    });

    test('have a form for each category of numbers', () => {
      const rules = new Intl.PluralRules(tag);
      const needed = new Set(Array.from({length: 1001}, (_, count) => rules.select(count)));
      const source = readFileSync(new URL(`languages/${tag}.ts`, folder), 'utf8');
      const wrong = [
        ...source.matchAll(/\bcount\((?:[^{}]|\$\{[^}]*\})*\{((?:[^{}]|\$\{[^}]*\})*)\}\)/g),
      ]
        .map(([, forms = '']) =>
          [...forms.matchAll(/\b(zero|one|two|few|many|other):/g)].map(([, name]) => name),
        )
        // One form alone says the same of every number.
        .filter((names) => names.length > 1)
        .filter((names) => [...needed].some((name) => !names.includes(name)));
      assert.deepEqual(wrong, []);
    });

    test('are written as the language is', () => {
      const quotes = QUOTES[tag] ?? ['“', '”'];
      const allowed = new Set(quotes.join('').match(ANY_QUOTE));
      const wrong = cases.flatMap((one) =>
        textsOf(one).flatMap((text) => {
          const problems = [
            /^\s|\s$|[ \u00a0\u202f]{2}/.test(text) && 'space',
            text.includes('...') && 'three points',
            /['"`]/.test(text) && 'typewriter quote',
            (text.match(ANY_QUOTE) ?? []).some((mark) => !allowed.has(mark)) && 'foreign quotes',
            // eslint-disable-next-line no-control-regex
            /[\0-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text) && 'control character',
            /^fr/.test(tag) &&
              /(?<![\u00a0\u202f])[;:!?»]|«(?!\u00a0)/.test(text.replace(/https:/g, '')) &&
              'space before the mark',
            /[#{}$]/.test(text) && 'placeholder',
          ].filter(Boolean);
          return problems.map(
            (problem) => `${one.area}.${one.key}: ${String(problem)} in “${text}”`,
          );
        }),
      );
      assert.deepEqual([...new Set(wrong)], []);
    });

    test('are translated', {skip: isVariant}, () => {
      const script = SCRIPTS[tag];
      const wrong = cases.flatMap((one) => {
        const [text = ''] = textsOf(one);
        const [source = ''] = callsOf(one).map((values) => say(one.english, values));
        const bare = text.replace(/⟦\w+⟧/g, '');
        const isForeign =
          script && !script.test(bare) && /\p{L}/u.test(bare) && !LATIN.has(one.key);
        return isForeign || (text === source && source.split(' ').length > 2)
          ? [`${one.area}.${one.key}: ${text}`]
          : [];
      });
      assert.deepEqual(wrong, []);
      const same = cases.filter(
        (one) => textsOf(one)[0] === say(one.english, callsOf(one)[0] ?? []),
      );
      assert.ok(same.length < 20, `as in English: ${same.map(({key}) => key).join(', ')}`);
    });

    test('have room on buttons', () => {
      const wrong = cases
        .filter(({area, key}) => BUTTONS[area]?.includes(key))
        .filter(({said, english: source}) => {
          const limit = Math.max(ROOM, Math.ceil(String(source).length * 1.6));
          return Array.from(String(said)).length > limit;
        })
        .map(({area, key, said}) => `${area}.${key}: ${String(said)}`);
      assert.deepEqual(wrong, []);
    });
  });
}

test('every language can be loaded, and nothing else', {skip: wanted !== undefined}, () => {
  const source = readFileSync(new URL('load.ts', folder), 'utf8');
  const loaders = [
    ...source.matchAll(/'?([\w-]+)'?: \(\) => import\('\.\/languages\/([\w-]+)\.js'\)/g),
  ];
  assert.deepEqual(
    loaders.map(([, tag]) => tag),
    loaders.map(([, , file]) => file),
  );
  assert.deepEqual(loaders.map(([, tag]) => tag).sort(), [...all].sort());
});

test('the glossary has its terms in every language', {skip: wanted !== undefined}, () => {
  const glossary = JSON.parse(readFileSync(new URL('glossary.json', folder), 'utf8')) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  const terms = Object.keys(glossary['en'] ?? {});
  assert.equal(terms.length, 10);
  assert.deepEqual(Object.keys(glossary).sort(), ['en', ...tags].sort());
  for (const [tag, translated] of Object.entries(glossary)) {
    assert.deepEqual(Object.keys(translated), terms, tag);
    assert.ok(
      Object.values(translated).every((term) => term.trim() !== ''),
      tag,
    );
  }
});

test(
  'Serbian in Latin letters is the Serbian in Cyrillic ones',
  {skip: wanted !== undefined},
  async () => {
    const [cyrillic, latin] = await Promise.all(['sr', 'sr-Latn'].map(wordsOf));
    for (const one of casesOf(cyrillic ?? {})) {
      const other = {...one, said: latin?.[one.area]?.[one.key] ?? ''};
      assert.deepEqual(textsOf(other), textsOf(one).map(inLatin), `${one.area}.${one.key}`);
    }
  },
);

function inLatin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => {
    const latin = LATIN_LETTERS[letter.toLowerCase()] ?? '';
    return letter === letter.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
}

test('the pseudo-locale changes every word and keeps what is filled in', async () => {
  const words = await wordsOf(PSEUDO);
  for (const one of casesOf(words)) {
    for (const values of callsOf(one)) {
      const text = say(one.said, values);
      assert.match(text, /^\[.* ~\]$/s, one.key);
      for (const value of values) {
        if (say(one.english, values).includes(String(value)))
          assert.ok(text.includes(String(value)));
      }
    }
  }
});
