/** Writes custom-elements.json anew, a line for each member: what the analyzer writes is half indentation. */
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {pathToFileURL} from 'node:url';

/** Longest value that is written on one line, in characters. */
const LINE = 400;

/** @returns {string} the manifest as the sources have it now */
export function freshManifest() {
  const outdir = mkdtempSync(join(tmpdir(), 'manifest-'));
  execFileSync('npx', ['cem', 'analyze', '--outdir', relative('.', outdir)], {stdio: 'inherit'});
  const manifest = JSON.parse(readFileSync(join(outdir, 'custom-elements.json'), 'utf8'));
  // File systems have their files in different orders.
  manifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  return `${written(manifest, '')}\n`;
}

/** @param {unknown} value @param {string} indent */
function written(value, indent) {
  const line = JSON.stringify(value);
  if (line.length <= LINE || typeof value !== 'object' || value === null) return line;
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = Array.isArray(value)
    ? value.map((entry) => written(entry, inner))
    : Object.entries(value).map(
        ([key, entry]) => `${JSON.stringify(key)}:${written(entry, inner)}`,
      );
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${indent}${close}`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync('custom-elements.json', freshManifest());
