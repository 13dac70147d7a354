import type {ViewFactory} from '../control.js';
import {ChoiceBox} from './choice-box.js';
import {choiceStyles} from './choice-styles.js';

/** One choice out of a list, wherever the list comes from. */
export const choiceView: ViewFactory = (host) => {
  const box = new ChoiceBox(host, {
    id: 'control',
    labelId: 'label',
    pick: (sources) => (sources.kind === 'single' ? sources.source : undefined),
  });
  return {
    styles: choiceStyles,
    update: (field) => box.update(field, field.value),
    render: (field) => box.render(field, field.value, field.change),
    updated: (field) => box.updated(field),
    dispose: () => box.dispose(),
  };
};
