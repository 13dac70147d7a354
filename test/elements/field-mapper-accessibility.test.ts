import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import {dynamic, show, type Mapper, type Setup} from './field-mapper-fixture.js';
import {stilled} from '../support/stilled.js';

const value = {
  mainInput: 'contact',
  objectMapping: 'contact',
  fieldMappings: {Name: 'contact.name', Town: 'contact.gone'},
};

const states: Record<string, () => Promise<Mapper>> = {
  'without an object': () => show({input: {required: true}}),
  mapped: () => ready({properties: {value, sample: {Name: 'Ada'}, suggest: true}}),
  'with problems': async () => {
    const twice = {...value, fieldMappings: {Name: 'contact.name', Email: 'contact.name'}};
    const mapper = await ready({properties: {value: twice, duplicates: 'error'}});
    mapper.element.reportValidity();
    return mapper;
  },
  'with an open list': async () => {
    const mapper = await ready({properties: {value}});
    mapper.box('Name').focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => mapper.options(mapper.box('Name')).length > 0);
    return mapper;
  },
  'where rows can be added': async () => {
    const sources = dynamic({
      defaultFields: ['number'],
      userCanRemoveMappings: true,
      userCanCreateFields: true,
    });
    const mapper = await show({sources, properties: {value}});
    mapper.button('Create a field').click();
    return mapper;
  },
  'after another object': async () => {
    const mapper = await ready({properties: {value}});
    await mapper.choose(mapper.object, 'Deal');
    return mapper;
  },
  disabled: () => ready({properties: {value, disabled: true}}),
  'read-only': () => ready({properties: {value, readonly: true}}),
  failing: async () => {
    const mapper = await show({
      properties: {value},
      answers: {
        fields: () => {
          throw new TypeError('Failed to fetch');
        },
      },
    });
    await waitUntil(() => mapper.has('[part=failure]'));
    return mapper;
  },
  'with many rows': () => {
    const savedFieldMappings = Array.from({length: 60}, (_, at) => ({label: `Field ${at}`}));
    return show({input: {savedFieldMappings}, properties: {value}});
  },
};

async function ready(setup: Setup): Promise<Mapper> {
  const mapper = await show(setup);
  await mapper.shows('Name', 'Full name');
  return mapper;
}

for (const scheme of ['light', 'dark']) {
  describe(`<pg-field-mapper> in ${scheme}`, () => {
    before(() => {
      document.documentElement.style.setProperty('color-scheme', scheme);
      document.body.style.setProperty('background', scheme === 'dark' ? '#16181e' : '#ffffff');
    });
    after(() => {
      document.documentElement.style.removeProperty('color-scheme');
      document.body.style.removeProperty('background');
    });

    for (const [name, showState] of Object.entries(states)) {
      it(`has no barrier ${name}`, async () => {
        const mapper = await showState();
        await mapper.settled();
        await stilled();
        await expect(mapper.element).to.be.accessible();
      });
    }
  });
}
