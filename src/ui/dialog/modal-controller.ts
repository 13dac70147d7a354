import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {focusedElement, tabStop} from './focus.js';
import {lockScroll} from './scroll-lock.js';
import {afterRemoval} from '../dom.js';
import {closeDialog} from '../top-layer.js';

/** What a person did to close a dialog. */
type CloseReason = 'button' | 'escape' | 'backdrop';

/** Detail of `pg-dialog-closing` (cancelable: preventing it keeps the dialog open) and `pg-dialog-close`. */
export interface DialogCloseDetail {
  readonly reason: CloseReason;
}

/** An element that renders one `<dialog>` in its shadow root and says with `open` whether it shows. */
interface ModalHost extends ReactiveControllerHost, HTMLElement {
  open: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

interface ModalOptions {
  /** Where focus starts; `[autofocus]` among the host's own children wins. */
  readonly initialFocus: () => HTMLElement | null;
  /** Whether a click beside the dialog closes it; never, if absent. */
  readonly lightDismiss?: () => boolean;
  /** Refuses to close while something must be seen through. */
  readonly mayClose?: () => boolean;
  /** Where focus goes when the element that had it before is gone. */
  readonly returnFocus?: () => HTMLElement | null | undefined;
}

/** Events closer than this come from one press of a key (ms). */
const SAME_KEY = 100;
const OPEN_POPOVER = ':popover-open:not([popover="manual"])';

/**
 * Opens and closes the host's native modal dialog as `open` says. The browser's top layer lifts it over transformed ancestors and
 * other dialogs; this adds what it leaves out: focus that stays inside and returns, a page that does not scroll, a veto.
 */
export class ModalController implements ReactiveController {
  readonly #host: ModalHost;
  readonly #options: ModalOptions;
  #dialog: HTMLDialogElement | undefined;
  #invoker: HTMLElement | undefined;
  #listeners: AbortController | undefined;
  #unlock: (() => void) | undefined;
  #pressedOutside = false;
  #popupEscape = -Infinity;
  /** An Escape that is for this dialog, unless something inside uses it. */
  #claimed: KeyboardEvent | undefined;

