import wiring from './compose-wiring.ts?raw';
import {wire} from './compose-wiring.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {codePanel, sourceOf} from '../src/code/code-panel.js';
import {byId} from '../src/dom.js';
import {startPage} from '../src/page.js';

const portal = byId('portal', PgPortal);

byId('code', HTMLElement).append(
  codePanel('HTML', sourceOf(portal), 'html'),
  codePanel('Script', wiring.trim(), 'ts'),
);

wire(portal);
portal.addEventListener('pg-ready', showWhatExists);
await startPage();

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
