import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isFromListedHost} from '../../src/core/session/image-hosts.js';
import {ConnectSession} from '../../src/core/compose.js';
import {settled, ScriptedPage} from '../support/scripted-page.js';
import {ScriptedSdk} from '../support/scripted-sdk.js';

const own = {getAssetUrl: (name: string) => `https://dashboard.useparagon.com/images/${name}.png`};
const installed = {getAssetUrl: (name: string) => `https://dashboard.acme.com/images/${name}.png`};

for (const [title, address, sdk, hosts, isShown] of [
  ['the service', 'https://cdn.useparagon.com/slack.svg', own, [], true],
  ['an SDK that does not name its service', 'https://cdn.useparagon.com/slack.svg', {}, [], true],
  ['an installation of its own', 'https://cdn.acme.com/slack.svg', installed, [], true],
  ['the service, elsewhere', 'https://cdn.useparagon.com/slack.svg', installed, [], false],
  ['a name that ends alike', 'https://evil-useparagon.com/slack.svg', own, [], false],
  ['this machine', 'http://localhost:8080/slack.svg', own, [], true],
  ['the address itself', 'data:image/svg+xml,<svg/>', own, [], true],
  ['anywhere', 'https://pixel.example/slack.svg', own, [], false],
  ['a listed host', 'https://cdn.example/slack.svg', own, ['cdn.example'], true],
  ['below a listed host', 'https://a.cdn.example/slack.svg', own, ['cdn.example'], false],
  ['below a listed domain', 'https://a.cdn.example/slack.svg', own, ['*.cdn.example'], true],
  ['beside a listed domain', 'https://acdn.example/slack.svg', own, ['*.cdn.example'], false],
  ['anywhere, where all are listed', 'https://pixel.example/slack.svg', own, ['*'], true],
] as const) {
  test(`a picture from ${title} is ${isShown ? 'fetched' : 'not fetched'}`, () => {
    assert.equal(isFromListedHost(address, sdk, hosts), isShown);
  });
}

test('an integration has its icon once the host that it comes from is listed', async () => {
  const page = new ScriptedPage();
  const sdk = new ScriptedSdk(page, [{type: 'oauth', name: 'OAuth', scheme: 'oauth'}]);
  const session = new ConnectSession(sdk, {
    environment: page,
    signIn: () => sdk.signInAs('user-1'),
  });
  session.subscribe(() => undefined);
  await settled();
  assert.equal(session.integration('oauth')?.icon, '');
  session.setImageHosts(['cdn.example.com']);
  assert.equal(session.integration('oauth')?.icon, 'https://cdn.example.com/oauth.svg');
});
