/** Text that is HTML already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Value = Markup | string | number | undefined | false | readonly Value[];

/** Builds HTML: whatever is not {@link Markup} is escaped, `undefined` and `false` leave nothing behind. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const text = strings.reduce(
    (before, string, index) => before + print(values[index - 1]) + string,
  );
  return new Markup(text);
}

/** Prose of a doc comment: escaped, with code between backticks and the names of `{@link}`. */
export function prose(text: string): Markup {
  const html = escape(text.replaceAll(/\{@link ([^}|]+)(?:\|[^}]*)?\}/g, '`$1`'))
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\n\s*\n/g, '<br><br>');
  return new Markup(html);
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function print(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(print).join('');
  return escape(String(value));
}
