import {expect, nextFrame} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {editable, many, mount, type Box} from './support/combobox-box.js';

const options = many(10_000);
const mixed = options.map((option, index) =>
  index % 3 ? option : {...option, subtitle: `custom_field_${index} of a rather long name`},
);

/** The active option, which must be in view. */
function expectActiveInView(box: Box): void {
  const active = box.root.querySelector('.option.active')!.getBoundingClientRect();
  const list = box.listbox.getBoundingClientRect();
  expect(active.top, 'top of the active option').to.be.at.least(list.top - 1);
  expect(active.bottom, 'bottom of the active option').to.be.at.most(list.bottom + 1);
}

describe('combobox with 10,000 options', () => {
  it('renders at most 60 options, each with its place in the whole', async () => {
    const box = await editable({options});
    await box.press('ArrowDown');
    expect(box.options.length).to.be.within(10, 60);
    box.options.forEach((option, index) => {
      expect(option).to.have.attribute('aria-setsize', '10000');
      expect(option).to.have.attribute('aria-posinset', String(index + 1));
    });
  });

  it('opens at a chosen option far down, in view', async () => {
    const box = await editable({options: mixed, value: 7002});
    await box.press('ArrowDown');
    expect(box.active).to.contain('Field 7002');
    await nextFrame();
    expectActiveInView(box);
  });

  it('keeps the active option in the document while others are scrolled to', async () => {
    const box = await editable({options});
    await box.press('ArrowDown');
    box.listbox.scrollTop = 100_000;
    await waitUntil(() => box.labels.some((label) => /Field [23]\d{3}/.test(label)));
    expect(box.active).to.equal('Field 0');
    expect(box.options.length).to.be.at.most(60);
    box.listbox.scrollTop = 0;
    await waitUntil(() => box.labels.includes('Field 5'));
    await box.press('ArrowDown');
    expect(box.active).to.equal('Field 1');
  });

  it('comes back to the active option when a key moves it', async () => {
    const box = await editable({options: mixed});
    await box.press('ArrowDown');
    box.listbox.scrollTop = 100_000;
    await nextFrame();
    await box.press('ArrowDown');
    expect(box.active).to.contain('Field 1');
    expectActiveInView(box);
  });

  for (const [name, list] of [
    ['one height', options],
    ['two heights', mixed],
  ] as const) {
    it(`has every active option in view, going by key through rows of ${name}`, async () => {
      const box = await mount({options: list});
      await box.press('Enter');
      for (const key of ['PageDown', 'PageDown', 'ArrowDown', 'End', 'ArrowUp', 'PageUp', 'Home']) {
        await box.press(key);
        expectActiveInView(box);
      }
      expect(box.active).to.contain('Field 0');
    });

    it(`does not move what is read when rows of ${name} above turn out higher`, async () => {
      const box = await mount({options: list});
      await box.press('Enter');
      box.listbox.scrollTop = 150_000;
      await nextFrame();
      await nextFrame();
      for (let step = 0; step < 20; step++) {
        const middle = box.listbox.getBoundingClientRect().top + 100;
        const row = box.options.find((it) => it.getBoundingClientRect().bottom > middle)!;
        const before = row.getBoundingClientRect().top;
        box.listbox.scrollTop -= 40;
        await nextFrame();
        await nextFrame();
        expect(row.getBoundingClientRect().top - before).to.be.closeTo(40, 1.5);
      }
    });
  }

  it('shows text wherever it is scrolled to', async () => {
    const box = await mount({options: mixed});
    await box.press('Enter');
    for (const part of [0.1, 0.9, 0.5, 1, 0]) {
      box.listbox.scrollTop = box.listbox.scrollHeight * part;
      await nextFrame();
      await nextFrame();
      const list = box.listbox.getBoundingClientRect();
      const rows = box.options.map((option) => option.getBoundingClientRect());
      expect(rows.some(({top}) => top <= list.top + 6)).to.be.true;
      expect(rows.some(({bottom}) => bottom >= list.bottom - 6)).to.be.true;
    }
  });

  it('is found through by a query', async () => {
    const box = await editable({options});
    await box.type('field 9999');
    expect(box.labels).to.deep.equal(['Field 9999']);
  });
});

describe('combobox with long sections', () => {
  const sections = ['One', 'Two', 'Three'].map((title, index) => ({
    title,
    options: many(200).map(({value, label}) => ({
      value: `${index}:${String(value)}`,
      label: `${title} ${label}`,
    })),
  }));

  const groups = (box: Box) => [...box.root.querySelectorAll('[role="group"]')];

  it('groups options under the name of their section, also when its title is scrolled away', async () => {
    const box = await mount({options: sections, value: '1:150'});
    await box.press('Enter');
    expect(groups(box).map((group) => group.getAttribute('aria-label'))).to.deep.equal(['Two']);
    expect(box.active).to.equal('Two Field 150');
    for (const option of box.options) expect(option.closest('[role="group"]')).to.exist;
  });

  it('counts options through all sections and skips titles', async () => {
    const box = await mount({options: sections, value: '0:199'});
    await box.press('Enter', 'ArrowDown');
    expect(box.active).to.equal('Two Field 0');
    const active = box.root.querySelector('.option.active')!;
    expect(active).to.have.attribute('aria-posinset', '201');
    expect(active).to.have.attribute('aria-setsize', '600');
    expect(groups(box).map((group) => group.getAttribute('aria-label'))).to.deep.equal([
      'One',
      'Two',
    ]);
  });

  it('leaves out sections without a match', async () => {
    const box = await editable({options: sections});
    await box.type('two field 19');
    expect(groups(box).map((group) => group.getAttribute('aria-label'))).to.deep.equal(['Two']);
    expect(box.labels[0]).to.equal('Two Field 19');
  });
});
