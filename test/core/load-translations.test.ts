import assert from 'node:assert/strict';
import {test} from 'node:test';
import {loadTranslations} from '../../src/i18n/load.js';
import {registered, type Reader} from '../../src/i18n/registered.js';
import {registerTranslation} from '../../src/i18n/translations.js';
import {eventually} from '../support/eventually.js';

/** What somebody who reads a language sees for "Cancel". */
const cancelIn = (language: string): unknown =>
  registered
    .find?.(language)
    .map((areas) => areas.get('common')?.['cancel'])
    .find(Boolean);

test('loads the nearest of its languages, and nothing for those that it has not', async () => {
  await loadTranslations('pt_AO', 'zh-TW', 'tlh', 'en-US');
  assert.equal(cancelIn('pt-AO'), 'Cancelar');
  assert.equal(cancelIn('zh-Hant-HK'), '取消');
  assert.equal(cancelIn('tlh'), undefined);
  assert.equal(cancelIn('en-US'), undefined);
});

test('leaves the words of the page above its own, whichever come first', async () => {
  registerTranslation('nl', {common: {cancel: 'Toch niet'}});
  await loadTranslations('nl');
  assert.equal(cancelIn('nl'), 'Toch niet');
  registerTranslation('nl', {common: {cancel: 'Laat maar'}});
  assert.equal(cancelIn('nl-BE'), 'Laat maar');
});

test('gives nobody the English of another country, or that of developers', async () => {
  await loadTranslations('en-XA', 'en-AU');
  assert.equal(cancelIn('en-US'), undefined);
  assert.match(String(cancelIn('en-XA')), /^\[/);
  assert.equal(cancelIn('en-NZ'), undefined);
  registerTranslation('en', {common: {cancel: 'Never mind'}});
  assert.equal(cancelIn('en-US'), 'Never mind');
});

test('has the words of a region over those of the language', async () => {
  await loadTranslations('es-MX');
  const [region, general] = registered.find?.('es-MX') ?? [];
  const settings = [region, general].map((areas) => areas?.get('integration')?.['settings']);
  assert.deepEqual(settings, ['Configuración', 'Ajustes']);
});

test('loads what is shown already, and what comes to be shown', async () => {
  const reader: Reader = {language: 'sv', refresh: () => undefined};
  registered.readers.add(reader);
  await loadTranslations();
  await eventually(() => Promise.resolve(cancelIn('sv')), 'Avbryt');
  registered.wanted?.('de-CH');
  await eventually(() => Promise.resolve(cancelIn('de-CH')), 'Abbrechen');
  registered.readers.delete(reader);
});

test('writes numbers as the region of the reader does', async () => {
  await loadTranslations('ar');
  const found = (language: string): unknown => {
    const [areas] = registered.find?.(language) ?? [];
    return (areas?.get('catalog')?.['found'] as ((count: number) => string) | undefined)?.(12);
  };
  assert.match(String(found('ar-EG')), /١٢/);
  assert.match(String(found('ar-MA')), /12/);
});
