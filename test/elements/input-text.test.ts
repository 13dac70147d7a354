import {expect} from '@open-wc/testing';
import {recordAnnouncements} from '../support/announcements.js';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import {registerTranslation} from '../../src/i18n/translations.js';
import {leave, press, show, type} from './input-fixture.js';

describe('text field of <pg-input>', () => {
  it('is a text box with the title as its label', async () => {
    const field = await show({type: 'TEXT_NO_VARS', title: 'Shop address'});
    const label = field.find('label');
    expect(label).to.have.trimmed.text('Shop address');
    expect(label.control).to.equal(field.control);
    expect(field.control).to.have.attribute('type', 'text');
  });

  it('has the value before it says input, and says change when the person leaves', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    await type(field, 'ab');
    expect(field.events).to.deep.equal([
      ['input', 'a'],
      ['input', 'ab'],
    ]);
    await leave(field);
    expect(field.events.at(-1)).to.deep.equal(['change', 'ab']);
  });

  it('keeps what is typed, and the place of the caret, when it renders again', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    await type(field, 'acme');
    await press(field, 'ArrowLeft');
    field.element.errorMessage = 'Taken';
    field.element.input = {...field.element.input!};
    await field.rendered();
    expect(field.element.value).to.equal('acme');
    expect((field.control as HTMLInputElement).selectionStart).to.equal(3);
  });

  it('keeps what is typed when it is moved', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    await type(field, 'acme');
    field.form.prepend(document.createElement('hr'));
    field.form.prepend(field.element);
    await field.rendered();
    expect(field.element.value).to.equal('acme');
    expect(field.control).to.have.value('acme');
  });

  it('shows no error because it was moved while somebody was in it', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    field.control.focus();
    field.form.append(document.createElement('hr'), field.element);
    await field.rendered();
    await field.rendered();
    expect(field.error).to.equal('');
  });

  it('speaks the language of the page around it', async () => {
    registerTranslation('eo', {input: {missing: 'Plenigu ĉi tiun kampon.'}});
    const field = await show({type: 'TEXT_NO_VARS'});
    field.form.lang = 'eo';
    await waitUntil(() => field.element.validationMessage === 'Plenigu ĉi tiun kampon.');
  });

  it('drops what was typed when it becomes another field, and keeps what the host set', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    await type(field, 'acme');
    field.element.input = {id: 'other', type: 'TEXT_NO_VARS'};
    expect(field.element.value).to.equal('');
    field.element.value = 'set';
    field.element.input = {id: 'third', type: 'TEXT_NO_VARS'};
    expect(field.element.value).to.equal('set');
  });

  it('starts with the default, and shows a value instead that was saved', async () => {
    const field = await show({type: 'TEXT_NO_VARS', defaultValue: '2025-01'});
    expect(field.element.value).to.equal('2025-01');
    expect(field.control).to.have.value('2025-01');
    field.element.value = '';
    await field.rendered();
    expect(field.control).to.have.value('');
    field.form.reset();
    await field.rendered();
    expect(field.control).to.have.value('2025-01');
  });

  it('complains after the person left it, not before', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    await type(field, 'a');
    await press(field, 'Backspace');
    expect(field.error).to.equal('');
    expect(field.control).to.have.attribute('aria-invalid', 'false');
    await leave(field);
    expect(field.error).to.equal('Fill in this field.');
    expect(field.control).to.have.attribute('aria-invalid', 'true');
    expect(field.control.getAttribute('aria-describedby')).to.contain('error');
    expect(field.element.matches(':state(error)')).to.be.true;
  });

  it('is announced with its name where it was left empty', async () => {
    const field = await show({type: 'TEXT_NO_VARS', title: 'Folder'});
    await type(field, 'a');
    await press(field, 'Backspace');
    await leave(field);
    const region = field.find('.live-polite');
    await waitUntil(() => region.textContent === 'Folder: Fill in this field.');
    expect(field.find('[part=error]')).not.to.have.attribute('aria-live');
  });

  it('is not announced where the focus comes to it, which has it read out', async () => {
    const field = await show({type: 'TEXT_NO_VARS', title: 'Folder'});
    const {said, end} = recordAnnouncements();
    field.element.reportValidity();
    await waitUntil(() => field.error === 'Fill in this field.');
    field.element.setCustomValidity('No such folder.');
    await waitUntil(() => said.length > 0);
    end();
    expect(said).to.deep.equal(['Folder: No such folder.']);
  });

  it('says what is wrong in the language that the page turns to', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    await type(field, 'a');
    await press(field, 'Backspace');
    await leave(field);
    registerTranslation('eo', {input: {missing: 'Plenigu la kampon.'}});
    field.element.lang = 'eo';
    await waitUntil(() => field.error === 'Plenigu la kampon.');
    field.element.lang = 'en';
    await waitUntil(() => field.error === 'Fill in this field.');
  });

  it('takes the error away as soon as the value is right', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    field.element.reportValidity();
    await field.rendered();
    await type(field, 'a');
    expect(field.error).to.equal('');
  });

  it('moves the focus to the text when it reports', async () => {
    const field = await show({type: 'TEXT_NO_VARS', tooltip: 'Help comes first in the page'});
    field.form.requestSubmit();
    await field.rendered();
    expect(field.root.activeElement).to.equal(field.control);
    expect(field.error).not.to.equal('');
  });

  it('shows what the server said until the next edit, without being in the way of another try', async () => {
    const field = await show({type: 'TEXT_NO_VARS'}, {value: 'acme', errorMessage: 'Unknown shop'});
    expect(field.error).to.equal('Unknown shop');
    expect(field.element.checkValidity()).to.be.true;
    await type(field, 's');
    expect(field.error).to.equal('');
  });

  it('stands between the texts of the input, which describe it', async () => {
    const field = await show({
      type: 'TEXT_NO_VARS',
      subtitle: 'Yours',
      prefixLabel: 'https://',
      suffixLabel: '.example',
      placeholder: 'acme',
    });
    const described = field.control.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => field.find(`#${id}`).textContent)).to.deep.equal([
      'https://',
      '.example',
      'Yours',
    ]);
    expect(field.control).to.have.attribute('placeholder', 'acme');
  });

  it('keeps the parts of an address in their order on a page from right to left', async () => {
    const address = {prefixLabel: 'https://', suffixLabel: '.example'};
    const field = await show({type: 'TEXT_NO_VARS', ...address});
    field.form.dir = 'rtl';
    const [first, last] = [field.find('#prefix'), field.find('#suffix')];
    expect(first.getBoundingClientRect().x).to.be.lessThan(last.getBoundingClientRect().x);
    const other = await show({type: 'NUMBER', suffixLabel: 'minutes'});
    other.form.dir = 'rtl';
    const {x} = other.control.getBoundingClientRect();
    expect(other.find('#suffix').getBoundingClientRect().x).to.be.lessThan(x);
  });

  it('sends the form with Enter, through its button', async () => {
    const field = await show({type: 'TEXT_NO_VARS'}, {value: 'acme'});
    const button = document.createElement('button');
    const submitters: unknown[] = [];
    field.form.append(button);
    field.form.addEventListener('submit', ({submitter}) => submitters.push(submitter));
    field.control.focus();
    await press(field, 'Enter');
    expect(submitters).to.deep.equal([button]);
    button.disabled = true;
    await press(field, 'Enter');
    expect(submitters).to.have.length(1);
  });

  it('cannot be typed into when the input is read-only, and is then not required', async () => {
    const field = await show({type: 'TEXT_NO_VARS', readOnly: true});
    await type(field, 'a');
    expect(field.element.value).to.equal('');
    expect(field.element.checkValidity()).to.be.true;
    expect(field.has('[part=mark]')).to.be.false;
  });

  it('says that it is required in words, unless the input or the host says that it is not', async () => {
    const field = await show({type: 'TEXT_NO_VARS'});
    expect(field.find('[part=mark]')).to.have.trimmed.text('Required');
    expect(field.control).to.have.attribute('required');
    field.element.required = false;
    await field.rendered();
    expect(field.has('[part=mark]')).to.be.false;
    expect(field.element.checkValidity()).to.be.true;
    field.element.required = undefined;
    field.element.setAttribute('required', 'false');
    expect(field.element.required).to.be.false;
    field.element.removeAttribute('required');
    expect(field.element.required).to.be.undefined;
  });
});

