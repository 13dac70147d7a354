import {createElement as h, useLayoutEffect, useMemo, useState, type ReactNode} from 'react';
import {createRoot} from 'react-dom/client';
import type {Integration} from '../../src/core/session/snapshot.js';
import type {CatalogData} from './catalog-data.js';
import {ACTION_LABELS, fold, NOTE_LABELS, rank, SKELETONS} from './catalog-parts.js';

interface CatalogProps {
  readonly data: CatalogData | undefined;
  readonly onShown: () => void;
}

/** A catalog in React: a loading state, then data by {@link show}, which resolves when it is committed. */
export class ReactCatalog {
  readonly root: ShadowRoot;
  readonly #react;

  constructor(host: HTMLElement, styles: readonly CSSStyleSheet[]) {
    this.root = host.attachShadow({mode: 'open'});
    this.root.adoptedStyleSheets = [...styles];
    const box = document.createElement('div');
    this.root.append(box);
    this.#react = createRoot(box);
  }

  show(data: CatalogData | undefined): Promise<void> {
    return new Promise((resolve) => {
      this.#react.render(h(Catalog, {data, onShown: resolve}));
    });
  }

  get field(): HTMLInputElement | null {
    return this.root.querySelector('input');
  }
}

/** As it is usually written: the same cards in a list, sorted and searched, every one of them rendered. */
function Catalog({data, onShown}: CatalogProps): ReactNode {
  const [query, setQuery] = useState('');
  useLayoutEffect(onShown, [onShown]);
  const entries = useMemo(() => {
    const {compare} = new Intl.Collator('en');
    return [...(data?.integrations ?? [])]
      .sort((a, b) => compare(a.name, b.name))
      .map((integration) => ({integration, text: fold(`${integration.name} ${integration.type}`)}));
  }, [data]);
  const shown = query === '' ? entries : rank(entries, fold(query.trim()));
  return h(
    'div',
    {className: 'base'},
    h(
      'div',
      {className: 'toolbar'},
      h(
        'div',
        {className: 'search'},
        h('input', {
          type: 'search',
          'aria-label': 'Search integrations',
          placeholder: 'Search integrations',
          onInput: ({currentTarget}: {currentTarget: HTMLInputElement}) =>
            setQuery(currentTarget.value),
        }),
      ),
      data && h(Filters, {integrations: data.integrations}),
    ),
    h(
      'div',
      {className: 'results'},
      data
        ? h(
            'ul',
            {className: 'cards', role: 'list'},
            shown.map(({integration}) =>
              h(Card, {
                key: integration.type,
                integration,
                text: data.session.texts(integration.type)?.shortDescription ?? '',
              }),
            ),
          )
        : h(
            'div',
            {className: 'cards'},
            Array.from({length: SKELETONS}, (_, key) =>
              h('div', {className: 'skeleton-card', key}),
            ),
          ),
    ),
  );
}

function Filters({integrations}: {integrations: readonly Integration[]}): ReactNode {
  const connected = integrations.filter(({status}) => status === 'connected').length;
  const counts = {
    All: integrations.length,
    Connected: connected,
    Available: integrations.length - connected,
  };
  return h(
    'fieldset',
    {className: 'filters'},
    Object.entries(counts).map(([label, count]) =>
      h(
        'label',
        {className: 'filter', key: label},
        h('input', {
          type: 'radio',
          name: 'status',
          className: 'visually-hidden',
          defaultChecked: label === 'All',
        }),
        h('span', null, label),
        h('span', {className: 'count'}, count),
      ),
    ),
  );
}

function Card({integration, text}: {integration: Integration; text: string}): ReactNode {
  const {name, icon, brandColor, status, type} = integration;
  return h(
    'li',
    {className: `card ${status}`},
    h(
      'span',
      {className: 'logo', 'aria-hidden': true, style: {['--_brand' as string]: brandColor}},
      h('img', {alt: '', loading: 'lazy', decoding: 'async', src: icon}),
    ),
    h(
      'button',
      {
        type: 'button',
        className: 'choose',
        tabIndex: -1,
        'aria-labelledby': `${type}n`,
        'aria-describedby': `${type}d`,
      },
      h('span', {className: 'name', id: `${type}n`}, name),
    ),
    h('p', {className: 'description', id: `${type}d`}, text),
    h('span', {className: 'status', hidden: status === 'available'}, NOTE_LABELS[status]),
    h('button', {type: 'button', className: 'action', tabIndex: -1}, ACTION_LABELS[status]),
  );
}
