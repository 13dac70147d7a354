import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {deferred} from '../support/deferred.js';
import {accountOf, configurationOf, REFUSED, SettingsSdk} from '../core/settings-double.js';
import {show, type SettingsPage} from './user-settings-fixture.js';

/** Lets the next request wait for the returned function. */
function hold(page: SettingsPage): (error?: Error) => void {
  const held = deferred<undefined>();
  const {network} = page.sdk;
  page.sdk.network = async (name, work) => {
    // What a save reads first is not what is held.
    if (name === 'me') return network(name, work);
    page.sdk.network = network;
    await held.promise;
    return work();
  };
  return (error) => (error ? held.reject(error) : held.resolve(undefined));
}

const savedSdk = (sharedSettings: object) =>
  new SettingsSdk([
    accountOf('one', {
      configurations: [configurationOf('one', {sharedSettings: {...sharedSettings}})],
    }),
  ]);

describe('pg-user-settings', () => {
  it('shows what is saved, and saves what is typed', async () => {
    const page = await show({}, savedSdk({a: '1'}));
    expect(page.control('a').value).to.equal('1');
    expect(page.part('save')).to.equal(null);
    await page.type('a', '12');
    expect(page.states).to.deep.equal(['dirty']);
    expect(page.status).to.equal('1 change · Show');
    page.saveButton.click();
    await page.until(() => page.told.includes('pg-settings-saved'));
    await page.rendered();
    expect(page.sdk.saved().sharedSettings).to.deep.equal({a: '12'});
    expect(page.states).to.deep.equal([]);
    expect(page.status).to.equal('Saved');
    expect(page.part('save')).to.equal(null);
    await page.until(() => page.root.querySelector('[role=status]')!.textContent === 'Saved');
  });

  it('moves nothing when the bar comes, saves and goes, and keeps the size of its button', async () => {
    const page = await show({}, savedSdk({a: '1'}));
    const height = (): number => page.element.getBoundingClientRect().height;
    const before = height();
    await page.type('a', '12');
    expect(height()).to.equal(before);
    const {width} = page.saveButton.getBoundingClientRect();
    const end = hold(page);
    const saving = page.element.save();
    await page.until(() => page.states.includes('saving'));
    await page.rendered();
    expect(page.saveButton.getBoundingClientRect().width).to.equal(width);
    expect(page.status).to.equal('Saving…');
    end();
    await saving;
    await page.rendered();
    expect(height()).to.equal(before);
  });

  it('leads to each change in turn', async () => {
    const page = await show();
    await page.type('a', 'x');
    await page.type('secret', 'y');
    expect(page.status).to.equal('2 changes · Show');
    const press = (): void => page.root.querySelector<HTMLElement>('.show')!.click();
    for (const id of ['a', 'secret', 'a']) {
      press();
      expect(page.field(id).matches(':focus'), id).to.be.true;
    }
  });

  for (const press of ['Control+s', 'Meta+s']) {
    it(`saves on ${press}, and leaves the focus where it is`, async () => {
      const page = await show();
      page.control('a').focus();
      await sendKeys({type: 'x'});
      await sendKeys({press});
      await page.until(() => page.told.includes('pg-settings-saved'));
      expect(page.sdk.saved().sharedSettings).to.deep.equal({a: 'x'});
      expect(page.field('a').matches(':focus')).to.be.true;
    });
  }

  it('keeps the place of the save button for the Tab key when it goes', async () => {
    const page = await show();
    await page.type('a', 'x');
    page.saveButton.focus();
    page.saveButton.click();
    await page.until(() => page.root.activeElement === page.part('actions'));
    expect(page.status).to.equal('Saved');
  });

  it('names its groups, and is no landmark: two views of one account would have one name', async () => {
    const page = await show();
    const names = [...page.root.querySelectorAll('.section')].map(
      (group) => page.root.getElementById(group.getAttribute('aria-labelledby')!)!.textContent,
    );
    expect(names.map((name) => name.trim())).to.deep.equal(['Settings of ID one', 'Workflows']);
    expect(page.part('form')!.hasAttribute('aria-label')).to.be.false;
    page.element.section = 'settings';
    page.sdk.change('two', {status: 'INVALID'});
    await page.rendered();
    const one = await show({section: 'workflows'}, savedSdk({}));
    expect(one.root.querySelector('.section > .heading')!.textContent.trim()).to.equal(
      'Workflows of ID one',
    );
  });

  it('gives labels a column of their own where there is room, and short values little', async () => {
    const inputs = [
      {id: 'text', type: 'TEXT_NO_VARS', title: 'text', required: false},
      {id: 'count', type: 'NUMBER', title: 'count', required: false},
      {id: 'on', type: 'SWITCH', title: 'on', required: false},
    ];
    const page = await show({section: 'settings'}, new SettingsSdk([accountOf('one')], inputs));
    const boxes = () =>
      ['text', 'count', 'on'].map((id) => {
        const root = page.field(id).shadowRoot!;
        const label = root.querySelector('.label')!.getBoundingClientRect();
        const control = root.querySelector('[part=control]')!.getBoundingClientRect();
        return {isBeside: control.top < label.bottom, start: control.left, width: control.width};
      });
    page.element.style.inlineSize = '880px';
    const wide = boxes();
    expect(wide.map(({isBeside}) => isBeside)).to.deep.equal([true, true, true]);
    expect(new Set(wide.map(({start}) => start)).size).to.equal(1);
    expect(wide.map(({width}) => width).slice(0, 2)).to.deep.equal([420, 160]);
    page.element.style.inlineSize = '600px';
    const narrow = boxes();
    expect(narrow.map(({isBeside}) => isBeside)).to.deep.equal([false, false, true]);
    expect(narrow[0]!.width).to.equal(600);
  });

  it('shows what another tab saved in the same field, and lets the person choose', async () => {
    const page = await show({}, savedSdk({a: '1'}));
    await page.type('a', 'mine');
    page.sdk.change('one', {
      configurations: [configurationOf('one', {sharedSettings: {a: 'theirs'}})],
    });
    page.saveButton.click();
    await page.until(() => page.part('conflict') !== null);
    await page.rendered();
    expect(page.sdk.saved().sharedSettings).to.deep.equal({a: 'theirs'});
    expect(page.control('a').value).to.equal('mine');
    const other = page.part('conflict')!.querySelector('pg-input')!;
    await other.updateComplete;
    expect(other.value).to.equal('theirs');
    expect(page.told).not.to.include('pg-settings-saved');
    expect(page.field('a').matches(':focus')).to.be.true;
    const [mine] = page.part('conflict')!.querySelectorAll('button');
    mine!.click();
    await page.rendered();
    expect(page.part('conflict')).to.equal(null);
    expect(await page.element.save()).to.be.true;
    expect(page.sdk.saved().sharedSettings).to.deep.equal({a: 'mine'});
  });

  it('names the account that it changes, also where there is one alone', async () => {
    const named = (id: string) => accountOf(id, {providerData: {username: `${id}@acme.example`}});
    const page = await show({credential: 'two'}, new SettingsSdk([named('one'), named('two')]));
    expect(page.part('account')!.textContent.replaceAll(/\s+/g, ' ').trim()).to.equal(
      'Settings of two@acme.example',
    );
    page.element.credential = 'one';
    await page.rendered();
    expect(page.part('account')!.textContent).to.include('one@acme.example');
    const alone = await show({}, new SettingsSdk([named('one')]));
    expect(alone.part('account')!.textContent).to.include('one@acme.example');
  });

  it('keeps focus and what is typed through every render', async () => {
    const page = await show();
    page.control('a').focus();
    await sendKeys({type: 'hello'});
    const saving = page.element.save();
    await sendKeys({type: ' world'});
    await saving;
    await page.session.refresh();
    await page.rendered();
    expect(page.control('a').value).to.equal('hello world');
    expect(page.field('a').matches(':focus')).to.be.true;
    expect(page.sdk.saved().sharedSettings?.['a']).to.equal('hello');
    expect(page.states).to.deep.equal(['dirty']);
  });

  it('saves on Enter in a field', async () => {
    const page = await show();
    page.control('a').focus();
    await sendKeys({type: 'x'});
    await sendKeys({press: 'Enter'});
    await page.until(() => page.told.includes('pg-settings-saved'));
    expect(page.sdk.saved().sharedSettings).to.deep.equal({a: 'x'});
  });

  it('tells of a save without secrets, and lets the host veto it', async () => {
    const page = await show();
    page.element.addEventListener('pg-settings-save', (event) => event.preventDefault(), {
      once: true,
    });
    await page.type('a', 'x');
    await page.type('secret', 'hunter2');
    expect(await page.element.save()).to.be.false;
    expect(page.events).to.deep.equal([
      [
        'pg-settings-save',
        {integration: 'acme', credentialId: 'one', values: {a: 'x'}, workflows: {}},
      ],
    ]);
    expect(page.sdk.saved().sharedSettings).to.deep.equal({});
    expect(await page.element.save()).to.be.true;
    expect(page.sdk.saved().sharedSettings).to.deep.equal({a: 'x', secret: 'hunter2'});
    expect(JSON.stringify(page.events)).not.to.contain('hunter2');
  });

  it('says what was refused at its field, which gets the focus', async () => {
    const page = await show();
    await page.type('b', REFUSED);
    expect(await page.element.save()).to.be.false;
    await page.rendered();
    expect(page.field('b').errorMessage).to.equal('"Second" was not accepted.');
    expect(page.field('b').matches(':focus')).to.be.true;
    expect(page.control('b').value).to.equal(REFUSED);
    expect(page.states).to.deep.equal(['dirty', 'error']);
    expect(page.events.at(-1)).to.deep.equal([
      'pg-settings-error',
      {
        integration: 'acme',
        credentialId: 'one',
        errors: [{code: 'refused', message: '"Second" was not accepted.', field: 'b'}],
      },
    ]);
    await page.type('b', 'fine');
    expect(page.field('b').errorMessage).to.equal('');
    expect(page.states).to.deep.equal(['dirty']);
  });

  it('says in its bar why a save failed, where it is tried again', async () => {
    const page = await show();
    await page.type('a', 'x');
    const end = hold(page);
    page.saveButton.focus();
    const saving = page.element.save();
    await page.until(() => page.states.includes('saving'));
    const {top} = page.field('a').getBoundingClientRect();
    end(new TypeError('Failed to fetch'));
    expect(await saving).to.be.false;
    await page.rendered();
    const alert = page.part('actions')!.querySelector<HTMLElement>('[role=alert]')!;
    expect(alert.textContent).to.match(/^Not saved\..*could not be reached/s);
    expect(page.field('a').getBoundingClientRect().top).to.equal(top);
    expect(page.root.activeElement).to.equal(page.saveButton);
    expect(page.control('a').value).to.equal('x');
    page.saveButton.click();
    await page.until(() => page.told.includes('pg-settings-saved'));
    expect(page.sdk.saved().sharedSettings).to.deep.equal({a: 'x'});
  });

  it('lists several wrong fields, leads to each, and does not move while they are put right', async () => {
    const inputs = ['first', 'second'].map((id) => ({
      id,
      type: 'EMAIL',
      title: id,
      required: false,
    }));
    const page = await show({section: 'settings'}, new SettingsSdk([accountOf('one')], inputs));
    await page.type('first', 'x');
    await page.type('second', 'y');
    expect(page.element.checkValidity()).to.be.false;
    expect(await page.element.save()).to.be.false;
    await page.rendered();
    expect(page.field('first').matches(':focus')).to.be.true;
    expect(page.text).to.contain('2 fields need your attention.');
    page.root.querySelectorAll<HTMLElement>('.problem')[1]!.click();
    expect(page.field('second').matches(':focus')).to.be.true;
    await page.type('first', 'a@b.example');
    expect(page.text).to.contain('2 fields need your attention.');
    expect(page.events).to.deep.equal([]);
  });

  it('does not ask for what is missing where nothing was changed', async () => {
    const page = await show();
    await page.type('a', 'x');
    expect(await page.element.save()).to.be.true;
    await page.type('day', 'Monday');
    expect(await page.element.save()).to.be.false;
    await page.rendered();
    expect(page.field('hour').matches(':focus')).to.be.true;
  });

  it('goes back to what is saved, and hands the focus on', async () => {
    const page = await show({}, savedSdk({a: '1'}));
    await page.type('a', '12');
    const discard = page.root.querySelector<HTMLElement>('.discard')!;
    discard.focus();
    discard.click();
    await page.rendered();
    expect(page.control('a').value).to.equal('1');
    await page.until(() => page.root.activeElement === page.part('actions'));
    expect(page.states).to.deep.equal([]);
  });

  it('goes back also from what was typed in this very moment', async () => {
    const page = await show({}, savedSdk({a: '1'}));
    page.control('a').focus();
    page.control('a').value = '12';
    page.control('a').dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    page.element.reset();
    await page.rendered();
    expect(page.control('a').value).to.equal('1');
  });

  it('loses nothing when it moves, or goes and comes back', async () => {
    const page = await show();
    await page.type('a', 'x');
    const parent = page.element.parentElement!;
    const aside = document.createElement('div');
    parent.after(aside);
    aside.append(page.element);
    await page.rendered();
    expect(page.control('a').value).to.equal('x');
    page.element.remove();
    await Promise.resolve();
    const other = document.createElement('pg-user-settings');
    Object.assign(other, {integration: 'acme', session: page.session});
    parent.append(other);
    await other.updateComplete;
    const field = other.shadowRoot!.querySelector('pg-input')!;
    await field.updateComplete;
    expect(field.value).to.equal('x');
    aside.remove();
  });

  it('asks before the page is left, only while something is not saved', async () => {
    const page = await show();
    const asks = (): boolean => {
      const event = new Event('beforeunload', {cancelable: true});
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(asks()).to.be.false;
    await page.type('a', 'x');
    expect(asks()).to.be.true;
    page.element.reset();
    await page.rendered();
    expect(asks()).to.be.false;
    await page.type('a', 'y');
    page.element.remove();
    expect(asks()).to.be.false;
  });

  it('shows one section alone, and saves that alone', async () => {
    const page = await show({section: 'workflows'});
    expect(page.field('a')).to.equal(undefined);
    expect(page.root.querySelectorAll('.section')).to.have.length(1);
    await page.type('hour', '8');
    await page.element.save();
    expect(page.sdk.saved().workflowSettings?.['on']?.settings).to.deep.equal({hour: '8'});
  });
});

describe('pg-user-settings autosave', () => {
  it('saves after a change, and says so', async () => {
    const page = await show({autosave: true});
    await page.type('a', 'x');
    expect(page.part('save')).to.equal(null);
    await page.commit('a');
    await page.until(() => page.told.includes('pg-settings-saved'));
    await page.rendered();
    expect(page.sdk.saved().sharedSettings).to.deep.equal({a: 'x'});
    expect(page.status).to.equal('All changes saved');
  });

  it('holds back what is wrong, and what was refused until it is changed', async () => {
    const inputs = [
      {id: 'a', type: 'TEXT_NO_VARS', title: 'a', required: false},
      {id: 'mail', type: 'EMAIL', title: 'mail', required: false},
    ];
    const page = await show({autosave: true}, new SettingsSdk([accountOf('one')], inputs));
    await page.type('mail', 'nobody');
    await page.type('a', REFUSED);
    await page.commit('a');
    await page.until(() => page.told.includes('pg-settings-error'));
    expect(page.control('mail').value).to.equal('nobody');
    const requests = page.told.length;
    await page.commit('a');
    window.dispatchEvent(new Event('pagehide'));
    expect(page.told.length).to.equal(requests);
    await page.type('mail', 'a@b.example');
    window.dispatchEvent(new Event('pagehide'));
    await page.until(() => page.sdk.saved().sharedSettings?.['mail'] === 'a@b.example');
    expect(page.control('a').value).to.equal(REFUSED);
  });

  for (const leaving of ['pagehide', 'beforeunload']) {
    it(`reads nothing first when the page is left (${leaving}): the save would come too late`, async () => {
      const page = await show({autosave: true});
      const asked: string[] = [];
      page.sdk.network = (name, work) => {
        asked.push(name);
        // Whoever waits for the account to be read again waits for ever.
        return name === 'me' ? new Promise(() => undefined) : Promise.resolve(work());
      };
      await page.type('a', 'x');
      window.dispatchEvent(new Event(leaving, {cancelable: true}));
      await page.until(() => page.sdk.saved().sharedSettings?.['a'] === 'x');
      expect(asked).not.to.include('me');
    });
  }

  it('saves at once what is typed when it is taken away or shows another account', async () => {
    const page = await show({autosave: true});
    await page.type('secret', 's');
    page.element.credential = 'two';
    await page.rendered();
    await page.until(() => page.sdk.saved('one').sharedSettings?.['secret'] === 's');
    await page.type('a', 'x');
    page.element.remove();
    await page.until(() => page.sdk.saved('two').sharedSettings?.['a'] === 'x');
  });
});

describe('pg-user-settings workflows', () => {
  it('names its switches, and never shows hidden workflows', async () => {
    const page = await show();
    const names = [...page.root.querySelectorAll('[part=workflow-name]')].map((name) =>
      name.textContent.trim(),
    );
    expect(names).to.deep.equal(['Runs', 'Never ran']);
    expect(page.switchOf('Never ran').getAttribute('aria-checked')).to.equal('false');
    expect(page.field('hour')).not.to.equal(undefined);
    expect(page.field('topic')).to.equal(undefined);
  });

  it('is on at once, busy until it is so, and shows its own settings', async () => {
    const page = await show();
    const end = hold(page);
    page.switchOf('Never ran').click();
    await page.rendered();
    const control = page.switchOf('Never ran');
    expect([control.getAttribute('aria-checked'), control.getAttribute('aria-busy')]).to.deep.equal(
      ['true', 'true'],
    );
    expect(page.field('topic')).not.to.equal(undefined);
    end();
    await page.until(() => page.told.includes('pg-workflow-toggled'));
    await page.rendered();
    expect(page.switchOf('Never ran').getAttribute('aria-busy')).to.equal('false');
    const detail = {integration: 'acme', credentialId: 'one', workflowId: 'never', enabled: true};
    expect(page.events).to.deep.equal([
      ['pg-workflow-toggle', detail],
      ['pg-workflow-toggled', detail],
    ]);
  });

  it('goes back with words on a failure', async () => {
    const page = await show();
    const end = hold(page);
    page.switchOf('Never ran').focus();
    await sendKeys({press: 'Enter'});
    end(new Error('{"message":"Not in your plan.","status":403}'));
    await page.until(() => page.told.includes('pg-settings-error'));
    await page.rendered();
    expect(page.switchOf('Never ran').getAttribute('aria-checked')).to.equal('false');
    expect(page.root.activeElement).to.equal(page.switchOf('Never ran'));
    const alert = page.root.querySelector('[part=workflow]:last-child [role=alert]')!;
    expect(alert.textContent).to.contain('“Never ran” could not be turned on.');
    expect(alert.textContent).to.contain('Not in your plan.');
  });

  it('lets the host veto a switch', async () => {
    const page = await show();
    page.element.addEventListener('pg-workflow-toggle', (event) => event.preventDefault());
    page.switchOf('Runs').click();
    await page.rendered();
    expect(page.switchOf('Runs').getAttribute('aria-checked')).to.equal('true');
    expect(page.told).to.deep.equal(['pg-workflow-toggle']);
  });
});
