/** Fails when custom-elements.json is not what the sources say. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';

const outdir = mkdtempSync(join(tmpdir(), 'manifest-'));
execFileSync('npx', ['cem', 'analyze', '--outdir', relative('.', outdir)], {stdio: 'inherit'});
const fresh = readFileSync(join(outdir, 'custom-elements.json'), 'utf8');
if (fresh !== readFileSync('custom-elements.json', 'utf8')) {
  console.error('custom-elements.json is stale: run `npm run manifest` and commit it.');
  process.exit(1);
}
console.log('custom-elements.json is up to date');
