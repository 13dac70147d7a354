/** Minifies the style sheets of the built modules. */
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {minifyStyles} from './styles.mjs';

const DIST = 'dist';

for (const file of readdirSync(DIST, {recursive: true, encoding: 'utf8'})) {
  if (!file.endsWith('.js')) continue;
  const path = join(DIST, file);
  const code = readFileSync(path, 'utf8');
  const minified = minifyStyles(code, path);
  if (minified !== code) writeFileSync(path, minified);
}
