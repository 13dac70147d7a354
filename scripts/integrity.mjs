/**
 * Puts the themes beside the files for script tags. Writes dist/cdn/integrity.json, the hash of each file, and prints that of the bundle:
 * for `integrity` attributes, or the `integrity` of an import map where a page loads the files that load each other.
 */
import {createHash} from 'node:crypto';
import {cpSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const FOLDER = 'dist/cdn';
const BUNDLE = 'pg-elements.bundle.js';

cpSync('src/themes', join(FOLDER, 'themes'), {recursive: true});
const hashes = Object.fromEntries(
  readdirSync(FOLDER, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.(?:js|css)$/.test(name))
    .sort()
    .map((name) => {
      const hash = createHash('sha384').update(readFileSync(join(FOLDER, name)));
      return [name, `sha384-${hash.digest('base64')}`];
    }),
);
writeFileSync(join(FOLDER, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
console.log(`${BUNDLE} ${hashes[BUNDLE]}`);
