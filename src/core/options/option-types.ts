/** One choice. `value` keeps the type the backend gave it; `label` is hostile text. */
export interface OptionItem {
  readonly value: unknown;
  readonly label: string;
  readonly subtitle?: string;
}

/** A titled group of choices. */
export interface OptionSection {
  readonly title: string;
  readonly options: readonly OptionItem[];
}

/** What a list of choices holds: choices and groups, in the order of their source. */
export type OptionEntry = OptionItem | OptionSection;

/** A field with its own choices, as the fields of a DYNAMIC_COMBO_INPUT are. */
export interface NestedField {
  readonly id: string;
  readonly title: string;
  /** `string`, `number`, `dropdown`, `multi`, `multiCheckbox`, or a type this kit does not know. */
  readonly type: string;
  readonly required: boolean;
  readonly items: readonly OptionItem[];
  /** The choices in their sections, where they come in some; `items` has them one after the other. */
  readonly entries?: readonly OptionEntry[];
  /** Title of the section that the field itself came in. */
  readonly section?: string;
  /** People may add choices of their own. */
  readonly supportAddItem: boolean;
  readonly returnsArrayStrings: boolean;
}

/** Where the next page starts, as the source gave it. */
export type OptionCursor = string | number;

/** One page of choices, read and cleaned. Pages are shared between inputs: nobody changes one. */
export interface OptionPage {
  readonly entries: readonly OptionEntry[];
  readonly nested: readonly NestedField[];
  /** Every choice of `entries`, sections included, by the key of its value. */
  readonly values: ReadonlyMap<string, OptionItem>;
  /** Null after the last page. */
  readonly cursor: OptionCursor | null;
}

/** Tells a group from a choice. */
export function isSection(entry: OptionEntry): entry is OptionSection {
  return 'options' in entry;
}
