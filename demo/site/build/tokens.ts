import {readElements} from './manifest.js';

/** A public design token, with its values where nobody sets it. */
export interface Token {
  /** For example `--pg-color-accent`. */
  readonly name: string;
  /** What it is for. */
  readonly description: string;
  readonly light: string;
  readonly dark: string;
}

/** The public tokens, which the manifest lists at the portal, in the order of the source. */
export function readTokens(): readonly Token[] {
  const declarations = readElements().get('pg-portal')?.cssProperties ?? [];
  const values = new Map(declarations.map(({name, default: value = ''}) => [name, value]));
  return declarations.map(({name, description = '', default: value = ''}) => {
    const own = value.replace(
      /^var\((--pg-[\w-]+)\)$/,
      (_, other: string) => values.get(other) ?? '',
    );
    return {
      name,
      description: description.replace(/; on any element$/, ''),
      light: resolve(own, 0),
      dark: resolve(own, 1),
    };
  });
}

/** Takes the first or the second of the colours of each `light-dark()`. */
function resolve(value: string, side: 0 | 1): string {
  const colour = '((?:[^(),]|\\([^()]*\\))+)';
  return value
    .replaceAll(
      new RegExp(`light-dark\\(${colour},\\s*${colour}\\)`, 'g'),
      (_, ...sides: string[]) => (sides[side] ?? '').trim(),
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
}
