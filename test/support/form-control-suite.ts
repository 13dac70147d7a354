import {expect, fixture, html} from '@open-wc/testing';
import {resetMouse, sendMouse} from '@web/test-runner-commands';
import {waitUntil} from './wait-until.js';

/** What every form-associated element of the kit has. */
export interface FormControl extends HTMLElement {
  name: string;
  disabled: boolean;
  readonly: boolean;
  readOnly: boolean;
  required: boolean | undefined;
  value: unknown;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  readonly updateComplete: Promise<boolean>;
  checkValidity(): boolean;
  reportValidity(): boolean;
  setCustomValidity(message: string): void;
}

/** One kind of control to put through the suite. */
export interface FormControlCase {
  readonly title: string;
  readonly tag: string;
  /** Properties that it needs to be itself, optional and without a value. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** A value, and what a form gets for it. */
  readonly value: unknown;
  readonly submitted: string;
  /** A control that always has a value, such as a switch, cannot miss one. */
  readonly canBeMissing: boolean;
}

/** Whether something of a control is still on its way, its code or its choices: it may grow or shrink then. */
function isWaiting(control: Element): boolean {
  if (control.matches(':state(loading), .skeleton, [aria-busy="true"]')) return true;
  return [...(control.shadowRoot ?? control).children].some(isWaiting);
}

