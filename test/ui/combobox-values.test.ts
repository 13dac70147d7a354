import {expect, fixture, html} from '@open-wc/testing';
import {editable, fruits, mount, textOf} from './support/combobox-box.js';

describe('combobox values', () => {
  it('tells the number 1 from the text "1"', async () => {
    const options = [
      {value: '1', label: 'Text'},
      {value: 1, label: 'Number'},
    ];
    expect((await mount({options, value: 1})).text).to.equal('Number');
    expect((await mount({options, value: '1'})).text).to.equal('Text');
  });

  it('finds an object by what it holds, in any order of keys', async () => {
    const options = [
      {value: {id: 1, path: ['a']}, label: 'First'},
      {value: {id: 1, path: ['b']}, label: 'Second'},
    ];
    const box = await mount({options, value: {path: ['b'], id: 1}});
    expect(box.text).to.equal('Second');
    await box.press('Enter');
    expect(box.selected).to.deep.equal(['Second']);
  });

  it('treats null, false, 0 and the empty text as values', async () => {
    for (const value of [null, false, 0, '']) {
      const box = await mount({options: [{value, label: 'Found'}], value});
      expect(box.text).to.equal('Found');
    }
  });

  it('shows the remembered label of a value that is not loaded, marked once it is known to be gone', async () => {
    const labelOf = (value: unknown) => (value === 'kiwi' ? 'Kiwi' : undefined);
    const box = await editable({value: 'kiwi', labelOf});
    expect(box.text).to.equal('Kiwi');
    await box.set({complete: true});
    expect(box.text).to.equal('Kiwi (no longer available)');
  });

  it('shows the raw value while options are still to come', async () => {
    const box = await editable({value: 'kiwi'});
    expect(box.text).to.equal('kiwi');
    await box.set({value: {id: 7}});
    expect(box.text).to.equal('{"id":7}');
  });

  it('says that a value is not found any more once everything is loaded', async () => {
    const box = await editable({value: 'kiwi', complete: true});
    expect(box.text).to.equal('kiwi (no longer available)');
    await box.press('ArrowDown', 'Escape', 'Tab');
    expect(box.element.value).to.equal('kiwi');
    expect(box.changes).to.be.empty;
  });

  it('shows the label as soon as the option is loaded', async () => {
    const box = await editable({value: 'kiwi'});
    await box.set({options: [...fruits, {value: 'kiwi', label: 'Kiwi'}]});
    expect(box.text).to.equal('Kiwi');
  });

  it('does not report a value that was set from outside', async () => {
    const box = await editable();
    await box.set({value: 'cherry'});
    await box.set({value: undefined});
    expect(box.events).to.be.empty;
  });

  it('clears with its button, which is there only while there is something to clear', async () => {
    const box = await editable({value: 'cherry', clearable: true});
    const clear = box.root.querySelector<HTMLElement>('[part="clear"]')!;
    expect(clear).to.have.attribute('aria-label', 'Clear: Fruit');
    clear.click();
    await box.element.updateComplete;
    expect(box.changes).to.deep.equal([undefined]);
    expect(box.root.querySelector('[part="clear"]')).to.be.null;
    expect(box.isOpen).to.be.false;
  });

  it('keeps the language of a label', async () => {
    const box = await mount({options: [{value: 1, label: 'Größe', lang: 'de'}]});
    await box.press('Enter');
    expect(box.root.querySelector('[lang="de"]')?.textContent).to.equal('Größe');
  });

  it('shows templates and markup in data as text', async () => {
    const label = '<b>bold</b>';
    const box = await mount({options: [{value: 1, label, subtitle: '<i>x</i>'}]});
    await box.press('Enter');
    expect(box.labels).to.deep.equal(['<b>bold</b> <i>x</i>']);
  });
});

