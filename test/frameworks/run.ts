/** `npm run test:frameworks [names…]`: tests the packed kit in the apps of `demo/frameworks`, all of them or those that are named. */
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const runner = fileURLToPath(new URL('../../scripts/node-tests.mjs', import.meta.url));
const names = process.argv.slice(2);

const known = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
const chosen = names.length > 0 ? names.map((name) => `${name}.test.ts`) : known;
const unknown = chosen.filter((file) => !known.includes(file));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}.`);

const options = ['--import', 'tsx', runner, '--concurrency', '2'];
const files = chosen.map((file) => join(folder, file));
const {status} = spawnSync(process.execPath, [...options, ...files], {stdio: 'inherit'});
process.exitCode = status ?? 1;
