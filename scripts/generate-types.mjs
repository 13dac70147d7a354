/** Tells frameworks and editors of the elements: writes dist/types and dist/editors from custom-elements.json. */
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {cssCustomData, htmlCustomData, webTypes} from './types/editors.mjs';
import {declareElements} from './types/elements.mjs';
import {readElements} from './types/model.mjs';

const DIST = 'dist';

const elements = readElements(DIST);
const packageJson = JSON.parse(readFileSync('package.json', 'utf8'));

const types = join(DIST, 'types');
mkdirSync(types, {recursive: true});
cpSync(join(import.meta.dirname, 'types/frameworks'), types, {recursive: true});
writeFileSync(join(types, 'elements.d.ts'), declareElements(elements));

const editors = join(DIST, 'editors');
mkdirSync(editors, {recursive: true});
for (const [name, data] of Object.entries({
  'vscode.html-custom-data.json': htmlCustomData(elements),
  'vscode.css-custom-data.json': cssCustomData(elements),
  'web-types.json': webTypes(elements, packageJson),
})) {
  writeFileSync(join(editors, name), `${JSON.stringify(data, null, 2)}\n`);
}
