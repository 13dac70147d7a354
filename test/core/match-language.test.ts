import assert from 'node:assert/strict';
import {test} from 'node:test';
import {matchLanguages} from '../../src/i18n/match-language.js';
import {canonicalLanguage} from '../../src/i18n/registered.js';

test('finds the nearest language for any form of tag', () => {
  const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
    ['de', ['de', 'fr'], 'de'],
    ['de-AT', ['de'], 'de'],
    ['de_DE', ['de'], 'de'],
    ['de_DE.UTF-8', ['de'], 'de'],
    ['DE-ch-1996', ['de', 'de-CH'], 'de-CH'],
    ['de', ['de-AT', 'de-DE'], 'de-DE'],
    ['zh-Hant-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['zh-TW', ['zh', 'zh-Hant'], 'zh-Hant'],
    ['zh-TW', ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['zh-Hant-MO', ['zh-TW', 'zh-HK'], 'zh-HK'],
    ['zh-CN', ['zh-TW', 'zh'], 'zh'],
    ['zh-SG', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['zh-Hant', ['zh-CN'], 'zh-CN'],
    ['sr-Latn-RS', ['sr', 'sr-Latn'], 'sr-Latn'],
    ['sr', ['sr-Latn', 'sr'], 'sr'],
    ['sh', ['sr', 'sr-Latn'], 'sr-Latn'],
    ['es-MX', ['es', 'es-419'], 'es-419'],
    ['es-MX', ['es-ES', 'es-MX'], 'es-MX'],
    ['es-AR', ['es', 'es-MX'], 'es-MX'],
    ['es-ES', ['es-419', 'es'], 'es'],
    ['pt', ['pt-PT', 'pt-BR'], 'pt-BR'],
    ['pt-AO', ['pt', 'pt-PT'], 'pt-PT'],
    ['pt-PT', ['pt'], 'pt'],
    ['en-AU', ['en', 'en-GB'], 'en-GB'],
    ['en', ['en-GB', 'en-US'], 'en-US'],
    ['iw', ['he'], 'he'],
    ['he', ['he-IL'], 'he-IL'],
    ['in', ['id'], 'id'],
    ['no', ['nb', 'da'], 'nb'],
    ['nb-NO', ['no'], 'no'],
    ['nn-NO', ['da', 'nb'], 'nb'],
    ['nn', ['nb', 'nn'], 'nn'],
    ['bs', ['hr', 'sr'], 'hr'],
    ['gsw-CH', ['de', 'fr'], 'de'],
    ['yue', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['tl', ['fil'], 'fil'],
    ['de-DE-u-co-phonebk', ['de'], 'de'],
    ['de-x-acme', ['de'], 'de'],
    ['fr', ['de'], undefined],
    ['', ['de'], undefined],
    ['C', ['de'], undefined],
    ['x-klingon', ['de'], undefined],
    ['not a language', ['de'], undefined],
  ];
  for (const [wanted, available, nearest] of cases)
    assert.equal(matchLanguages(wanted, available)[0], nearest, wanted);
});

test('gives Intl a tag that it takes', () => {
  const tags = ['de_DE', 'pt_BR.UTF-8', 'sr@latin', 'iw', '', 'C', 'x-klingon', 'en-US-???', '💥'];
  for (const tag of tags) new Intl.NumberFormat(canonicalLanguage(tag));
  assert.equal(canonicalLanguage('iw_IL'), 'he-IL');
  assert.equal(canonicalLanguage('en-US-???'), 'en-US');
});

test('takes missing words from the next nearest language, never from another script', () => {
  assert.deepEqual(matchLanguages('de-AT', ['de', 'de-AT', 'de-CH', 'fr']), [
    'de-AT',
    'de',
    'de-CH',
  ]);
  assert.deepEqual(matchLanguages('sr-Latn', ['sr', 'sr-Latn']), ['sr-Latn']);
});
