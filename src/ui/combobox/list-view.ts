import {html, nothing, type TemplateResult} from 'lit';
import {ifDefined} from 'lit/directives/if-defined.js';
import {repeat} from 'lit/directives/repeat.js';
import {checkIcon} from '../icons.js';
import type {ComboboxSection, OptionList} from './list-model.js';

/** How the options of a list are shown. */
export interface ListView {
  readonly list: OptionList;
  /** Numbers of the rows to render, ascending. */
  readonly rows: readonly number[];
  /** Position of the active option. */
  readonly active: number;
  /** For `aria-setsize`; -1 while nobody knows. */
  readonly setSize: number;
  readonly isChosen: (value: unknown) => boolean;
  /** What `aria-selected` says: in an editable single box the active option, else what is chosen. */
  readonly selectsActive: boolean;
  /** What failed, and the words for trying again: an option after the others, so that keys reach it. */
  readonly retry: {readonly message: string; readonly label: string} | undefined;
}

interface Part {
  readonly key: unknown;
  readonly section?: ComboboxSection | undefined;
  /** Rows that are left out, up to the one before `to`. */
  readonly gap?: {readonly from: number; readonly to: number};
  readonly rows: number[];
}

/** All that is in the listbox. */
export function renderRows(view: ListView): unknown {
  return [renderOptions(view), view.retry ? renderRetry(view, view.retry) : nothing];
}

/** The rows of a list, in groups where it has sections. */
function renderOptions(view: ListView): unknown {
  return repeat(
    partsOf(view),
    ({key}) => key,
    ({section, gap, rows}) => {
      if (gap) {
        return html`<div role="presentation" data-from=${gap.from} data-to=${gap.to}></div>`;
      }
      const content = repeat(
        rows,
        (row) => row,
        (row) => renderRow(view, row),
      );
      // Named by a label, not by the title's element: that is not rendered while it is scrolled away.
      return section
        ? html`<div role="group" aria-label=${section.title}>${content}</div>`
        : content;
    },
  );
}

const ID = 'option-';

/** Id of the option at a position. */
export const optionId = (position: number): string => `${ID}${position}`;

/** Position of the option an event happened on, or -1. */
export function positionUnder(event: Event): number {
  const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
  return option ? Number(option.id.slice(ID.length)) : -1;
}

function renderRow(view: ListView, number: number): TemplateResult | typeof nothing {
  const row = view.list.rows[number];
  if (!row) return nothing;
  if (!row.option) {
    return html`<div
      class="section-title"
      part="section-title"
      role="presentation"
      data-row=${number}
    >
      ${row.section.title}
    </div>`;
  }
  const {option, position} = row;
  const active = position === view.active;
  const chosen = view.isChosen(option.value);
  return html`<div
    id=${optionId(position)}
    class=${active ? 'option active' : 'option'}
    part="option"
    role="option"
    data-row=${number}
    aria-selected=${(view.selectsActive ? active : chosen) ? 'true' : 'false'}
    aria-current=${view.selectsActive && chosen ? 'true' : 'false'}
    aria-disabled=${option.disabled ? 'true' : 'false'}
    aria-setsize=${view.setSize}
    aria-posinset=${position + 1}
  >
    <span class="texts">
      <span part="option-label" lang=${ifDefined(option.lang)}>${option.label}</span>
      ${
        option.subtitle
          ? html`<span class="muted" part="option-subtitle">${option.subtitle}</span>`
          : nothing
      }
    </span>
    ${chosen ? checkIcon : nothing}
  </div>`;
}

function renderRetry(
  {list, active, setSize}: ListView,
  {message, label}: NonNullable<ListView['retry']>,
): TemplateResult {
  const position = list.rowOf.length;
  return html`<div
    id=${optionId(position)}
    class=${position === active ? 'option retry active' : 'option retry'}
    part="option"
    role="option"
    aria-selected="false"
    aria-setsize=${setSize}
    aria-posinset=${position + 1}
  >
    <span class="texts">
      <span class="message">${message}</span>
      <span class="again">${label}</span>
    </span>
  </div>`;
}

/** Rows by section, with gaps between them; always with one at the start, so that scrolling away from it moves nothing. */
function partsOf({list, rows}: ListView): Part[] {
  const parts: Part[] = [];
  let next = 0;
  const leaveOut = (to: number) => {
    if (to > next || (parts.length === 0 && rows.length > 0)) {
      parts.push({key: parts.length, gap: {from: next, to}, rows: []});
    }
  };
  for (const number of rows) {
    leaveOut(number);
    next = number + 1;
    const section = list.rows[number]?.section;
    const last = parts.at(-1);
    if (last && !last.gap && last.section === section) {
      last.rows.push(number);
    } else {
      const isSplit = parts.some((part) => part.section === section);
      parts.push({key: section && !isSplit ? section : parts.length, section, rows: [number]});
    }
  }
  leaveOut(list.rows.length);
  return parts;
}
