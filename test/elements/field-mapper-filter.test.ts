import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {dynamic, FIELDS, page, show, type Mapper, type Setup} from './field-mapper-fixture.js';
import {waitUntil} from '../support/wait-until.js';

const focused = (mapper: Mapper): Element | null => mapper.root.activeElement;

/** Rows of the host's own: every tenth required, the first two mapped, the second to a field that is gone. */
const long = ({properties, ...more}: Setup & {readonly count?: number} = {}) => {
  const {count = 30} = more;
  return show({
    sources: {
      mapObjectFieldOptions: Array.from({length: count}, (_, at) => ({
        label: at === 4 ? 'Straße' : `Field ${at}`,
        value: `own_${at}`,
        required: at % 10 === 0,
      })),
    },
    properties: {
      value: {
        mainInput: 'contact',
        fieldMappings: {own_0: 'contact.email', own_1: 'contact.gone'},
      },
      ...properties,
    },
    ...more,
  });
};
const seen = (mapper: Mapper): string[] =>
  mapper.labels.filter((label) => mapper.row(label).checkVisibility());
const search = (mapper: Mapper): HTMLInputElement =>
  mapper.root.querySelector<HTMLInputElement>('input[type=search]')!;
const filters = (mapper: Mapper): string[] =>
  [...mapper.root.querySelectorAll('[part=filters] label')].map((one) =>
    one.textContent.replace(/\s+/g, ' ').trim(),
  );
const press = async (mapper: Mapper, filter: string): Promise<void> => {
  [...mapper.root.querySelectorAll<HTMLElement>('[part=filters] label')]
    .find((one) => one.textContent.includes(filter))!
    .click();
  await mapper.settled();
};
const progress = (mapper: Mapper): string => mapper.find('[part=progress] bdi').textContent.trim();

