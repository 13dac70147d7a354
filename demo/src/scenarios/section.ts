import type {ControlRequest} from '../../sandbox/control.js';
import type {Inspection} from '../../sandbox/inspection.js';
import {button, el} from '../dom.js';
import type {DemoSession} from '../sign-in.js';

/** What the sections of the sheet act with. */
export interface SheetContext {
  readonly session: DemoSession;
  /** Changes the sandbox. Failures are shown in the sheet. */
  readonly send: (request: ControlRequest) => Promise<void>;
  /** Lets the portal ask the backend again, for what changed behind its back. */
  readonly refreshPortal: () => Promise<void>;
}

/** One section of the sheet. */
export interface Section {
  readonly element: HTMLElement;
  readonly update?: (state: Inspection) => void;
}

/** A titled part of the sheet that can be folded. */
export function fold(
  title: string,
  options: {readonly open?: boolean; readonly id: string},
  ...children: readonly (Node | string)[]
): HTMLDetailsElement {
  return el(
    'details',
    {class: 'fold', id: `scenario-${options.id}`, open: options.open},
    el('summary', {}, title, ' ', el('span', {class: 'badge', hidden: true})),
    el('div', {class: 'fold-body'}, ...children),
  );
}

/** Shows beside a title how many scenarios are active, so that none is forgotten. */
export function setBadge(within: Element, count: number): void {
  const badge = within.querySelector<HTMLElement>('.badge');
  if (!badge) return;
  badge.hidden = count === 0;
  badge.textContent = `${count} active`;
}

/** One active scenario, with the way to end it. */
export function chip(text: string, removeLabel: string, onRemove: () => void): HTMLLIElement {
  return el(
    'li',
    {class: 'chip'},
    el('span', {}, text),
    button('Remove', onRemove, {class: 'button small', 'aria-label': removeLabel}),
  );
}
