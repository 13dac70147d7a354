import '../support/mistakes.js';
import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {PgPortal} from '../../src/elements/portal/portal.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {FlowSdk} from '../support/flow-sdk.js';
import {mountPortal, PortalPage, signedOutSdk, TWO} from './portal-fixture.js';
import {
  button,
  controls,
  expectAccessible,
  focused,
  hear,
  seen,
  turn,
  until,
  withoutWarnings,
} from './session-fixture.js';

const settled = async (page: PortalPage): Promise<void> => {
  await turn();
  await page.element.updateComplete;
  await turn();
};
/** The whole portal, its catalog in sight. */
async function whole(sdk: FakeSdk = new FakeSdk(TWO)): Promise<PortalPage> {
  const page = await mountPortal(sdk, {}, '');
  await until(() => page.seen.includes('Slack'));
  return page;
}

describe('pg-portal', () => {
  it('gives a signed-in SDK to everything inside it, and tells who is signed in', async () => {
    const page = await mountPortal(new FakeSdk(TWO));
    await until(() => page.seen.includes('Slack'));
    expect(page.events).to.deep.equal(['pg-ready user-1']);
    expect(page.states).to.deep.equal(['ready']);
    const [{event, detail}] = page.heard as [(typeof page.heard)[0]];
    expect([event.bubbles, event.composed, Object.isFrozen(detail)]).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(page.element.session?.snapshot.userId).to.equal('user-1');
  });

  it('fetches icons from hosts that it lists, and from no others', async () => {
    const icon = 'https://cdn.example/slack.svg';
    const page = await mountPortal(new FakeSdk([{type: 'slack', name: 'Slack', icon}]));
    await until(() => page.seen.includes('Slack'));
    const shown = (): string | undefined =>
      page.element.querySelector('pg-catalog')?.shadowRoot?.querySelector('img')?.src;
    expect(shown()).to.be.undefined;
    page.element.setAttribute('image-hosts', 'other.example *.example');
    await settled(page);
    await until(() => shown() === icon);
    page.element.removeAttribute('image-hosts');
    await until(() => shown() === undefined);
  });

  it('asks the SDK once, however many elements are inside', async () => {
    const sdk = new FakeSdk(TWO);
    const page = await mountPortal(sdk, {}, '<pg-catalog></pg-catalog>'.repeat(20));
    await until(() => page.seen.includes('Slack'));
    let reads = 0;
    const read = sdk.getUser.bind(sdk);
    sdk.getUser = () => {
      reads += 1;
      return read();
    };
    sdk.addAccount('slack');
    await settled(page);
    expect([sdk.listenerCount, reads]).to.deep.equal([2, 1]);
  });

  it('waits for a host that signs in later', async () => {
    const sdk = signedOutSdk();
    const page = await mountPortal(sdk);
    await until(() => page.seen.includes('You are signed out'));
    expect([page.events, page.states]).to.deep.equal([['pg-signed-out'], ['signed-out']]);
    sdk.userId = 'user-7';
    await until(() => page.seen.includes('Slack'));
    expect(page.events.at(-1)).to.equal('pg-ready user-7');
  });

  it('shows stand-ins while the host’s sign-in is under way', async () => {
    const sdk = new FakeSdk();
    const page = await mountPortal(sdk);
    expect([page.states, page.events]).to.deep.equal([['loading'], []]);
    for (const integration of TWO) sdk.addIntegration(integration);
    await until(() => page.seen.includes('Slack'));
    expect(page.events).to.deep.equal(['pg-ready user-1']);
  });

  it('shows nothing without an SDK and a project, and its content once it has one', async () => {
    const page = await mountPortal(new FakeSdk(TWO), {sdk: undefined});
    await settled(page);
    expect([page.element.session, page.states, page.events]).to.deep.equal([undefined, [], []]);
    page.element.sdk = page.sdk;
    await until(() => page.seen.includes('Slack'));
  });

  it('goes over to another SDK, and leaves the first', async () => {
    const page = await mountPortal(new FakeSdk(TWO));
    await until(() => page.seen.includes('Slack'));
    page.element.sdk = new FakeSdk([{type: 'notion', name: 'Notion'}]);
    await until(() => page.seen.includes('Notion'));
    expect([page.seen.includes('Slack'), page.sdk.listenerCount]).to.deep.equal([false, 0]);
  });

  it('refreshes what it shows, which stays when that fails', async () => {
    const page = await mountPortal(new FakeSdk(TWO));
    await until(() => page.seen.includes('Slack'));
    await page.element.refresh();
    page.sdk.answer('bootstrapSDKState', () => Promise.reject(new TypeError('Failed to fetch')));
    let problem: unknown;
    await page.element.refresh().catch((error: unknown) => (problem = error));
    expect((problem as {code: string}).code).to.equal('network');
    await settled(page);
    expect(page.seen).to.contain('Slack');
    expect([page.events.at(-1), page.states]).to.deep.equal(['pg-error network', ['ready']]);
  });

  it('tells every portal of a page that shares an SDK that it is ready', async () => {
    const sdk = new FakeSdk(TWO);
    const first = await mountPortal(sdk);
    const second = await mountPortal(sdk);
    await until(() => second.seen.includes('Slack'));
    expect([first.events, second.events]).to.deep.equal([['pg-ready user-1'], ['pg-ready user-1']]);
  });

  it('keeps two portals of a page apart', async () => {
    const first = await mountPortal(new FakeSdk(TWO));
    const second = await mountPortal(new FakeSdk([{type: 'notion', name: 'Notion'}]));
    await until(() => first.seen.includes('Slack') && second.seen.includes('Notion'));
    first.sdk.signOut();
    await until(() => first.seen.includes('You are signed out'));
    expect(second.seen).to.contain('Notion');
  });

  it('is nearer than the portal around it', async () => {
    const outer = await mountPortal(new FakeSdk(TWO), {}, '<div></div>');
    const inner = document.createElement('pg-portal');
    inner.sdk = new FakeSdk([{type: 'notion', name: 'Notion'}]);
    inner.append(document.createElement('pg-catalog'));
    outer.element.firstElementChild!.append(inner);
    await until(() => outer.seen.includes('Notion'));
    expect(outer.seen).not.to.contain('Slack');
  });

  it('reaches elements inside the shadow trees of its content', async () => {
    const page = await mountPortal(new FakeSdk(TWO), {}, '<div></div>');
    const root = page.element.firstElementChild!.attachShadow({mode: 'open'});
    root.append(document.createElement('pg-catalog'));
    await until(() => page.seen.includes('Slack'));
  });

  it('reaches elements that were there before it was upgraded', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    await withoutWarnings(async () => {
      const portal = document.createElement('late-portal');
      Object.assign(portal, {sdk: new FakeSdk(TWO)});
      portal.append(document.createElement('pg-catalog'));
      box.append(portal);
      await turn();
      customElements.define('late-portal', class extends PgPortal {});
      await until(() => seen(box).includes('Slack'));
    });
  });

  it('leaves the SDK when it is removed, and is ready again when it is back', async () => {
    const page = await mountPortal(new FakeSdk(TWO));
    await until(() => page.seen.includes('Slack'));
    const parent = page.element.parentElement!;
    page.element.remove();
    await turn();
    expect(page.sdk.listenerCount).to.equal(0);
    page.sdk.addIntegration({type: 'notion', name: 'Notion'});
    parent.append(page.element);
    await page.element.refresh();
    await until(() => page.seen.includes('Notion'));
  });
});

