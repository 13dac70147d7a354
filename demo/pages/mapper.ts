import {PgFieldMapper} from '../../src/elements/field-mapper/field-mapper.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {setAddressed} from '../src/address.js';
import {byId, el} from '../src/dom.js';
import {startPage} from '../src/page.js';
import {CASES, type MapperCase} from './mapper-cases.js';
import {openMapping} from './mapper-open.js';
import {schemaChanges} from './mapper-schema.js';
import {sources} from './mapper-sources.js';
import {StoredMapping} from './mapper-stored.js';

const portal = byId('portal', PgPortal);
const form = byId('form', HTMLFormElement);
const schema = byId('schema', HTMLElement);
const words = byId('case-words', HTMLElement);
let mapper = byId('mapper', PgFieldMapper);

const asked = new URLSearchParams(location.search).get('case');
let chosen = CASES.find(({id}) => id === asked) ?? CASES[0];

const stored = new StoredMapping(byId('value', HTMLElement), {value: () => mapper.value, open});
byId('cases', HTMLElement).append(...choices());
form.addEventListener('change', () => stored.update());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // The form sends text, as it would to a server.
  const text = new FormData(form).get('mapping');
  stored.store(typeof text === 'string' ? JSON.parse(text) : undefined);
  stored.say('Stored what the form sent.');
});
schemaChanges(schema, async () => {
  // Lists that were loaded count as fresh for a minute, unless they are asked for again.
  await portal.refresh();
  stored.reopen();
});

portal.dataSources = sources;
// Once: a sign-in in the middle of the work must not open the mapping anew.
portal.addEventListener('pg-ready', () => chosen && show(chosen), {once: true});
startPage();

function show(next: MapperCase): void {
  chosen = next;
  words.textContent = next.words;
  schema.hidden = !next.hasSchema;
  form.dataset.case = next.id;
  stored.store(next.stored);
  stored.reopen();
  stored.say('');
}

/** A mapper of its own each time: what the one before has learnt is gone, as after a reload. */
function open(value: unknown): void {
  const {session} = portal;
  if (!chosen || !session) return;
  const fresh = el('pg-field-mapper', {id: 'mapper', name: 'mapping', suggest: true});
  mapper.replaceWith(fresh);
  mapper = fresh;
  openMapping(mapper, chosen, session, value);
  stored.update();
}

function choices(): readonly HTMLElement[] {
  return CASES.map((entry) => {
    const radio = el('input', {
      type: 'radio',
      name: 'case',
      value: entry.id,
      checked: entry === chosen,
    });
    radio.addEventListener('change', () => {
      setAddressed('case', entry.id);
      show(entry);
    });
    return el('label', {}, radio, el('span', {}, entry.title));
  });
}
