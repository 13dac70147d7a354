import {fixture, html} from '@open-wc/testing';
import '../../src/elements/portal/pg-portal.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {testElement, type ElementCase} from '../support/element-suite.js';
import {text} from '../support/flow-sdk.js';
import {startedFlow} from './install-flow-fixture.js';
import {button, choose, seen, until} from './session-fixture.js';
import '../../src/elements/account-list/pg-account-list.js';
import '../../src/define.js';
import {ConnectSession} from '../../src/core/compose.js';
import {PgError} from '../../src/core/errors.js';

const ACCOUNTS = [
  {
    type: 'slack',
    name: 'Slack',
    config: {shortDescription: 'Messages', longDescription: 'Long'},
    accounts: [{providerData: {email: 'ada@example.com'}}],
  },
] as const;

const failing = (): ConnectSession =>
  new ConnectSession(new FakeSdk(), {signIn: () => Promise.reject(new PgError('network', 'x'))});

async function failed(tag: ElementCase['tag']): Promise<HTMLElement> {
  const element = document.createElement(tag);
  Object.assign(element, {session: failing(), integration: 'slack'});
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.append(element);
  await until(() => seen(element).includes('could not be reached'));
  return element;
}

/** The account that it is to show is no longer connected. */
async function lost(tag: 'pg-account-list' | 'pg-integration'): Promise<HTMLElement> {
  const element = document.createElement(tag);
  const session = new ConnectSession(new FakeSdk(ACCOUNTS));
  Object.assign(element, {session, integration: 'slack', credential: 'gone', selectable: true});
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.append(element);
  await until(() => seen(element).includes('This account is no longer connected.'));
  return element;
}

testElement({
  tag: 'pg-install-flow',
  attributes: {integration: 'slack', 'external-id': 'team'},
  integrations: [{type: 'slack', name: 'Slack'}],
  shows: 'Connect Slack',
  showsConnected: 'Slack is connected',
  followsSession: true,
  hasIntegration: true,
  looks: [
    () => failed('pg-install-flow'),
    async () => (await startedFlow({accountTypes: [{id: 'a', scheme: 'oauth'}]})).element,
    async () => (await startedFlow({instruction: {content: 'First this'}})).element,
    async () => (await startedFlow({preOptions: [text('site', 'Site')]})).element,
    async () => {
      const page = await startedFlow({});
      page.sdk.approve();
      await page.settled();
      return page.element;
    },
  ],
});

/** A list of accounts that can be renamed. */
async function named(): Promise<HTMLElement> {
  const session = new ConnectSession(new FakeSdk(ACCOUNTS));
  const list = await fixture<HTMLElement>(
    html`<pg-account-list .session=${session} integration="slack"></pg-account-list>`,
  );
  session.nameAccounts({renameAccount: () => undefined});
  await until(() => session.namer && seen(list).includes('ada@example.com'));
  return list;
}

testElement({
  tag: 'pg-account-list',
  attributes: {integration: 'slack', selectable: ''},
  integrations: ACCOUNTS,
  shows: 'ada@example.com',
  followsSession: true,
  hasIntegration: true,
  use: async (element) => {
    await choose(element, 'ada@example.com', 'Disconnect');
    await until(() => seen(element).includes('Disconnect ada@example.com?'));
  },
  looks: [
    () => failed('pg-account-list'),
    async () => {
      const list = await named();
      button(list, 'Actions for ada@example.com').click();
      await until(() => list.shadowRoot?.querySelector('[part=menu]'));
      return list;
    },
    async () => {
      const list = await named();
      await choose(list, 'ada@example.com', 'Rename');
      await until(() => list.shadowRoot?.querySelector('[part=naming]'));
      return list;
    },
    () => lost('pg-account-list'),
    async () => {
      const sdk = new FakeSdk([{type: 'slack'}]);
      const list = await fixture<HTMLElement>(
        html`<pg-account-list .sdk=${sdk} integration="slack"></pg-account-list>`,
      );
      await until(() => seen(list).includes('No accounts yet'));
      return list;
    },
  ],
});

testElement({
  tag: 'pg-integration',
  attributes: {integration: 'slack'},
  integrations: ACCOUNTS,
  shows: 'ada@example.com',
  followsSession: true,
  hasIntegration: true,
  looks: [() => failed('pg-integration'), () => lost('pg-integration')],
});

testElement({
  tag: 'pg-portal',
  attributes: {},
  integrations: ACCOUNTS,
  shows: 'Slack',
  followsSession: false,
  hasIntegration: false,
  use: async (element) => {
    button(element, 'Slack').click();
    await until(() => seen(element).includes('Add another Slack account'));
  },
  looks: [
    async () => {
      const sdk = new FakeSdk(ACCOUNTS);
      const portal = await fixture<HTMLElement>(html`<pg-portal .sdk=${sdk}></pg-portal>`);
      await until(() => seen(portal).includes('Slack'));
      return portal;
    },
  ],
});