describe('combobox for several values', () => {
  it('shows chosen values as chips and marks them in a multiselectable list', async () => {
    const box = await mount({multiple: true, value: ['apple', 'cherry']});
    expect(box.chips.map(textOf)).to.deep.equal(['Apple', 'Cherry']);
    await box.press('Enter');
    expect(box.listbox).to.have.attribute('aria-multiselectable', 'true');
    expect(box.selected).to.deep.equal(['Apple', 'Cherry']);
  });

  for (const search of ['none', 'local'] as const) {
    it(`stays open while values are chosen and taken back, with search ${search}`, async () => {
      const box = await mount({multiple: true, search});
      await box.press('ArrowDown', 'Enter', 'ArrowDown', 'Enter');
      expect(box.changes).to.deep.equal([['apple'], ['apple', 'banana']]);
      await box.press('Enter');
      expect(box.element.value).to.deep.equal(['apple']);
      expect(box.isOpen).to.be.true;
    });
  }

  it('takes nothing with Tab, which could take a value back', async () => {
    const box = await mount({multiple: true, value: ['apple']});
    await box.press('Enter', 'Tab');
    expect(box.isOpen).to.be.false;
    expect(box.changes).to.be.empty;
  });

  it('keeps a query after a choice, to choose more of what it found', async () => {
    const box = await editable({multiple: true});
    await box.type('berry');
    await box.press('ArrowDown', 'Enter');
    expect(box.labels).to.deep.equal(['Blueberry', 'Elderberry']);
    await box.press('ArrowDown', 'Enter');
    expect(box.element.value).to.deep.equal(['blueberry', 'elderberry']);
    await box.type('c');
    expect(box.text).to.equal('c');
  });

  it('goes to the last chip with Backspace in an empty field, and removes it with another', async () => {
    const box = await editable({multiple: true, value: ['apple', 'cherry']});
    await box.press('Backspace');
    expect(box.root.activeElement).to.have.attribute('aria-label', 'Remove Cherry');
    expect(box.changes).to.be.empty;
    await box.press('Backspace');
    expect(box.changes).to.deep.equal([['apple']]);
    expect(box.status).to.equal('Cherry removed');
    expect(box.root.activeElement).to.equal(box.field);
  });

  it('deletes text with Backspace before it goes to a chip', async () => {
    const box = await editable({multiple: true, value: ['apple']});
    await box.type('b');
    await box.press('Backspace');
    expect(box.root.activeElement).to.equal(box.field);
    await box.press('Backspace');
    expect(box.root.activeElement).to.have.attribute('aria-label', 'Remove Apple');
  });

  it('reaches each remove button with Tab, and goes on to the next chip after a removal', async () => {
    const box = await mount({multiple: true, value: ['apple', 'banana', 'cherry']});
    await box.press('Shift+Tab', 'Shift+Tab', 'Enter');
    expect(box.changes).to.deep.equal([['apple', 'cherry']]);
    expect(box.root.activeElement).to.have.attribute('aria-label', 'Remove Cherry');
  });

  it('has remove buttons of at least 24 px', async () => {
    const box = await mount({multiple: true, value: ['apple']});
    for (const button of box.removeButtons) {
      const {width, height} = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });

  it('describes the field with what is chosen', async () => {
    const box = await editable({multiple: true, value: ['apple', 'cherry']});
    const described = box.field.ariaDescribedByElements!.map((element) => element.textContent);
    expect(described).to.deep.equal(['Apple, Cherry']);
  });

  it('keeps chosen values which are not loaded', async () => {
    const box = await mount({multiple: true, value: ['apple', 'gone'], complete: true});
    await box.press('Enter', 'ArrowDown', 'Enter');
    expect(box.element.value).to.deep.equal(['apple', 'gone', 'banana']);
    expect(box.chips.map(textOf)).to.include('gone (no longer available)');
  });

  it('has chips without buttons while readonly', async () => {
    const box = await mount({multiple: true, value: ['apple'], readonly: true});
    expect(box.chips).to.have.length(1);
    expect(box.removeButtons).to.be.empty;
  });
});

describe('combobox name and description', () => {
  it('is named in words that no reference hides, and described by elements of the root outside', async () => {
    const describedByElements = [await fixture<HTMLElement>(html`<span>Who owns it</span>`)];
    const box = await editable({label: 'Owner', describedByElements});
    expect(box.field).to.have.attribute('aria-label', 'Owner');
    expect(box.field).not.to.have.attribute('aria-labelledby');
    expect(box.field.ariaDescribedByElements).to.deep.equal(describedByElements);
    expect(box.listbox).to.have.attribute('aria-label', 'Owner');
    await box.set({describedByElements: []});
    expect(box.field.ariaDescribedByElements ?? []).to.be.empty;
  });

  it('keeps its name and description when it turns into a field without search', async () => {
    const describedByElements = [await fixture<HTMLElement>(html`<span>Who owns it</span>`)];
    const box = await editable({label: 'Owner', describedByElements});
    await box.set({search: 'none'});
    expect(box.field).to.have.attribute('aria-label', 'Owner');
    expect(box.field.ariaDescribedByElements).to.deep.equal(describedByElements);
  });

  it('tells that it is required and invalid', async () => {
    const box = await mount({required: true, invalid: true});
    expect(box.field).to.have.attribute('aria-required', 'true');
    expect(box.field).to.have.attribute('aria-invalid', 'true');
  });
});
