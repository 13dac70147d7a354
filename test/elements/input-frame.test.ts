import {expect, fixture, html} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';
import {press, show, type Field} from './input-fixture.js';

/** What JSON can say to look like a template of Lit. */
const FORGED = {_$litType$: 1, strings: ['<img src=x onerror="document.title=1">'], values: []};

describe('texts around a field of <pg-input>', () => {
  it('marks what is required also while it is locked to be sent, and not what can never be filled in', async () => {
    const field = await show({type: 'TEXT_NO_VARS', required: true}, {readonly: true});
    expect(field.has('[part=mark]')).to.be.true;
    const fixed = await show({type: 'TEXT_NO_VARS', required: true, readOnly: true});
    expect(fixed.has('[part=mark]')).to.be.false;
  });

  for (const dir of ['ltr', 'rtl']) {
    it(`lets a prefix and a suffix touch the value (${dir})`, async () => {
      document.documentElement.dir = dir;
      try {
        const field = await show({
          type: 'TEXT_NO_VARS',
          prefixLabel: 'pre',
          suffixLabel: 'suf',
          defaultValue: 'Winter',
        });
        field.element.style.inlineSize = '560px';
        const [prefix, text, suffix] = ['[part=prefix]', '#control', '[part=suffix]'].map((part) =>
          field.find(part).getBoundingClientRect(),
        );
        const gaps =
          dir === 'ltr'
            ? [text!.left - prefix!.right, suffix!.left - text!.right]
            : [prefix!.left - text!.right, text!.left - suffix!.right];
        for (const gap of gaps) expect(gap).to.be.closeTo(0, 0.01);
        // Where an engine cannot size a field after its value, the suffix stands at the field's end.
        if (CSS.supports('field-sizing', 'content')) expect(text!.width).to.be.lessThan(200);
      } finally {
        document.documentElement.dir = '';
      }
    });
  }

  it('shows its subtitle, and none that is not text', async () => {
    const field = await show({type: 'TEXT_NO_VARS', subtitle: 'Yours'});
    expect(field.find('[part=subtitle]')).to.have.trimmed.text('Yours');
    const other = await show({type: 'TEXT_NO_VARS', subtitle: {props: {children: 'x'}}});
    expect(other.has('[part=subtitle]')).to.be.false;
  });

  it('links to the documentation in another tab, which cannot reach back', async () => {
    const field = await show({
      type: 'TEXT_NO_VARS',
      documentationLink: 'https://acme.example/help',
      documentationLinkLabel: 'Where is it?',
    });
    const link = field.find('a');
    expect(link).to.have.attribute('href', 'https://acme.example/help');
    expect(link).to.have.attribute('rel', 'noopener noreferrer');
    expect(link.textContent).to.match(/^Where is it\?\s*opens in a new tab\s*$/);
  });

  for (const address of [
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '/x',
  ]) {
    it(`has no link for ${JSON.stringify(address)}`, async () => {
      const field = await show({type: 'TEXT_NO_VARS', documentationLink: address});
      expect(field.has('a')).to.be.false;
    });
  }

  it('shows no template that the backend forged, in any of its texts', async () => {
    const hostile = {
      title: FORGED,
      subtitle: FORGED,
      tooltip: FORGED,
      placeholder: FORGED,
      prefixLabel: FORGED,
      suffixLabel: FORGED,
      documentationLink: FORGED,
      defaultValue: FORGED,
      scopes: {values: [{name: 'read', label: FORGED, description: FORGED}]},
    };
    for (const type of [
      'TEXT_NO_VARS',
      'SWITCH',
      'PERMISSION',
      'FILE',
      'COPYABLE_BUTTON_INPUT',
      'X',
    ]) {
      const field = await show({...hostile, type} as never);
      expect(field.has('img'), type).to.be.false;
      expect(field.find('#label').textContent.trim(), type).to.equal('field');
    }
  });

  it('shows markup in a title as the text that it is', async () => {
    const field = await show({type: 'TEXT_NO_VARS', title: '<b>Bold</b>'});
    expect(field.find('#label')).to.have.trimmed.text('<b>Bold</b>');
  });

  for (const key of ['hidden', 'hiddenInConnect'] as const) {
    it(`shows nothing for an input that is ${key}, submits its default and blocks nothing`, async () => {
      const field = await show(
        {type: 'TEXT_NO_VARS', defaultValue: '2025-01', [key]: true},
        {name: 'version', required: true},
      );
      expect(field.has('[part=base]')).to.be.false;
      expect(field.element.getBoundingClientRect().height).to.equal(0);
      expect(new FormData(field.form).get('version')).to.equal('2025-01');
      field.element.value = '';
      expect(field.form.checkValidity()).to.be.true;
    });
  }

  it('shows nothing without an input', async () => {
    const element = await fixture<HTMLElement>(html`<pg-input></pg-input>`);
    expect(element.shadowRoot!.querySelector('[part=base]')).to.be.null;
    expect(element.matches(':state(empty)')).to.be.true;
  });

  it('is reached by a label of the page', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    const label = document.createElement('label');
    field.form.prepend(label);
    label.append(field.element);
    label.append('Outside');
    label.click();
    expect(field.root.activeElement).to.equal(field.control);
  });
});

describe('tooltip of <pg-input>', () => {
  const input = {type: 'TEXT_NO_VARS', title: 'Shop', tooltip: 'Look in the settings'};
  const tip = (field: Field) => field.find('[role=tooltip]');
  const isOpen = (field: Field) => tip(field).matches(':popover-open');
  const middle = (element: Element): [number, number] => {
    const {left, top, width, height} = element.getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };

  afterEach(() => resetMouse());

  it('is a named button that its text describes', async () => {
    const field = await show(input);
    expect(field.find('[part=help]')).to.have.attribute('aria-label', 'About Shop');
    expect(field.find('[part=help]')).to.have.attribute('aria-describedby', tip(field).id);
    expect(isOpen(field)).to.be.false;
  });

  it('opens on focus, and closes with Escape, which closes nothing else', async () => {
    const field = await show(input);
    let escapes = 0;
    field.form.addEventListener('keydown', ({key}) => (escapes += Number(key === 'Escape')));
    field.find('[part=help]').focus();
    expect(isOpen(field)).to.be.true;
    await press(field, 'Escape');
    expect(isOpen(field)).to.be.false;
    expect(escapes).to.equal(0);
    await press(field, 'Escape');
    expect(escapes).to.equal(1);
  });

  it('closes when the focus goes on', async () => {
    const field = await show(input);
    field.find('[part=help]').focus();
    field.control.focus();
    expect(isOpen(field)).to.be.false;
  });

  it('opens under the pointer and stays while that is on the text', async () => {
    const field = await show(input);
    await sendMouse({type: 'move', position: middle(field.find('[part=help]'))});
    await waitUntil(() => isOpen(field), 'tooltip opens');
    await sendMouse({type: 'move', position: middle(tip(field))});
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(isOpen(field)).to.be.true;
    await sendKeys({press: 'Escape'});
    expect(isOpen(field)).to.be.false;
  });
});
