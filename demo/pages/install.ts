import type {Integration} from '../../src/core/session/snapshot.js';
import type {ConnectSession} from '../../src/core/compose.js';
import {PgInstallFlow} from '../../src/elements/install-flow/install-flow.js';
import {safeImage} from '../../src/ui/safe.js';
import {setAddressed} from '../src/address.js';
import {byId, el, whenChanged} from '../src/dom.js';
import {startPage} from '../src/page.js';
import {InstallOptionsForm} from './install-options.js';
import {installSteps} from './install-steps.js';

const STATUS_WORDS = {
  available: '',
  connected: 'Connected',
  attention: 'Needs attention',
  pending: 'Unfinished',
} as const satisfies Record<Integration['status'], string>;

const {portal, isLive} = startPage();
await portal.updateComplete;

const flow = byId('flow', PgInstallFlow);
const picker = byId('picker', HTMLElement);
const title = byId('chosen-title', HTMLElement);
const options = new InstallOptionsForm(flow, !isLive);
byId('options', HTMLElement).append(options.element);

let chosen = new URLSearchParams(location.search).get('integration') ?? '';

if (portal.session) follow(portal.session);

function follow(session: ConnectSession): void {
  const showChoices = whenChanged((rows: readonly Row[]) =>
    picker.replaceChildren(...rows.map((row) => pickOf(row, () => choose(session, row.type)))),
  );
  const update = (): void => {
    // Thousands of generated ones are for the catalog.
    const integrations = session.snapshot.integrations.filter(({type}) => !/^bulk-\d/.test(type));
    const [first] = integrations;
    if (!first) return;
    if (!integrations.some(({type}) => type === chosen)) chosen = first.type;
    showChoices(integrations.map((integration) => rowOf(session, integration)));
    show(session);
  };
  session.subscribe(update);
  update();
}

function choose(session: ConnectSession, type: string): void {
  chosen = type;
  setAddressed('integration', type);
  show(session);
}

function show(session: ConnectSession): void {
  const integration = session.integration(chosen);
  if (!integration) return;
  title.textContent = integration.name;
  flow.integration = chosen;
  options.offer(integration, session.sdk.getAccountTypeOptions(chosen));
}

interface Row {
  readonly type: string;
  readonly name: string;
  readonly icon: string;
  readonly steps: string;
  readonly status: Integration['status'];
}

function rowOf(session: ConnectSession, {type, name, icon, status}: Integration): Row {
  return {type, name, icon, status, steps: installSteps(session.sdk, type)};
}

function pickOf({type, name, icon, steps, status}: Row, onPick: () => void): HTMLElement {
  const radio = el('input', {
    type: 'radio',
    name: 'integration',
    value: type,
    checked: type === chosen,
  });
  radio.addEventListener('change', onPick);
  return el(
    'label',
    {class: 'pick'},
    radio,
    el('img', {src: safeImage(icon), alt: '', width: 32, height: 32, loading: 'lazy'}),
    el('strong', {}, name),
    el('span', {class: 'state'}, STATUS_WORDS[status]),
    el('span', {class: 'steps'}, steps),
  );
}
