import {expect} from '@open-wc/testing';
import {fruits, many, mount} from './support/combobox-box.js';

describe('combobox without search, at rest', () => {
  it('is a named, focusable combobox which controls a listbox and has its label as text', async () => {
    const box = await mount({value: 'cherry'});
    expect(box.field).to.have.attribute('tabindex', '0');
    expect(box.field).to.have.attribute('aria-label', 'Fruit');
    expect(box.root.getElementById(box.field.getAttribute('aria-controls')!)).to.equal(box.listbox);
    expect(box.isOpen).to.be.false;
    expect(box.text).to.equal('Cherry');
  });

  it('shows a placeholder while nothing is chosen', async () => {
    expect((await mount({placeholder: 'Choose a fruit'})).text).to.equal('Choose a fruit');
  });
});

describe('combobox without search, opening by keyboard', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'Enter', 'Space', 'Alt+ArrowDown']) {
    it(`opens with ${key} at the first option`, async () => {
      const box = await mount({});
      await box.press(key);
      expect(box.isOpen).to.be.true;
      expect(box.active).to.equal('Apple');
    });

    it(`opens with ${key} at the chosen option`, async () => {
      const box = await mount({value: 'cherry'});
      await box.press(key);
      expect(box.active).to.equal('Cherry');
      expect(box.selected).to.deep.equal(['Cherry']);
    });
  }

  it('opens again at what was chosen last', async () => {
    const box = await mount({});
    await box.press('Enter', 'ArrowDown', 'Enter', 'Enter');
    expect(box.active).to.equal('Banana');
  });

  it('opens at the first option with Home and at the last with End', async () => {
    const box = await mount({value: 'cherry'});
    await box.press('Home');
    expect(box.active).to.equal('Apple');
    await box.press('Escape', 'End');
    expect(box.active).to.equal('Elderberry');
  });

  it('opens at the first match of a letter', async () => {
    const box = await mount({});
    await box.type('b');
    expect(box.isOpen).to.be.true;
    expect(box.active).to.equal('Banana');
  });
});

describe('combobox without search, moving', () => {
  it('cycles through matches of a letter that is repeated', async () => {
    const box = await mount({});
    await box.type('bb');
    expect(box.active).to.equal('Blueberry');
    await box.type('b');
    expect(box.active).to.equal('Banana');
  });

  it('refines by several letters', async () => {
    const box = await mount({});
    await box.type('bl');
    expect(box.active).to.equal('Blueberry');
  });

  it('takes a space as a letter while letters are typed', async () => {
    const options = ['New', 'New York', 'Newark'].map((label) => ({value: label, label}));
    const box = await mount({options});
    await box.type('new y');
    expect(box.isOpen).to.be.true;
    expect(box.active).to.equal('New York');
    expect(box.changes).to.be.empty;
  });

  it('stops at the ends', async () => {
    const box = await mount({});
    await box.press('Enter', 'ArrowUp');
    expect(box.active).to.equal('Apple');
    await box.press('End', 'ArrowDown');
    expect(box.active).to.equal('Elderberry');
  });

  it('goes ten options with PageDown and PageUp', async () => {
    const box = await mount({options: many(25)});
    await box.press('Enter', 'PageDown');
    expect(box.active).to.equal('Field 10');
    await box.press('PageDown', 'PageDown');
    expect(box.active).to.equal('Field 24');
    await box.press('PageUp');
    expect(box.active).to.equal('Field 14');
  });

  it('goes to the ends with Home and End and scrolls there', async () => {
    const box = await mount({options: many(25)});
    await box.press('Enter', 'End');
    expect(box.active).to.equal('Field 24');
    expect(box.listbox.scrollTop).to.be.greaterThan(0);
    await box.press('Home');
    expect(box.active).to.equal('Field 0');
    expect(box.listbox.scrollTop).to.be.lessThan(10);
  });
});

describe('combobox without search, choosing and closing', () => {
  for (const key of ['Enter', 'Space', 'Alt+ArrowUp', 'Tab']) {
    it(`takes the active option with ${key} and closes`, async () => {
      const box = await mount({});
      await box.press('Enter', 'ArrowDown', key);
      expect(box.isOpen).to.be.false;
      expect(box.text).to.equal('Banana');
      expect(box.changes).to.deep.equal(['banana']);
      expect(box.root.activeElement).to.equal(key === 'Tab' ? null : box.field);
    });
  }

  it('closes with Escape and chooses nothing', async () => {
    const box = await mount({value: 'cherry'});
    await box.press('Enter', 'ArrowDown', 'Escape');
    expect(box.isOpen).to.be.false;
    expect(box.text).to.equal('Cherry');
    expect(box.changes).to.be.empty;
  });

  it('clears with Delete if it is clearable', async () => {
    const box = await mount({value: 'cherry', clearable: true});
    await box.press('Delete');
    expect(box.changes).to.deep.equal([undefined]);
  });

  it('chooses no disabled option', async () => {
    const box = await mount({options: fruits.map((option) => ({...option, disabled: true}))});
    await box.press('Enter', 'Enter');
    expect(box.isOpen).to.be.true;
    expect(box.changes).to.be.empty;
  });

  for (const lock of ['disabled', 'readonly'] as const) {
    it(`does not open while ${lock}`, async () => {
      const box = await mount({[lock]: true});
      await box.press('Enter', 'b');
      box.field.click();
      await box.element.updateComplete;
      expect(box.isOpen).to.be.false;
      expect(box.events).to.be.empty;
    });
  }
});
