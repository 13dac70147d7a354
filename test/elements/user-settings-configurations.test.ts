import {expect} from '@open-wc/testing';
import {PgError} from '../../src/core/errors.js';
import type {PgUserSettings} from '../../src/elements/user-settings/user-settings.js';
import '../../src/ui/dialog/pg-confirm.js';
import {accountOf, configurationOf, SettingsSdk} from '../core/settings-double.js';
import {announced, button, controls, expectAccessible, focused, until} from './session-fixture.js';
import {show, type SettingsPage} from './user-settings-fixture.js';

const BY_DEFAULT = {...configurationOf('one', {sharedSettings: {a: 'all'}}), isDefault: true};
const TEAM = {
  ...configurationOf('one', {sharedSettings: {a: 'team'}}),
  id: 'team',
  isDefault: false,
  externalId: 'team-a',
};
const NAMED = {...TEAM, id: 'named', externalId: 'x-1', configMeta: {name: 'Sales <b>', owner: 7}};
const BARE = {id: 'bare', isDefault: false};

/** The settings of an account with these configurations. */
async function showSome(
  configurations: readonly object[],
  properties: Partial<PgUserSettings> = {},
): Promise<SettingsPage> {
  const sdk = new SettingsSdk([accountOf('one', {configurations: configurations as never})]);
  return show(properties, sdk);
}

const select = (page: SettingsPage): HTMLSelectElement | null =>
  page.root.querySelector<HTMLSelectElement>('#configuration');
const options = (page: SettingsPage): readonly string[] =>
  [...(select(page)?.options ?? [])].map((one) => (one.selected ? `[${one.text}]` : one.text));

async function choose(page: SettingsPage, value: string): Promise<void> {
  select(page)!.value = value;
  select(page)!.dispatchEvent(new Event('change', {bubbles: true}));
  await page.rendered();
}

describe('pg-user-settings with configurations', () => {
  it('lets people choose where there are several and the host names none', async () => {
    const page = await showSome([BY_DEFAULT, TEAM, NAMED, BARE]);
    await until(() => select(page));
    expect(options(page)).to.deep.equal(['[Default]', 'team-a', 'Sales <b>', 'Configuration 4']);
    expect(controls(page.element).has('Add configuration')).to.equal(false);
    await expectAccessible(page.element);
    await until(() => page.control('a').value === 'all');
    await choose(page, 'team');
    await until(() => page.control('a').value === 'team');
    expect(options(page)[1]).to.equal('[team-a]');
  });

  it('shows no choice for one configuration, or for the one that the host names', async () => {
    for (const [given, properties] of [
      [[BY_DEFAULT], {}],
      [[BY_DEFAULT], {configurations: 'choose'}],
      [[BY_DEFAULT, TEAM], {configuration: 'team-a'}],
    ] as const) {
      const page = await showSome(given, properties);
      await until(() => page.field('a'));
      expect(select(page)).to.be.null;
    }
    const both = await showSome([BY_DEFAULT, TEAM], {
      configuration: 'team-a',
      configurations: 'choose',
    });
    await until(() => options(both)[1] === '[team-a]');
  });

  it('tells the host, and keeps what was typed in each', async () => {
    const page = await showSome([BY_DEFAULT, TEAM]);
    const heard: unknown[] = [];
    page.element.addEventListener('pg-configuration-select', ({detail}) => heard.push(detail));
    await until(() => select(page) && page.control('a').value === 'all');
    await page.type('a', 'typed');
    await choose(page, 'team');
    await until(() => page.control('a').value === 'team');
    expect(heard).to.deep.equal([
      {integration: 'acme', credentialId: 'one', configurationId: 'team'},
    ]);
    await choose(page, BY_DEFAULT.id);
    await until(() => page.control('a').value === 'typed');
    page.element.configuration = 'team-a';
    await until(() => page.control('a').value === 'team');
  });

  it('says that a chosen one is gone, with a way to the others', async () => {
    const page = await showSome([BY_DEFAULT, TEAM, NAMED]);
    await until(() => select(page));
    await choose(page, 'team');
    const left = accountOf('one', {configurations: [BY_DEFAULT, NAMED]});
    page.sdk.server.set('one', left);
    await page.session.refresh();
    await until(() => page.text.includes('does not have this configuration'));
    await choose(page, BY_DEFAULT.id);
    await until(() => page.control('a').value === 'all');
  });

  it('names them in place where they are managed, and says which name is taken', async () => {
    const page = await showSome([BY_DEFAULT, TEAM], {configurations: 'manage'});
    await until(() => select(page));
    expect(controls(page.element).has('Remove Default')).to.equal(false);
    button(page.element, 'Add configuration').click();
    await until(() => focused() === 'Name of the new configuration');
    await expectAccessible(page.element);
    const field = page.root.querySelector<HTMLInputElement>('.new-name')!;
    button(page.element, 'Save name').click();
    await until(() => announced(page.element, 'alert').includes('Enter a name.'));
    field.value = 'team-a';
    button(page.element, 'Save name').click();
    await until(() =>
      announced(page.element, 'alert').includes(
        'This account already has a configuration with this name.',
      ),
    );
    button(page.element, 'Cancel').click();
    await until(() => select(page));
  });

  it('keeps all else that the host has with a configuration when it is renamed', async () => {
    const page = await showSome([BY_DEFAULT, NAMED], {configurations: 'manage'});
    await until(() => select(page));
    await choose(page, 'named');
    button(page.element, 'Rename Sales <b>').click();
    await until(() => focused() === 'Name of Sales <b>');
    page.root.querySelector<HTMLInputElement>('.new-name')!.value = 'Ads';
    button(page.element, 'Save name').click();
    await until(() => select(page));
    const [, change] = page.sdk.calls.find(([name]) => name === 'updateConfiguration')!;
    expect(change).to.deep.equal({
      id: 'named',
      credentialId: 'one',
      meta: {name: 'Ads', owner: 7},
    });
  });

  it('asks before it removes one, says why that failed, and goes to the default one', async () => {
    const page = await showSome([BY_DEFAULT, TEAM], {configurations: 'manage'});
    await until(() => select(page));
    await choose(page, 'team');
    page.sdk.answer('destroyConfiguration', () => {
      throw new PgError('network', 'Down');
    });
    button(page.element, 'Remove team-a').click();
    const confirm = (): Element => page.root.querySelector('pg-confirm')!;
    await until(() => page.root.querySelector('pg-confirm') && controls(confirm()).has('Remove'));
    await expectAccessible(page.element);
    button(confirm(), 'Remove').click();
    await until(() => controls(confirm()).has('Try again'));
    page.sdk.answer('destroyConfiguration', () => {
      page.sdk.changeAccount('one', {configurations: [BY_DEFAULT]});
    });
    button(confirm(), 'Try again').click();
    await until(() => options(page)[0] === '[Default]');
    await until(() => page.control('a').value === 'all');
    expect(page.root.querySelector('pg-confirm')).to.be.null;
    await until(() => focused() === 'Configuration');
  });
});
