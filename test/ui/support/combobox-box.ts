import {fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {PgCombobox} from '../../../src/ui/combobox/combobox.js';
import type {ComboboxEventMap} from '../../../src/ui/combobox/events.js';
import type {ComboboxOption} from '../../../src/ui/combobox/list-model.js';
import '../../../src/ui/combobox/pg-combobox.js';

const EVENTS = [
  'pg-combobox-change',
  'pg-combobox-search',
  'pg-combobox-more',
  'pg-combobox-open',
  'pg-combobox-close',
] as const satisfies readonly (keyof ComboboxEventMap)[];

export const fruits: readonly ComboboxOption[] = [
  'Apple',
  'Banana',
  'Blueberry',
  'Cherry',
  'Elderberry',
].map((label) => ({value: label.toLowerCase(), label}));

export const many = (count: number): readonly ComboboxOption[] =>
  Array.from({length: count}, (_, value) => ({value, label: `Field ${value}`}));

/** A mounted combobox, seen as people and assistive technology see it. */
export class Box {
  readonly element: PgCombobox;
  /** Names and details of the events since mounting, in order. */
  readonly events: [type: string, detail?: unknown][] = [];

  constructor(element: PgCombobox) {
    this.element = element;
    for (const type of EVENTS) {
      element.addEventListener(type, ({detail}: CustomEvent<unknown>) => {
        this.events.push(detail === null ? [type] : [type, detail]);
      });
    }
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get field(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[role="combobox"]')!;
  }

  get input(): HTMLInputElement {
    return this.root.querySelector('input')!;
  }

  get toggle(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[part="toggle"]')!;
  }

  get control(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[part="control"]')!;
  }

  get popup(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[part="popup"]')!;
  }

  get listbox(): HTMLElement {
    return this.root.querySelector<HTMLElement>('[role="listbox"]')!;
  }

  get options(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  get chips(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[part="chip"]')];
  }

  get removeButtons(): HTMLElement[] {
    return this.chips.flatMap((chip) => [...chip.querySelectorAll('button')]);
  }

  get isOpen(): boolean {
    const isShown = this.popup.matches(':popover-open');
    if (isShown !== (this.field.getAttribute('aria-expanded') === 'true')) {
      throw new Error('aria-expanded does not tell whether the popup is shown');
    }
    return isShown;
  }

  get labels(): string[] {
    return this.options.map(textOf);
  }

  /** Label of the active option, '' without one. */
  get active(): string {
    const id = this.field.getAttribute('aria-activedescendant');
    if (!id) return '';
    const option = this.root.getElementById(id);
    if (option?.getAttribute('role') !== 'option') throw new Error(`No option has the id ${id}`);
    return textOf(option);
  }

  get selected(): string[] {
    return this.options.filter((it) => it.getAttribute('aria-selected') === 'true').map(textOf);
  }

  get checked(): string[] {
    return this.options.filter((it) => it.querySelector('svg')).map(textOf);
  }

  get text(): string {
    return this.field instanceof HTMLInputElement ? this.field.value : textOf(this.field);
  }

  get status(): string {
    return this.root.querySelector('[role="status"]')!.textContent;
  }

  get note(): string {
    const note = this.root.querySelector('.note');
    return note ? textOf(note) : '';
  }

  /** Values of the change events. */
  get changes(): unknown[] {
    return this.events
      .filter(([type]) => type === 'pg-combobox-change')
      .map(([, detail]) => (detail as {value: unknown}).value);
  }

  count(type: keyof ComboboxEventMap): number {
    return this.events.filter(([name]) => name === type).length;
  }

  async set(properties: Partial<PgCombobox>): Promise<void> {
    Object.assign(this.element, properties);
    await this.element.updateComplete;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await sendKeys({press: key === 'Space' ? ' ' : key});
    await this.element.updateComplete;
  }

  async type(text: string): Promise<void> {
    await sendKeys({type: text});
    await this.element.updateComplete;
  }
}

export const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

/** Mounts a combobox and focuses it. */
export async function mount(
  properties: Partial<PgCombobox>,
  parentNode?: HTMLElement,
): Promise<Box> {
  const element = await fixture<PgCombobox>(
    html`<pg-combobox></pg-combobox>`,
    parentNode ? {parentNode} : {},
  );
  // Somewhere for Tab to go: out of the page, some browsers would not come back.
  element.after(document.createElement('button'));
  const box = new Box(element);
  await box.set({options: fruits, label: 'Fruit', ...properties});
  element.focus();
  return box;
}

export const editable = (properties: Partial<PgCombobox> = {}): Promise<Box> =>
  mount({search: 'local', ...properties});
