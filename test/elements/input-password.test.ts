import {expect} from '@open-wc/testing';
import {press, show, type, type Field} from './input-fixture.js';

const reveal = (field: Field) => field.find('[part=reveal]') as HTMLButtonElement;

/** Every attribute of the element and of all that it renders. */
const attributesOf = (field: Field): string =>
  [field.element, ...field.root.querySelectorAll('*')]
    .flatMap((element) => [...element.attributes].map(({name, value}) => `${name}=${value}`))
    .join('\n');

function paste(field: Field, text: string): void {
  const control = field.control as HTMLInputElement;
  control.focus();
  control.value = text;
  control.dispatchEvent(new InputEvent('input', {inputType: 'insertFromPaste', bubbles: true}));
}

describe('password of <pg-input>', () => {
  it('is hidden, and neither corrected, capitalised nor filled in by the browser', async () => {
    const {control} = await show({type: 'PASSWORD'});
    expect(control).to.have.attribute('type', 'password');
    expect(control).to.have.attribute('spellcheck', 'false');
    expect(control).to.have.attribute('autocapitalize', 'off');
    expect(control).to.have.attribute('autocomplete', 'new-password');
  });

  it('is shown while its button is pressed, which says so', async () => {
    const field = await show({type: 'PASSWORD', title: 'API key'});
    expect(reveal(field)).to.have.attribute('aria-label', 'Show API key');
    expect(reveal(field)).to.have.attribute('aria-pressed', 'false');
    await type(field, 's3cret');
    await press(field, 'Tab');
    await press(field, ' ');
    expect(reveal(field)).to.have.attribute('aria-pressed', 'true');
    expect(field.control).to.have.attribute('type', 'text');
    await press(field, ' ');
    expect(field.control).to.have.attribute('type', 'password');
  });

  it('is hidden again when the person leaves the field', async () => {
    const field = await show({type: 'PASSWORD'});
    await type(field, 's3cret');
    reveal(field).click();
    await field.rendered();
    expect(field.control).to.have.attribute('type', 'text');
    field.control.blur();
    await field.rendered();
    expect(field.control).to.have.attribute('type', 'password');
  });

  it('is hidden again when the form is sent', async () => {
    const field = await show({type: 'PASSWORD'});
    await type(field, 's3cret');
    reveal(field).click();
    await field.rendered();
    field.form.requestSubmit();
    await field.rendered();
    expect(field.control).to.have.attribute('type', 'password');
  });

  it('is in no attribute and in no event', async () => {
    const field = await show({type: 'PASSWORD'});
    const heard: string[] = [];
    for (const name of ['input', 'change', 'submit']) {
      document.addEventListener(
        name,
        (event) => {
          const members: unknown[] = [];
          for (const key in event) members.push((event as unknown as Record<string, unknown>)[key]);
          heard.push(members.filter((member) => typeof member === 'string').join('\n'));
          heard.push(JSON.stringify((event as CustomEvent<unknown>).detail ?? null));
        },
        {once: true},
      );
    }
    await type(field, '§');
    await press(field, 'Tab');
    field.form.requestSubmit();
    expect(heard).to.have.length(6);
    expect(heard.join('\n')).not.to.contain('§');
    expect(attributesOf(field)).not.to.contain('§');
    expect(field.element.value).to.equal('§');
  });

  it('is not restored by the browser', async () => {
    const field = await show({type: 'PASSWORD'});
    field.element.formStateRestoreCallback('"s3cret"', 'restore');
    expect(field.element.value).to.equal('');
    const text = await show({type: 'TEXT_NO_VARS'});
    text.element.formStateRestoreCallback('ada@site.example', 'autocomplete');
    expect(text.element.value, 'what the browser fills in by itself').to.equal('');
    text.element.formStateRestoreCallback('"acme"', 'restore');
    expect(text.element.value).to.equal('acme');
  });

  for (const kind of ['PASSWORD', 'TEXT_NO_VARS', 'TEXTAREA_NO_VARS', 'EMAIL', 'URL', 'NUMBER']) {
    it(`takes nothing that the browser fills in where nobody has been (${kind})`, async () => {
      const field = await show({type: kind}, {value: 'ours'});
      const control = field.control as HTMLInputElement;
      // As Chromium does it.
      control.value = 'site@user.example';
      for (const name of ['keydown', 'input', 'change', 'keyup'])
        control.dispatchEvent(new Event(name, {bubbles: true}));
      expect(field.element.value).to.equal('ours');
      expect(control.value).to.equal('ours');
      expect(field.events).to.deep.equal([]);
      // As Firefox does it, in a field that the page has moved the focus to.
      control.focus();
      control.value = 'site@user.example';
      control.dispatchEvent(new InputEvent('input', {inputType: 'insertReplacementText'}));
      expect(field.element.value).to.equal('ours');
      await type(field, '7');
      expect(String(field.element.value)).to.contain('7');
    });
  }

  it('takes what a script of the page enters into the field with the focus', async () => {
    const field = await show({type: 'PASSWORD'});
    const control = field.control as HTMLInputElement;
    control.focus();
    control.value = 'spoken';
    control.dispatchEvent(new Event('input', {bubbles: true}));
    expect(field.element.value).to.equal('spoken');
  });

  it('takes nothing filled in after it became another field, whatever was typed before', async () => {
    const field = await show({type: 'PASSWORD'});
    await type(field, 'x');
    field.control.blur();
    field.element.input = {id: 'other', type: 'PASSWORD', title: 'Other'};
    await field.rendered();
    (field.control as HTMLInputElement).value = 'site-password';
    field.control.dispatchEvent(new Event('input', {bubbles: true}));
    expect(field.element.value).to.equal('');
  });

  for (const [name, around] of [
    ['blanks', '  '],
    ['no-break spaces', '\u00a0'],
    ['zero-width spaces', '\u200b'],
    ['byte order marks', '\ufeff'],
    ['line ends', '\t'],
  ] as const) {
    it(`leaves ${name} around a pasted secret out, and says so beside it`, async () => {
      const field = await show({type: 'PASSWORD'});
      paste(field, `${around}s3 cret${around}`);
      await field.rendered();
      expect(field.element.value).to.equal('s3 cret');
      expect((field.control as HTMLInputElement).value).to.equal('s3 cret');
      expect(field.find('[part=trimmed]')).to.have.text(
        'Spaces around the pasted text were removed.',
      );
      await type(field, 'x');
      expect(field.has('[part=trimmed]')).to.be.false;
    });
  }

  it('leaves blanks that were typed around a secret out when it is left', async () => {
    const field = await show({type: 'PASSWORD'});
    await type(field, ' s3cret ');
    expect(field.element.value).to.equal(' s3cret ');
    await press(field, 'Tab');
    expect(field.element.value).to.equal('s3cret');
  });

  it('keeps blanks where the host says that they belong to it', async () => {
    const field = await show({type: 'PASSWORD'}, {keepSpaces: true});
    paste(field, ' s3cret ');
    expect(field.element.value).to.equal(' s3cret ');
  });

  it('takes what is pasted', async () => {
    const field = await show({type: 'PASSWORD'});
    const paste = new Event('paste', {bubbles: true, composed: true, cancelable: true});
    expect(field.control.dispatchEvent(paste)).to.be.true;
  });
});

