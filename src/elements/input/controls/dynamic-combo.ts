import {html, nothing} from 'lit';
import {hasSource} from '../../../core/options/option-request.js';
import type {ViewFactory} from '../control.js';
import {ChoiceMemory, ComboPair, type PairChoice} from './combo.js';
import {VariableFields} from './variable-fields.js';
import {variableStyles} from './variable-styles.js';
import type {ControlField} from '../field.js';
import {type ComboValue, comboValue} from '../rules.js';
import {UndoNote} from '../../../ui/message/undo-note.js';
import {plainText} from '../../../ui/safe.js';

/** Two choices, and default values for the fields that the second one has. */
export const dynamicComboView: ViewFactory = (host) => {
  const pair = new ComboPair(host);
  const memory = new ChoiceMemory();
  const note = new UndoNote({
    name: 'note',
    announce: (text) => field?.announce(text),
    onChange: () => host.requestUpdate(),
    focusOn: () => host.renderRoot.querySelector<HTMLElement>('#dependent')?.focus(),
  });
  let field: ControlField | undefined;
  /** As it is at this moment: what was entered since the last render is in it. */
  let current: ComboValue = {};

  const change = (value: ComboValue): void => {
    current = value;
    memory.keep(value);
  };
  const fields = new VariableFields(host, {
    say: (text, undo) => note.show(text, undo),
    forget: () => note.clear(),
    value: () => current,
    change(value) {
      change(value);
      field?.change(value);
    },
    type(value) {
      change(value);
      field?.type(value);
    },
  });

  const labelOf = (value: ComboValue): string => {
    const label = pair.dependent.list.labelOf(value.dependentInput);
    return label === undefined ? '' : plainText(label, 80);
  };

  const choose = (choice: PairChoice): void => {
    if (!field) return;
    const {words} = field;
    const before = current;
    const name = labelOf(before);
    const {value, setAside, restored} = memory.choose(before, choice);
    current = value;
    field.change(value);
    if (setAside > 0) {
      const {mainInput: main, dependentInput: dependent} = before;
      const undo = (): void => choose({main, dependent});
      note.show(() => words.term('setAside', setAside, name || words.term('choiceBefore')), undo);
    } else if (restored > 0) {
      note.show(() => words.term('restored', restored));
    } else {
      note.clear();
    }
  };

  return {
    styles: variableStyles,
    update(next) {
      field = next;
      current = comboValue(next.value);
      if (memory.follow(next)) note.clear();
      pair.update(next, current);
      fields.update(next, pair.parents(current));
    },
    render(shown) {
      const {words} = shown;
      // What is wrong with default values is said at them, and not at the choices.
      const isWrong = fields.invalidity(current) !== undefined;
      const ofPair = isWrong ? {...shown, invalid: false} : shown;
      const noteView = note.render({undo: words.term('undo'), close: words.term('closeNote')});
      // Where not even the choices can be loaded, they say why.
      const {state} = pair.main.list;
      const hasFailed = state.status === 'error' && !hasSource(state);
      return html`${pair.render(ofPair, current, choose)} ${noteView}
      ${hasFailed ? nothing : fields.render(shown, labelOf(current))}`;
    },
    updated(shown) {
      pair.updated(shown);
      fields.updated();
    },
    invalidity: (value) => fields.invalidity(comboValue(value)),
    anchor(value) {
      const combo = comboValue(value);
      return pair.anchor(combo) ?? fields.anchor(combo);
    },
    dispose() {
      pair.dispose();
      fields.dispose();
    },
  };
};
