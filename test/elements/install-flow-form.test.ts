import {focusedElement} from '../../src/ui/dialog/focus.js';
import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {deferred} from '../support/deferred.js';
import {text} from '../support/flow-sdk.js';
import {mountFlow, startedFlow, type FlowPage} from './install-flow-fixture.js';
import {focused} from './session-fixture.js';

const KEY = {
  oauth: false,
  preOptions: [
    {id: 'key', type: 'PASSWORD', title: 'Key'},
    text('team', 'Team', {required: false}),
    {id: 'mail', type: 'EMAIL', title: 'Mail', required: false},
  ],
};
const refusal = (message: string): Error => new Error(JSON.stringify({message, status: 400}));

/** A form whose key is typed already. */
async function filled(): Promise<FlowPage> {
  const page = await startedFlow(KEY);
  await page.type('Key', 'pw_secret');
  return page;
}

describe('pg-install-flow forms', () => {
  it('sends the answers when Enter is pressed in a field', async () => {
    const page = await startedFlow(KEY);
    page.control('Key').focus();
    await sendKeys({type: 'pw_secret'});
    await sendKeys({press: 'Enter'});
    await page.settled();
    expect(page.sdk.sent.map(([, values]) => values['key'])).to.deep.equal(['pw_secret']);
    expect(page.element.stage).to.equal('done');
  });

  it('ignores the last event of a field that was taken away, and keeps every answer', async () => {
    const page = await startedFlow({preOptions: [text('a', 'First'), text('b', 'Second')]});
    await page.type('First', 'one');
    await page.type('Second', 'two');
    const field = page.field('Second');
    await page.goOn();
    expect(page.element.stage).to.equal('oauth');
    for (const type of ['input', 'change'])
      field.dispatchEvent(new Event(type, {bubbles: true, composed: true}));
    await page.click('Back');
    expect([page.control('First').value, page.control('Second').value]).to.deep.equal([
      'one',
      'two',
    ]);
  });

  it('sends nothing for Enter that belongs to an input method', async () => {
    const page = await filled();
    page.control('Key').dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        composed: true,
      }),
    );
    await page.settled();
    expect(page.sdk.sent).to.be.empty;
  });

  it('sends nothing while a required answer is missing, and goes to the first one', async () => {
    const page = await startedFlow({
      oauth: false,
      preOptions: [text('a', 'First', {required: false}), text('b', 'Second'), text('c', 'Third')],
    });
    await page.goOn();
    expect(page.sdk.sent).to.be.empty;
    expect(focused()).to.contain('Second');
    expect([page.problem('First'), page.problem('Second'), page.problem('Third')]).to.deep.equal([
      undefined,
      'Fill in this field.',
      'Fill in this field.',
    ]);
    expect(page.control('Second').getAttribute('aria-invalid')).to.equal('true');
  });

  it('checks the format before the SDK is asked', async () => {
    const page = await filled();
    await page.type('Mail', 'not a mail');
    await page.goOn();
    expect(page.sdk.sent).to.be.empty;
    expect(focused()).to.contain('Mail');
    expect(page.problem('Mail')).to.contain('Enter an email address');
    await page.type('Mail', 'ada@example.com');
    await page.goOn();
    expect(page.sdk.sent.length).to.equal(1);
  });

  it('sends once, however often the button is clicked', async () => {
    const page = await filled();
    const answer = deferred<undefined>();
    page.sdk.save = async () => {
      await answer.promise;
    };
    const submit = page.main;
    submit.click();
    submit.click();
    await page.settled();
    page.main.click();
    page.control('Key').dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    await page.settled();
    expect(page.sdk.sent.length).to.equal(1);
    answer.resolve(undefined);
    await page.settled();
    expect(page.element.stage).to.equal('done');
  });

  it('is busy while the answers are sent, keeping the fields and the focus', async () => {
    const page = await filled();
    const answer = deferred<undefined>();
    page.sdk.save = async () => {
      await answer.promise;
    };
    const control = page.control('Key');
    control.focus();
    page.main.focus();
    await page.goOn();
    expect(focused()).to.equal('Connect Slack');
    const busy = page.main;
    expect([busy.getAttribute('aria-busy'), busy.getAttribute('aria-disabled')]).to.deep.equal([
      'true',
      'true',
    ]);
    expect(page.element.shadowRoot!.querySelector('form')!.getAttribute('aria-busy')).to.equal(
      'true',
    );
    expect([page.control('Key') === control, control.value, control.readOnly]).to.deep.equal([
      true,
      'pw_secret',
      true,
    ]);
    answer.resolve(undefined);
  });

  it('keeps everything that was typed when the backend refuses it, and says why', async () => {
    const page = await filled();
    await page.type('Team', 'Acme');
    page.sdk.save = () => Promise.reject(refusal('This key is not valid.'));
    await page.goOn();
    expect(page.problem('Key')).to.equal('This key is not valid.');
    expect(page.alerts, 'it is said once').to.deep.equal([]);
    expect([page.control('Key').value, page.control('Team').value]).to.deep.equal([
      'pw_secret',
      'Acme',
    ]);
    expect([page.element.stage, page.states]).to.deep.equal(['preOptions', ['active', 'error']]);
    expect(page.control('Key')).to.equal(focusedElement());
    page.sdk.save = () => Promise.resolve();
    await page.type('Key', 'pw_right');
    await page.goOn();
    expect([page.element.stage, page.alerts]).to.deep.equal(['done', []]);
  });

  it('says above the form what is about none of its fields, or about one that cannot be told', async () => {
    const page = await startedFlow({
      oauth: false,
      preOptions: [text('a', 'First', {required: false}), text('b', 'Second', {required: false})],
    });
    page.sdk.save = () => Promise.reject(refusal('No such customer.'));
    await page.goOn();
    expect(page.alerts).to.deep.equal(['The service did not accept this. No such customer.']);
    page.sdk.save = () => Promise.reject(refusal('The second is wrong.'));
    await page.type('First', 'x');
    await page.goOn();
    expect([page.alerts, page.problem('Second')]).to.deep.equal([[], 'The second is wrong.']);
    page.sdk.save = () => Promise.reject(new TypeError('Failed to fetch'));
    await page.type('First', 'y');
    await page.goOn();
    expect(page.alerts[0]).to.contain('could not be reached');
    expect(page.problem('Second')).to.equal(undefined);
  });

  it('shows the same refusal again when it comes again', async () => {
    const page = await filled();
    page.sdk.save = () => Promise.reject(refusal('This key is not valid.'));
    for (const key of ['pw_one', 'pw_two']) {
      await page.type('Key', key);
      expect(page.problem('Key')).to.equal(undefined);
      await page.goOn();
      expect(page.problem('Key')).to.equal('This key is not valid.');
    }
  });

  it('says that the same answers go out a little later, where the SDK would swallow them', async () => {
    const page = await filled();
    page.sdk.save = () => Promise.reject(refusal('No'));
    await page.goOn();
    await page.goOn();
    expect(page.seen).to.contain('Trying again in a few seconds');
    expect(page.sdk.sent.length).to.equal(1);
    page.page.elapse(6000);
    await page.settled();
    expect(page.sdk.sent.length).to.equal(2);
  });

  it('shows what the backend said as text', async () => {
    const page = await filled();
    page.sdk.save = () => Promise.reject(refusal('<img src=x onerror="alert(1)"><b>no</b>'));
    await page.goOn();
    expect(page.problem('Key')).to.contain('<img src=x onerror="alert(1)"><b>no</b>');
    expect(page.element.shadowRoot!.querySelector('img, b')).to.be.null;
  });

  it('forgets the answers of a connection that was cancelled', async () => {
    const page = await filled();
    await page.click('Cancel');
    await page.click('Connect Slack');
    expect(page.control('Key').value).to.equal('');
  });

  it('puts no answer into events, attributes or the text around the fields', async () => {
    const page = await filled();
    page.sdk.save = () => Promise.reject(refusal('Refused'));
    await page.goOn();
    page.sdk.save = () => Promise.resolve();
    await page.type('Key', 'pw_right');
    await page.goOn();
    expect(JSON.stringify(page.heard.map(({detail}) => detail))).not.to.match(/pw_/);
    expect(page.box.outerHTML + page.element.shadowRoot!.innerHTML).not.to.match(/pw_/);
  });

  it('keeps the values of fields that the person does not see', async () => {
    const page = await startedFlow({
      oauth: false,
      preOptions: [
        text('site', 'Site'),
        text('version', 'Version', {hidden: true, defaultValue: '2025-01'}),
      ],
    });
    await page.type('Site', 'acme');
    await page.goOn();
    expect(page.sdk.sent[0]![1]).to.deep.equal({site: 'acme', version: '2025-01'});
  });

  it('leaves out inputs that have no id, and keeps the others', async () => {
    const page = await startedFlow({
      oauth: false,
      preOptions: [{type: 'EMAIL'}, text('a', 'Only')],
    });
    expect(page.element.shadowRoot!.querySelectorAll('pg-input').length).to.equal(1);
  });

  it('tells inputs apart whose ids objects have as members', async () => {
    const page = await startedFlow({
      oauth: false,
      preOptions: [text('__proto__', 'One'), text('constructor', 'Two')],
    });
    await page.type('One', 'first');
    await page.type('Two', 'second');
    await page.goOn();
    expect(Object.entries(page.sdk.sent[0]![1])).to.deep.equal([
      ['__proto__', 'first'],
      ['constructor', 'second'],
    ]);
  });

  it('says that an account cannot be finished here, and removes it once', async () => {
    const page = await startedFlow({...KEY, postOptions: [text('space', 'Space')]});
    await page.type('Key', 'pw_secret');
    await page.goOn();
    expect(page.heading).to.equal('Slack is not connected yet');
    expect(page.alerts[0]).to.contain('its setup cannot be finished here');
    const answer = deferred<undefined>();
    page.sdk.answer('uninstallIntegration', () => answer.promise);
    const remove = page.button('Remove unfinished account');
    remove.click();
    remove.click();
    answer.resolve(undefined);
    await page.settled();
    expect(page.seen).to.contain('The unfinished account was removed.');
    expect(page.alerts.join()).not.to.contain('no longer connected');
    expect(page.sdk.calls.filter(([name]) => name === 'uninstallIntegration').length).to.equal(1);
  });

  it('says why an unfinished account could not be removed, and lets the person try again', async () => {
    const page = await startedFlow({...KEY, postOptions: [text('space', 'Space')]});
    await page.type('Key', 'pw_secret');
    await page.goOn();
    page.sdk.answer('uninstallIntegration', () => Promise.reject(new TypeError('Failed to fetch')));
    await page.click('Remove unfinished account');
    expect(page.alerts).to.deep.equal([
      'The service could not be reached. Check your connection and try again.',
    ]);
    page.sdk.answer('uninstallIntegration', () => undefined);
    await page.click('Remove unfinished account');
    expect(page.seen).to.contain('The unfinished account was removed.');
  });

  it('is not a form of its host’s', async () => {
    const page = await mountFlow(KEY);
    const form = document.createElement('form');
    let submissions = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submissions += 1;
    });
    page.box.append(form);
    form.append(page.element);
    await page.click('Connect Slack');
    await page.type('Key', 'pw_secret');
    page.control('Key').focus();
    await sendKeys({press: 'Enter'});
    await page.settled();
    expect([submissions, page.sdk.sent.length]).to.deep.equal([0, 1]);
    expect([...new FormData(form)]).to.deep.equal([]);
  });
});
