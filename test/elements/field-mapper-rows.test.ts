import {expect, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {dynamic, page, show, type Mapper} from './field-mapper-fixture.js';

const CONTACT = {objectMapping: 'contact', mainInput: 'contact'};
const mapped = (fieldMappings: Record<string, unknown>) => ({...CONTACT, fieldMappings});
const focused = (mapper: Mapper): Element | null => mapper.root.activeElement;

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
});

describe('rows of <pg-field-mapper>', () => {
  const own = (more = {}, value: unknown = CONTACT) =>
    show({
      sources: dynamic({
        defaultFields: ['number', 'due'],
        userCanRemoveMappings: true,
        userCanCreateFields: true,
        ...more,
      }),
      properties: {value},
    });

  it('are removed and added again, and the focus goes on', async () => {
    const mapper = await own();
    expect(mapper.labels).to.deep.equal(['Number', 'Date']);
    mapper.button('Remove Number').click();
    await mapper.settled();
    expect(mapper.labels).to.deep.equal(['Date']);
    expect(focused(mapper)).to.equal(mapper.box('Date'));
    mapper.find('.add-box').focus();
    await sendKeys({type: 'num'});
    await sendKeys({press: 'Enter'});
    await mapper.settled();
    expect(mapper.labels).to.deep.equal(['Number', 'Date']);
    expect(focused(mapper)).to.equal(mapper.box('Number'));
    mapper.button('Remove Number').click();
    await mapper.settled();
    mapper.button('Remove Date').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal({
      ...CONTACT,
      dynamicMappings: {},
      mappingType: 'DYNAMIC',
    });
    expect(focused(mapper)).to.equal(mapper.find('.add-box'));
  });

  it('come back with what they were mapped to', async () => {
    const mapper = await own();
    await mapper.choose(mapper.box('Number'), 'Full');
    const before = mapper.element.value;
    mapper.button('Remove Number').click();
    await mapper.settled();
    mapper.button('Undo').click();
    await mapper.settled();
    await mapper.shows('Number', 'Full name');
    expect(JSON.stringify(mapper.element.value)).to.contain('"integrationField":"contact.name"');
    expect(Object.keys(mapper.element.value as object)).to.deep.equal(
      Object.keys(before as object),
    );
  });

  it('are named by people, with the keyboard', async () => {
    const mapper = await own();
    mapper.button('Create a field').click();
    await mapper.settled();
    await sendKeys({type: 'number'});
    await sendKeys({press: 'Enter'});
    await mapper.settled();
    expect(mapper.find('#name-problem')).to.contain.text('There is a field with this name already');
    await sendKeys({press: 'Control+a'});
    await sendKeys({type: 'Cost centre'});
    await sendKeys({press: 'Enter'});
    await mapper.settled();
    expect(mapper.labels).to.deep.equal(['Number', 'Date', 'Cost centre']);
    expect(focused(mapper)).to.equal(mapper.box('Cost centre'));
    expect(mapper.element.value).to.have.deep.property('userCreatedFields', ['Cost centre']);
    const reopened = await own({}, JSON.parse(JSON.stringify(mapper.element.value)) as unknown);
    expect(reopened.labels).to.deep.equal(mapper.labels);
  });

  it('say nothing of what is missing while a person works on them', async () => {
    const sources = dynamic({userCanRemoveMappings: true, userCanCreateFields: true});
    const mapper = await show({
      sources,
      input: {required: true},
      properties: {value: CONTACT, suggest: true},
      answers: {fields: () => page([{label: 'Number', value: 'n'}])},
    });
    mapper.button('Create a field').focus();
    mapper.button('Create a field').click();
    await mapper.settled();
    expect(focused(mapper)).to.equal(mapper.find('.new-name'));
    await sendKeys({press: 'Escape'});
    await mapper.settled();
    mapper.button('Remove Date').focus();
    mapper.button('Remove Date').click();
    await mapper.settled();
    mapper.button('Dismiss Number for Number').focus();
    mapper.button('Dismiss Number for Number').click();
    await mapper.settled();
    mapper.button('Undo').focus();
    mapper.button('Undo').click();
    await mapper.settled();
    expect(mapper.has('#error')).to.be.false;
    expect(mapper.element.contains(document.activeElement)).to.be.true;
  });

  it('are not created with Escape, which reaches nothing else', async () => {
    const mapper = await own();
    mapper.button('Create a field').click();
    await mapper.settled();
    let reached = 0;
    mapper.form.addEventListener('keydown', () => (reached += 1));
    await sendKeys({press: 'Escape'});
    await mapper.settled();
    expect(reached).to.equal(0);
    expect(focused(mapper)).to.equal(mapper.button('Create a field'));
  });

  it('that are required keep the form from being sent', async () => {
    const mapper = await show({
      sources: {mapObjectFieldOptions: [{label: 'Number', value: 'n', required: true}]},
      properties: {value: CONTACT},
    });
    expect(mapper.element.validationMessage).to.equal('Map the required field.');
    mapper.element.reportValidity();
    await mapper.settled();
    expect(mapper.row('Number').querySelector('.problem')).to.have.trimmed.text(
      'This field is required.',
    );
    expect(focused(mapper)).to.equal(mapper.box('Number'));
    await mapper.choose(mapper.box('Number'), 'Full');
    expect(mapper.element.checkValidity()).to.be.true;
  });

  it('show what of a sample would arrive, and what is missing there', async () => {
    const mapper = await show({
      sources: {
        mapObjectFieldOptions: ['customer.name', 'off', 'empty', 'none', 'open'].map((value) => ({
          label: value,
          value,
        })),
      },
      properties: {
        value: mapped({'customer.name': 'a', off: 'b', empty: 'c', none: 'd'}),
        sample: {customer: {name: 'Ada'}, off: false, empty: ''},
      },
    });
    const shown = (label: string): string =>
      mapper
        .row(label)
        .querySelector('.preview')!
        .textContent.replace('Sample value', '')
        .replace(/\s+/g, ' ')
        .trim();
    expect(shown('customer.name')).to.equal('Ada');
    expect(shown('off')).to.equal('false');
    expect(shown('empty')).to.equal('Empty in the sample');
    expect(shown('none')).to.equal('Not in the sample');
    expect(shown('open')).to.contain('Nothing');
    mapper.element.direction = 'to-application';
    mapper.element.sample = {a: 'from there'};
    await mapper.settled();
    expect(shown('customer.name')).to.equal('from there');
    expect(mapper.row('off').querySelector('.arrow')).to.contain.text('comes from');
  });

  it('stand one below the other where it is narrow, and nothing is cut off', async () => {
    const mapper = await own();
    mapper.element.style.inlineSize = '288px';
    await mapper.settled();
    const row = mapper.row('Number');
    const name = row.querySelector('.name')!.getBoundingClientRect();
    const target = row.querySelector('.target')!.getBoundingClientRect();
    expect(target.top).to.be.at.least(name.bottom);
    expect(mapper.element.scrollWidth).to.be.at.most(288);
  });
});

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
    mapper.button('Use 2 with 80% or more').click();
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
});
