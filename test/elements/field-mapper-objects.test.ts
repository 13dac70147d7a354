import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import {page, show, source} from './field-mapper-fixture.js';

const CONTACT = {objectMapping: 'contact', mainInput: 'contact'};
const mapped = (fieldMappings: Record<string, unknown>) => ({...CONTACT, fieldMappings});

/** A second choice that depends on the object, with fields of its own. */
const LAYOUTS = {
  dependentInputSource: source('layouts', {refreshDependencies: ['objects']}),
  dependentFieldInputSource: source('layoutFields', {refreshDependencies: ['layouts']}),
};
const STANDARD = page([{label: 'Standard', value: 1}]);
const ONLY_HERE = page([{label: 'Only here', value: 'x'}]);

describe('objects of <pg-field-mapper>', () => {
  const value = mapped({Name: 'contact.name', Email: 'contact.email'});

  it('set mappings aside when another is chosen, with a way back', async () => {
    const mapper = await show({properties: {value}});
    await mapper.choose(mapper.object, 'Deal');
    expect(mapper.element.value).to.deep.equal({
      objectMapping: 'deal',
      mainInput: 'deal',
      fieldMappings: {},
    });
    expect(mapper.find('[part=notice]')).to.contain.text('2 mappings of Contact were set aside');
    mapper.button('Undo').click();
    await mapper.settled();
    expect(mapper.element.value).to.equal(value);
    await mapper.shows('Name', 'Full name');
  });

  it('bring mappings back when they are chosen again', async () => {
    const mapper = await show({properties: {value}});
    await mapper.choose(mapper.object, 'Deal');
    await mapper.choose(mapper.box('Town'), 'Email');
    await mapper.choose(mapper.object, 'Contact');
    expect(mapper.element.value).to.equal(value);
    await mapper.choose(mapper.object, 'Deal');
    expect((mapper.element.value as typeof value).fieldMappings).to.deep.equal({
      Town: 'contact.email',
    });
  });

  it('forget what was set aside when the host sets another value', async () => {
    const mapper = await show({properties: {value}});
    await mapper.choose(mapper.object, 'Deal');
    mapper.element.value = {...CONTACT, mainInput: 'deal', objectMapping: 'deal', note: 1};
    await mapper.settled();
    expect(mapper.has('[part=notice]')).to.be.false;
    await mapper.choose(mapper.object, 'Contact');
    expect(mapper.element.value).to.deep.equal({...CONTACT, note: 1});
  });

  it('wait for the choice that depends on them, and both are passed on', async () => {
    const mapper = await show({
      sources: {
        dependentInputSource: source('layouts', {
          title: 'Layout',
          refreshDependencies: ['objects'],
        }),
        fieldSource: source('fields', {refreshDependencies: ['objects', 'layouts']}),
      },
      answers: {layouts: () => page([{label: 'Standard', value: 1}])},
      properties: {value: {mainInput: 'contact'}},
    });
    expect(mapper.find('.hint')).to.contain.text('Choose Layout');
    await mapper.choose(mapper.root.querySelector<PgCombobox>('#dependent')!, 'Standard');
    expect(mapper.element.value).to.deep.equal({
      mainInput: 'contact',
      objectMapping: 'contact',
      dependentInput: 1,
    });
    await waitUntil(() => mapper.requests('fields').length === 1);
    expect(
      mapper.requests('fields')[0]?.parameters?.map(({source: {value}}) => value),
    ).to.deep.equal(['contact', 1]);
  });

  it('offer their own fields, and those that the dependent choice has besides', async () => {
    const mapper = await show({
      sources: LAYOUTS,
      answers: {
        layouts: () => STANDARD,
        layoutFields: () => ONLY_HERE,
      },
      properties: {
        value: {
          mainInput: 'contact',
          dependentInput: 1,
          fieldMappings: {Name: 'x', Email: 'contact.email'},
        },
      },
    });
    await mapper.shows('Name', 'Only here');
    await mapper.shows('Email', 'Email');
    await mapper.choose(mapper.box('Name'), 'Full name');
    await mapper.choose(mapper.box('Town'), 'Only here');
    expect((mapper.element.value as {fieldMappings: unknown}).fieldMappings).to.deep.equal({
      Name: 'contact.name',
      Email: 'contact.email',
      Town: 'x',
    });
    expect(mapper.requests('fields')).to.have.length(1);
    expect(mapper.requests('layoutFields')).to.have.length(1);
  });

  it('say that some fields did not come, and ask for those alone again', async () => {
    let isDown = true;
    const mapper = await show({
      sources: LAYOUTS,
      answers: {
        layouts: () => STANDARD,
        layoutFields: () => {
          if (isDown) throw new Error('down');
          return ONLY_HERE;
        },
      },
      properties: {value: {mainInput: 'contact', dependentInput: 1, fieldMappings: {Name: 'x'}}},
    });
    await waitUntil(() => mapper.has('[part=retry]'));
    isDown = false;
    mapper.button('Try again').click();
    await mapper.shows('Name', 'Only here');
    expect(mapper.requests('fields')).to.have.length(1);
  });

  it('are listed by category, as sections', async () => {
    const mapper = await show({
      answers: {
        objects: () => ({
          data: [],
          nestedData: [
            {id: 'a', title: 'Standard', type: 'x', items: [{label: 'Lead', value: 'lead'}]},
          ],
          nextPageCursor: null,
        }),
      },
    });
    await mapper.choose(mapper.object, 'Lead');
    expect(mapper.element.value).to.deep.equal({objectMapping: 'lead', mainInput: 'lead'});
    expect(mapper.text(mapper.object)).to.equal('Lead');
  });

  it('name their category where several have one of the same name', async () => {
    const category = (title: string, value: string) => ({
      id: title,
      title,
      type: 'x',
      items: [{label: 'Note', value}],
    });
    const mapper = await show({
      answers: {
        objects: () => ({
          data: [{label: 'Task', value: 'task'}],
          nestedData: [category('Contact', 'contact.note'), category('Deal', 'deal.note')],
          nextPageCursor: null,
        }),
      },
    });
    await mapper.choose(mapper.object, 'Note (Deal)');
    expect(mapper.element.value).to.include({mainInput: 'deal.note'});
    expect(mapper.text(mapper.object)).to.equal('Note (Deal)');
  });

  it('are kept and marked when the integration no longer has them', async () => {
    const value = {mainInput: 'lead', fieldMappings: {Email: 'contact.email'}, more: 1};
    const mapper = await show({properties: {value}});
    await mapper.shows('Email', 'Email');
    expect(mapper.text(mapper.object)).to.equal('lead (no longer available)');
    const note = mapper.find('.objects .problem');
    expect(note).to.contain.text('no longer exists');
    expect(mapper.object.describedByElements).to.include(note);
    expect(mapper.element.value).to.equal(value);
    await mapper.choose(mapper.object, 'Contact');
    expect(mapper.has('.objects .problem')).to.be.false;
    expect(mapper.find('[part=notice]')).to.contain.text(
      '1 mapping of the previous object was removed.',
    );
    mapper.button('Undo').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(value);
  });

  it('say what to choose before saved fields can be changed', async () => {
    const mapper = await show({
      sources: {dependentInputSource: source('layouts', {title: 'Layout'})},
      properties: {value: {mainInput: 'contact', fieldMappings: {Name: 'contact.name'}}},
    });
    expect(mapper.find('.hint')).to.contain.text('Choose Layout to map the fields.');
    expect(mapper.box('Name').disabled).to.be.true;
  });
});
