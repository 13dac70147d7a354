import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {editable, fruits} from './support/combobox-box.js';

const caret = ({input}: {input: HTMLInputElement}) => [input.selectionStart, input.selectionEnd];

describe('combobox with search, at rest', () => {
  it('is a named combobox with list autocomplete which controls an existing listbox', async () => {
    const box = await editable();
    expect(box.field).to.have.attribute('role', 'combobox');
    expect(box.field).to.have.attribute('aria-autocomplete', 'list');
    expect(box.field).to.have.attribute('aria-label', 'Fruit');
    expect(box.field).to.have.attribute('aria-activedescendant', '');
    expect(box.root.getElementById(box.field.getAttribute('aria-controls')!)).to.equal(box.listbox);
    expect(box.listbox).to.have.attribute('aria-label', 'Fruit');
    expect(box.isOpen).to.be.false;
  });

  it('has a named open button outside the tab order which mirrors the field', async () => {
    const box = await editable();
    const mirrored = ['aria-expanded', 'aria-controls'];
    const expectMirror = () => {
      for (const name of mirrored) {
        expect(box.toggle).to.have.attribute(name, box.field.getAttribute(name)!);
      }
    };
    expect(box.toggle).to.have.attribute('tabindex', '-1');
    expect(box.toggle).to.have.attribute('aria-label', 'Fruit');
    expectMirror();
    await box.press('ArrowDown');
    expectMirror();
  });

  it('renders no option', async () => {
    expect((await editable()).options).to.be.empty;
  });

  it('does not open when it gets the focus', async () => {
    const box = await editable();
    expect(box.root.activeElement).to.equal(box.field);
    expect(box.isOpen).to.be.false;
  });
});

describe('combobox with search, opening by keyboard', () => {
  it('opens and filters when text is typed, with nothing active', async () => {
    const box = await editable();
    await box.type('b');
    expect(box.isOpen).to.be.true;
    expect(box.labels).to.deep.equal(['Banana', 'Blueberry', 'Elderberry']);
    expect(box.active).to.equal('');
  });

  it('opens at the first option with Down', async () => {
    const box = await editable();
    await box.press('ArrowDown');
    expect(box.isOpen).to.be.true;
    expect(box.active).to.equal('Apple');
  });

  it('opens at the chosen option with Down', async () => {
    const box = await editable({value: 'cherry'});
    await box.press('ArrowDown');
    expect(box.active).to.equal('Cherry');
    expect(box.labels).to.have.length(fruits.length);
  });

  it('opens at the last option with Up', async () => {
    const box = await editable();
    await box.press('ArrowUp');
    expect(box.active).to.equal('Elderberry');
  });

  it('opens with Alt+Down and nothing active', async () => {
    const box = await editable();
    await box.press('Alt+ArrowDown');
    expect(box.isOpen).to.be.true;
    expect(box.active).to.equal('');
  });
});