/** The behaviour that people know of native controls. */
export function testFormControl(test: FormControlCase): void {
  const make = (parent: Element, owner = document): FormControl => {
    const element = owner.createElement(test.tag);
    Object.assign(element, test.properties);
    element.setAttribute('name', 'field');
    parent.append(element);
    return element as unknown as FormControl;
  };
  const formed = async (): Promise<{form: HTMLFormElement; control: FormControl}> => {
    const form = await fixture<HTMLFormElement>(html`<form><fieldset></fieldset></form>`);
    const control = make(form.firstElementChild!);
    await control.updateComplete;
    return {form, control};
  };
  const submission = (form: HTMLFormElement): FormDataEntryValue | null =>
    new FormData(form).get('field');

  describe(`${test.title} as a form control`, () => {
    // A button that stays pressed after a failure takes the shift of every key that WebKit types from then on.
    afterEach(() => resetMouse());

    it('submits its value under its name, at once', async () => {
      const {form, control} = await formed();
      control.value = test.value;
      expect(control.form).to.equal(form);
      expect(submission(form)).to.equal(test.submitted);
      control.name = 'other';
      expect(new FormData(form).get('other')).to.equal(test.submitted);
    });

    it('reflects name, disabled and readonly at once, and its value never', async () => {
      const {control} = await formed();
      control.disabled = true;
      expect(control).to.have.attribute('disabled');
      control.disabled = false;
      control.readonly = true;
      expect(control).to.have.attribute('readonly');
      control.value = test.value;
      await control.updateComplete;
      expect(control).not.to.have.attribute('disabled');
      expect(control).not.to.have.attribute('value');
    });

    it('is read-only by the name that native controls have, too', async () => {
      const {control} = await formed();
      control.readOnly = true;
      expect(control.readonly).to.be.true;
      expect(control).to.have.attribute('readonly');
      control.readonly = false;
      expect(control.readOnly).to.be.false;
    });

    it('does not move what is below it between a press there and its release', async () => {
      const {form, control} = await formed();
      control.required = true;
      await waitUntil(() => !isWaiting(control), 'all of the control is there');
      const below = document.createElement('button');
      below.type = 'button';
      form.append(below);
      let clicks = 0;
      below.addEventListener('click', () => (clicks += 1));
      control.focus();
      // A box with nothing to choose takes no focus.
      const hadFocus = document.activeElement === control;
      const {x, y, width, height} = below.getBoundingClientRect();
      await sendMouse({
        type: 'move',
        position: [Math.round(x + width / 2), Math.round(y + height / 2)],
      });
      await sendMouse({type: 'down'});
      await control.updateComplete;
      expect(below.getBoundingClientRect().y).to.equal(y);
      await sendMouse({type: 'up'});
      expect(clicks).to.equal(1);
      if (test.canBeMissing && hadFocus)
        await waitUntil(
          () => control.matches(':state(error)'),
          'what is missing is said after that',
        );
    });

    it('submits nothing and is not checked while disabled', async () => {
      const {form, control} = await formed();
      control.value = test.value;
      control.disabled = true;
      expect(submission(form)).to.be.null;
      expect(control.willValidate).to.be.false;
    });

    it('submits nothing in a disabled fieldset, and does again when that is enabled', async () => {
      const {form, control} = await formed();
      control.value = test.value;
      const fieldset = form.querySelector('fieldset')!;
      fieldset.disabled = true;
      expect(submission(form)).to.be.null;
      fieldset.disabled = false;
      expect(submission(form)).to.equal(test.submitted);
    });

    it('goes back to its default when the form is reset', async () => {
      const {form, control} = await formed();
      const before = control.value;
      control.value = test.value;
      form.reset();
      expect(control.value).to.deep.equal(before);
    });

    it('is wrong for as long as the host says so, and tells its words', async () => {
      const {form, control} = await formed();
      control.setCustomValidity('Taken');
      expect(control.validity.customError).to.be.true;
      expect(control.validationMessage).to.equal('Taken');
      expect(form.checkValidity()).to.be.false;
      control.setCustomValidity('');
      expect(control.checkValidity()).to.be.true;
    });

    it('fires no event when the host sets something', async () => {
      const {form, control} = await formed();
      const events: string[] = [];
      for (const type of ['input', 'change']) form.addEventListener(type, () => events.push(type));
      control.value = test.value;
      control.disabled = true;
      form.reset();
      await control.updateComplete;
      expect(events).to.be.empty;
    });

    it('takes properties that were set before it was upgraded', async () => {
      const {form, control: other} = await formed();
      other.remove();
      const inert = document.implementation.createHTMLDocument();
      const control = make(inert.body, inert);
      control.value = test.value;
      form.append(control);
      await control.updateComplete;
      expect(control.value).to.deep.equal(test.value);
      expect(submission(form)).to.equal(test.submitted);
    });

    it('keeps its value when it is moved', async () => {
      const {form, control} = await formed();
      control.value = test.value;
      await control.updateComplete;
      form.append(control);
      await control.updateComplete;
      expect(control.value).to.deep.equal(test.value);
      expect(submission(form)).to.equal(test.submitted);
    });

    it('shows what is wrong only when it is told to report', async () => {
      const {control} = await formed();
      control.setCustomValidity('Taken');
      control.checkValidity();
      await control.updateComplete;
      expect(control.shadowRoot!.textContent).not.to.contain('Taken');
      control.reportValidity();
      await control.updateComplete;
      expect(control.shadowRoot!.textContent).to.contain('Taken');
    });

    if (!test.canBeMissing) return;

    it('is missing a value if it is required, and says so in words', async () => {
      const {form, control} = await formed();
      control.required = true;
      expect(control.validity.valueMissing).to.be.true;
      expect(control.validationMessage).not.to.equal('');
      expect(form.checkValidity()).to.be.false;
    });

    it('has right validity straight after a value was set, before it renders', async () => {
      const {form, control} = await formed();
      control.required = true;
      control.value = test.value;
      expect(form.checkValidity()).to.be.true;
      control.value = undefined;
      expect(form.checkValidity()).to.be.false;
    });

    it('keeps the form from being sent while a value is missing', async () => {
      const {form, control} = await formed();
      let sent = 0;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent += 1;
      });
      control.required = true;
      form.requestSubmit();
      expect(sent).to.equal(0);
      control.value = test.value;
      form.requestSubmit();
      expect(sent).to.equal(1);
    });

    it('is not checked while read-only', async () => {
      const {control} = await formed();
      control.required = true;
      control.readonly = true;
      expect(control.checkValidity()).to.be.true;
    });
  });
}
