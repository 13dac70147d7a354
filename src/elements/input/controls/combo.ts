import type {ViewFactory} from '../control.js';
import {comboValue} from '../rules.js';
import {choiceStyles} from './choice-styles.js';
import {ComboPair} from './combo-pair.js';
import {ChoiceMemory} from './choice-memory.js';

/** Two choices, the second out of a list that the first decides. */
export const comboView: ViewFactory = (host) => {
  const pair = new ComboPair(host);
  const memory = new ChoiceMemory();
  return {
    styles: choiceStyles,
    update(field) {
      memory.follow(field);
      pair.update(field, comboValue(field.value));
    },
    render: (field) =>
      pair.render(field, comboValue(field.value), (choice) =>
        field.change(memory.choose(field.value, choice).value),
      ),
    updated: (field) => pair.updated(field),
    anchor: (value) => pair.anchor(comboValue(value)),
    dispose: () => pair.dispose(),
  };
};
