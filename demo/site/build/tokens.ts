import {readElements} from './manifest.js';

/** A public design token, with its values where nobody sets it. */
export interface Token {
  /** For example `--pg-color-accent`. */
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

/** The public tokens, which the manifest lists at the portal, in the order of the source. */
export function readTokens(): readonly Token[] {
  const declarations = readElements().get('pg-portal')?.cssProperties ?? [];
  return declarations.map(({name, default: value = ''}) => ({
    name,
    light: resolve(value, 0),
    dark: resolve(value, 1),
  }));
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
