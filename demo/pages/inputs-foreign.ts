import type {ConnectSession} from '../../src/core/compose.js';
import type {ConnectInput} from '../../src/core/sdk.js';
import {PgInput} from '../../src/elements/input/input.js';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {byId} from '../src/dom.js';
import {acmeInputs} from './inputs-design-system.js';
import {ValuesPanel} from './inputs-values.js';

interface Field {
  readonly input: ConnectInput;
  readonly value?: unknown;
  readonly isDisabled?: true;
}

const FIELDS: readonly Field[] = [
  {
    input: {
      id: 'workspace',
      type: 'TEXT_NO_VARS',
      title: 'Workspace',
      subtitle: 'As in the address of your workspace.',
      placeholder: 'acme',
    },
  },
  {input: {id: 'owner', type: 'EMAIL', title: 'Owner', placeholder: 'you@acme.example'}},
  {
    input: {id: 'address', type: 'URL', title: 'Address', readOnly: true},
    value: 'https://acme.example',
  },
  {
    input: {id: 'plan', type: 'TEXT_NO_VARS', title: 'Plan', required: false},
    value: 'Studio',
    isDisabled: true,
  },
  {input: {id: 'weekly', type: 'BOOLEAN_INPUT', title: 'Send a weekly report', required: false}},
];

/** Shows the part of the page in which another design system draws the inputs: with an SDK that is signed in already it needs no project. */
export function showForeign({sdk}: ConnectSession): void {
  const template = byId('foreign-template', HTMLTemplateElement);
  template.replaceWith(document.importNode(template.content, true));
  const portal = byId('foreign', PgPortal);
  portal.sdk = sdk;
  const form = byId('foreign-form', HTMLFormElement);
  portal.inputs = acmeInputs;
  followTheme(portal);

  const inputs = FIELDS.map(({input, value, isDisabled}) => {
    const element = new PgInput();
    element.name = input.id;
    element.input = input;
    element.value = value;
    element.disabled = isDisabled ?? false;
    return element;
  });
  form.append(...inputs);
  const panel = new ValuesPanel(form);
  panel.follow(inputs);
  byId('foreign-values', HTMLElement).append(panel.element);
}

/** Web Awesome has a class for its dark colours, and the page a switch that may say "as the system". */
function followTheme(element: HTMLElement): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const update = (): void => {
    const {theme} = document.documentElement.dataset;
    element.classList.toggle('wa-dark', theme === 'dark' || (theme !== 'light' && system.matches));
  };
  system.addEventListener('change', update);
  new MutationObserver(update).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
  update();
}