describe('switch of <pg-input>', () => {
  for (const kind of ['SWITCH', 'BOOLEAN_INPUT']) {
    it(`turns on and off with Space, Enter and a click for ${kind}; its name stays`, async () => {
      const field = await show({type: kind, title: 'Track opens'});
      const name = () =>
        field.find(`#${field.control.getAttribute('aria-labelledby')!}`).textContent.trim();
      expect(field.control).to.have.attribute('role', 'switch');
      expect(field.element.value).to.be.false;
      field.control.focus();
      await press(field, ' ');
      expect(field.control).to.have.attribute('aria-checked', 'true');
      await press(field, 'Enter');
      expect(field.control).to.have.attribute('aria-checked', 'false');
      field.find('label').click();
      await field.rendered();
      expect(field.control).to.have.attribute('aria-checked', 'true');
      expect(name()).to.equal('Track opens');
      expect(field.events).to.deep.equal([
        ['input', true],
        ['change', true],
        ['input', false],
        ['change', false],
        ['input', true],
        ['change', true],
      ]);
    });
  }

  it('takes its words from the texts of the switch', async () => {
    const field = await show({
      type: 'SWITCH',
      title: '',
      titleText: 'Import drafts',
      toolTipText: 'Drafts count',
    });
    expect(field.find('label')).to.have.trimmed.text('Import drafts');
    expect(field.find('[role=tooltip]')).to.have.text('Drafts count');
  });

  it('does not turn while it is read-only', async () => {
    const field = await show({type: 'SWITCH', readOnly: true}, {value: true});
    field.control.click();
    expect(field.element.value).to.be.true;
    expect(field.control).to.have.attribute('aria-readonly', 'true');
  });
});
