/** Runs in the browser of the tests of the React components: an application that a test renders anew. */
import {createElement, createRef, StrictMode, version} from 'react';
import {flushSync} from 'react-dom';
import {createRoot} from 'react-dom/client';
import type {PgCatalog as CatalogElement, PgPortal as PortalElement} from '../../src/index.js';
import {PgCatalog, PgPortal} from '../../src/react/index.js';

interface View {
  readonly layout?: 'grid' | 'list';
  readonly hasGroups?: boolean;
  /** What the handler of `pg-select` writes down; absent, there is none. */
  readonly word?: string;
}

const endpoints = fetch('/sandbox/config.json')
  .then((response) => response.json())
  .then((config: {endpoints: Record<string, string>}) => config.endpoints);
const project = `react-${Math.random()}`;

async function getUserToken(): Promise<string> {
  const response = await fetch(`/sandbox/token?project=${project}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({userId: 'newcomer'}),
  });
  const {token} = (await response.json()) as {token: string};
  return token;
}

const container = document.createElement('main');
document.body.append(container);
const root = createRoot(container);
const heard: string[] = [];
const portal = createRef<PortalElement>();
const catalog = createRef<CatalogElement>();
const groups = [{label: 'Popular', integrations: ['orbitcrm']}];

export const reactPage = {
  version,
  heard,
  portal,
  catalog,
  groups,

  async show({layout, hasGroups, word}: View): Promise<void> {
    const props = {
      ref: catalog,
      ...(layout && {layout}),
      ...(hasGroups && {groups}),
      ...(word !== undefined && {
        onPgSelect: ({
          detail,
          currentTarget,
        }: {
          detail: {integration: string};
          currentTarget: Element;
        }) => heard.push(`${word} ${detail.integration} ${currentTarget.localName}`),
      }),
    };
    const setup = {
      ref: portal,
      className: 'integrations',
      host: 'localhost',
      endpoints: await endpoints,
      getUserToken,
      projectId: project,
      onPgReady: () => heard.push('ready'),
    };
    const app = createElement(PgPortal, setup, createElement(PgCatalog, props));
    flushSync(() => root.render(createElement(StrictMode, null, app)));
  },

  unmount: () => root.unmount(),
};

declare global {
  interface Window {
    reactPage: typeof reactPage;
  }
}

window.reactPage = reactPage;
