import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {dynamic, page, show, type Mapper} from './field-mapper-fixture.js';

const CONTACT = {objectMapping: 'contact', mainInput: 'contact'};
const mapped = (fieldMappings: Record<string, unknown>) => ({...CONTACT, fieldMappings});
const focused = (mapper: Mapper): Element | null => mapper.root.activeElement;

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

  it('keep their boxes and the focus when others go, also in a long list', async () => {
    const userCreatedFields = Array.from({length: 20}, (_, at) => `Own ${at}`);
    const mapper = await own({}, {...CONTACT, userCreatedFields});
    const labels = mapper.labels.slice(2);
    expect(labels).to.deep.equal(userCreatedFields);
    const boxes = labels.map((label) => mapper.box(label));
    mapper.button('Remove Number').click();
    await mapper.settled();
    expect(labels.map((label) => mapper.box(label))).to.deep.equal(boxes);
    // The last one of its group, so that the focus goes on to another group.
    mapper.button('Remove Own 9').click();
    await mapper.settled();
    expect(focused(mapper)).to.equal(boxes[10]);
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
    expect(mapper.find('#name-problem')).to.contain.text('A field with this name already exists');
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
      mapper.row(label).querySelector('.preview')!.textContent.replace(/\s+/g, ' ').trim();
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

  for (const [dir, wide] of [
    ['ltr', 'right'],
    ['rtl', 'left'],
  ] as const) {
    it(`point to the field that they lead to, in ${dir} beside and below each other`, async () => {
      const mapper = await own();
      const pointing = (): string => {
        const svg = mapper.root.querySelector('.arrow svg')!;
        const {rotate, scale} = getComputedStyle(svg);
        const turn = new DOMMatrix()
          .rotate(parseFloat(rotate) || 0)
          .scale(scale.startsWith('-1') ? -1 : 1, 1)
          .transformPoint({x: 1, y: 0});
        if (Math.abs(turn.x) > 0.5) return turn.x > 0 ? 'right' : 'left';
        return turn.y > 0 ? 'down' : 'up';
      };
      document.documentElement.dir = dir;
      try {
        mapper.element.style.inlineSize = '800px';
        expect(pointing()).to.equal(wide);
        mapper.element.style.inlineSize = '340px';
        expect(pointing()).to.equal('down');
        mapper.element.direction = 'to-application';
        await mapper.settled();
        expect(pointing()).to.equal('up');
      } finally {
        document.documentElement.dir = '';
      }
    });
  }

  for (const width of [800, 328]) {
    it(`are of one height at ${width} px, and words about a problem lie over the next with the focus`, async () => {
      const mapper = await show({
        input: {
          savedFieldMappings: ['Name', 'Town', 'A name '.repeat(20), 'Email'].map((label) => ({
            label,
          })),
        },
        properties: {
          value: mapped({Name: 'gone', Town: 'contact.billing_city', Email: 'contact.email'}),
          sample: {Name: 'A value '.repeat(30)},
        },
      });
      mapper.element.style.inlineSize = `${width}px`;
      await mapper.shows('Name', 'gone (no longer available)');
      const places = (): string[] =>
        mapper.rows.map((row) => {
          const {top, height} = row.getBoundingClientRect();
          return `${top} ${height}`;
        });
      const before = places();
      for (const row of mapper.rows) {
        expect(row.getBoundingClientRect().height).to.equal(width === 800 ? 44 : 76);
      }
      const note = mapper.row('Name').querySelector('.problem')!;
      const isSeen = (): boolean => getComputedStyle(note).clipPath === 'none';
      expect(isSeen()).to.be.false;
      expect(mapper.row('Name').querySelector<HTMLElement>('.alert')!.title).to.equal(
        'This field no longer exists. It is kept until you change it.',
      );
      mapper.box('Name').focus();
      expect(isSeen()).to.be.true;
      expect(places()).to.deep.equal(before);
      mapper.box('Email').focus();
      expect(isSeen()).to.be.false;
      expect(mapper.element.scrollWidth).to.be.at.most(width);
    });
  }

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
