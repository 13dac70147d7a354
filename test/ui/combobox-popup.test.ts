import {expect, fixture, html, nextFrame, oneEvent} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {resetMouse, sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import {Box, editable, fruits, many, mount, textOf} from './support/combobox-box.js';

const centre = (element: Element): [number, number] => {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

async function click(box: Box, element: Element): Promise<void> {
  await sendMouse({type: 'click', position: centre(element)});
  await box.element.updateComplete;
}

/** A place in the page with a style, which the test cleans up. */
async function place(style: string): Promise<HTMLElement> {
  const parent = await fixture<HTMLElement>(html`<div></div>`);
  parent.style.cssText = style;
  return parent;
}

beforeEach(() => setViewport({width: 800, height: 600}));
afterEach(() => resetMouse());

describe('combobox popup and the pointer', () => {
  it('opens an editable box with nothing active, and leaves it open when the text is pressed again', async () => {
    const box = await editable();
    await click(box, box.field);
    expect(box.isOpen).to.be.true;
    expect(box.active).to.equal('');
    await click(box, box.field);
    expect(box.isOpen).to.be.true;
  });

  it('selects the text of an editable box that it opens, to be typed over', async () => {
    const box = await editable({value: 'cherry'});
    await click(box, box.field);
    expect(box.active).to.equal('Cherry');
    await box.type('b');
    expect(box.text).to.equal('b');
  });

  it('opens and closes with the arrow, and gives the field the focus', async () => {
    const box = await editable();
    box.element.blur();
    await click(box, box.toggle);
    expect(box.isOpen).to.be.true;
    expect(box.root.activeElement).to.equal(box.field);
    await click(box, box.toggle);
    expect(box.isOpen).to.be.false;
    expect(box.root.activeElement).to.equal(box.field);
  });

  it('opens and closes a box without search wherever that is pressed', async () => {
    const box = await mount({value: 'cherry'});
    await click(box, box.field);
    expect(box.active).to.equal('Cherry');
    await click(box, box.toggle);
    expect(box.isOpen).to.be.false;
  });

  it('chooses the option that is pressed and keeps the focus', async () => {
    for (const search of ['none', 'local'] as const) {
      const box = await mount({search});
      await click(box, box.field);
      await click(box, box.options[1]!);
      expect(box.changes).to.deep.equal(['banana']);
      expect(box.isOpen).to.be.false;
      expect(box.root.activeElement).to.equal(box.field);
    }
  });

  it('leaves a disabled option and a section title alone', async () => {
    const options = [{title: 'Public', options: [{value: 1, label: 'general', disabled: true}]}];
    const box = await mount({options});
    await click(box, box.field);
    await click(box, box.options[0]!);
    await click(box, box.root.querySelector('[part="section-title"]')!);
    expect(box.isOpen).to.be.true;
    expect(box.changes).to.be.empty;
  });

  for (const keys of [[], ['ArrowDown']]) {
    it(`closes without a choice when something else is pressed, ${keys.length ? 'with an' : 'without'} active option`, async () => {
      const box = await editable({value: 'cherry'});
      await click(box, box.field);
      await box.press(...keys);
      await sendMouse({type: 'click', position: [700, 580]});
      await box.element.updateComplete;
      expect(box.isOpen).to.be.false;
      expect(box.changes).to.be.empty;
      expect(box.text).to.equal('Cherry');
    });
  }

  it('closes another box that is open', async () => {
    const first = await mount({});
    await first.press('Enter');
    const second = await mount({}, await place('margin-top: 350px'));
    await click(second, second.field);
    expect(first.isOpen).to.be.false;
    expect(second.isOpen).to.be.true;
  });

  it('removes a chip that is pressed', async () => {
    const box = await editable({multiple: true, value: ['apple', 'cherry']});
    await click(box, box.removeButtons[0]!);
    expect(box.changes).to.deep.equal([['cherry']]);
    expect(box.isOpen).to.be.false;
  });
});

describe('combobox popup placement', () => {
  const gap = (box: Box) => {
    const popup = box.popup.getBoundingClientRect();
    const control = box.control.getBoundingClientRect();
    return {below: popup.top - control.bottom, above: control.top - popup.bottom};
  };

  it('lies below its control, as wide as that', async () => {
    const box = await mount({}, await place('inline-size: 300px'));
    await box.press('Enter');
    expect(gap(box).below).to.be.closeTo(4, 1);
    const popup = box.popup.getBoundingClientRect();
    const control = box.control.getBoundingClientRect();
    expect(popup.width).to.be.closeTo(control.width, 1);
    expect(popup.left).to.be.closeTo(control.left, 1);
  });

  it('lies above where there is no room below, and stays at the control when it shrinks', async () => {
    const box = await editable({options: many(30)});
    box.element.style.cssText = 'position: fixed; inset: auto auto 40px 40px; inline-size: 300px';
    await box.press('ArrowDown');
    expect(gap(box).above).to.be.closeTo(4, 1);
    await box.type('29');
    expect(box.options).to.have.length(1);
    expect(gap(box).above).to.be.closeTo(4, 1);
  });

  it('shrinks to the room there is', async () => {
    await setViewport({width: 800, height: 300});
    const box = await mount({options: many(30)});
    box.element.style.cssText = 'position: fixed; inset: 40px auto auto 40px; inline-size: 300px';
    await box.press('Enter');
    const popup = box.popup.getBoundingClientRect();
    expect(popup.bottom).to.be.at.most(300 - 7);
    expect(popup.height).to.be.greaterThan(150);
  });

  it('stays within the viewport beside a narrow control at its edge', async () => {
    const box = await mount({});
    box.element.style.cssText = 'position: fixed; inset: 40px 0 auto auto; inline-size: 60px';
    await box.press('Enter');
    const popup = box.popup.getBoundingClientRect();
    expect(popup.width).to.be.at.least(180);
    expect(popup.right).to.be.at.most(800 - 7);
  });

  it('is aligned to the right end of its control in right-to-left text', async () => {
    const parent = await place('inline-size: 100px; margin-left: 300px');
    parent.dir = 'rtl';
    const box = await mount({}, parent);
    await box.press('Enter');
    const popup = box.popup.getBoundingClientRect();
    expect(popup.right).to.be.closeTo(box.control.getBoundingClientRect().right, 1);
    const {left: label} = box.options[0]!.getBoundingClientRect();
    expect(label).to.be.at.least(popup.left);
  });

  it('is not clipped or moved by ancestors', async () => {
    const parent = await place(
      'overflow: hidden; block-size: 44px; inline-size: 300px; transform: translate(50px, 20px)',
    );
    const box = await mount({}, parent);
    await box.press('Enter');
    expect(gap(box).below).to.be.closeTo(4, 1);
    const last = box.options.at(-1)!;
    expect(box.root.elementFromPoint(...centre(last))?.closest('[role="option"]')).to.equal(last);
  });

  it('follows a scroller in another shadow root', async () => {
    const host = await place('');
    const root = host.attachShadow({mode: 'open'});
    const scroller = document.createElement('div');
    scroller.style.cssText = 'block-size: 300px; overflow: auto';
    const content = document.createElement('div');
    content.style.cssText = 'block-size: 2000px; padding-top: 150px';
    scroller.append(content);
    root.append(scroller);
    const element = document.createElement('pg-combobox');
    content.append(element);
    const box = new Box(element);
    await box.set({options: fruits, label: 'Fruit'});
    element.focus();
    await box.press('Enter');
    scroller.scrollTop = 60;
    await nextFrame();
    await nextFrame();
    expect(gap(box).below).to.be.closeTo(4, 1);
    const closed = oneEvent(element, 'pg-combobox-close');
    scroller.scrollTop = 1500;
    await closed;
    await box.element.updateComplete;
    expect(box.isOpen).to.be.false;
  });

  it('follows its control when chips make that higher', async () => {
    const box = await mount({multiple: true, options: many(9)}, await place('inline-size: 200px'));
    await box.press('Enter');
    for (let step = 0; step < 5; step++) await box.press('Enter', 'ArrowDown');
    await nextFrame();
    expect(box.control.offsetHeight).to.be.greaterThan(60);
    expect(gap(box).below).to.be.closeTo(4, 1);
  });
});

describe('combobox in a dialog', () => {
  async function inDialog(): Promise<[HTMLDialogElement, Box]> {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog></dialog>`);
    const element = document.createElement('pg-combobox');
    dialog.append(element);
    dialog.showModal();
    const box = new Box(element);
    await box.set({options: fruits, label: 'Fruit', search: 'local'});
    element.focus();
    return [dialog, box];
  }

  it('shows its popup over the dialog, in reach of the pointer', async () => {
    const [, box] = await inDialog();
    await click(box, box.toggle);
    await click(box, box.options[2]!);
    expect(box.changes).to.deep.equal(['blueberry']);
  });

  it('closes its popup with Escape, then the text, then the dialog', async () => {
    const [dialog, box] = await inDialog();
    await box.type('b');
    await box.press('Escape');
    expect(box.isOpen).to.be.false;
    expect(dialog.open).to.be.true;
    await box.press('Escape');
    expect(box.text).to.equal('');
    expect(dialog.open).to.be.true;
    await box.press('Escape');
    await waitUntil(() => !dialog.open);
  });
});

describe('combobox in a changing document', () => {
  it('closes when it is removed and is closed when it comes back', async () => {
    const box = await mount({});
    const parent = box.element.parentElement!;
    await box.press('Enter');
    box.element.remove();
    await box.element.updateComplete;
    expect(box.count('pg-combobox-close')).to.equal(1);
    parent.append(box.element);
    await box.element.updateComplete;
    expect(box.isOpen).to.be.false;
    box.element.focus();
    await box.press('Enter');
    expect(box.isOpen).to.be.true;
  });

  it('keeps typed text when it is moved', async () => {
    const box = await editable({value: 'cherry'});
    await box.press('Control+a');
    await box.type('bl');
    const other = await place('');
    other.append(box.element);
    await box.element.updateComplete;
    expect(box.text).to.equal('bl');
    expect(box.changes).to.be.empty;
    box.element.focus();
    await box.press('ArrowDown');
    expect(box.active).to.equal('Blueberry');
  });

  it('takes properties that were set before it was defined', async () => {
    const element = await fixture<PgCombobox>(html`<pg-combobox></pg-combobox>`);
    expect(element.options).to.deep.equal([]);
    const early = document.createElement('div');
    early.innerHTML = '<pg-combobox label="Early"></pg-combobox>';
    const late = early.firstElementChild as PgCombobox;
    Object.assign(late, {options: fruits, value: 'fig'});
    element.replaceWith(late);
    await late.updateComplete;
    expect(textOf(new Box(late).field)).to.equal('fig');
  });

  it('sends no event past the shadow root that uses it', async () => {
    const host = await place('');
    const root = host.attachShadow({mode: 'open'});
    const element = document.createElement('pg-combobox');
    root.append(element);
    let inside = 0;
    let outside = 0;
    root.addEventListener('pg-combobox-open', () => inside++);
    host.addEventListener('pg-combobox-open', () => outside++);
    const box = new Box(element);
    await box.set({options: fruits});
    element.focus();
    await box.press('Enter');
    expect([inside, outside]).to.deep.equal([1, 0]);
  });
});

describe('combobox leftovers', () => {
  /** Number of listeners which are added to the page and not taken away again while something runs. */
  async function leftListeners(run: () => Promise<void>): Promise<number> {
    const left = new Set<unknown>();
    const targets = [window, document, window.visualViewport].filter((target) => target !== null);
    for (const target of targets) {
      const add = target.addEventListener.bind(target);
      const remove = target.removeEventListener.bind(target);
      const watched: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = {
        addEventListener: (type, listener, options) => {
          left.add(listener);
          const signal = typeof options === 'object' ? options.signal : undefined;
          signal?.addEventListener('abort', () => left.delete(listener));
          if (listener) add(type, listener, options);
        },
        removeEventListener: (type, listener, options) => {
          left.delete(listener);
          if (listener) remove(type, listener, options);
        },
      };
      Object.assign(target, watched);
    }
    try {
      await run();
      return left.size;
    } finally {
      for (const target of targets) {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      }
    }
  }

  it('leaves no listener on the page after 1,000 mounts', async () => {
    const parent = await place('');
    const left = await leftListeners(async () => {
      for (let round = 0; round < 10; round++) {
        const boxes = Array.from({length: 100}, () => document.createElement('pg-combobox'));
        for (const element of boxes) Object.assign(element, {options: fruits, label: 'Fruit'});
        parent.replaceChildren(...boxes);
        await Promise.all(boxes.map((element) => element.updateComplete));
      }
      parent.replaceChildren();
    });
    expect(left).to.equal(0);
  });

  it('listens to the page only while it is open', async () => {
    const box = await mount({});
    const whileOpen = await leftListeners(() => box.press('Enter'));
    expect(whileOpen).to.be.greaterThan(0);
    await box.press('Escape');
    const after = await leftListeners(() => box.press('Enter', 'Escape'));
    expect(after).to.equal(0);
  });

  it('renders no rows once it is closed', async () => {
    const box = await mount({options: many(500)});
    await box.press('Enter', 'Escape');
    expect(box.listbox.childElementCount).to.equal(0);
  });
});

describe('combobox in a page that zooms with CSS', () => {
  /** Where people see an element: engines without `currentCSSZoom` measure in the px of what is zoomed. */
  function onScreen(element: Element, zoom: number): DOMRect {
    const {x, y, width, height} = element.getBoundingClientRect();
    const factor = 'currentCSSZoom' in element ? 1 : zoom;
    return new DOMRect(x * factor, y * factor, width * factor, height * factor);
  }

  for (const zoom of [0.5, 0.9, 1.5, 2]) {
    it(`opens its list at its control at ${zoom}`, async () => {
      const parent = await place(`zoom: ${zoom}; padding: 40px`);
      const box = await editable();
      parent.append(box.element);
      const {x, y, width, height} = onScreen(box.field, zoom);
      const position: [number, number] = [Math.round(x + width / 2), Math.round(y + height / 2)];
      await sendMouse({type: 'click', position});
      await box.element.updateComplete;
      const popup = onScreen(box.element.shadowRoot!.querySelector('.popup')!, zoom);
      const control = onScreen(box.element.shadowRoot!.querySelector('.control')!, zoom);
      expect(popup.left).to.be.closeTo(control.left, 2);
      expect(popup.top - control.bottom).to.be.closeTo(4 * zoom, 2);
      expect(popup.width).to.be.closeTo(Math.min(control.width, 800 - 16 * zoom), 3);
    });
  }
});

describe('combobox in a modal of the page', () => {
  it('closes its list alone with Escape, though the page listens on the document first', async () => {
    const heard: string[] = [];
    const listener = ({key}: KeyboardEvent): unknown => heard.push(key);
    document.addEventListener('keydown', listener, true);
    const box = await editable();
    await click(box, box.field);
    expect(box.isOpen).to.be.true;
    await sendKeys({press: 'Escape'});
    await box.element.updateComplete;
    expect(box.isOpen).to.be.false;
    expect(heard).to.deep.equal([]);
    await sendKeys({press: 'Escape'});
    document.removeEventListener('keydown', listener, true);
    expect(heard, 'when nothing is open').to.deep.equal(['Escape']);
  });
});