  constructor(host: ModalHost, options: ModalOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // A dialog that moved with its ancestors left the top layer; the update puts it back.
    if (this.#host.open) this.#host.requestUpdate();
  }

  hostUpdated(): void {
    if (this.#host.open && !this.#dialog) this.#show();
    else if (!this.#host.open) this.hide();
  }

  hostDisconnected(): void {
    if (!this.#dialog) return;
    this.#teardown();
    afterRemoval(this.#host, () => this.#returnFocus());
  }

  /** Asks `pg-dialog-closing`, closes, tells `pg-dialog-close`. Returns whether it closed. */
  requestClose(reason: CloseReason): boolean {
    if (!this.#dialog) return true;
    const detail: DialogCloseDetail = Object.freeze({reason});
    const closing = new CustomEvent('pg-dialog-closing', {detail, cancelable: true});
    if (this.#options.mayClose?.() === false || !this.#host.dispatchEvent(closing)) return false;
    this.#close(detail);
    return true;
  }

  /** Closes at once, and gives the focus back. */
  hide(): void {
    if (!this.#dialog) return;
    this.#teardown();
    this.#returnFocus();
  }

  #show(): void {
    const dialog = this.#host.renderRoot.querySelector('dialog');
    // Taken out of the page while it was to open: it opens once it is back.
    if (!dialog || !this.#host.isConnected) return;
    this.#dialog = dialog;
    this.#invoker ??= focusedElement();
    this.#unlock = lockScroll();
    const {signal} = (this.#listeners = new AbortController());
    window.addEventListener('keydown', (event) => this.#claimEscape(event), {
      signal,
      capture: true,
    });
    dialog.addEventListener('keydown', (event) => this.#onKeydown(event), {signal});
    dialog.addEventListener('cancel', (event) => this.#onCancel(event), {signal});
    dialog.addEventListener('close', () => this.#onNativeClose(), {signal});
    dialog.addEventListener('pointerdown', (event) => this.#onPointerdown(event), {signal});
    dialog.addEventListener('click', (event) => this.#onClick(event), {signal});
    dialog.showModal();
    showWhereSeen(dialog);
    void this.#focusInside();
  }

  async #focusInside(): Promise<void> {
    const own = this.#host.querySelector<HTMLElement>('[autofocus]');
    this.#options.initialFocus()?.focus({preventScroll: true});
    if (!own) return;
    // An element of the kit has nothing to focus before its first render.
    if ('updateComplete' in own) await own.updateComplete;
    if (this.#dialog) own.focus({preventScroll: true});
  }

  #close(detail: DialogCloseDetail): void {
    this.#host.open = false;
    this.hide();
    this.#host.dispatchEvent(new CustomEvent('pg-dialog-close', {detail}));
  }

  #teardown(): void {
    this.#listeners?.abort();
    const dialog = this.#dialog;
    this.#dialog = undefined;
    if (dialog) closeDialog(dialog);
    this.#unlock?.();
  }

  #returnFocus(): void {
    const invoker = this.#invoker;
    this.#invoker = undefined;
    if (invoker?.isConnected) invoker.focus();
    if (invoker && focusedElement() === invoker) return;
    this.#options.returnFocus?.()?.focus();
  }

  /**
   * One Escape closes one thing. Modals of hosts hear it on the document, in the capture phase, and leave alone what is marked as used; so
   * it is, before them. Who uses it inside says so as ever.
   */
  #claimEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    const dialogs = event.composedPath().filter((node) => node instanceof HTMLDialogElement);
    if (dialogs.find(({open}) => open) !== this.#dialog || this.#hasPopup(event)) return;
    event.preventDefault();
    this.#claimed = event;
    event.preventDefault = () => (this.#claimed = undefined);
  }

  #onKeydown(event: KeyboardEvent): void {
    if ((event.defaultPrevented && event !== this.#claimed) || event.isComposing) return;
    // WebKitGTK does not name the key of Shift+Tab, only its place.
    if (event.code === 'Tab' || event.key === 'Tab') this.#cycle(event);
    if (event.key !== 'Escape') return;
    if (this.#hasPopup(event)) {
      this.#popupEscape = event.timeStamp;
      return;
    }
    // Left to itself, Chromium closes on the second Escape whatever a `cancel` listener says.
    event.preventDefault();
    event.stopPropagation();
    this.requestClose('escape');
  }

  #cycle(event: KeyboardEvent): void {
    const dialog = this.#dialog;
    if (!dialog) return;
    const first = tabStop(dialog, 'first');
    const active = focusedElement();
    const leaves = event.shiftKey
      ? active === first || active?.tabIndex === -1
      : active === tabStop(dialog, 'last');
    if (first && !leaves) return;
    event.preventDefault();
    (event.shiftKey ? tabStop(dialog, 'last') : first)?.focus();
  }

  /** Escape with focus nowhere, a screen reader's dismiss gesture, Android's back. */
  #onCancel(event: Event): void {
    if (event.target !== this.#dialog) return;
    event.preventDefault();
    // For one key WebKit closes the popover and, a task later, cancels the dialog.
    if (event.timeStamp - this.#popupEscape > SAME_KEY) this.requestClose('escape');
  }

  /** A popover that is open closes first, and the browser does that. */
  #hasPopup(event: Event): boolean {
    const path = event.composedPath();
    const inside = this.#dialog ? path.slice(0, path.indexOf(this.#dialog)) : [];
    const trees = inside.filter((node) => node instanceof ShadowRoot);
    return [this.#host, ...trees].some((tree) => tree.querySelector(OPEN_POPOVER));
  }

  /** The browser closed it without asking: nothing is left to veto. */
  #onNativeClose(): void {
    if (this.#dialog && !this.#dialog.open) this.#close(Object.freeze({reason: 'escape'}));
  }

  #onPointerdown(event: PointerEvent): void {
    this.#pressedOutside = this.#isOutside(event);
  }

  #onClick(event: MouseEvent): void {
    // Both ends of the click count: selecting text and letting go outside is no wish to leave.
    const outside = this.#pressedOutside && this.#isOutside(event);
    this.#pressedOutside = false;
    if (outside && this.#options.lightDismiss?.()) this.requestClose('backdrop');
  }

  #isOutside({target, clientX, clientY}: MouseEvent): boolean {
    if (!this.#dialog || target !== this.#dialog) return false;
    const {left, right, top, bottom} = this.#dialog.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }
}

/** A frame can be taller than what is seen of it, where the host gives it the height of its content: its middle is then out of sight. */
function showWhereSeen(dialog: HTMLDialogElement): void {
  if (window.parent === window) return;
  // As large as the frame, whatever is around the dialog: only the top layer is.
  const probe = document.createElement('div');
  probe.popover = 'manual';
  for (const [property, value] of PROBE) probe.style.setProperty(property, value);
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    probe.remove();
    const seen = entry?.intersectionRect;
    if (!seen?.height) return;
    dialog.style.setProperty('--_unseen-start', `${seen.top}px`);
    dialog.style.setProperty('--_unseen-end', `${window.innerHeight - seen.bottom}px`);
  });
  dialog.after(probe);
  probe.showPopover();
  observer.observe(probe);
}

const PROBE = [
  ['box-sizing', 'border-box'],
  ['block-size', '100%'],
  ['inline-size', '100%'],
  ['visibility', 'hidden'],
] as const;
