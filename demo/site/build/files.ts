import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

/** The folder with the pages. */
export const DEMO = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');

export function repositoryFile(path: string): string {
  return resolve(DEMO, '..', path);
}