describe('combobox with search, moving', () => {
  it('marks only the active option as selected', async () => {
    const box = await editable({value: 'cherry'});
    await box.press('ArrowDown', 'ArrowDown');
    expect(box.active).to.equal('Elderberry');
    expect(box.selected).to.deep.equal(['Elderberry']);
    expect(box.checked).to.deep.equal(['Cherry']);
  });

  it('wraps from the last option to the first, and back', async () => {
    const box = await editable();
    await box.press('ArrowUp', 'ArrowDown');
    expect(box.active).to.equal('Apple');
    await box.press('ArrowUp');
    expect(box.active).to.equal('Elderberry');
  });

  it('stays at the end of what is loaded while there is more', async () => {
    const box = await editable({hasMore: true});
    await box.press('ArrowUp', 'ArrowDown');
    expect(box.active).to.equal('Elderberry');
  });

  it('goes pagewise with PageDown and PageUp and stops at the ends', async () => {
    const options = Array.from({length: 25}, (_, value) => ({value, label: `Row ${value}`}));
    const box = await editable({options});
    await box.press('ArrowDown', 'PageDown');
    expect(box.active).to.equal('Row 10');
    await box.press('PageDown', 'PageDown');
    expect(box.active).to.equal('Row 24');
    await box.press('PageUp', 'PageUp', 'PageUp');
    expect(box.active).to.equal('Row 0');
  });

  it('returns to the text with Left and Right, one letter on', async () => {
    const box = await editable();
    await box.type('be');
    await box.press('ArrowDown', 'ArrowLeft');
    expect(box.active).to.equal('');
    expect(box.isOpen).to.be.true;
    expect(caret(box)).to.deep.equal([1, 1]);
    await box.press('ArrowDown', 'ArrowRight');
    expect(box.active).to.equal('');
    expect(caret(box)).to.deep.equal([2, 2]);
  });

  it('returns to the start and end of the text with Home and End', async () => {
    const box = await editable();
    await box.type('be');
    await box.press('ArrowDown', 'Home');
    expect(box.active).to.equal('');
    expect(caret(box)).to.deep.equal([0, 0]);
    await box.press('ArrowDown', 'End');
    expect(box.active).to.equal('');
    expect(caret(box)).to.deep.equal([2, 2]);
  });

  it('types letters into the text while an option is active, which it is no more', async () => {
    const box = await editable();
    await box.type('b');
    await box.press('ArrowDown');
    await box.type('l');
    expect(box.text).to.equal('bl');
    expect(box.active).to.equal('');
    expect(box.labels).to.deep.equal(['Blueberry']);
  });

  it('filters again when text is deleted', async () => {
    const box = await editable();
    await box.type('bl');
    await box.press('ArrowDown', 'Backspace');
    expect(box.text).to.equal('b');
    expect(box.labels).to.have.length(3);
    await box.press('Home', 'Delete');
    expect(box.text).to.equal('');
    expect(box.labels).to.have.length(fruits.length);
  });
});

describe('combobox with search, choosing and closing', () => {
  it('takes the active option with Enter and puts the caret behind its label', async () => {
    const box = await editable();
    await box.type('bl');
    await box.press('ArrowDown', 'Enter');
    expect(box.text).to.equal('Blueberry');
    expect(box.element.value).to.equal('blueberry');
    expect(box.changes).to.deep.equal(['blueberry']);
    expect(box.isOpen).to.be.false;
    expect(caret(box)).to.deep.equal([9, 9]);
  });

  it('keeps the text and chooses nothing with Enter while nothing is active', async () => {
    const box = await editable();
    await box.type('blueberry');
    await box.press('Enter');
    expect(box.isOpen).to.be.false;
    expect(box.text).to.equal('blueberry');
    expect(box.changes).to.be.empty;
  });

  it('does not report a choice of what is chosen already', async () => {
    const box = await editable({value: 'cherry'});
    await box.press('ArrowDown', 'Enter');
    expect(box.isOpen).to.be.false;
    expect(box.changes).to.be.empty;
  });

  it('keeps the text and does not take the active option with Escape', async () => {
    const box = await editable();
    await box.type('b');
    await box.press('ArrowDown', 'Escape');
    expect(box.isOpen).to.be.false;
    expect(box.text).to.equal('b');
    expect(box.changes).to.be.empty;
  });

  it('clears the text with a second Escape', async () => {
    const box = await editable();
    await box.type('b');
    await box.press('Escape', 'Escape');
    expect(box.text).to.equal('');
  });

  it('clears the value with Escape while closed if it is clearable', async () => {
    const box = await editable({value: 'cherry', clearable: true});
    await box.press('Escape');
    expect(box.text).to.equal('');
    expect(box.changes).to.deep.equal([undefined]);
  });

  it('keeps the value with Escape if it is not clearable', async () => {
    const box = await editable({value: 'cherry'});
    await box.press('Escape', 'Escape');
    expect(box.text).to.equal('Cherry');
    expect(box.changes).to.be.empty;
  });

  it('closes with Alt+Up and returns to the text', async () => {
    const box = await editable();
    await box.press('ArrowDown', 'Alt+ArrowUp');
    expect(box.isOpen).to.be.false;
    expect(box.active).to.equal('');
    expect(box.changes).to.be.empty;
  });

  it('takes the active option with Tab and moves on', async () => {
    const box = await editable();
    await box.press('ArrowDown', 'Tab');
    expect(box.changes).to.deep.equal(['apple']);
    expect(box.isOpen).to.be.false;
    expect(box.root.activeElement).to.be.null;
  });

  it('chooses nothing with Tab while nothing is active, and shows again what is chosen', async () => {
    const box = await editable({value: 'cherry'});
    await box.press('Control+a');
    await box.type('b');
    await box.press('Tab');
    expect(box.changes).to.be.empty;
    expect(box.text).to.equal('Cherry');
  });

  it('clears a clearable box whose text was deleted when the focus leaves', async () => {
    const box = await editable({value: 'cherry', clearable: true});
    await box.press('Control+a', 'Delete', 'Escape', 'Tab');
    expect(box.changes).to.deep.equal([undefined]);
  });

  it('reaches a disabled option but does not take it', async () => {
    const [apple, ...others] = fruits;
    const box = await editable({options: [{...apple!, disabled: true}, ...others]});
    await box.press('ArrowDown');
    expect(box.active).to.equal('Apple');
    await box.press('Enter');
    expect(box.isOpen).to.be.true;
    expect(box.changes).to.be.empty;
  });
});

