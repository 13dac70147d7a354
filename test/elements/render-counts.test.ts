import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import {sessionOf} from '../../src/core/compose.js';
import '../../src/define.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {turn, until} from './session-fixture.js';

const setting = {id: 'prefix', type: 'TEXT_NO_VARS', title: 'Prefix', required: false};
const config = {availableUserSettings: [setting]};
const configurations = [{id: 'default', isDefault: true, sharedSettings: {}}];

const integrations = ['slack', 'jira'].map((type) => ({
  type,
  name: type,
  config,
  accounts: [{id: `${type}-1`, configurations}],
}));

const TAGS = ['pg-integration', 'pg-account-list', 'pg-install-flow', 'pg-user-settings'] as const;

/** One element about Slack, once it rests; counts how often it renders from then on. */
async function mount(tag: (typeof TAGS)[number]) {
  const sdk = new FakeSdk(integrations);
  const element = document.createElement(tag) as LitElement & HTMLElement;
  Object.assign(element, {integration: 'slack', session: sessionOf(sdk)});
  const box = await fixture(html`<div></div>`);
  box.append(element);
  let count = 0;
  element.addController({hostUpdated: () => (count += 1)});
  const rested = async (): Promise<void> => {
    let before: number;
    do {
      before = count;
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      await turn();
    } while (before !== count);
  };
  await until(() => element.renderRoot.querySelector('[part=base]') !== null);
  await rested();
  const start = count;
  return {sdk, rested, renders: () => count - start};
}

describe('elements that show one integration', () => {
  for (const tag of TAGS) {
    it(`<${tag}> renders for a change of it, and for no other`, async () => {
      const {sdk, rested, renders} = await mount(tag);
      sdk.addAccount('jira');
      sdk.changeAccount('jira-1', {status: 'INVALID'});
      sdk.removeAccount('jira-1');
      await rested();
      expect(renders(), 'for another integration').to.equal(0);
      sdk.fire('onIntegrationInstall');
      await rested();
      expect(renders(), 'for nothing new').to.equal(0);
      sdk.changeAccount('slack-1', {status: 'INVALID'});
      await rested();
      expect(renders(), 'for its own').to.be.greaterThan(0);
    });
  }
});
