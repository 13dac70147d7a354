import {wire} from './compose-wiring.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {byId} from '../src/dom.js';
import {startPage} from '../src/page.js';

const portal = byId('portal', PgPortal);

wire(portal);
portal.addEventListener('pg-ready', showWhatExists);
startPage();

/** A live project has other integrations than the sandbox: the first ones stand in for those of the markup. */
function showWhatExists(): void {
  const {session} = portal;
  const types = session?.snapshot.integrations.map(({type}) => type) ?? [];
  for (const element of portal.querySelectorAll<HTMLElement & {integration: string}>(
    'pg-integration, pg-install-flow',
  )) {
    if (!types.includes(element.integration)) element.integration = types.shift() ?? '';
  }
}
