import {property} from 'lit/decorators.js';
import {combobox} from '../../i18n/en/combobox.js';
import {Localizer} from '../../i18n/localize.js';
import {HydratableElement} from '../hydratable-element.js';
import {OptionIndex, type ComboboxOptions} from './list-model.js';
import type {ComboboxFailure} from './list-state.js';
import {rawText} from './option-values.js';
import {SearchWarmer} from './search-warmer.js';

const NO_OPTIONS: ComboboxOptions = [];

/** What a combobox is given, and what follows from that alone. */
export abstract class ComboboxProperties extends HydratableElement {
  /** Replaced, never mutated: what is derived from an array is kept for it. */
  @property({attribute: false}) options: ComboboxOptions = NO_OPTIONS;
  /** The chosen value, or an array of them with `multiple`; `undefined` is none. */
  @property({attribute: false}) value: unknown;
  @property({type: Boolean}) multiple = false;
  /** Whether people can type, and who finds what they look for: this box, or its owner. */
  @property() search: 'none' | 'local' | 'remote' = 'none';
  /** The remembered label of a value whose option is not in `options`. */
  @property({attribute: false}) labelOf: ((value: unknown) => string | undefined) | undefined;
  /** All options there are have been loaded, so a value without one is gone. */
  @property({type: Boolean}) complete = false;
  /** Options are being loaded; those there are stay. */
  @property({type: Boolean}) pending = false;
  @property({attribute: false}) failure: ComboboxFailure | undefined;
  @property({type: Boolean, attribute: 'has-more'}) hasMore = false;
  @property({type: Boolean}) disabled = false;
  @property({type: Boolean}) readonly = false;
  @property({type: Boolean}) required = false;
  @property({type: Boolean}) invalid = false;
  @property({type: Boolean}) clearable = false;
  @property() placeholder = '';
  /** Name of the box and of its list. */
  @property() label = '';
  /** Elements of the roots outside which describe the box. */
  @property({attribute: false}) describedByElements: readonly Element[] = [];

  protected readonly words = new Localizer(this, 'combobox', combobox);

  constructor() {
    super();
    new SearchWarmer(this, () =>
      this.search === 'local' ? OptionIndex.of(this.options) : undefined,
    );
  }

  protected get isEditable(): boolean {
    return this.search !== 'none';
  }

  protected get isLocked(): boolean {
    return this.disabled || this.readonly;
  }

  protected get values(): readonly unknown[] {
    if (!this.multiple) return this.value === undefined ? [] : [this.value];
    return Array.isArray(this.value) ? (this.value as unknown[]) : [];
  }

  protected get accessibleName(): string {
    return this.label || this.words.term('options');
  }

  protected labelFor(value: unknown): string | undefined {
    return OptionIndex.of(this.options).find(value)?.label ?? this.labelOf?.(value);
  }

  /** Whether it is known that a value has no option any more, though its label may be remembered. */
  protected isGone(value: unknown): boolean {
    return this.complete && !OptionIndex.of(this.options).find(value);
  }

  /** What people read for a value: one that was saved never disappears because its option is not loaded, or gone. */
  protected textOf(value: unknown): string {
    const text = this.labelFor(value) ?? rawText(value);
    return this.isGone(value) ? this.words.term('notFound', text) : text;
  }
}
