import type {ViewFactory} from '../control.js';
import type {ControlField} from '../field.js';
import {ChoiceBox} from './choice-box.js';
import {choiceStyles} from './choice-styles.js';
import {StaleChoice} from './stale-choice.js';

/** One choice out of a list, wherever the list comes from. */
export const choiceView: ViewFactory = (host) => {
  const box = new ChoiceBox(host, {
    id: 'control',
    labelId: 'label',
    pick: (sources) => (sources.kind === 'single' ? sources.source : undefined),
  });
  const stale = new StaleChoice(box.list);
  let words: ControlField['words'] | undefined;
  return {
    styles: choiceStyles,
    update(field) {
      words = field.words;
      box.update(field, field.value);
      stale.update(field);
      if (stale.isSuspect) box.list.load();
    },
    render: (field) => box.render(field, field.value, field.change),
    updated: (field) => box.updated(field),
    invalidity: (value) =>
      stale.isStale(value) && words
        ? {flags: {customError: true}, message: words.term('stale'), showAtOnce: true}
        : undefined,
    dispose: () => box.dispose(),
  };
};
