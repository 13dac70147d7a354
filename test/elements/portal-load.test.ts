import {expect} from '@open-wc/testing';
import {mountPortal, signedOutSdk, tokenOf, type PortalPage} from './portal-fixture.js';
import {until} from './session-fixture.js';

/** Takes the storage of the page away, as browsers do for sites that people have blocked. */
function blockStorage(): () => void {
  const original = Object.getOwnPropertyDescriptor(window, 'localStorage');
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
  return () => {
    if (original) Object.defineProperty(window, 'localStorage', original);
  };
}

/** A portal whose SDK cannot be loaded, showing that. */
async function failed(): Promise<PortalPage> {
  const page = await mountPortal(signedOutSdk(), {
    sdk: undefined,
    projectId: 'project-1',
    userToken: tokenOf('ada'),
  });
  await until(() => page.states.includes('error'));
  await until(() => retry(page));
  return page;
}

const retry = (page: PortalPage): HTMLElement | null =>
  page.element
    .querySelector('pg-catalog')!
    .shadowRoot!.querySelector<HTMLElement>('[part="retry"]');

describe('pg-portal that has to load the SDK', () => {
  let restore: () => void;
  before(() => {
    restore = blockStorage();
  });
  after(() => restore());

  it('says that it did not load, to people and to the host', async () => {
    const page = await failed();
    await until(() => /integration service could not be loaded|store data/.test(page.seen));
    expect(page.events.length).to.equal(1);
    expect(page.events[0]).to.match(/^pg-error sdk-(?:storage|load-failed)$/);
  });

  it('works with an SDK of the host’s then', async () => {
    const page = await failed();
    page.element.sdk = page.sdk;
    await until(() => page.seen.includes('Slack'));
    expect(page.events.at(-1)).to.equal('pg-ready ada');
  });

  it('says so again when another try fails as well', async () => {
    const page = await failed();
    retry(page)!.click();
    await until(() => page.events.length === 2 && page.states.includes('error') && retry(page));
    expect(page.events[1], 'the same reason').to.equal(page.events[0]);
  });
});
