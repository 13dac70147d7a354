import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import {page, show, type Mapper, type Setup} from './field-mapper-fixture.js';

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
  const suggesting = ({properties = {}, ...more}: Setup = {}) =>
    show({
      properties: {value: mapped({}), suggest: true, suggestThreshold: 0.5, ...properties},
      answers: {fields: () => page(FIELDS)},
      ...more,
    });
  const answers = (mapper: Mapper): Element[] => [
    ...mapper.root.querySelectorAll('.row [part=suggestion]'),
  ];
  /** What empty boxes show in grey. */
  const ghosts = (mapper: Mapper): string[] =>
    mapper.rows
      .filter((row) => row.querySelector('[part=suggestion]'))
      .map(
        (row) => row.querySelector('pg-combobox')!.shadowRoot!.querySelector('input')!.placeholder,
      );
  const bannerText = (mapper: Mapper): string => mapper.find('.count').textContent.trim();
  const description = (mapper: Mapper, label: string): string =>
    mapper
      .box(label)
      .describedByElements.map(({textContent}) => textContent.replace(/\s+/g, ' ').trim())
      .join(' ');

  const hint = (mapper: Mapper, label: string): string =>
    mapper.row(label).querySelector('kbd')!.textContent;

  it('stand as grey text in their boxes, and write nothing', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    expect(ghosts(mapper)).to.deep.equal(['Full name', 'E-mail', 'Home city']);
    expect(mapper.text(mapper.box('Email'))).to.equal('');
    expect(mapper.events).to.be.empty;
    expect(mapper.element.value).to.deep.equal(mapped({}));
  });

  it('are announced once, by their number', async () => {
    const mapper = await suggesting();
    const region = mapper.find('.live-polite');
    await waitUntil(() => region.textContent === '3 likely matches');
    const said: (string | null)[] = [];
    new MutationObserver(() => said.push(region.textContent)).observe(region, {childList: true});
    mapper.find('.row [part=accept]').click();
    await waitUntil(() => said.length === 2);
    expect(said).to.deep.equal(['', 'Full name is used for Name.']);
  });

  it('are not made below the threshold', async () => {
    const mapper = await suggesting({properties: {suggestThreshold: 0.8}});
    await waitUntil(() => answers(mapper).length > 0);
    expect(ghosts(mapper)).to.deep.equal(['Full name', 'E-mail']);
    expect(mapper.text(mapper.box('Town'))).to.equal('');
    expect(mapper.box('Town').placeholder).to.equal('Not mapped');
  });

  it('tell why, and which keys answer them', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    await mapper.settled();
    expect(description(mapper, 'Email')).to.equal(
      'Suggestion: E-mail, 100% match, same name. Press Enter to use it, Escape to dismiss it.',
    );
    expect(mapper.row('Email').querySelector<HTMLElement>('[part=suggestion]')!.title).to.equal(
      '100% match, same name',
    );
  });

  it('are accepted one by one', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    mapper.button('Use E-mail for Email').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Email: 'mail'}));
    expect(answers(mapper)).to.have.length(2);
    await waitUntil(() => focused(mapper) === mapper.box('Email'));
  });

  it('are passed by Tab, and accepted with Enter', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    mapper.box('Name').focus();
    await sendKeys({press: 'Tab'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({}));
    expect(focused(mapper)).to.equal(mapper.box('Email'));
    expect(description(mapper, 'Email')).to.contain('Press Enter to use it');
    expect(hint(mapper, 'Email')).to.equal('Enter');
    await sendKeys({press: 'Enter'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Email: 'mail'}));
    expect(focused(mapper)).to.equal(mapper.box('Email'));
    expect(mapper.options(mapper.box('Email')), 'no list').to.be.empty;
  });

  it('are accepted with Tab, on its way to the next row, by whoever works on them', async () => {
    const mapper = await suggesting({properties: {suggestThreshold: 0.8}});
    await waitUntil(() => answers(mapper).length === 2);
    const after = document.createElement('button');
    mapper.form.append(after);
    mapper.box('Name').focus();
    await sendKeys({press: 'Enter'});
    await sendKeys({press: 'Tab'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'name'}));
    expect(focused(mapper)).to.equal(mapper.box('Email'));
    expect(description(mapper, 'Email')).to.contain('Press Tab to use it');
    expect(hint(mapper, 'Email')).to.equal('Tab');
    await sendKeys({press: 'Tab'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'name', Email: 'mail'}));
    expect(focused(mapper)).to.equal(mapper.box('Town'));
    await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(after);
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'name', Email: 'mail'}));
  });

  it('are accepted with Tab in a box that was opened or typed into', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    mapper.box('Email').focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Escape'});
    await sendKeys({press: 'Tab'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Email: 'mail'}));
  });

  it('are passed by Tab again by somebody who was elsewhere', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    const after = document.createElement('button');
    mapper.form.append(after);
    mapper.box('Email').focus();
    await sendKeys({press: 'Enter'});
    after.focus();
    mapper.box('Name').focus();
    await sendKeys({press: 'Tab'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Email: 'mail'}));
  });

  it('come first in the list of their box, and once', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    const box = mapper.box('Name');
    box.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => mapper.options(box).length === 3);
    expect(mapper.options(box)).to.deep.equal(['Full name', 'E-mail', 'Home city']);
    const titles = [...box.shadowRoot!.querySelectorAll('[part=section-title]')];
    expect(titles.map(({textContent}) => textContent.trim())).to.deep.equal([
      'Suggested',
      'Other fields',
    ]);
    await sendKeys({press: 'Enter'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'name'}));
  });

  it('are left alone by Shift+Tab, by Tab from an open list and from what is typed', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    mapper.box('Email').focus();
    await sendKeys({press: 'Shift+Tab'});
    expect(focused(mapper)).to.equal(mapper.box('Name'));
    await sendKeys({type: 'zzz'});
    await sendKeys({press: 'Tab'});
    mapper.box('Name').focus();
    await sendKeys({press: 'Alt+ArrowDown'});
    await sendKeys({press: 'Tab'});
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({}));
    expect(mapper.events).to.be.empty;
  });

  it('are dismissed with Escape, which reaches nothing else the first time', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    let reached = 0;
    mapper.form.addEventListener('keydown', ({key}) => (reached += key === 'Escape' ? 1 : 0));
    mapper.box('Email').focus();
    await sendKeys({press: 'Escape'});
    await mapper.settled();
    expect(ghosts(mapper)).to.deep.equal(['Full name', 'Home city']);
    expect(description(mapper, 'Email')).to.equal('');
    expect(reached).to.equal(0);
    await sendKeys({press: 'Escape'});
    expect(reached).to.equal(1);
    await sendKeys({press: 'Tab'});
    expect(focused(mapper)).to.equal(mapper.box('Town'));
    expect(mapper.element.value).to.deep.equal(mapped({}));
  });

  for (const width of [800, 328]) {
    it(`move no row when they are answered, at ${width} px`, async () => {
      const mapper = await suggesting();
      mapper.element.style.inlineSize = `${width}px`;
      await waitUntil(() => answers(mapper).length === 3);
      const places = (): string[] =>
        mapper.rows.map((row) => {
          const {top, height} = row.getBoundingClientRect();
          return `${top} ${height}`;
        });
      const before = places();
      const height = mapper.rows[1]!.getBoundingClientRect().height;
      expect(height).to.equal(width === 800 ? 44 : 76);
      const unmoved = async (): Promise<void> => {
        await mapper.settled();
        expect(places()).to.deep.equal(before);
      };
      mapper.button('Dismiss Full name for Name').click();
      await unmoved();
      mapper.box('Email').focus();
      await unmoved();
      await sendKeys({press: 'Enter'});
      await unmoved();
      mapper.button('Accept').click();
      await unmoved();
      expect(answers(mapper)).to.be.empty;
      mapper.button('Undo').click();
      await unmoved();
      mapper.button('Dismiss').click();
      await unmoved();
    });
  }

  it('are accepted together, and taken back except for what was chosen since', async () => {
    const mapper = await suggesting({properties: {suggestThreshold: 0.8}});
    await waitUntil(() => answers(mapper).length === 2);
    expect(bannerText(mapper)).to.equal('2 likely matches');
    mapper.button('Accept all').focus();
    mapper.button('Accept all').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'name', Email: 'mail'}));
    expect(bannerText(mapper)).to.equal('2 matches were accepted.');
    expect(focused(mapper)).to.equal(mapper.find('[part=suggestions]'));
    await sendKeys({press: 'Tab'});
    expect(focused(mapper)).to.equal(mapper.button('Undo'));
    await mapper.choose(mapper.box('Name'), 'Home');
    mapper.button('Undo').click();
    await mapper.settled();
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'whereabouts'}));
  });

  it('stay away once they are dismissed, until that is undone', async () => {
    const mapper = await suggesting();
    await waitUntil(() => answers(mapper).length === 3);
    mapper.button('Dismiss E-mail for Email').click();
    await mapper.settled();
    expect(ghosts(mapper)).to.deep.equal(['Full name', 'Home city']);
    mapper.button('Dismiss').click();
    await mapper.settled();
    expect(answers(mapper)).to.be.empty;
    expect(bannerText(mapper)).to.equal('2 matches were dismissed.');
    expect(mapper.element.value).to.deep.equal(mapped({}));
    mapper.button('Undo').click();
    await mapper.settled();
    expect(ghosts(mapper)).to.deep.equal(['Full name', 'Home city']);
    mapper.button('Dismiss').click();
    await mapper.settled();
    mapper.button('Close this message').focus();
    mapper.button('Close this message').click();
    await mapper.settled();
    expect(mapper.has('[part=suggestions]')).to.be.false;
    expect(mapper.element.contains(document.activeElement)).to.be.true;
  });

  it('wait for the last page', async () => {
    const mapper = await suggesting({
      answers: {
        fields: ({cursor}: {cursor?: unknown}) =>
          cursor === 2 ? page(FIELDS.slice(1)) : page(FIELDS.slice(0, 1), 2 as never),
      },
    });
    await waitUntil(() => answers(mapper).length === 3);
    expect(mapper.requests('fields')).to.have.length(2);
  });

  it('are made for a field that has vanished, beside it, which comes back with Undo', async () => {
    const value = mapped({Email: 'mail_old', Name: 'name'});
    const mapper = await suggesting({properties: {value, suggestThreshold: 0.8}});
    await waitUntil(() => answers(mapper).length === 1);
    await mapper.shows('Email', 'mail_old (no longer available)');
    expect(mapper.button('Use E-mail for Email')).to.have.trimmed.text('Use E-mail');
    expect(mapper.row('Email').querySelector('[part=dismiss]')).to.be.null;
    mapper.box('Email').focus();
    await sendKeys({press: 'Tab'});
    expect(focused(mapper)).to.equal(mapper.button('Use E-mail for Email'));
    expect(mapper.element.value).to.equal(value);
    mapper.button('Accept').click();
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
      properties: {value: mapped({}), suggest: true, suggestThreshold: 0.5},
      answers: {fields: () => page(fields)},
    });
    // Before anything was found.
    mapper.element.value = mapped({'Partner street 0': 'street_0'});
    await waitUntil(() => answers(mapper).length > 0, 'suggestions are found');
    expect(mapper.row('Partner street 0').querySelector('[part=suggestion]')).to.be.null;
    expect(answers(mapper)).to.have.length(299);
    expect(bannerText(mapper)).to.equal('299 likely matches');
    expect(mapper.box('Partner street 1').placeholder).to.equal('Street of partner 1');
  });
});
