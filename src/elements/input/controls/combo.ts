import {html} from 'lit';
import type {ViewFactory} from '../control.js';
import {comboValue} from '../rules.js';
import {plainText} from '../../../ui/safe/text.js';
import {ChoiceBox} from './choice-box.js';
import {choiceStyles} from './choice-styles.js';
import type {PickSource} from './option-list.js';

const pick =
  (which: 'main' | 'dependent'): PickSource =>
  (sources) =>
    sources.kind === 'combo' || sources.kind === 'defaultFieldValue' ? sources[which] : undefined;

/** Two choices, the second out of a list that the first decides. */
export const comboView: ViewFactory = (host) => {
  const main = new ChoiceBox(host, {id: 'control', labelId: 'main-label', pick: pick('main')});
  const dependent = new ChoiceBox(host, {
    id: 'dependent',
    labelId: 'dependent-label',
    pick: pick('dependent'),
  });
  const titleOf = ({list: {source}}: ChoiceBox, otherwise: string): string =>
    (source?.kind === 'remote' && plainText(source.source.title, 300).trim()) || otherwise;
  return {
    styles: choiceStyles,
    update(field) {
      const {mainInput, dependentInput} = comboValue(field.value);
      main.update(field, mainInput);
      const {source} = main.list;
      const key = source?.kind === 'remote' ? source.cacheKey : undefined;
      dependent.update(
        field,
        dependentInput,
        new Map(key === undefined ? [] : [[key, mainInput ?? undefined]]),
      );
    },
    render(field) {
      const value = comboValue(field.value);
      const {mainInput, dependentInput} = value;
      const mainTitle = titleOf(main, field.label);
      // What was chosen for one object means nothing for another; the rest of the value is not ours.
      const onMain = (chosen: unknown): void =>
        field.change({...value, mainInput: chosen, dependentInput: null});
      const onDependent = (chosen: unknown): void =>
        field.change({...value, dependentInput: chosen});
      const isChosen = mainInput !== undefined && mainInput !== null && mainInput !== '';
      const waiting = isChosen ? '' : field.words.term('waitingFor', mainTitle);
      return html`<div class="pair">
        <div class="part">
          <span id="main-label" class="part-label">${mainTitle}</span>
          ${main.render(field, mainInput, onMain)}
        </div>
        <div class="part">
          <span id="dependent-label" class="part-label"
            >${titleOf(dependent, field.words.term('dependentOption'))}</span
          >
          ${dependent.render(field, dependentInput, onDependent, waiting)}
        </div>
      </div>`;
    },
    updated(field) {
      main.updated(field);
      dependent.updated(field);
    },
    dispose() {
      main.dispose();
      dependent.dispose();
    },
  };
};
