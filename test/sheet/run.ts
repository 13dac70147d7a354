/**
 * Takes a picture of every state in light and dark, both directions, wide and narrow, compares each with the one that is committed,
 * and lays all of them out on one page, `sheet/index.html`.
 *
 *     npm run sheet                      takes, compares, fails where something looks different
 *     npm run sheet -- --accept          keeps what it has taken as what is right
 *     npm run sheet -- --only detail     states whose names begin so
 */
import {mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {startBrowser, type Session} from '../e2e/support.js';
import {compare, packed, type Difference} from './compare.js';
import {HEADERS, LOOKS, pinnedPages, takePicture} from './looks.js';
import {STATES, type State} from './states.js';

interface Cell {
  readonly state: string;
  readonly look: string;
  readonly difference: Difference | undefined;
}

const {values} = parseArgs({
  options: {accept: {type: 'boolean'}, only: {type: 'string', default: ''}},
});
const kept = fileURLToPath(new URL('pictures/', import.meta.url));
const sheet = fileURLToPath(new URL('../../sheet/', import.meta.url));

const states = STATES.filter(({name}) => name.startsWith(values.only));
await rm(sheet, {recursive: true, force: true});
await mkdir(sheet, {recursive: true});
await mkdir(kept, {recursive: true});
if (values.accept && values.only === '') await dropUnknown();

const browser = await startBrowser(pinnedPages);
const cells: Cell[] = [];
try {
  for (const state of states) cells.push(...(await takeAll(state)));
} finally {
  await browser.close();
}
await writeFile(`${sheet}index.html`, pageOf(cells));

const failed = cells.filter(({difference}) => difference);
for (const {state, look, difference} of failed)
  console.log(`✖ ${state} ${look}: ${difference?.words ?? ''}`);
console.log(`Sheet: ${cells.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = cells.length > 0 && failed.length === 0 ? 0 : 1;

/** Pictures of states that are no more. */
async function dropUnknown(): Promise<void> {
  const known = new Set(STATES.flatMap(({name}) => LOOKS.map((look) => fileOf(name, look.name))));
  for (const file of await readdir(kept)) {
    if (!known.has(file)) await rm(kept + file);
  }
}

function fileOf(state: string, look: string): string {
  return `${state}.${look}.webp`;
}

async function takeAll({name, html, options, reach, over = false}: State): Promise<Cell[]> {
  const ends: (() => Promise<void>)[] = [];
  let session: Session | undefined;
  const taken: Cell[] = [];
  try {
    session = await browser.open({after: (end) => ends.push(end)}, html, {
      width: 1280,
      ...options,
      headers: HEADERS,
    });
    await reach(session);
    for (const look of LOOKS) {
      const picture = await packed(await takePicture(session.page, look, over));
      taken.push({state: name, look: look.name, difference: await judge(name, look.name, picture)});
    }
  } catch (error) {
    if (session)
      await writeFile(sheet + fileOf(name, 'lost'), await packed(await session.page.screenshot()));
    taken.push({state: name, look: 'lost', difference: failure('was not reached', error)});
  }
  for (const end of ends) {
    await end().catch((error: unknown) =>
      taken.push({state: name, look: 'console', difference: failure('went wrong', error)}),
    );
  }
  return taken;
}

function failure(what: string, error: unknown): Difference {
  return {words: `${what}: ${String(error).split('\n', 2).join(' ')}`};
}

async function judge(
  state: string,
  look: string,
  picture: Buffer,
): Promise<Difference | undefined> {
  const file = fileOf(state, look);
  await writeFile(sheet + file, picture);
  const expected = await readFile(kept + file).catch(() => undefined);
  const difference = expected ? await compare(picture, expected) : {words: 'is new'};
  if (!difference) return undefined;
  if (values.accept) {
    await writeFile(kept + file, picture);
    return undefined;
  }
  if (expected) await writeFile(`${sheet}was.${file}`, expected);
  if (difference.picture) await writeFile(`${sheet}differs.${file}`, difference.picture);
  return difference;
}

/** All states below each other, a column for each look; what differs comes with what it was. */
function pageOf(all: readonly Cell[]): string {
  const row = (state: string): string => {
    const own = all.filter((cell) => cell.state === state);
    const columns = own.map(({look, difference}) => {
      const file = fileOf(state, look);
      const images = difference ? [file, `was.${file}`, `differs.${file}`] : [file];
      const shown = images.map((src) => `<img src="${src}" loading="lazy" alt="">`).join('');
      return `<td class="${difference ? 'differs' : ''}">${difference?.words ?? ''}${shown}</td>`;
    });
    return `<tr><th>${state}</th>${columns.join('')}</tr>`;
  };
  const heads = LOOKS.map(({name}) => `<th>${name}</th>`).join('');
  const rows = [...new Set(all.map(({state}) => state))].map(row).join('\n');
  return `<!doctype html>
<meta charset="utf-8">
<title>Contact sheet</title>
<style>
  body { font: 13px system-ui; margin: 0; background: #888 }
  table { border-spacing: 12px }
  thead th { position: sticky; top: 0; background: #888 }
  td { vertical-align: top; min-width: 240px }
  img { display: block; width: 100%; margin-block: 4px }
  .differs { outline: 3px solid red }
</style>
<table><thead><tr><th></th>${heads}</tr></thead><tbody>
${rows}
</tbody></table>
`;
}
