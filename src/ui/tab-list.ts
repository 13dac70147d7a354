import {css, html, nothing, type TemplateResult} from 'lit';

/** One tab. Its panel has the id `panel-<id>` and is labelled by `tab-<id>`. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How many things are behind it. */
  readonly count?: number | undefined;
  /** What the dot beside the label says, for example that something is not saved; without it there is no dot. */
  readonly mark?: string | undefined;
}

export interface TabListOptions<Id extends string> {
  /** Names the list. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** Tabs that are chosen by click and arrow keys (https://www.w3.org/WAI/ARIA/apg/patterns/tabs/): one tab stop, in reading direction. */
export function tabList<Id extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: TabListOptions<Id>): TemplateResult {
  const onKeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const list = event.currentTarget as HTMLElement;
    const isLeftToRight = getComputedStyle(list).direction !== 'rtl';
    const next = target(event.key, tabs, chosen, isLeftToRight);
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    const tab = list.querySelector<HTMLElement>(`#tab-${next.id}`);
    tab?.focus();
    tab?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  };
  return html`<div
    class="tabs"
    part="tabs"
    role="tablist"
    aria-label=${label}
    @keydown=${onKeydown}
  >
    ${tabs.map(
      ({id, label: text, count, mark}) =>
        html`<button
          type="button"
          id="tab-${id}"
          class="tab"
          part="tab"
          role="tab"
          aria-selected=${id === chosen ? 'true' : 'false'}
          aria-controls=${id === chosen ? `panel-${id}` : nothing}
          tabindex=${id === chosen ? 0 : -1}
          @click=${({currentTarget}: Event) => {
            onChoose(id);
            (currentTarget as HTMLElement).scrollIntoView({block: 'nearest', inline: 'nearest'});
          }}
        >
          ${text}${count === undefined ? nothing : html` <span class="count">${count}</span>`}${
            mark
              ? html` <span class="mark"><span class="visually-hidden">${mark}</span></span>`
              : nothing
          }
        </button>`,
    )}
  </div>`;
}

function target<T extends {readonly id: string}>(
  key: string,
  tabs: readonly T[],
  chosen: string,
  isLeftToRight: boolean,
): T | undefined {
  const index = tabs.findIndex(({id}) => id === chosen);
  switch (key) {
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    case 'ArrowRight':
      return tabs.at((index + (isLeftToRight ? 1 : -1)) % tabs.length);
    case 'ArrowLeft':
      return tabs.at((index + (isLeftToRight ? -1 : 1)) % tabs.length);
    default:
      return undefined;
  }
}

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: clamp(12px, 4cqi, var(--_space) * 5);
    position: relative;
    z-index: 1;
    margin-block-end: -1px;
    overflow-x: auto;
    scrollbar-width: none;
    /* What goes on fades out. The rest is padding. */
    padding-inline-end: 16px;
    mask: linear-gradient(var(--_way, to left), #0000, #000 16px);
  }

  .tabs:dir(rtl) {
    --_way: to right;
  }

  .tabs ~ .panel {
    border-block-start: 1px solid var(--_border);
  }

  .tab {
    display: inline-flex;
    flex: none;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: calc(var(--_control-size) + 8px);
    padding: 0 2px;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-weight: var(--_weight-medium);
    cursor: pointer;
  }

  .tab:hover {
    color: var(--_text);
  }

  .tab[aria-selected='true'] {
    border-color: var(--_accent);
    color: var(--_text);
  }

  .tab:focus-visible {
    outline-offset: calc(var(--_focus-width) * -1 - 1px);
  }

  .tab > .count {
    color: var(--_text-muted);
    font-size: var(--_size-s);
    font-variant-numeric: tabular-nums;
  }

  .tab > .mark {
    position: relative;
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--_warning);
    forced-color-adjust: none;
  }

  @media (prefers-reduced-motion: no-preference) {
    .tab {
      transition:
        color var(--_motion),
        border-color var(--_motion);
    }
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border-color: Highlight;
    }

    .tab > .mark {
      background: CanvasText;
    }
  }
`;
