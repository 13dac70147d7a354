const find = (selector) => document.querySelector(selector);
const onClick = (id, listener) => find(`#${id}`).addEventListener('click', listener);

const [place, portal, catalog, list, output] = [
  '#place',
  'pg-portal',
  'pg-catalog',
  'ul',
  'output',
].map(find);
const flows = [...document.querySelectorAll('pg-install-flow')];
let renders = 0;
let isSecond = false;

// None of the elements exists yet.
Object.assign(portal, {
  projectId: 'your-project-id',
  getUserToken: async () => (await fetch('/integration-token')).text(),
});
find('pg-input').readOnly = true;
Object.assign(catalog, {
  groups: [{label: 'Popular', integrations: ['chirrup']}],
  include: ['calendo', 'chirrup', 'postwise', 'quietbox'],
});

const hear = (name) => () => (output.textContent = `${output.textContent} ${name}`.trim());
const listeners = {first: hear('first'), second: hear('second')};
catalog.addEventListener('pg-select', listeners.first);

const ELEMENTS = 'https://cdn.jsdelivr.net/npm/pg-elements@0.1.0/dist/cdn/pg-elements.js';
onClick('load', () => import(ELEMENTS));

onClick('render', () => {
  renders += 1;
  find('h2').textContent = `Rendered ${renders} times`;
  if (renders > 1) return;
  const accounts = document.createElement('pg-account-list');
  accounts.integration = 'quietbox';
  catalog.after(accounts);
});

onClick('change', () => {
  isSecond = !isSecond;
  find('pg-input').readOnly = !isSecond;
  catalog.layout = isSecond ? 'list' : 'grid';
  for (const flow of flows) {
    flow.toggleAttribute('allow-multiple', isSecond);
    flow.setAttribute('oauth-timeout', isSecond ? '200000' : '100000');
  }
  catalog.removeEventListener('pg-select', listeners[isSecond ? 'first' : 'second']);
  catalog.addEventListener('pg-select', listeners[isSecond ? 'second' : 'first']);
});

onClick('reverse', () => list.append(...[...list.children].toReversed()));

onClick('toggle', () => {
  if (portal.isConnected) portal.remove();
  else place.append(portal);
});
