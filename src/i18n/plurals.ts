import {registered} from './registered.js';

/** What is said of a number, by the categories of the language: `one` and `other` in English. `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/**
 * Words that go by a number, in the categories that `Intl.PluralRules` has for a language.
 * @param language BCP 47 tag
 * @returns gives the form of a number, with the number as the language writes it
 * @example
 * const count = pluralsIn('pl');
 * count(3, {one: '# konto', few: '# konta', many: '# kont', other: '# konta'}); // '3 konta'
 */
export function pluralsIn(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  const write = numbersIn(language);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replaceAll('#', () => write(count));
}

/** Writes numbers as a language does; for a reader in a region, such as `ar-EG`, as that region does. */
export function numbersIn(language: string): (value: number) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  const ours = new Intl.Locale(language).language;
  return (value) => {
    const {reader = language} = registered;
    const tag = new Intl.Locale(reader).language === ours ? reader : language;
    const format = formats.get(tag) ?? new Intl.NumberFormat(tag);
    formats.set(tag, format);
    return format.format(value);
  };
}
