import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {showCombo, valueWith} from './input-dynamic-combo-fixture.js';
import {acme, show} from './input-fixture.js';
import {stilled} from '../support/stilled.js';

const REGIONS = [
  {label: 'Frankfurt', value: 'fra'},
  {label: 'Tokyo', value: 'tok'},
];
const SCOPES = {
  values: [{name: 'read', description: 'See', required: true}, {name: 'write'}, {name: 'list'}],
};

const inputs = [
  {type: 'TEXT_NO_VARS', prefixLabel: 'https://', suffixLabel: '.example', tooltip: 'Help'},
  {type: 'TEXTAREA_NO_VARS', subtitle: 'Long text'},
  {type: 'PASSWORD', documentationLink: 'https://acme.example'},
  {type: 'NUMBER'},
  {type: 'EMAIL', placeholder: 'name@example.com'},
  {type: 'SWITCH', subtitle: 'On or off'},
  {type: 'CUSTOM_DROPDOWN', customDropdownOptions: REGIONS},
  {type: 'COMBO_INPUT'},
  {type: 'DYNAMIC_COMBO_INPUT'},
  {type: 'PERMISSION', scopes: SCOPES},
  {type: 'FILE'},
  {type: 'COPYABLE_BUTTON_INPUT', defaultValue: 'https://acme.example'},
  {type: 'FIELD_MAPPER'},
] as const;

for (const scheme of ['light', 'dark']) {
  describe(`<pg-input> in ${scheme}`, () => {
    before(() => {
      document.documentElement.style.setProperty('color-scheme', scheme);
      document.body.style.setProperty('background', scheme === 'dark' ? '#16181e' : '#ffffff');
    });
    after(() => {
      document.documentElement.style.removeProperty('color-scheme');
      document.body.style.removeProperty('background');
    });

    it('has no barrier in default values of fields', async () => {
      const value = {note: '', amount: 'x', status: 'lost', tags: ['vip'], notify: [], old: 'a'};
      const field = await showCombo(valueWith(value));
      await field.loaded();
      await stilled();
      await expect(field.element).to.be.accessible();
      field.element.reportValidity();
      field.remove('Amount')!.click();
      await field.rendered();
      await stilled();
      await expect(field.element).to.be.accessible();
      field.element.disabled = true;
      await field.rendered();
      await stilled();
      await expect(field.element).to.be.accessible();
    });

    for (const input of inputs) {
      it(`has no barrier in any state of ${input.type}`, async () => {
        const {session} = acme();
        const field = await show({...input, title: 'Some field'}, {session, integration: 'acme'});
        if (input.type === 'CUSTOM_DROPDOWN') {
          await waitUntil(() => !field.find('pg-combobox').matches('[disabled]'));
        }
        await stilled();
        await expect(field.element).to.be.accessible();
        field.element.setCustomValidity('This is wrong');
        field.element.reportValidity();
        await field.rendered();
        await stilled();
        await expect(field.element).to.be.accessible();
        field.element.disabled = true;
        await field.rendered();
        await stilled();
        await expect(field.element).to.be.accessible();
      });
    }
  });
}