describe('pg-portal as the whole portal', () => {
  it('is that when there is nothing inside it but space and comments', async () => {
    const page = await mountPortal(new FakeSdk(TWO), {}, ' \n <!-- nothing --> ');
    await until(() => page.seen.includes('Slack'));
    expect(page.element.shadowRoot!.querySelector('pg-portal-view')).to.exist;
  });

  it('is a mere provider with anything inside it, text included', async () => {
    for (const content of ['<p></p>', 'Hello']) {
      const page = await mountPortal(new FakeSdk(TWO), {}, content);
      await settled(page);
      expect(page.element.shadowRoot!.querySelector('pg-portal-view'), content).to.be.null;
    }
  });

  it('makes room for content that comes late, and is back when that goes', async () => {
    const page = await whole();
    const note = document.createElement('p');
    note.textContent = 'Mine';
    page.element.append(note);
    await until(() => page.seen === 'Mine');
    note.remove();
    await until(() => page.seen.includes('Slack'));
  });

  it('shows the chosen integration in a dialog named by it', async () => {
    const page = await whole();
    button(page.element, 'Jira').focus();
    button(page.element, 'Jira').click();
    await until(() => page.dialog.open && seen(page.dialog).includes('jo@example.com'));
    expect(page.dialog.getAttribute('aria-label')).to.equal('Jira');
    expect(page.dialog.matches(':focus')).to.equal(true);
    await expectAccessible(page.element);
    await sendKeys({press: 'Escape'});
    await until(() => !page.dialog.open);
    expect(focused()).to.equal('Jira');
  });

  it('lets a host show the chosen integration itself', async () => {
    const page = await whole();
    document.addEventListener('pg-select', (event) => event.preventDefault(), {once: true});
    button(page.element, 'Jira').click();
    await settled(page);
    expect([page.dialog.open, page.events.at(-1)]).to.deep.equal([false, 'pg-select jira']);
    button(page.element, 'Slack').click();
    await until(() => page.dialog.open);
  });

  it('goes on with a connection when its dialog was closed and is opened again', async () => {
    const sdk = new FlowSdk(
      {slack: {preOptions: [{id: 'a', type: 'TEXT_NO_VARS', title: 'Site'}]}},
      TWO,
    );
    const page = await whole(sdk);
    button(page.element, 'Slack').click();
    await until(() => controls(page.element).has('Connect Slack'));
    button(page.element, 'Connect Slack').click();
    await until(() => page.seen.includes('Your Slack account'));
    await sendKeys({press: 'Escape'});
    await until(() => !page.dialog.open);
    expect(sdk.starts.length).to.equal(1);
    button(page.element, 'Slack').click();
    await until(() => page.seen.includes('Your Slack account'));
    expect(sdk.starts.length).to.equal(1);
  });

  it('tells a host about everything that happens inside it', async () => {
    const page = await whole(new FlowSdk({slack: {}}, TWO));
    const heard = hear(document);
    button(page.element, 'Slack').click();
    await until(() => controls(page.element).has('Connect Slack'));
    document.addEventListener('pg-install', (event) => event.preventDefault(), {once: true});
    button(page.element, 'Connect Slack').click();
    expect(heard.map(({type, detail}) => [type, detail['integration']])).to.deep.equal([
      ['pg-select', 'slack'],
      ['pg-open', 'slack'],
      ['pg-install', 'slack'],
    ]);
  });

  it('shows to the next user nothing of the integration that the last one had open', async () => {
    const page = await whole();
    button(page.element, 'Jira').click();
    await until(() => page.seen.includes('jo@example.com'));
    page.sdk.signOut();
    await until(() => page.seen.includes('You are signed out'));
    expect(page.seen).not.to.contain('jo@example.com');
  });
});
