/** Every type of input that the SDK lists as supported in a connect form; a test compares it with the SDK's own list. */
export const INPUT_TYPES = [
  'TEXT_NO_VARS',
  'TEXTAREA_NO_VARS',
  'NUMBER',
  'EMAIL',
  'URL',
  'PASSWORD',
  'BOOLEAN_INPUT',
  'SWITCH',
  'ENUM',
  'DYNAMIC_ENUM',
  'CUSTOM_DROPDOWN',
  'COMBO_INPUT',
  'DYNAMIC_COMBO_INPUT',
  'FIELD_MAPPER',
  'PERMISSION',
  'FILE',
  'COPYABLE_BUTTON_INPUT',
] as const;

/** One type of input. */
export type InputType = (typeof INPUT_TYPES)[number];
