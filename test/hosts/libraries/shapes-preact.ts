import {createElement as h, render} from 'preact';
import {
  dataSources,
  endpoints,
  getUserToken,
  groups,
  listen,
  onSelect,
  project,
  start,
} from './shapes.js';

const catalog = h(
  'pg-catalog',
  {ref: listen, layout: 'list', withoutSearch: true, groups, 'onpg-select': onSelect} as object,
  h('h2', {slot: 'heading'}, 'Ours'),
);
const app = h(
  'pg-portal',
  {'project-id': project, endpoints, getUserToken, dataSources} as object,
  catalog,
  h('pg-install-flow', {integration: 'calendo', oauthTimeout: 5000} as object),
  h('pg-input', {readOnly: true, tabIndex: -1, autoFocus: true} as object),
);

await start(() => render(app, document.querySelector('#root')!));
