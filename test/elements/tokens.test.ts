import {expect, fixture, html} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import '../../src/define.js';
import '../../src/ui/combobox/pg-combobox.js';
import '../../src/ui/dialog/pg-confirm.js';
import '../../src/ui/dialog/pg-dialog.js';
import type {ConnectInput} from '../../src/core/sdk.js';
import {ADA, BOB, mountAccounts, slackWith} from './account-list-fixture.js';
import {mount, until} from './catalog-fixture.js';
import {show} from './input-fixture.js';
import {startedFlow} from './install-flow-fixture.js';

/** What a token is seen at: an element, or one of its pseudo-elements. */
type Sight = Element | readonly [Element, pseudo: string];
type Row = readonly [
  token: string,
  value: string,
  property: string,
  expected: string,
  sight: () => Promise<Sight>,
];

const within = (host: Element, selector: string): Element => {
  const found = host.shadowRoot!.querySelector(selector);
  expect(found, selector).to.exist;
  return found!;
};

const inCatalog = (selector: string) => async (): Promise<Element> =>
  within((await mount()).element, selector);

const inField =
  (selector: string, input: Partial<ConnectInput> & {readonly type: string}) =>
  async (): Promise<Element> =>
    within((await show(input)).element, selector);

const TEXT = {type: 'TEXT_NO_VARS', subtitle: 'Few words', placeholder: 'Name'};
const PASSWORD = {type: 'PASSWORD'};
const SWITCH = {type: 'SWITCH'};

const inAccounts = (selector: string) => async (): Promise<Element> =>
  within((await mountAccounts([slackWith(ADA, BOB)])).element, selector);

const inConfirm = (selector: string) => async (): Promise<Element> => {
  const confirm = await fixture(
    html`<pg-confirm open pending heading="Disconnect?" confirm-label="Disconnect"></pg-confirm>`,
  );
  return within(confirm, selector);
};

const inDialog = (selector: string) => async (): Promise<Element> =>
  within(await fixture(html`<pg-dialog open size="large" heading="Slack"></pg-dialog>`), selector);

const inList =
  (selector: string, value: readonly string[] = ['a']) =>
  async (): Promise<Element> => {
    const box = await fixture<HTMLElementTagNameMap['pg-combobox']>(
      html`<pg-combobox label="Channels"></pg-combobox>`,
    );
    box.multiple = true;
    box.options = [{value: 'a', label: 'General'}];
    box.placeholder = 'Choose…';
    box.value = value;
    await box.updateComplete;
    return within(box, selector);
  };

const inFlow = (selector: string) => async (): Promise<Element> => {
  const input = {id: 'key', type: 'TEXT_NO_VARS', title: 'Key'};
  const page = await startedFlow({stages: [{stage: 'postOptions', inputs: [input]}]} as never);
  return within(page.element, selector);
};

const focused = (sight: () => Promise<Element>) => async (): Promise<Element> => {
  const element = (await sight()) as HTMLElement;
  element.focus();
  return element;
};

const hovered = (sight: () => Promise<Element>) => async (): Promise<Element> => {
  const element = await sight();
  const {x, y, width, height} = element.getBoundingClientRect();
  await sendMouse({
    type: 'move',
    position: [Math.round(x + width / 2), Math.round(y + height / 2)],
  });
  return element;
};

const pseudo = (sight: () => Promise<Element>, name: string) => async (): Promise<Sight> => [
  await sight(),
  name,
];

const PAINT = 'rgb(1, 2, 3)';
const colour = (name: string, property: string, sight: () => Promise<Sight>): Row => [
  `--pg-color-${name}`,
  PAINT,
  property,
  PAINT,
  sight,
];

const button = inConfirm('.cancel');
const badge = inAccounts('.badge.connected');

