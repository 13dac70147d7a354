import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {page, show, type Mapper} from './field-mapper-fixture.js';

const mapped = (fieldMappings: Record<string, unknown>) => ({
  objectMapping: 'contact',
  mainInput: 'contact',
  fieldMappings,
});

const focused = (mapper: Mapper): Element | null => mapper.root.activeElement;

describe('suggestions of <pg-field-mapper>', () => {
  const FIELDS = [
    {label: 'E-mail', value: 'mail'},
    {label: 'Full name', value: 'name'},
    {label: 'Home city', value: 'whereabouts'},
  ];
  const suggesting = (more = {}) =>
    show({
      properties: {value: mapped({}), suggest: true},
      answers: {fields: () => page(FIELDS)},
      ...more,
    });
  const proposals = (mapper: Mapper): string[] =>
    [...mapper.root.querySelectorAll('.proposed')].map((one) => one.textContent);

  it('are shown with their confidence, and write nothing', async () => {
    const mapper = await suggesting();
    await waitUntil(() => proposals(mapper).length === 3);
    expect(proposals(mapper)).to.deep.equal(['Full name', 'E-mail', 'Home city']);
    expect(mapper.row('Email').querySelector('.suggestion')).to.contain.text('100%');
    expect(mapper.events).to.be.empty;
    expect(mapper.element.value).to.deep.equal(mapped({}));
  });

  it('are accepted one by one', async () => {
    const mapper = await suggesting();
    await waitUntil(() => proposals(mapper).length === 3);
    mapper.button('Use E-mail for Email').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Email: 'mail'}));
    expect(proposals(mapper)).to.have.length(2);
    await waitUntil(() => focused(mapper) === mapper.box('Email'));
  });

  it('are accepted together above the threshold, and taken back except for what was chosen since', async () => {
    const mapper = await suggesting();
    await waitUntil(() => proposals(mapper).length === 3);
    mapper.button('Use 2 with 80%+').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'name', Email: 'mail'}));
    await mapper.choose(mapper.box('Name'), 'Home');
    mapper.button('Undo').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'whereabouts'}));
  });

  it('stay away once they are dismissed', async () => {
    const mapper = await suggesting();
    await waitUntil(() => proposals(mapper).length === 3);
    mapper.button('Dismiss E-mail for Email').click();
    await mapper.settled();
    expect(proposals(mapper)).to.have.length(2);
    mapper.button('Dismiss all').click();
    await mapper.settled();
    expect(mapper.has('[part=suggestions]')).to.be.false;
    expect(mapper.element.value).to.deep.equal(mapped({}));
  });

  it('wait for the last page', async () => {
    const mapper = await suggesting({
      answers: {
        fields: ({cursor}: {cursor?: unknown}) =>
          cursor === 2 ? page(FIELDS.slice(1)) : page(FIELDS.slice(0, 1), 2 as never),
      },
    });
    await waitUntil(() => proposals(mapper).length === 3);
    expect(mapper.requests('fields')).to.have.length(2);
  });

  it('are made for a field that has vanished, which comes back with Undo', async () => {
    const value = mapped({Email: 'mail_old', Name: 'name'});
    const mapper = await suggesting({properties: {value, suggest: true}});
    await waitUntil(() => proposals(mapper).length === 2);
    expect(proposals(mapper)).to.deep.equal(['E-mail', 'Home city']);
    expect(mapper.element.value).to.equal(value);
    mapper.button('Use 1 with 80%+').click();
    await mapper.shows('Email', 'E-mail');
    mapper.button('Undo').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(value);
  });

  it('of large objects are looked for between other things, and only the newest are shown', async () => {
    const count = 3_000;
    const fields = Array.from({length: count}, (_, at) => ({
      label: `Street of partner ${at}`,
      value: `street_${at}`,
    }));
    const savedFieldMappings = Array.from({length: 300}, (_, at) => ({
      label: `Partner street ${at}`,
    }));
    const mapper = await show({
      input: {savedFieldMappings},
      properties: {value: mapped({}), suggest: true},
      answers: {fields: () => page(fields)},
    });
    // Before anything was found.
    mapper.element.value = mapped({'Partner street 0': 'street_0'});
    await waitUntil(() => proposals(mapper).length > 0, 'suggestions are found');
    expect(mapper.row('Partner street 0').querySelector('.suggestion')).to.be.null;
    expect(proposals(mapper)).to.have.length(299);
    expect(mapper.find('.count')).to.have.text('299 suggestions');
    expect(proposals(mapper)[0]).to.equal('Street of partner 1');
  });
});
