/** Events of the combobox. They bubble within the shadow root that uses it and do not leave it. */
export interface ComboboxEventMap {
  /** A person chose, removed or cleared: `detail.value` is the new value. */
  'pg-combobox-change': CustomEvent<{readonly value: unknown}>;
  /** `search="remote"` only: what a person typed, undebounced; the list should show what matches it. */
  'pg-combobox-search': CustomEvent<{readonly query: string}>;
  /** The end of the list is near and `hasMore`: once until `options` change or `pending` ends. */
  'pg-combobox-more': CustomEvent<null>;
  'pg-combobox-open': CustomEvent<null>;
  /** Follows each `pg-combobox-open`, also when the box was removed or disabled. */
  'pg-combobox-close': CustomEvent<null>;
}

declare global {
  interface HTMLElementEventMap {
    'pg-combobox-change': ComboboxEventMap['pg-combobox-change'];
    'pg-combobox-search': ComboboxEventMap['pg-combobox-search'];
    'pg-combobox-more': ComboboxEventMap['pg-combobox-more'];
    'pg-combobox-open': ComboboxEventMap['pg-combobox-open'];
    'pg-combobox-close': ComboboxEventMap['pg-combobox-close'];
  }
}

type Detail<K extends keyof ComboboxEventMap> = ComboboxEventMap[K]['detail'];

/** Dispatches an event of the combobox. */
export function emit<K extends keyof ComboboxEventMap>(
  target: EventTarget,
  type: K,
  detail: Detail<K>,
): void {
  target.dispatchEvent(new CustomEvent(type, {bubbles: true, detail}));
}