describe('combobox with search, composition of text', () => {
  /** Sends a key as an input method does; returns whether it goes on to the field. */
  const compose = (target: HTMLElement, key: string, init: KeyboardEventInit, keyCode = 0) => {
    const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, ...init});
    Object.defineProperty(event, 'keyCode', {value: keyCode});
    return target.dispatchEvent(event);
  };

  it('leaves Enter to the input method while text is composed', async () => {
    const box = await editable();
    await box.press('ArrowDown');
    const wentOn = compose(box.field, 'Enter', {isComposing: true});
    await box.element.updateComplete;
    expect(wentOn).to.be.true;
    expect(box.isOpen).to.be.true;
    expect(box.changes).to.be.empty;
  });

  it('leaves the last Enter of a composition alone, which only its key code tells', async () => {
    const box = await editable();
    await box.press('ArrowDown');
    const wentOn = compose(box.field, 'Enter', {}, 229);
    await box.element.updateComplete;
    expect(wentOn).to.be.true;
    expect(box.changes).to.be.empty;
  });

  it('does not write back into the field what is typed there, which would end a composition', async () => {
    const box = await editable();
    const {input} = box;
    let writes = 0;
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
    Object.defineProperty(input, 'value', {
      get: () => native.get!.call(input) as string,
      set: (value: string) => {
        writes++;
        native.set!.call(input, value);
      },
    });
    await sendKeys({type: 'be'});
    await box.set({options: [...fruits]});
    expect(box.text).to.equal('be');
    expect(writes).to.equal(0);
  });
});

describe('combobox with search, locked', () => {
  for (const lock of ['disabled', 'readonly'] as const) {
    it(`does not open or change while ${lock}`, async () => {
      const box = await editable({value: 'cherry', clearable: true, [lock]: true});
      await box.press('ArrowDown', 'Escape', 'x');
      box.toggle.click();
      box.field.click();
      await box.element.updateComplete;
      expect(box.isOpen).to.be.false;
      expect(box.text).to.equal('Cherry');
      expect(box.events).to.be.empty;
    });
  }

  it('closes when it becomes disabled', async () => {
    const box = await editable();
    await box.press('ArrowDown');
    await box.set({disabled: true});
    expect(box.isOpen).to.be.false;
    expect(box.count('pg-combobox-close')).to.equal(1);
  });
});
