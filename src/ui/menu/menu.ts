import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {AnchoredPopup} from '../combobox/placement.js';
import {moreIcon} from '../icons.js';

/** One thing that can be done. */
export interface MenuItem {
  readonly label: string;
  /** It takes something away. */
  readonly isDanger?: boolean;
  /** @param invoker the menu's button, which has the focus again */
  readonly onSelect: (invoker: HTMLElement) => void;
}

/** A button that opens a menu. */
export interface MenuOptions {
  /** Tells the menus of an element apart. */
  readonly key: string;
  /** What the menu is about. */
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/**
 * The menu buttons of an element, of which one at a time is open.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export class MenuController implements ReactiveController {
  readonly #host: LitElement;
  readonly #popup = new AnchoredPopup(() => this.#close(), 'end');
  #open: string | undefined;
  /** Where the focus goes in the menu that has just been opened. */
  #enter: 'first' | 'last' | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  render(options: MenuOptions): TemplateResult {
    const {key, label} = options;
    const isOpen = this.#open === key;
    return html`<span class="menu">
      <button
        type="button"
        class="button plain icon-only menu-button"
        part="menu-button"
        aria-label=${label}
        aria-haspopup="menu"
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => (isOpen ? this.#leave() : this.#show(key, 'first'))}
        @keydown=${(event: KeyboardEvent) => this.#onButtonKey(event, key)}
      >
        ${moreIcon}
      </button>
      ${isOpen ? this.#renderList(options) : nothing}
    </span>`;
  }

  hostUpdated(): void {
    const {list} = this;
    if (!list) {
      // What it was about is gone.
      this.#open = undefined;
      this.#popup.hide();
      return;
    }
    const owner = list.parentElement;
    const button = this.#button;
    if (!owner || !button) return;
    this.#popup.show(owner, button, list, list);
    if (this.#enter) this.#items.at(this.#enter === 'first' ? 0 : -1)?.focus();
    this.#enter = undefined;
  }

  hostDisconnected(): void {
    this.#close();
  }

  /** The open menu. */
  get list(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu-list');
  }

  get #button(): HTMLElement | null {
    return this.list?.parentElement?.querySelector<HTMLElement>('.menu-button') ?? null;
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.list?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  }

  #renderList({label, items}: MenuOptions): TemplateResult {
    return html`<div
      class="menu-list"
      part="menu"
      role="menu"
      popover="manual"
      aria-label=${label}
      @keydown=${this.#onListKey}
      @focusout=${this.#onFocusOut}
    >
      ${items.map(
        ({label: text, isDanger, onSelect}, at) =>
          html`<button
            type="button"
            class=${isDanger ? 'menu-item danger-text' : 'menu-item'}
            role="menuitem"
            tabindex=${at === 0 ? 0 : -1}
            @click=${() => this.#onSelect(onSelect)}
          >
            ${text}
          </button>`,
      )}
    </div>`;
  }

  #show(key: string, enter: 'first' | 'last'): void {
    this.#popup.hide();
    this.#open = key;
    this.#enter = enter;
    this.#host.requestUpdate();
  }

  #close(): void {
    if (this.#open === undefined) return;
    this.#open = undefined;
    this.#popup.hide();
    this.#host.requestUpdate();
  }

  /** Closes it and hands the focus back. */
  #leave(): HTMLElement | null {
    const button = this.#button;
    button?.focus();
    this.#close();
    return button;
  }

  #onSelect(onSelect: MenuItem['onSelect']): void {
    const invoker = this.#leave();
    if (invoker) onSelect(invoker);
  }

  #onButtonKey(event: KeyboardEvent, key: string): void {
    const {key: pressed} = event;
    if (pressed !== 'ArrowDown' && pressed !== 'ArrowUp') return;
    event.preventDefault();
    this.#show(key, pressed === 'ArrowDown' ? 'first' : 'last');
  }

  readonly #onListKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = targetOf(event.key, at, items);
    if (event.key === 'Escape' || event.key === 'Tab') this.#leave();
    else if (to) to.focus();
    else return;
    // Tab goes on from the button. One Escape closes one thing, not the dialog around as well.
    if (event.key !== 'Tab') event.preventDefault();
    if (event.key === 'Escape') event.stopPropagation();
  };

  readonly #onFocusOut = ({relatedTarget}: FocusEvent): void => {
    if (relatedTarget instanceof Node && !this.list?.parentElement?.contains(relatedTarget))
      this.#close();
  };
}

/** The item that a key leads to, from the one at `at`. */
function targetOf(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return key.length === 1 && key !== ' ' ? startingWith(key, at, items) : undefined;
  }
}

/** The next item whose words begin with a letter. */
function startingWith(
  letter: string,
  at: number,
  items: readonly HTMLElement[],
): HTMLElement | undefined {
  const later = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const sought = letter.toLocaleLowerCase();
  return later.find(({textContent}) => textContent.trim().toLocaleLowerCase().startsWith(sought));
}
