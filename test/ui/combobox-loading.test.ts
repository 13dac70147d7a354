import {aTimeout, expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {editable, fruits, many, mount, type Box} from './support/combobox-box.js';

const announced = (box: Box, words: string) =>
  waitUntil(() => box.status === words, `“${words}” is announced`);

describe('combobox with remote search', () => {
  it('asks for each text that is typed and shows what it is given, unfiltered', async () => {
    const box = await editable({search: 'remote'});
    await box.type('zz');
    expect(box.events).to.deep.equal([
      ['pg-combobox-open'],
      ['pg-combobox-search', {query: 'z'}],
      ['pg-combobox-search', {query: 'zz'}],
    ]);
    expect(box.labels).to.have.length(fruits.length);
  });

  it('asks for everything again when it opens after a search', async () => {
    const box = await editable({search: 'remote'});
    await box.type('b');
    await box.press('ArrowDown', 'Enter', 'ArrowDown');
    expect(box.events.at(-1)).to.deep.equal(['pg-combobox-search', {query: ''}]);
  });

  it('does not ask when it opens with nothing typed', async () => {
    const box = await editable({search: 'remote'});
    await box.press('ArrowDown');
    expect(box.count('pg-combobox-search')).to.equal(0);
  });

  it('keeps old options and is busy while new ones are loaded', async () => {
    const box = await editable({search: 'remote', pending: true});
    await box.press('ArrowDown');
    expect(box.listbox).to.have.attribute('aria-busy', 'true');
    expect(box.labels).to.have.length(fruits.length);
    expect(box.note).to.equal('Loading…');
  });

  it('keeps the active option when more options arrive', async () => {
    const box = await editable({search: 'remote', options: many(20), hasMore: true});
    await box.press('ArrowDown', 'ArrowDown');
    await box.set({options: many(40)});
    expect(box.active).to.equal('Field 1');
  });

  it('has no active option when that is not among the new ones', async () => {
    const box = await editable({search: 'remote'});
    await box.press('ArrowDown');
    await box.set({options: many(3)});
    expect(box.active).to.equal('');
  });

  it('makes the chosen option active when it arrives, where nothing can be typed', async () => {
    const box = await mount({options: [], pending: true, value: 'cherry'});
    await box.press('Enter');
    expect(box.active).to.equal('');
    await box.set({options: fruits, pending: false});
    expect(box.active).to.equal('Cherry');
  });
});

describe('combobox with more options to load', () => {
  const scrollToEnd = async (box: Box) => {
    box.listbox.scrollTop = box.listbox.scrollHeight;
    await waitUntil(() => box.count('pg-combobox-more') > 0);
  };

  it('asks for more only when the end is near', async () => {
    const box = await mount({options: many(50), hasMore: true});
    await box.press('Enter');
    await aTimeout(0);
    expect(box.count('pg-combobox-more')).to.equal(0);
    await scrollToEnd(box);
    expect(box.count('pg-combobox-more')).to.equal(1);
  });

  it('asks with the keyboard at the end as well', async () => {
    const box = await mount({options: many(50), hasMore: true});
    await box.press('End');
    await waitUntil(() => box.count('pg-combobox-more') === 1);
  });

  it('asks once until it was given an answer', async () => {
    const box = await mount({options: many(50), hasMore: true});
    await box.press('End', 'ArrowUp', 'ArrowDown');
    expect(box.count('pg-combobox-more')).to.equal(1);
    await box.set({pending: true});
    await box.press('ArrowUp', 'ArrowDown');
    expect(box.count('pg-combobox-more')).to.equal(1);
    await box.set({pending: false, options: many(52)});
    await waitUntil(() => box.count('pg-combobox-more') === 2);
  });

  it('does not ask without hasMore, while loading or after a failure', async () => {
    for (const state of [
      {hasMore: false},
      {hasMore: true, pending: true},
      {hasMore: true, failure: {message: 'No', retry: () => undefined}},
    ]) {
      const box = await mount({options: many(50), ...state});
      await box.press('End');
      await aTimeout(0);
      expect(box.count('pg-combobox-more')).to.equal(0);
    }
  });

  it('does not claim to know how many options there are', async () => {
    const box = await mount({hasMore: true});
    await box.press('Enter');
    expect(box.options[0]).to.have.attribute('aria-setsize', '-1');
  });
});

describe('combobox whose options failed to load', () => {
  const failing = () => {
    let retries = 0;
    const failure = {message: 'The service could not be reached.', retry: () => retries++};
    return {failure, retries: () => retries};
  };

  it('shows the message with an option that tries again, reached by keyboard', async () => {
    const {failure, retries} = failing();
    const box = await editable({search: 'remote', options: [], failure});
    await box.press('ArrowDown');
    expect(box.active).to.equal('The service could not be reached. Try again');
    await box.press('Enter');
    expect(retries()).to.equal(1);
    expect(box.isOpen).to.be.true;
    expect(box.changes).to.be.empty;
  });

  it('keeps what was loaded, before the failure', async () => {
    const {failure, retries} = failing();
    const box = await editable({search: 'remote', failure});
    await box.press('ArrowUp');
    expect(box.labels).to.have.length(fruits.length + 1);
    expect(box.active).to.contain('Try again');
    await box.press('ArrowDown', 'Enter');
    expect(box.changes).to.deep.equal(['apple']);
    expect(retries()).to.equal(0);
  });

  it('tries again when pressed', async () => {
    const {failure, retries} = failing();
    const box = await mount({failure});
    await box.press('Enter');
    box.options.at(-1)!.click();
    expect(retries()).to.equal(1);
  });

  it('keeps the failure in sight of a long list', async () => {
    const {failure} = failing();
    const box = await mount({options: many(200), failure});
    await box.press('Enter');
    const retry = box.options.at(-1)!.getBoundingClientRect();
    const list = box.listbox.getBoundingClientRect();
    expect(retry.bottom).to.be.at.most(list.bottom + 1);
    await box.press('PageDown');
    const active = box.root.querySelector('.option.active')!.getBoundingClientRect();
    expect(active.bottom).to.be.at.most(box.options.at(-1)!.getBoundingClientRect().top + 1);
  });

  it('has nothing active any more once the failure is gone', async () => {
    const {failure} = failing();
    const box = await editable({search: 'remote', options: [], failure});
    await box.press('ArrowDown');
    await box.set({failure: undefined, pending: true});
    expect(box.active).to.equal('');
  });
});

describe('combobox without options', () => {
  for (const pending of [true, false]) {
    it(`controls a list that is there for screen readers while it is ${pending ? 'loading' : 'empty'}`, async () => {
      const box = await editable({options: [], pending});
      await box.press('ArrowDown');
      expect(box.field).to.have.attribute('aria-expanded', 'true');
      expect(getComputedStyle(box.listbox).display).to.equal('block');
      // What loads comes in softly: its colour counts when it is there.
      const comingIn = box.root
        .getAnimations()
        .filter(({effect}) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.all(comingIn.map(({finished}) => finished));
      await expect(box.element).to.be.accessible();
    });
  }
});

describe('combobox announcements', () => {
  it('has an empty status region before there is something to say', async () => {
    const box = await editable();
    expect(box.root.querySelector('[role="status"]')).to.exist;
    expect(box.status).to.equal('');
  });

  it('announces how many options match, once typing has settled', async () => {
    const box = await editable();
    const heard: string[] = [];
    const region = box.root.querySelector('[role="status"]')!;
    new MutationObserver(() => heard.push(box.status)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await box.type('be');
    await announced(box, '2 options');
    expect(heard.filter(Boolean)).to.deep.equal(['2 options']);
    await box.type('rry ');
    await box.type('x');
    await announced(box, 'No matches');
  });

  it('announces the same count again for another query', async () => {
    const box = await editable();
    await box.type('bl');
    await announced(box, '1 option');
    await box.type('u');
    expect(box.status).to.equal('');
    await announced(box, '1 option');
  });

  it('shows and announces that there are no options', async () => {
    const box = await mount({options: []});
    await box.press('Enter');
    expect(box.note).to.equal('No options');
    await announced(box, 'No options');
  });

  it('announces loading only when it takes long', async () => {
    const box = await mount({options: [], pending: true});
    await box.press('Enter');
    const start = performance.now();
    await announced(box, 'Loading…');
    expect(performance.now() - start).to.be.at.least(500);
    await box.set({options: fruits, pending: false});
    await announced(box, '5 options');
  });

  it('announces a failure', async () => {
    const box = await mount({failure: {message: 'Not reached.', retry: () => undefined}});
    await box.press('Enter');
    await announced(box, 'Not reached.');
  });

  it('says nothing when a list that is there opens or closes', async () => {
    const box = await mount({});
    await box.press('Enter', 'Escape');
    await aTimeout(600);
    expect(box.status).to.equal('');
  });
});
