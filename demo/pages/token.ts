import {getUserToken} from '../recipes/token.js';
import {button, byId} from '../src/dom.js';
import {startPage} from '../src/page.js';
import {ControlClient} from '../src/scenarios/control-client.js';

let asked = 0;
const told = byId('asked', HTMLOutputElement);

const {portal, isLive} = startPage({
  getUserToken: () => {
    asked += 1;
    told.textContent = asked === 1 ? 'Asked once.' : `Asked ${asked} times.`;
    return getUserToken();
  },
});

if (!isLive) {
  const expire = async (): Promise<void> => {
    await new ControlClient().send({expireTokens: true});
    await portal.refresh();
  };
  told.before(
    button('Let the session expire, then refresh', () => void expire()),
    ' ',
  );
}
