import {markup, prose, type Markup} from './markup.js';
import type {ElementDoc, Member, Named} from './manifest.js';

/** A section of an element's reference. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** Anchor, and what search finds. */
  readonly id: string;
  readonly name: string;
  /** What kind of member this is, in words. */
  readonly kind: string;
  readonly text: string;
  readonly cells: readonly Markup[];
}

/** Everything that users of an element may rely on, section by section; those without members are left out. */
export function sectionsOf(
  element: ElementDoc,
  details: ReadonlyMap<string, string>,
): readonly Section[] {
  const {members, events, slots, cssParts, cssStates, cssProperties} = element;
  const fields = members.filter(({kind}) => kind === 'field');
  const methods = members.filter(({kind}) => kind === 'method');
  const all: readonly Section[] = [
    {
      id: 'api-properties',
      title: 'Attributes and properties',
      head: ['Name', 'Description', 'Type and default'],
      rows: fields.map(propertyRow),
    },
    {
      id: 'api-methods',
      title: 'Methods',
      head: ['Name', 'Description'],
      rows: methods.map(methodRow),
    },
    {
      id: 'api-events',
      title: 'Events',
      head: ['Name', 'Description', 'Detail'],
      rows: events.map((event) => eventRow(event, details)),
    },
    {
      id: 'api-slots',
      title: 'Slots',
      head: ['Name', 'Description'],
      rows: slots.map((slot) => namedRow('slot', 'Slot', slot, slot.name || '(default)')),
    },
    {
      id: 'api-parts',
      title: 'Parts',
      head: ['Name', 'Description'],
      rows: cssParts.map((part) => namedRow('part', 'Part', part)),
    },
    {
      id: 'api-states',
      title: 'Custom states',
      head: ['Name', 'Description'],
      rows: cssStates.map((state) => namedRow('state', 'Custom state', state)),
    },
    {
      id: 'api-css-properties',
      title: 'Custom properties',
      head: ['Name', 'Description', 'Default'],
      rows: cssProperties.map((property) => {
        const row = namedRow('css-property', 'Custom property', property);
        return {...row, cells: [...row.cells, code(property.default)]};
      }),
    },
  ];
  return all.filter(({rows}) => rows.length > 0);
}

/** The reference of an element: a heading and a table a section. */
export function apiTables(sections: readonly Section[]): Markup {
  return markup`${sections.map(
    ({id, title, head, rows}) => markup`
<h3 id="${id}">${title}</h3>
${table(title, head, rows)}`,
  )}`;
}

/**
 * A table with an anchor at every row. Roles are given, because tables that narrow windows stack are no tables to some
 * screen readers.
 */
export function table(label: string, head: readonly string[], rows: readonly Row[]): Markup {
  return markup`<table class="api" role="table" aria-label="${label}">
<thead role="rowgroup"><tr role="row">${head.map((title) => markup`<th role="columnheader" scope="col">${title}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ({id, name, cells}) => markup`
<tr role="row" id="${id}"><th role="rowheader" scope="row"><a href="#${id}"><code>${name}</code></a></th>${cells.map(
      (cell, index) => markup`<td role="cell" data-head="${head[index + 1]}">${cell}</td>`,
    )}</tr>`,
  )}</tbody>
</table>`;
}

function propertyRow(member: Member): Row {
  const {name, attribute, type, description = '', reflects} = member;
  const notes = [
    attribute === undefined
      ? markup`Property only`
      : markup`Attribute <code>${attribute}</code>${reflects === true && ', reflected'}`,
    member.readonly === true && markup`read-only`,
  ].filter((note) => note !== false);
  return {
    id: `property-${name}`,
    name,
    kind: attribute === undefined ? 'Property' : `Property, attribute ${attribute}`,
    text: description,
    cells: [
      markup`${prose(description)}<span class="api-note">${notes.map((note, index) => markup`${index > 0 && ', '}${note}`)}</span>`,
      markup`${code(type?.text)}${member.default !== undefined && markup`<span class="api-note">Default ${code(member.default)}</span>`}`,
    ],
  };
}

function methodRow({name, parameters = [], description = '', return: returned}: Member): Row {
  const list = parameters.map(
    (parameter) =>
      `${parameter.name}${parameter.optional === true ? '?' : ''}: ${parameter.type?.text ?? 'unknown'}`,
  );
  const signature = `${name}(${list.join(', ')})`;
  const result = returned?.type?.text;
  return {
    id: `method-${name}`,
    name: `${name}()`,
    kind: 'Method',
    text: description,
    cells: [
      markup`${prose(description)}<span class="api-note">${code(result ? `${signature}: ${result}` : signature)}</span>`,
    ],
  };
}

function eventRow(event: Named, details: ReadonlyMap<string, string>): Row {
  const {name, description = '', type} = event;
  return {
    id: `event-${name}`,
    name,
    kind: 'Event',
    text: description,
    cells: [prose(description), code(details.get(name) ?? type?.text ?? 'Event')],
  };
}

function namedRow(prefix: string, kind: string, entry: Named, title = entry.name): Row {
  const {name, description = ''} = entry;
  return {
    id: `${prefix}-${name || 'default'}`,
    name: title,
    kind,
    text: description,
    cells: [prose(description)],
  };
}

function code(text: string | undefined): Markup {
  return text ? markup`<code>${text}</code>` : markup``;
}