describe('checks of <pg-input>', () => {
  const cases = [
    [
      'EMAIL',
      ['hello@acme.example', 'a+b@bücher.example'],
      ['hello', 'a@', '@b', 'a b@c.d', 'a@b/c'],
    ],
    [
      'URL',
      ['https://acme.example', 'sftp://files.acme.example:22/in'],
      ['acme.example', 'javascript:alert(1)', 'javascript://acme.example/%0aalert(1)', 'https://'],
    ],
    [
      'NUMBER',
      ['0', '-1.5', '+.5', '1e6', '12345678901234567890'],
      ['1,5', 'one', '1.2.3', '0x10'],
    ],
  ] as const;
  for (const [kind, right, wrong] of cases) {
    it(`knows ${kind} from other text, and says what it should be like`, async () => {
      const field = await show({type: kind});
      for (const value of right) {
        field.element.value = value;
        expect(field.element.validationMessage, value).to.equal('');
      }
      for (const value of wrong) {
        field.element.value = value;
        expect(field.element.validity.valid, value).to.be.false;
        expect(field.element.validationMessage, value).to.match(/such as/);
      }
    });
  }

  it('keeps a number as it was typed', async () => {
    const field = await show({type: 'NUMBER'});
    await type(field, '007.50');
    expect(field.element.value).to.equal('007.50');
    expect(field.control).to.have.attribute('inputmode', 'decimal');
  });

  it('drops spaces around an address when the person leaves it', async () => {
    const field = await show({type: 'NUMBER'});
    await type(field, ' 12 ');
    await leave(field);
    expect(field.element.value).to.equal('12');
    expect(field.events.at(-1)).to.deep.equal(['change', '12']);
  });

  it('shows a number of the backend as text', async () => {
    const field = await show({type: 'NUMBER', defaultValue: 8});
    expect(field.element.value).to.equal('8');
  });

  it('treats a text that says it is a password as one', async () => {
    const field = await show({type: 'TEXT_NO_VARS', inputType: 'password'});
    expect(field.control).to.have.attribute('type', 'password');
  });
});

describe('text area of <pg-input>', () => {
  it('grows with its text, up to a limit', async () => {
    const field = await show({type: 'TEXTAREA_NO_VARS'});
    const {offsetHeight} = field.control;
    field.element.value = 'line\n'.repeat(8);
    await field.rendered();
    await new Promise(requestAnimationFrame);
    const grown = field.control.offsetHeight;
    expect(grown).to.be.greaterThan(offsetHeight);
    field.element.value = 'line\n'.repeat(200);
    await field.rendered();
    await new Promise(requestAnimationFrame);
    expect(field.control.offsetHeight).to.be.lessThan(grown * 3);
  });

  it('takes Enter as a new line', async () => {
    const field = await show({type: 'TEXTAREA_NO_VARS'});
    field.control.focus();
    await sendKeys({type: 'a'});
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'b'});
    expect(field.element.value).to.equal('a\nb');
  });
});
