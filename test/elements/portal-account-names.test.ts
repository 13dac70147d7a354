import {expect} from '@open-wc/testing';
import type {ConnectedAccount} from '../../src/core/accounts/connected-account.js';
import {configure} from '../../src/elements/portal/page-defaults.js';
import type {PgPortal} from '../../src/elements/portal/portal.js';
import {stages} from '../../src/elements/install-flow/install-flow.js';
import {mistakes} from '../support/mistakes.js';
import {FlowSdk} from '../support/flow-sdk.js';
import {mountPortal, type PortalPage} from './portal-fixture.js';
import {choose, until} from './session-fixture.js';

const configurations = [{id: 'c', isDefault: true}];
const ADA = {id: 'ada', providerData: {email: 'ada@example.com'}, configurations} as const;
const BOB = {id: 'bob', providerData: {email: 'bob@example.com'}, configurations} as const;
const channel = {id: 'channel', type: 'TEXT_NO_VARS', title: 'Channel', required: false};
const config = {availableUserSettings: [channel]};

const EVERYWHERE = `<pg-catalog></pg-catalog>
  <pg-account-list></pg-account-list>
  <pg-integration integration="slack" section="settings"></pg-integration>
  <pg-user-settings integration="slack" credential="bob"></pg-user-settings>
  <pg-install-flow integration="jira"></pg-install-flow>
  <pg-field-mapper integration="jira"></pg-field-mapper>`;

async function mountEverywhere(properties: Partial<PgPortal>): Promise<PortalPage> {
  const sdk = new FlowSdk({slack: {}, jira: {}}, [
    {type: 'slack', name: 'Slack', accounts: [ADA, BOB], config},
    {type: 'jira', name: 'Jira', accounts: [{id: 'jo'}]},
  ]);
  await stages.load();
  return mountPortal(sdk, properties, EVERYWHERE);
}

const names: Readonly<Record<string, string>> = {ada: 'Marketing', bob: 'Sales', jo: 'Planning'};
const accountName = ({id}: ConnectedAccount): string | undefined => names[id];

afterEach(() => configure({accountName: undefined, renameAccount: undefined}));

describe('pg-portal with accountName', () => {
  it('calls accounts the same in every element', async () => {
    const page = await mountEverywhere({accountName});
    const parts = [
      'Jira Planning',
      'Marketing Connected',
      'Settings of Sales',
      'Jira is connected as Planning.',
    ];
    await until(() => parts.every((part) => page.seen.includes(part)));
    const options = page.element
      .querySelector('pg-integration')!
      .shadowRoot!.querySelectorAll('option');
    expect([...options].map(({textContent}) => textContent.trim())).to.deep.equal([
      'Marketing',
      'Sales',
    ]);
    const mapper = page.element.querySelector('pg-field-mapper')!;
    mapper.input = {id: 'map', type: 'FIELD_MAPPER', title: 'Fields'};
    await until(() => page.seen.includes('Planning', page.seen.indexOf('Fields')));
    expect(page.seen.match(/ada@example.com|ID jo/g), 'as a detail of the row').to.deep.equal([
      'ada@example.com',
    ]);
    await choose(page.element.querySelector('pg-account-list')!, 'Marketing', 'Disconnect');
    await until(() => page.seen.includes('Disconnect Marketing?'));
  });

  it('says ID where there is nothing better, and shows no id on a card', async () => {
    const page = await mountEverywhere({});
    await until(() => page.seen.includes('Jira is connected as ID jo.'));
    await until(() => page.seen.includes('ID jo Connected'));
    expect(page.seen).to.contain('Jira Connected');
  });

  it('is read from the settings of the page as well', async () => {
    configure({accountName});
    const page = await mountEverywhere({});
    await until(() => page.seen.includes('Marketing Connected'));
    configure({accountName: undefined});
    await until(() => page.seen.includes('ada@example.com Connected'));
  });

  it('is not called again at each render of a framework, which makes functions anew', async () => {
    const asked: string[] = [];
    const made =
      (suffix: string) =>
      ({id}: ConnectedAccount) => {
        asked.push(id);
        return `${id} ${suffix}`;
      };
    const page = await mountEverywhere({accountName: made('1')});
    await until(() => page.seen.includes('ada 1 Connected'));
    page.element.accountName = made('2');
    await page.element.updateComplete;
    expect(asked).to.deep.equal(['ada', 'bob', 'jo']);
    await page.element.refresh();
    await until(() => page.seen.includes('ada 2 Connected'));
  });

  it('leaves an SDK that portals share as another one has named its accounts', async () => {
    const first = await mountEverywhere({accountName});
    await until(() => first.seen.includes('Marketing Connected'));
    const second = await mountPortal(first.sdk, {}, '<pg-account-list></pg-account-list>');
    await until(() => second.seen.includes('Marketing Connected'));
    expect(first.seen).to.contain('Marketing Connected');
  });

  it('tells once that it fails, and shows what the kit finds', async () => {
    const page = await mountEverywhere({
      accountName: () => {
        throw new Error('no names today');
      },
    });
    await until(() => page.seen.includes('ada@example.com Connected'));
    await until(() => mistakes.some((one) => one.includes('accountName')));
    const errors = page.heard.filter(({type}) => type === 'pg-error');
    expect(errors.map(({detail}) => detail['code'])).to.deep.equal(['bad-input']);
    expect(errors[0]!.detail['message']).to.contain('no names today');
  });

  it('shows what it says as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const page = await mountEverywhere({
      accountName: () => ({name: evil, detail: `${evil} detail`}),
    });
    await until(() => page.seen.includes(`${evil} Connected`));
    await until(() => page.seen.includes(`Settings of ${evil}`));
  });
});
