import 'pg-elements/define';
import type {Integration, PgInstallFlow} from 'pg-elements';

const portal = document.querySelector('pg-portal');
const cards = document.querySelector('#cards');
const flow = document.querySelector<PgInstallFlow>('#flow');

if (portal?.session?.snapshot.status === 'ready') follow();
else portal?.addEventListener('pg-ready', follow, {once: true});

function follow(): void {
  portal?.session?.subscribe(show);
  show();
}

function show(): void {
  const integrations = portal?.session?.snapshot.integrations ?? [];
  cards?.replaceChildren(...integrations.slice(0, 6).map(cardOf));
}

function cardOf({type, name, status, accounts}: Integration): HTMLLIElement {
  const card = document.createElement('li');
  const button = document.createElement('button');
  button.textContent = status === 'available' ? `Add ${name}` : `${name} (${accounts.length})`;
  button.addEventListener('click', () => {
    if (flow) flow.integration = type;
  });
  card.append(button);
  return card;
}
