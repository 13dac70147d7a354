import '../support/mistakes.js';
import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {PgCatalog} from '../../src/elements/catalog/catalog.js';
import {sessionOf} from '../../src/core/compose.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {mount, seven, until} from './catalog-fixture.js';

describe('pg-catalog', () => {
  it('shows a list of buttons, named by integration and status', async () => {
    const page = await mount();
    const list = page.root.querySelector('[role="list"]')!;
    expect(list.getAttribute('aria-label')).to.equal('Integrations');
    expect(list.children.length).to.equal(7);
    expect(page.cards.map((card) => page.accessibleName(card))).to.deep.equal([
      'Google Calendar Not connected',
      'Google Drive Not connected',
      'Jira Not connected',
      'Málaga Ærø Not connected',
      'Notion Setup not finished',
      'Salesforce Needs attention',
      'Slack Connected',
    ]);
  });

  it('describes a card by its short description, and reads that for shown cards only', async () => {
    const page = await mount();
    expect(page.description(page.card('Slack'))).to.equal('Post messages');
    expect(page.card('Jira').hasAttribute('aria-describedby')).to.be.false;
    const asked: string[] = [];
    const sdk = new FakeSdk(seven);
    const read = sdk.getIntegrationConfig.bind(sdk);
    sdk.getIntegrationConfig = (type) => {
      asked.push(type);
      return read(type);
    };
    await fixture(html`<pg-catalog .session=${sessionOf(sdk)} query="slack"></pg-catalog>`);
    expect(asked).to.deep.equal(['slack']);
  });

  it('names the account, and counts accounts where there are several', async () => {
    const page = await mount([
      {type: 'slack', name: 'Slack', accounts: [{}, {}]},
      {type: 'notion', name: 'Notion', accounts: [{providerData: {email: 'jane@acme.example'}}]},
      {type: 'jira', name: 'Jira', accounts: [{}]},
    ]);
    const told = page.cards.map((card) => [
      page.accessibleName(card),
      page.description(card),
      card.closest('li')!.querySelector('[part="status"]')!.textContent,
    ]);
    expect(told).to.deep.equal([
      ['Jira Connected', '', 'Connected'],
      ['Notion Connected', 'jane@acme.example', 'jane@acme.example'],
      ['Slack Connected', '2 accounts', '2 accounts'],
    ]);
  });

  it('tells no status of what is not connected, and says what to do about a broken account', async () => {
    const page = await mount();
    const shown = page.cards.map((card) => {
      const item = card.closest('li')!;
      return [...item.querySelectorAll<HTMLElement>('[part="status"], [part="action"]')]
        .filter((one) => one.checkVisibility())
        .map(({textContent}) => textContent);
    });
    expect(shown.slice(2)).to.deep.equal([
      ['Connect'],
      ['Connect'],
      ['Setup not finished', 'Finish setup'],
      ['Sign in again', 'Reconnect'],
      ['Connected', 'Manage'],
    ]);
  });

  it('says of a working account that still lacks a required setting that its setup is not finished', async () => {
    const input = {id: 'channel', type: 'TEXT_NO_VARS', title: 'Channel'};
    const config = {availableUserSettings: [input]};
    const configurations = [{id: 'c', isDefault: true, sharedSettings: {}}];
    const page = await mount([
      {type: 'slack', name: 'Slack', accounts: [{id: 'a', configurations}], config},
    ]);
    const [card] = page.cards;
    const action = (): HTMLButtonElement => card!.closest('li')!.querySelector('[part="action"]')!;
    expect([page.accessibleName(card!), action().textContent]).to.deep.equal([
      'Slack Setup not finished',
      'Finish setup',
    ]);
    const details: unknown[] = [];
    page.element.addEventListener('pg-select', ({detail}) => details.push(detail));
    action().click();
    expect(details).to.deep.equal([{integration: 'slack', action: 'manage'}]);
    const sharedSettings = {channel: 'ops'};
    page.sdk.changeAccount('a', {configurations: [{id: 'c', isDefault: true, sharedSettings}]});
    await page.element.updateComplete;
    expect(page.accessibleName(page.cards[0]!)).to.equal('Slack Connected');
  });

  it('tells by which button an integration was chosen', async () => {
    const page = await mount();
    const details: unknown[] = [];
    page.element.addEventListener('pg-select', ({detail}) => details.push(detail));
    for (const name of ['Jira', 'Salesforce', 'Slack']) {
      const action = page.card(name).closest('li')!.querySelector<HTMLElement>('[part="action"]')!;
      expect(page.accessibleName(action)).to.match(new RegExp(`(Connect|Manage) ${name}$`, 'i'));
      action.click();
    }
    page.card('Slack').click();
    expect(details).to.deep.equal([
      {integration: 'jira', action: 'connect'},
      {integration: 'salesforce', action: 'reconnect'},
      {integration: 'slack', action: 'manage'},
      {integration: 'slack'},
    ]);
  });

  it('fires pg-select for a click, cancelable, bubbling out of shadow trees', async () => {
    const page = await mount();
    const outer = page.element.parentElement!;
    let event: CustomEvent<{readonly integration: string}> | undefined;
    outer.addEventListener('pg-select', (one) => (event = one), {once: true});
    page.card('Jira').click();
    expect(event?.detail).to.deep.equal({integration: 'jira'});
    expect(event?.cancelable && event.composed).to.be.true;
    expect(Object.isFrozen(event?.detail)).to.be.true;
  });

  it('lets a host veto the choice', async () => {
    const page = await mount();
    let event: Event | undefined;
    page.element.addEventListener('pg-select', (one) => {
      one.preventDefault();
      event = one;
    });
    page.card('Jira').click();
    expect(event?.defaultPrevented).to.be.true;
  });

  it('searches as the person types and says what it found', async () => {
    const page = await mount();
    await page.type('goo');
    expect(page.names).to.deep.equal(['Google Calendar', 'Google Drive']);
    await page.type('aero');
    expect(page.names).to.deep.equal(['Málaga Ærø']);
    const status = page.root.querySelector('[role="status"]')!;
    await until(() => status.textContent === '1 integration');
  });

  it('keeps the query attribute and the field in step', async () => {
    const page = await mount();
    await page.type('jira');
    expect(page.element.getAttribute('query')).to.equal('jira');
    page.element.setAttribute('query', 'slack');
    await page.element.updateComplete;
    expect(page.search.value).to.equal('slack');
    page.element.removeAttribute('query');
    await page.element.updateComplete;
    expect([page.search.value, page.names.length]).to.deep.equal(['', 7]);
  });

  it('fires input once the query and the status are the new ones', async () => {
    const page = await mount();
    const seen: string[] = [];
    page.element.addEventListener('input', () => {
      seen.push(`${page.element.query}/${page.element.status}`);
    });
    await page.type('s');
    await page.filter('Connected');
    page.part('clear')!.click();
    page.element.query = 'set by the host';
    await page.element.updateComplete;
    expect(seen).to.deep.equal(['s/all', 's/connected', '/connected']);
  });

  it('filters by status, with counts, in a labelled group', async () => {
    const page = await mount();
    expect(page.root.querySelector('legend')!.textContent).to.equal('Filter by status');
    expect(page.filters).to.deep.equal([
      'All 7',
      'Connected 1',
      'Needs attention 2',
      'Available 4',
    ]);
    await page.filter('Needs attention');
    expect(page.names).to.deep.equal(['Notion', 'Salesforce']);
    expect(page.element.status).to.equal('attention');
    expect(page.element.getAttribute('status')).to.equal('attention');
  });

  it('counts in its filters what the search finds, and keeps them', async () => {
    const page = await mount();
    await page.type('s');
    expect(page.filters).to.deep.equal([
      'All 2',
      'Connected 1',
      'Needs attention 1',
      'Available 0',
    ]);
  });

  it('offers to search in all where the filter hides what is found', async () => {
    const page = await mount(seven, {status: 'connected', query: 'jira'});
    expect(page.states).to.deep.equal(['no-results']);
    const button = page.part('show-all')!;
    expect(button.textContent.trim()).to.equal('Search all integrations');
    button.click();
    await page.element.updateComplete;
    expect([page.names, page.element.query, page.element.status]).to.deep.equal([
      ['Jira'],
      'jira',
      'all',
    ]);
  });

  it('filters by the categories of the host, with counts, and all of them again', async () => {
    const page = await mount(seven, {
      categories: [
        {label: 'Team', integrations: ['slack', 'notion', 'missing']},
        {label: 'Files', integrations: ['googledrive']},
      ],
    });
    expect(page.filters.slice(4)).to.deep.equal(['All categories 7', 'Team 2', 'Files 1']);
    await page.filter('Team');
    expect([page.names, page.element.category]).to.deep.equal([['Notion', 'Slack'], 'Team']);
    expect(page.filters.slice(0, 4)).to.deep.equal([
      'All 2',
      'Connected 1',
      'Needs attention 1',
      'Available 0',
    ]);
    await page.filter('All categories');
    expect(page.names.length).to.equal(7);
    await page.type('files');
    await until(() => page.names.length === 1);
    expect(page.names).to.deep.equal(['Google Drive']);
  });

  it('is in the order of what needs attention, what is connected, and the rest', async () => {
    const page = await mount(seven, {sort: 'status'});
    expect(page.names.slice(0, 4)).to.deep.equal([
      'Notion',
      'Salesforce',
      'Slack',
      'Google Calendar',
    ]);
    page.element.compare = (a, b) => b.name.localeCompare(a.name);
    await page.element.updateComplete;
    expect(page.names[0]).to.equal('Slack');
  });

  it('marks what the search has found, without a node more', async () => {
    if (typeof Highlight === 'undefined') return;
    const page = await mount();
    const nodes = page.card('Slack').closest('li')!.querySelectorAll('*').length;
    await page.type('post');
    page.search.focus();
    await until(() => page.names.join() === 'Slack');
    const marked = [...(CSS.highlights.get('pg-match') ?? [])].map((range) =>
      (range as Range).toString(),
    );
    expect(marked).to.deep.equal(['Post']);
    expect(page.card('Slack').closest('li')!.querySelectorAll('*').length).to.equal(nodes);
    page.element.remove();
    expect(CSS.highlights.get('pg-match')?.size).to.equal(0);
  });

  it('offers no filter where all have one status, or where there are few', async () => {
    expect((await mount(seven.slice(3))).filters).to.deep.equal([]);
    expect((await mount(seven.slice(0, 4))).filters).to.deep.equal([]);
    const page = await mount(seven.slice(3), {status: 'available'});
    expect(page.filters).to.deep.equal(['All 4', 'Available 4']);
  });

  it('takes a status that does not exist for all, and says so once', async () => {
    const errors: string[] = [];
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.addEventListener('pg-error', ({detail}) => errors.push(detail.code));
    const catalog = document.createElement('pg-catalog');
    catalog.setAttribute('status', 'broken');
    catalog.session = sessionOf(new FakeSdk(seven));
    box.append(catalog);
    await catalog.updateComplete;
    expect(catalog.shadowRoot!.querySelectorAll('[part="card"]').length).to.equal(7);
    catalog.setAttribute('status', 'worse');
    await catalog.updateComplete;
    expect(errors).to.deep.equal(['bad-input']);
  });

  it('takes include and exclude as attributes and as arrays', async () => {
    const page = await mount();
    page.element.setAttribute('include', 'slack, jira notion');
    page.element.setAttribute('exclude', 'notion');
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Slack', 'Jira']);
    page.element.include = ['jira'];
    page.element.exclude = [];
    await page.element.updateComplete;
    expect(page.names).to.deep.equal(['Jira']);
  });

  it('shows categories of the host, then the rest', async () => {
    const page = await mount(seven, {
      groups: [
        {label: 'Team', integrations: ['slack', 'notion', 'missing']},
        {label: 'Nobody', integrations: ['missing']},
        {label: 'Twice', integrations: ['slack', 'jira']},
      ],
    });
    const groups = [...page.root.querySelectorAll('[part="group"]')].map((group) => {
      const list = group.querySelector('[role="list"]')!;
      const heading = page.root.getElementById(list.getAttribute('aria-labelledby')!);
      return [heading?.textContent.replace(/\s+/g, ' ').trim(), list.children.length];
    });
    expect(groups).to.deep.equal([
      ['Team 2', 2],
      ['Twice 1', 1],
      ['More integrations 4', 4],
    ]);
    await page.type('s');
    expect(page.root.querySelector('[part="group-heading"]')).to.be.null;
  });

  it('takes no room above the cards where there is nothing to search and to filter by', async () => {
    const page = await mount(seven.slice(0, 2), {withoutSearch: true});
    expect(page.part('toolbar')!.getBoundingClientRect().height).to.equal(0);
    expect(page.part('list')!.getBoundingClientRect().top).to.be.closeTo(
      page.element.getBoundingClientRect().top,
      2,
    );
  });

  it('has no search field when told so, and still follows query', async () => {
    const page = await mount(seven, {withoutSearch: true, query: 'jira'});
    expect(page.part('search')).to.be.null;
    expect(page.names).to.deep.equal(['Jira']);
  });

  it('focuses the search field, or the first card where there is none', async () => {
    const page = await mount();
    page.element.focus();
    expect(page.root.activeElement).to.equal(page.search);
    page.element.withoutSearch = true;
    await page.element.updateComplete;
    page.element.focus();
    expect(page.focused).to.equal('Google Calendar');
  });

  it('keeps what was set before it was upgraded', async () => {
    class LatePart extends LitElement {}
    customElements.define('late-part', LatePart);
    class LateCatalog extends PgCatalog {}
    const late = document.createElement('late-catalog');
    const sdk = new FakeSdk(seven);
    Object.assign(late, {session: sessionOf(sdk), include: ['jira', 'slack'], query: 's'});
    late.setAttribute('layout', 'list');
    const box = await fixture(html`<div>${late}</div>`);
    customElements.define('late-catalog', LateCatalog);
    const catalog = box.querySelector('late-catalog') as LateCatalog;
    await catalog.updateComplete;
    expect(catalog.shadowRoot!.querySelectorAll('[part="card"]').length).to.equal(1);
    expect(catalog.layout).to.equal('list');
  });

  it('shows the integrations of an SDK that the host signs in', async () => {
    const catalog = await fixture<PgCatalog>(
      html`<pg-catalog .sdk=${new FakeSdk(seven)}></pg-catalog>`,
    );
    await until(() => catalog.shadowRoot!.querySelectorAll('[part="card"]').length === 7);
  });

  it('survives a move without asking the SDK again', async () => {
    const page = await mount();
    await page.type('slack');
    let reads = 0;
    const read = page.sdk.getUser.bind(page.sdk);
    page.sdk.getUser = () => {
      reads += 1;
      return read();
    };
    const card = page.card('Slack');
    const box = document.createElement('div');
    page.element.parentElement!.append(box);
    box.append(page.element);
    await page.element.updateComplete;
    expect(page.card('Slack')).to.equal(card);
    expect(page.search.value).to.equal('slack');
    expect(reads).to.equal(0);
  });

  it('leaves no listener behind', async () => {
    const page = await mount();
    expect(page.sdk.listenerCount).to.equal(2);
    page.element.remove();
    await Promise.resolve();
    expect(page.sdk.listenerCount).to.equal(0);
  });
});
