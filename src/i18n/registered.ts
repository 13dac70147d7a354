/** Words of one area: plain strings, or functions where a number or a name belongs inside. */
export type Terms = Readonly<Record<string, string | ((...values: never[]) => string)>>;

/** Something that shows words in the language of a reader. */
export interface Reader {
  readonly language: string;
  /** Shows the words again, where the language around is another now, or `always`. */
  refresh(always?: boolean): void;
}

/** Where elements look for words that are not the bundled ones: nowhere until some are registered, which brings the code for it. */
export const registered: {
  /** The words for a reader of a language by area, the nearest first. */
  find?: (language: string) => readonly ReadonlyMap<string, Terms>[];
  /** Whose words were looked for last: what is written into them is written as they do. */
  reader?: string;
  /** All that show words now. */
  readonly readers: Set<Reader>;
  /** Called with each language that an element comes to show; `loadTranslations` listens. */
  wanted?: (language: string) => unknown;
} = {readers: new Set()};

/** The tag as `Intl` takes it: also of names with underscores, POSIX suffixes or parts that mean nothing; English for the rest. */
export function canonicalLanguage(tag: string | null | undefined): string {
  let rest = (tag ?? '').trim().replace(/[_.@]/g, '-');
  while (rest !== '') {
    try {
      return new Intl.Locale(rest).toString();
    } catch {
      rest = rest.slice(0, Math.max(rest.lastIndexOf('-'), 0));
    }
  }
  return 'en';
}
