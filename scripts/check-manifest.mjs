/** Fails when custom-elements.json is not what the sources say. */
import {readFileSync} from 'node:fs';
import {freshManifest} from './manifest.mjs';

if (freshManifest() !== readFileSync('custom-elements.json', 'utf8')) {
  console.error('custom-elements.json is stale: run `npm run manifest` and commit it.');
  process.exit(1);
}
console.log('custom-elements.json is up to date');
