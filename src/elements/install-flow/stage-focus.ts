import type {LitElement} from 'lit';
import type {InstallState} from '../../core/install/install-state.js';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {tabStop} from '../../ui/dialog/focus.js';
import {composedPath} from '../../ui/dom.js';
import type {LiveRegion} from '../../ui/message/live-region.js';

/** Takes people along from stage to stage: with the focus if the flow has it, else by saying what came. */
export class StageFocus {
  readonly #host: LitElement;
  readonly #live: LiveRegion;
  readonly #words: Localizer<typeof install>;
  #isHeld = false;
  /** The heading that is being said. */
  #said: HTMLElement | null = null;

  constructor(host: LitElement, live: LiveRegion, words: Localizer<typeof install>) {
    this.#host = host;
    this.#live = live;
    this.#words = words;
  }

  /** Moves focus to the heading of what is shown, or to the button that starts; to what the host shows instead of them. */
  focus(options?: FocusOptions): void {
    const {renderRoot} = this.#host;
    const own = this.#heading ?? renderRoot.querySelector<HTMLElement>('.button');
    const slot = own?.closest('slot');
    // With the host's content in it, the slot's own is not rendered, and cannot be focused.
    const target = slot && slot.assignedElements().length > 0 ? this.#placeIn(slot) : own;
    target?.focus(options);
    // The focus has it read out already.
    if (target && target === this.#said) this.#live.announce('');
    this.#said = null;
  }

  /** Call it at a change, before it is rendered: what has focus now can be gone then. */
  hold(): void {
    // Kept until it is handed on: a second change can come when the control that had it is gone already.
    this.#isHeld ||= this.#host.shadowRoot?.activeElement != null;
  }

  /**
   * Hands the focus on once the change is rendered.
   * @param isShown whether `next` is shown still
   */
  async handOn(
    previous: InstallState | undefined,
    next: InstallState,
    isShown: () => boolean,
  ): Promise<void> {
    await this.#host.updateComplete;
    if (!isShown()) return;
    const hadFocus = this.#isHeld;
    this.#isHeld = false;
    if (next.stage === 'cancelled') this.#live.announce(this.#words.term('cancelled'));
    if (isSameForm(previous, next)) return;
    const heading = this.#heading;
    // The control that had focus is gone: its place is taken by the heading of what came, or by the button that starts.
    if (hadFocus && !hasElsewhere(this.#host)) this.focus();
    else if (!hadFocus && heading && !heading.matches(':focus')) {
      this.#said = heading;
      this.#live.announce(heading.textContent.trim());
    }
  }

  get #heading(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.heading');
  }

  #placeIn(slot: HTMLSlotElement): HTMLElement | null {
    const assigned = slot.assignedElements({flatten: true});
    // A `tabindex` says where the host wants the focus, even if Tab does not go there.
    const marked = assigned.find(
      (one): one is HTMLElement => one instanceof HTMLElement && one.hasAttribute('tabindex'),
    );
    return marked ?? tabStop(slot, 'first') ?? this.#base();
  }

  /** All of the flow, for as long as it has the focus: else a click between two controls would end there. */
  #base(): HTMLElement | null {
    const base = this.#host.renderRoot.querySelector<HTMLElement>('.base');
    if (!base) return null;
    base.tabIndex = -1;
    base.addEventListener('blur', () => base.removeAttribute('tabindex'), {once: true});
    return base;
  }
}

/** Whether somebody has given the focus to what is neither inside an element nor around it. */
function hasElsewhere(host: Element): boolean {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!active || active === document.body) return false;
  return ![...composedPath(active)].includes(host) && ![...composedPath(host)].includes(active);
}

/** While answers are sent, and when they come back to be corrected, the form stays, and what has focus keeps it. */
function isSameForm(previous: InstallState | undefined, next: InstallState): boolean {
  if (next.stage === 'submitting') return true;
  const isOver = next.stage === 'done' || next.stage === 'failed' || next.stage === 'oauth';
  return previous?.stage === 'submitting' && !isOver;
}
