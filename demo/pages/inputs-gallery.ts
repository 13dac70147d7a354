import {ConnectSession} from '../../src/core/index.js';
import {noEnvironment} from '../../src/core/environment.js';
import {PgInput} from '../../src/elements/input/input.js';
import {el} from '../src/dom.js';
import {STATES, type Specimen} from './inputs-states.js';
import {KINDS} from './inputs-types.js';

/** What of the collection is shown; '' is all of it. */
export interface Selection {
  readonly type: string;
  readonly state: string;
}

/** The account whose lists the inputs show. */
export interface ListAccount {
  readonly integration: string;
  readonly credential: string | undefined;
}

/** Shows the chosen types and states, a group for each type. Each is a form of its own: browsers take one with many secrets for several. */
export function fillGallery(
  gallery: HTMLElement,
  selection: Selection,
  account: ListAccount,
): readonly PgInput[] {
  const inputs: PgInput[] = [];
  const groups = [...KINDS].flatMap(([type, kind]) => {
    if (selection.type && selection.type !== type) return [];
    const cells = [...STATES].flatMap(([name, {title, words, make}]) => {
      if (selection.state && selection.state !== name) return [];
      const specimen = make(type, kind);
      if (!specimen) return [];
      const input = inputFor(specimen, account);
      inputs.push(input);
      const cell = el(
        'form',
        {class: 'specimen', 'data-state': name, novalidate: ''},
        // Of a single state it stands above all types.
        selection.state === '' && stateWords(title, words),
        specimen.isWaiting ? waitingPortal(input) : input,
      );
      return [cell];
    });
    return cells.length > 0 ? [groupOf(type, kind.title, cells)] : [];
  });
  gallery.dataset.columns = selection.state === '' ? 'states' : 'types';
  const none = el('p', {class: 'log-empty'}, 'Inputs of this type are never in this state.');
  gallery.replaceChildren(...(groups.length > 0 ? groups : [none]));
  return inputs;
}

/** What a state is about. */
export function stateWords(title: string, words: string): HTMLElement {
  return el('p', {class: 'state-words'}, el('strong', {}, title), ` ${words}`);
}

function groupOf(type: string, title: string, cells: readonly HTMLElement[]): HTMLElement {
  return el(
    'section',
    {class: 'kind', 'data-type': type, 'aria-labelledby': `kind-${type}`},
    el('h2', {id: `kind-${type}`}, title, ' ', el('code', {}, type)),
    el('div', {class: 'specimens'}, ...cells),
  );
}

function inputFor(
  {input, value, isDisabled, isChecked}: Specimen,
  {integration, credential}: ListAccount,
): PgInput {
  const element = new PgInput();
  element.name = input.id;
  element.integration = integration;
  element.credential = credential;
  element.input = input;
  element.value = value;
  element.disabled = isDisabled ?? false;
  // What a form does when it is sent, without moving the focus there.
  if (isChecked) element.dispatchEvent(new Event('invalid', {cancelable: true}));
  return element;
}

function waitingPortal(input: PgInput): HTMLElement {
  // An SDK that never arrives, on a clock that never says that it is late.
  const environment = {...noEnvironment, after: () => () => undefined};
  input.session = new ConnectSession(() => new Promise(() => undefined), {environment});
  return el('div', {}, input);
}
