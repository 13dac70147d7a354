import type {ConnectInput} from '../../core/sdk.js';
import {LazyView, stateless, type Control, type Rules} from './control.js';
import {copyableView} from './controls/copyable.js';
import {passwordView} from './controls/password.js';
import {renderSwitch} from './controls/switch.js';
import {textareaView, textView, type TextKind} from './controls/text.js';
import {renderUnsupported} from './controls/unsupported.js';
import type {InputType} from './input-types.js';
import {
  choiceRules,
  comboRules,
  emailRules,
  fileRules,
  mapperRules,
  numberRules,
  permissionRules,
  secretRules,
  shownRules,
  switchRules,
  textRules,
  untouchedRules,
  urlRules,
} from './rules.js';

const text = (rules: Rules, kind: TextKind): Control => ({
  rules,
  view: textView(kind),
  label: 'label',
});

const PASSWORD: Control = {rules: secretRules, view: passwordView, label: 'label'};
const NUMBER: Control = {...text(numberRules, 'number'), size: 'short'};
const EMAIL = text(emailRules, 'email');
const URL_ = text(urlRules, 'url');
const SWITCH: Control = {rules: switchRules, view: stateless(renderSwitch), label: 'beside'};

/** Loaded when the first of them is shown: a form of text fields does without the combobox. */
const CHOICE: Control = {
  rules: choiceRules,
  view: new LazyView(async () => (await import('./controls/choice.js')).choiceView),
  label: 'name',
  sourced: true,
};

const UNSUPPORTED: Control = {
  rules: untouchedRules,
  view: stateless(renderUnsupported),
  label: 'legend',
};

/** The control of each type. The compiler misses none. */
const CONTROLS: Readonly<Record<InputType, Control>> = {
  TEXT_NO_VARS: text(textRules, 'text'),
  TEXTAREA_NO_VARS: {rules: textRules, view: textareaView, label: 'label'},
  NUMBER,
  EMAIL,
  URL: URL_,
  PASSWORD,
  BOOLEAN_INPUT: SWITCH,
  SWITCH,
  ENUM: CHOICE,
  DYNAMIC_ENUM: CHOICE,
  CUSTOM_DROPDOWN: CHOICE,
  COMBO_INPUT: {
    rules: comboRules,
    view: new LazyView(async () => (await import('./controls/combo.js')).comboView),
    label: 'legend',
    shape: 'pair',
    sourced: true,
  },
  DYNAMIC_COMBO_INPUT: {
    rules: comboRules,
    view: new LazyView(async () => (await import('./controls/dynamic-combo.js')).dynamicComboView),
    label: 'legend',
    shape: 'pair',
    sourced: true,
  },
  FIELD_MAPPER: {
    rules: mapperRules,
    view: new LazyView(async () => (await import('./controls/field-mapper.js')).fieldMapperView),
    label: 'legend',
    shape: 'pair',
    size: 'wide',
    sourced: true,
  },
  PERMISSION: {
    rules: permissionRules,
    view: new LazyView(async () => (await import('./controls/permission.js')).permissionView),
    label: 'legend',
    shape: 'rows',
  },
  FILE: {
    rules: fileRules,
    view: new LazyView(async () => (await import('./controls/file.js')).fileView),
    label: 'legend',
  },
  COPYABLE_BUTTON_INPUT: {rules: shownRules, view: copyableView, label: 'label'},
};

/** What a text field says it is for, in the words of `<input type>`. */
const BY_INPUT_TYPE: ReadonlyMap<unknown, Control> = new Map([
  ['password', PASSWORD],
  ['number', NUMBER],
  ['email', EMAIL],
  ['url', URL_],
]);

/** The control for an input; types that nobody knows are shown and kept. */
export function controlOf({type, inputType}: ConnectInput): Control {
  const control = Object.hasOwn(CONTROLS, type) ? CONTROLS[type as InputType] : UNSUPPORTED;
  if (type !== 'TEXT_NO_VARS') return control;
  return BY_INPUT_TYPE.get(inputType) ?? control;
}