const ROWS: readonly Row[] = [
  colour('text', 'color', inCatalog('.name')),
  colour('text-muted', 'color', inCatalog('.description')),
  colour('surface', 'background-color', inDialog('dialog')),
  colour('surface-raised', 'background-color', inCatalog('.card')),
  colour('surface-sunken', 'background-color', inField('.track', SWITCH)),
  colour('border', 'border-top-color', inCatalog('.card')),
  colour('border-control', 'border-top-color', inCatalog('input')),
  colour('accent', 'border-top-color', inCatalog('.filter:has(:checked)')),
  colour('accent-soft', 'background-color', inCatalog('.filter:has(:checked)')),
  colour('accent-hover', 'background-color', hovered(inFlow('.button.primary'))),
  colour('on-accent', 'color', inFlow('.button.primary')),
  colour('success', 'color', badge),
  colour('success-soft', 'background-color', badge),
  colour('warning', 'color', inCatalog('.attention > .action')),
  colour('warning-soft', 'background-color', inCatalog('.attention > .action')),
  colour('danger', 'background-color', inConfirm('.danger')),
  colour('danger-hover', 'background-color', hovered(inConfirm('.danger'))),
  colour('on-danger', 'color', inConfirm('.danger')),
  colour('danger-soft', 'background-color', async () =>
    within(
      await fixture(
        html`<pg-confirm open heading="Disconnect?" .error=${{text: 'It failed.'}}></pg-confirm>`,
      ),
      '.message',
    ),
  ),
  colour('focus', 'outline-color', focused(inCatalog('input'))),
  colour('backdrop', 'background-color', pseudo(inDialog('dialog'), '::backdrop')),
  colour('placeholder', 'color', inList('.placeholder', [])),

  ['--pg-font', 'Georgia', 'font-family', 'Georgia', inCatalog('.name')],
  ['--pg-font-heading', 'Georgia', 'font-family', 'Georgia', inDialog('h2')],
  ['--pg-font-size-s', '19px', 'font-size', '19px', inCatalog('.filter')],
  ['--pg-font-size-m', '19px', 'font-size', '19px', inCatalog('.base')],
  [
    '--pg-font-size-l',
    '19px',
    'font-size',
    '19px',
    async () => {
      const {element} = await mount(undefined, {query: 'nothing like it'});
      await until(() => element.shadowRoot!.querySelector('.empty-heading') !== null);
      return within(element, '.empty-heading');
    },
  ],
  ['--pg-font-size-xl', '19px', 'font-size', '19px', inDialog('h2')],
  ['--pg-font-weight-medium', '410', 'font-weight', '410', inCatalog('.filter')],
  ['--pg-font-weight-strong', '410', 'font-weight', '410', inCatalog('.name')],
  ['--pg-font-weight-heading', '410', 'font-weight', '410', inDialog('h2')],
  ['--pg-line-height', '2', 'line-height', '28px', inCatalog('.base')],
  ['--pg-line-height-small', '2', 'line-height', '26px', inField('.subtitle', TEXT)],
  ['--pg-line-height-heading', '2', 'line-height', '40px', inDialog('h2')],
  ['--pg-line-height-control', '2', 'line-height', '28px', button],

  ['--pg-radius-s', '3px', 'border-top-left-radius', '3px', inField('.tool', PASSWORD)],
  ['--pg-radius-m', '3px', 'border-top-left-radius', '3px', inField('.box', TEXT)],
  ['--pg-radius-l', '3px', 'border-top-left-radius', '3px', inDialog('dialog')],
  ['--pg-radius-pill', '3px', 'border-top-left-radius', '3px', inCatalog('.filter')],
  ['--pg-radius-field', '3px', 'border-top-left-radius', '3px', inField('.box', TEXT)],
  ['--pg-radius-button', '3px', 'border-top-left-radius', '3px', button],
  ['--pg-radius-card', '3px', 'border-top-left-radius', '3px', inCatalog('.card')],
  ['--pg-radius-dialog', '3px', 'border-top-left-radius', '3px', inDialog('dialog')],
  ['--pg-border-width', '3px', 'border-top-width', '3px', inCatalog('.card')],
  ['--pg-focus-width', '5px', 'outline-width', '5px', focused(inCatalog('input'))],
  ['--pg-focus-offset', '5px', 'outline-offset', '5px', focused(inCatalog('input'))],

  ['--pg-density', '0.75', 'min-height', '27px', inField('.box', TEXT)],
  ['--pg-space', '8px', 'margin-bottom', '32px', inCatalog('.toolbar')],
  ['--pg-control-size', '50px', 'min-height', '50px', inField('.box', TEXT)],

  ['--pg-icon-size', '20px', 'width', '20px', inField('.tool > svg', PASSWORD)],
  ['--pg-logo-size', '30px', 'width', '30px', inCatalog('.logo')],
  ['--pg-avatar-size', '30px', 'width', '30px', inAccounts('.logo')],
  ['--pg-switch-size', '30px', 'height', '30px', inField('.track', SWITCH)],
  ['--pg-badge-size', '40px', 'min-height', '40px', badge],
  ['--pg-chip-size', '40px', 'min-height', '40px', inList('.chip')],
  ['--pg-chip-size', '40px', 'min-height', '40px', inCatalog('.filter')],
  ['--pg-dialog-width', '500px', 'width', '500px', inDialog('dialog')],
  ['--pg-dialog-width-small', '300px', 'width', '300px', inConfirm('dialog')],
  ['--pg-opacity-disabled', '0.25', 'opacity', '0.25', button],

  ['--pg-shadow-raised', 'none', 'box-shadow', 'none', inCatalog('.card')],
  ['--pg-shadow-overlay', 'none', 'box-shadow', 'none', inDialog('dialog')],
  ['--pg-duration', '2s', 'transition-duration', '2s', inCatalog('.card')],
  ['--pg-duration-slow', '2s', 'animation-duration', '2s', inFlow('.stage')],
  ['--pg-easing', 'linear', 'transition-timing-function', 'linear', inCatalog('.card')],
];

function look(sight: Sight, property: string): string {
  const [element, name] = sight instanceof Element ? [sight] : sight;
  return getComputedStyle(element, name).getPropertyValue(property);
}

describe('design tokens', () => {
  const {style} = document.documentElement;
  // Nothing is on its way to another colour or size.
  beforeEach(() => style.setProperty('--pg-duration', '0s'));
  afterEach(async () => {
    for (const [token] of ROWS) style.removeProperty(token);
    await sendMouse({type: 'move', position: [0, 0]});
  });

  for (const [token, value, property, expected, sight] of ROWS) {
    it(`${token} changes ${property}`, async () => {
      const shown = await sight();
      const before = look(shown, property);
      style.setProperty(token, value);
      const after = look(shown, property);
      expect(after).to.equal(expected);
      expect(before).not.to.equal(expected);
    });
  }

  for (const density of ['0.75', '0.85', '1', '1.25']) {
    it(`fields, lists and buttons are of one height at a density of ${density}`, async () => {
      style.setProperty('--pg-density', density);
      const heights = [];
      for (const sight of [
        inField('.box', TEXT),
        inField('.box', PASSWORD),
        inList('.control'),
        button,
      ]) {
        const shown = await sight();
        heights.push(Math.round(shown.getBoundingClientRect().height * 10) / 10);
      }
      expect(heights).to.deep.equal(heights.map(() => Math.round(Number(density) * 360) / 10));
    });
  }
});
