import {expect, fixture, html} from '@open-wc/testing';
import type {LitElement} from 'lit';
import '../../src/define.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {hear, turn, until} from './session-fixture.js';

const TAGS = [
  'pg-account-list',
  'pg-catalog',
  'pg-field-mapper',
  'pg-input',
  'pg-install-flow',
  'pg-integration',
  'pg-portal',
  'pg-tools',
  'pg-user-settings',
] as const;

/** Names of what a host can set. */
function propertiesOf(element: LitElement): readonly string[] {
  const {elementProperties} = element.constructor as typeof LitElement;
  return [...elementProperties].flatMap(([name, options]) =>
    typeof name === 'string' && !options.state && name !== 'session' && name !== 'sdk'
      ? [name]
      : [],
  );
}

/** Frameworks take a property away by setting nothing: then the element is as if it had never been set. */
for (const tag of TAGS) {
  describe(`${tag}, a property of which is taken away`, () => {
    for (const nothing of [undefined, null]) {
      it(`takes ${nothing} for its default, and complains about none`, async () => {
        const sdk = new FakeSdk([{type: 'slack', name: 'Slack', accounts: [{}]}]);
        const element = document.createElement(tag);
        element.sdk = sdk;
        await fixture(html`${element}`);
        await until(() => element.matches(':not(:state(loading))'));
        const heard = hear(element);
        const names = propertiesOf(element).filter((name) => name !== 'sdk');
        expect(names).to.not.be.empty;
        const failed: string[] = [];
        for (const name of names) {
          Reflect.set(element, name, nothing);
          await element.updateComplete.catch((error: unknown) =>
            failed.push(`${name}: ${String(error)}`),
          );
          await turn();
        }
        expect(failed).to.deep.equal([]);
        expect(heard.map(({type, detail}) => `${type} ${JSON.stringify(detail)}`)).to.deep.equal(
          [],
        );
      });
    }
  });
}