describe('search and filters of <pg-field-mapper>', () => {
  it('are there only where there are many rows, and each filter only where it is of use', async () => {
    const short = await long({count: 12});
    await waitUntil(() => progress(short) === '2 of 12 mapped');
    expect(search(short)).to.be.null;
    expect(filters(short)).to.be.empty;
    const mapper = await long();
    await waitUntil(() => filters(mapper).length === 4);
    expect(filters(mapper)).to.deep.equal(['All 30', 'Unmapped 28', 'Required 3', 'Problems 1']);
    expect(progress(mapper)).to.equal('2 of 30 mapped');
    expect(mapper.has('[part=to-check]')).to.be.false;
  });

  it('find fields by label and name, whatever their case and marks', async () => {
    const mapper = await long();
    search(mapper).focus();
    await sendKeys({type: 'strasse'});
    await mapper.settled();
    expect(seen(mapper)).to.deep.equal(['Straße']);
    await sendKeys({press: 'Escape'});
    await mapper.settled();
    expect(search(mapper).value).to.equal('');
    expect(seen(mapper)).to.have.length(30);
    await sendKeys({type: 'OWN_29'});
    await mapper.settled();
    expect(seen(mapper)).to.deep.equal(['Field 29']);
    expect(mapper.events).to.be.empty;
  });

  it('say so where nothing is left, and lead back with the focus', async () => {
    const mapper = await long();
    search(mapper).focus();
    await sendKeys({type: 'zzz'});
    await mapper.settled();
    expect(seen(mapper)).to.be.empty;
    expect(mapper.find('.none')).to.contain.text('None of your fields match “zzz”.');
    expect(mapper.find('[role=table]').checkVisibility()).to.be.false;
    mapper.button('Show all fields').focus();
    mapper.button('Show all fields').click();
    await mapper.settled();
    expect(seen(mapper)).to.have.length(30);
    expect(focused(mapper)).to.equal(search(mapper));
    expect(search(mapper).value).to.equal('');
  });

  it('keep Enter and the first Escape to themselves', async () => {
    const mapper = await long();
    const reached: string[] = [];
    search(mapper).focus();
    await sendKeys({press: 'x'});
    mapper.form.addEventListener('keydown', ({key}) => reached.push(key));
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Escape'});
    await sendKeys({press: 'Escape'});
    expect(reached).to.deep.equal(['Escape']);
  });

  it('narrow to what is unmapped, required or wrong, together with the search', async () => {
    const mapper = await long();
    await waitUntil(() => filters(mapper).length === 4);
    await press(mapper, 'Required');
    expect(seen(mapper)).to.deep.equal(['Field 0', 'Field 10', 'Field 20']);
    await press(mapper, 'Problems');
    expect(seen(mapper)).to.deep.equal(['Field 1']);
    await press(mapper, 'Unmapped');
    expect(seen(mapper)).to.have.length(28);
    search(mapper).focus();
    await sendKeys({type: 'field 2'});
    await mapper.settled();
    expect(seen(mapper)[0]).to.equal('Field 2');
    expect(seen(mapper)).to.have.length(12);
    expect(filters(mapper)).to.deep.equal(['All 12', 'Unmapped 12', 'Required 1', 'Problems 0']);
    await press(mapper, 'All');
    expect(seen(mapper)).to.have.length(12);
  });

  it('leave a row that was just mapped where it is, with the focus, until they are asked again', async () => {
    const mapper = await long();
    await waitUntil(() => filters(mapper).length === 4);
    await press(mapper, 'Unmapped');
    const [first] = seen(mapper);
    await mapper.choose(mapper.box(first!), 'Full');
    expect(seen(mapper)[0]).to.equal(first);
    expect(focused(mapper)).to.equal(mapper.box(first!));
    expect(filters(mapper)).to.include('Unmapped 27');
    expect(progress(mapper)).to.equal('3 of 30 mapped');
    await press(mapper, 'Unmapped');
    expect(seen(mapper)).not.to.include(first);
    expect(seen(mapper)).to.have.length(27);
  });

  it('give way to what has to be seen: a missing field, and a row that is added', async () => {
    const mapper = await long();
    search(mapper).focus();
    await sendKeys({type: 'straße'});
    await mapper.settled();
    mapper.element.reportValidity();
    await mapper.settled();
    expect(focused(mapper)).to.equal(mapper.box('Field 10'));
    expect(search(mapper).value).to.equal('');
    const own = await show({
      sources: dynamic({userCanCreateFields: true, fields: [{label: 'Number', value: 'number'}]}),
      properties: {
        value: {
          mainInput: 'contact',
          userCreatedFields: Array.from({length: 20}, (_, at) => `Own ${at}`),
        },
      },
    });
    search(own).focus();
    await sendKeys({type: 'own 1'});
    await own.settled();
    own.button('Create a field').click();
    await own.settled();
    await sendKeys({type: 'Cost centre'});
    await sendKeys({press: 'Enter'});
    await own.settled();
    expect(focused(own)).to.equal(own.box('Cost centre'));
  });

  it('go with the object that they were about', async () => {
    const mapper = await long({answers: {fields: () => page(FIELDS)}});
    search(mapper).focus();
    await sendKeys({type: 'straße'});
    await mapper.settled();
    await mapper.choose(mapper.object, 'Deal');
    expect(seen(mapper)).to.have.length(30);
    expect(search(mapper).value).to.equal('');
  });

  for (const width of [800, 328]) {
    it(`stay in view while 300 rows scroll, at ${width} px`, async () => {
      const mapper = await long({count: 300});
      mapper.element.style.inlineSize = `${width}px`;
      const scroller = document.createElement('div');
      Object.assign(scroller.style, {blockSize: '400px', overflow: 'auto'});
      mapper.form.before(scroller);
      scroller.append(mapper.form);
      await mapper.settled();
      mapper.row('Field 200').scrollIntoView({block: 'center'});
      const top = (): number =>
        mapper.find('[part=progress]').getBoundingClientRect().top -
        scroller.getBoundingClientRect().top;
      await waitUntil(() => Math.abs(top()) < 1, 'the bar is at the top');
      const input = search(mapper).getBoundingClientRect();
      const under = mapper.root.elementFromPoint(input.x + input.width / 2, input.y + 5);
      expect(under).to.equal(search(mapper));
      expect(mapper.element.scrollWidth).to.be.at.most(width);
      scroller.remove();
    });
  }
});
