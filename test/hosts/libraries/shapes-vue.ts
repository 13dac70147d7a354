import {createApp, h} from 'vue';
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

const catalog = () =>
  h(
    'pg-catalog',
    {ref: listen, layout: 'list', withoutSearch: true, groups, 'onPg-select': onSelect},
    [h('h2', {slot: 'heading'}, 'Ours')],
  );
const app = () =>
  h('pg-portal', {'project-id': project, endpoints, getUserToken, dataSources}, [
    catalog(),
    h('pg-install-flow', {integration: 'calendo', oauthTimeout: 5000}),
    h('pg-input', {readonly: true, tabindex: -1, autofocus: true}),
  ]);

await start(() => createApp(app).mount('#root'));
