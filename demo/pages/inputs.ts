import {PgPortal} from '../../src/elements/portal/portal.js';
import type {PgInput} from '../../src/elements/input/input.js';
import {byId} from '../src/dom.js';
import {startPage} from '../src/page.js';
import {Filter} from './inputs-filter.js';
import {showForeign} from './inputs-foreign.js';
import {fillGallery, stateWords} from './inputs-gallery.js';
import {STATES} from './inputs-states.js';
import {ValuesPanel} from './inputs-values.js';

/** Whose lists the inputs show: an integration of the sandbox made for this. */
const INTEGRATION = 'swatchbook';

const portal = byId('portal', PgPortal);
/** The lists of the application itself: one as it should be, one that is empty, one that fails. */
portal.dataSources = {
  dropdowns: {
    channels: [
      {label: 'Newsletter', value: 'newsletter'},
      {label: 'Trade fair', value: 'fair'},
    ],
    no_channels: {loadOptions: () => Promise.resolve({options: [], nextPageCursor: null})},
    broken_channels: {
      loadOptions: () => Promise.reject(new Error('The list of channels is being changed.')),
    },
  },
};

const gallery = byId('gallery', HTMLElement);
const values = new ValuesPanel(gallery);
byId('values', HTMLElement).append(values.element);
const stateBox = byId('state', HTMLElement);
let inputs: readonly PgInput[] = [];

const filter = new Filter(show);
byId('filter', HTMLElement).append(...filter.elements);
show();

portal.addEventListener('pg-ready', () => {
  const {session} = portal;
  if (!session) return;
  askFor(credential());
  if (!document.getElementById('foreign')) showForeign(session);
});
startPage();

function show(): void {
  const {selection} = filter;
  const state = STATES.get(selection.state);
  stateBox.replaceChildren(...(state ? [stateWords(state.title, state.words)] : []));
  inputs = fillGallery(gallery, selection, {
    integration: INTEGRATION,
    credential: credential(),
  });
  values.follow(inputs);
}

function credential(): string | undefined {
  return portal.session?.integration(INTEGRATION)?.accounts[0]?.id;
}

function askFor(account: string | undefined): void {
  for (const input of inputs) input.credential = account;
}
