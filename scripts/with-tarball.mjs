/**
 * Builds and packs the package, and runs a command with the path of the tarball in `PG_TARBALL`: what is tested is what is published.
 * Where the variable is set already, that tarball is used.
 *
 *     node scripts/with-tarball.mjs node --test test/package/*.test.ts
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const [command, ...args] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'pg-elements-'));
try {
  const {status} = spawnSync(command, args, {
    stdio: 'inherit',
    env: {...process.env, PG_TARBALL: process.env.PG_TARBALL ?? pack()},
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, {recursive: true});
}

function pack() {
  execFileSync('npm', ['run', '-s', 'build'], {stdio: ['ignore', 'ignore', 'inherit']});
  const answer = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{filename}] = JSON.parse(answer);
  return join(folder, filename);
}
