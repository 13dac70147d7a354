import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ConnectSession} from '../../src/core/compose.js';
import type {ConnectSdk} from '../../src/core/sdk.js';
import {settled, ScriptedPage} from '../support/scripted-page.js';
import {ScriptedSdk} from '../support/scripted-sdk.js';
import {SCHEMES} from '../support/scripted-session.js';

/** An SDK that is as it should be but for some members. */
function sceneWith(members: Readonly<Record<string, unknown>>) {
  const page = new ScriptedPage();
  const sdk = new ScriptedSdk(page, Object.values(SCHEMES));
  Object.assign(sdk, members);
  return {page, sdk, signIn: () => sdk.signInAs('user-1')};
}

test('finds nothing missing in an SDK that has everything', async () => {
  const {page, sdk} = sceneWith({});
  assert.equal(await new ConnectSession(sdk, {environment: page}).shortcoming(), undefined);
});

for (const [title, members, message] of [
  [
    'an older SDK lacks',
    {setDataSources: undefined, getSourcesForInput: undefined, sdkVersion: '2.2.4'},
    '@useparagon/connect 2.2.4 has no getSourcesForInput, setDataSources: 2.4.0 or newer is needed.',
  ],
  [
    'a newer SDK has lost',
    {updateConfiguration: undefined, getVersion: () => '3.0.0'},
    '@useparagon/connect 3.0.0 has no updateConfiguration: 2.0.6 or newer is needed.',
  ],
] as const) {
  test(`names in one error what ${title}, and goes on without`, async () => {
    const {page, sdk, signIn} = sceneWith(members);
    const session = new ConnectSession(sdk, {environment: page, signIn});
    session.setDataSources({});
    session.subscribe(() => undefined);
    await settled();
    assert.equal(session.snapshot.status, 'ready');
    const shortcoming = await session.shortcoming();
    assert.equal(shortcoming?.code, 'sdk-outdated');
    assert.equal(shortcoming.message, message);
  });
}

for (const [title, given] of [
  ['given', (sdk: ConnectSdk) => sdk],
  ['loaded', (sdk: ConnectSdk) => () => Promise.resolve(sdk)],
] as const) {
  test(`refuses an SDK that can show nothing where it is ${title}`, async () => {
    const {page, sdk, signIn} = sceneWith({setHeadless: undefined, installFlow: undefined});
    const session = new ConnectSession(given(sdk), {environment: page, signIn});
    // The words for it come late, so that nothing else waits for them.
    await new Promise<void>((resolve) => {
      session.subscribe(({status}) => {
        if (status === 'error') resolve();
      });
    });
    assert.equal(session.snapshot.error?.code, 'sdk-outdated');
    assert.match(session.snapshot.error.message, / has no installFlow, setHeadless/);
  });
}
