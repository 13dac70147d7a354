import {expect, fixture, html} from '@open-wc/testing';
import {resetMouse, sendKeys} from '@web/test-runner-commands';
import type {PgCatalog} from '../../src/elements/catalog/catalog.js';
import {sessionOf} from '../../src/core/compose.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {CatalogPage, manyIntegrations, mount, seven, until} from './catalog-fixture.js';

const nameOf = (index: number): string => `Integration ${String(index).padStart(5, '0')}`;
const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
const elements = (page: CatalogPage): number => page.root.querySelectorAll('*').length;

/** Where a card is, from the top of the viewport. */
const topOf = (page: CatalogPage, name: string): number =>
  page.card(name).getBoundingClientRect().top;

describe('pg-catalog with thousands of integrations', () => {
  afterEach(async () => {
    window.scrollTo(0, 0);
    await resetMouse();
  });

  it('renders what is in sight, at the height of all', async () => {
    const page = await mount(manyIntegrations(5000));
    const list = page.root.querySelector('[role="list"]')!;
    const [card] = page.cards;
    const columns = getComputedStyle(list).gridTemplateColumns.split(' ').length;
    const rows = Math.ceil(5000 / columns);
    expect(elements(page)).to.be.below(1500);
    expect(list.getBoundingClientRect().height).to.be.closeTo(
      rows * card!.closest('li')!.offsetHeight +
        (rows - 1) * parseFloat(getComputedStyle(list).rowGap),
      rows,
    );
  });

  it('renders what is in sight of two hundred as well, and no more of any number', async () => {
    const counts = [];
    for (const size of [200, 5000]) {
      const page = await mount(manyIntegrations(size));
      counts.push(page.cards.length);
      page.element.remove();
    }
    expect(counts[0]).to.be.below(80);
    expect(counts[1]).to.equal(counts[0]);
  });

  it('tells no place of cards that are all there', async () => {
    const page = await mount(seven.slice(0, 2));
    expect(page.cards.length).to.equal(2);
    expect(page.root.querySelector('[aria-setsize]')).to.be.null;
  });

  it('has at most 14 nodes a card: elements, text and comments', async () => {
    const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
    const page = await mount([
      {
        type: 'full',
        icon: pixel,
        accounts: [{providerData: {email: 'jane@acme.example'}}],
        config: {shortDescription: 'Posts messages'},
      },
    ]);
    const all = document.createNodeIterator(page.part('card')!, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (all.nextNode()) nodes += 1;
    expect(nodes).to.be.at.most(14);
    // What Lit keeps in a list would count as well.
    expect(page.part('list')!.childNodes.length).to.equal(1);
  });

  it('tells the place of each card among all', async () => {
    const page = await mount(manyIntegrations(5000));
    window.scrollTo(0, 20_000);
    await until(() => !page.names.includes(nameOf(80)));
    for (const card of page.cards) {
      const item = card.closest('li')!;
      expect(item.ariaSetSize).to.equal('5000');
      expect(nameOf(Number(item.ariaPosInSet) - 1)).to.equal(
        card.querySelector('[part="name"]')!.textContent,
      );
    }
  });

  it('follows the page as it scrolls, without gaps in what is seen', async () => {
    const page = await mount(manyIntegrations(5000));
    for (const top of [300, 900, 40_000, 39_500, 1e9, 0]) {
      window.scrollTo(0, top);
      await frame();
      await frame();
      const {left} = page.cards[0]!.getBoundingClientRect();
      const bottom = Math.min(
        innerHeight,
        page.root.querySelector('ul')!.getBoundingClientRect().bottom,
      );
      for (let y = 120; y < bottom - 20; y += 40) {
        const item = page.root.elementsFromPoint(left + 20, y).find((one) => one.matches('li'));
        const gap = page.root.elementsFromPoint(left + 20, y + 20).find((one) => one.matches('li'));
        expect(item ?? gap, `something at ${y} of ${top}`).to.exist;
      }
      expect(elements(page)).to.be.below(1500);
    }
  });

  it('follows a scrolling ancestor, also around a shadow root', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const root = outer.attachShadow({mode: 'open'});
    const scroller = document.createElement('div');
    Object.assign(scroller.style, {blockSize: '400px', overflow: 'auto'});
    root.append(scroller);
    const catalog = document.createElement('pg-catalog');
    const sdk = new FakeSdk(manyIntegrations(1000));
    catalog.session = sessionOf(sdk);
    scroller.append(catalog);
    await catalog.updateComplete;
    const page = new CatalogPage(catalog, sdk);
    scroller.scrollTo(0, 8_000);
    const box = scroller.getBoundingClientRect();
    await until(() =>
      page.cards.some((card) => {
        const {top, bottom} = card.getBoundingClientRect();
        return top > box.top && bottom < box.bottom;
      }),
    );
    expect(page.names).not.to.include(nameOf(8));
  });

  it('follows when something above it grows', async () => {
    const box = await fixture<HTMLElement>(
      html`<div style="block-size: 9000px"><div id="above" style="block-size: 8000px"></div></div>`,
    );
    const sdk = new FakeSdk(manyIntegrations(1000));
    const catalog = document.createElement('pg-catalog');
    catalog.session = sessionOf(sdk);
    box.append(catalog);
    await catalog.updateComplete;
    const page = new CatalogPage(catalog, sdk);
    window.scrollTo(0, 0);
    await frame();
    await frame();
    const before = page.cards.length;
    box.querySelector<HTMLElement>('#above')!.style.display = 'none';
    await until(() => page.cards.length > before);
  });

  it('keeps the focused card while the page scrolls away from it', async () => {
    const page = await mount(manyIntegrations(5000));
    page.search.focus();
    await sendKeys({press: 'ArrowDown'});
    expect(page.focused).to.equal(nameOf(0));
    window.scrollTo(0, 30_000);
    await until(() => !page.names.includes(nameOf(40)));
    expect(page.focused).to.equal(nameOf(0));
    await sendKeys({press: 'ArrowRight'});
    await until(() => page.focused === nameOf(1));
    expect(topOf(page, nameOf(1))).to.be.within(-1, innerHeight);
  });

  it('reaches the last card by End and the first by Home', async () => {
    const page = await mount(manyIntegrations(5000));
    page.search.focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'End'});
    expect(page.focused).to.equal(nameOf(4999));
    await until(() => topOf(page, nameOf(4999)) < innerHeight);
    await sendKeys({press: 'PageUp'});
    expect(page.focused).to.not.equal(nameOf(4999));
    await sendKeys({press: 'Home'});
    expect(page.focused).to.equal(nameOf(0));
  });

  it('shows the best of a search at once, from wherever the page was', async () => {
    const page = await mount(manyIntegrations(5000));
    window.scrollTo(0, 50_000);
    await frame();
    await page.type('integration 04321');
    expect(page.names).to.deep.equal([nameOf(4321)]);
    await page.type('');
    expect(page.names.length).to.be.above(4);
  });

  it('begins with the best of a search below a toolbar that sticks', async () => {
    const page = await mount(manyIntegrations(5000));
    const toolbar = page.part('toolbar')!;
    Object.assign(toolbar.style, {position: 'sticky', insetBlockStart: '0'});
    window.scrollTo(0, 50_000);
    await frame();
    await page.type('4');
    await frame();
    const [first] = page.cards;
    expect(first!.getBoundingClientRect().top).to.be.within(
      toolbar.getBoundingClientRect().bottom - 1,
      innerHeight,
    );
  });

  it('fits its columns to the room it has', async () => {
    const page = await mount(manyIntegrations(1000));
    const columns = (): number =>
      new Set(page.cards.map((card) => Math.round(card.getBoundingClientRect().left))).size;
    page.element.parentElement!.style.inlineSize = '600px';
    await until(() => columns() === 2);
    page.element.parentElement!.style.inlineSize = '300px';
    await until(() => columns() === 1);
    expect(page.card(nameOf(3)).closest('li')!.style.gridRowStart).to.equal('4');
  });

  it('shows its cards once it is no longer hidden', async () => {
    const sdk = new FakeSdk(manyIntegrations(1000));
    const element = await fixture<PgCatalog>(
      html`<pg-catalog hidden .session=${sessionOf(sdk)}></pg-catalog>`,
    );
    const page = new CatalogPage(element, sdk);
    element.hidden = false;
    await until(() => page.cards.length > 4);
  });
});

describe('pg-catalog renders only what changed', () => {
  /** Cards in which something changed while `act` ran. */
  async function changedBy(page: CatalogPage, act: () => void): Promise<readonly string[]> {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    const all = {subtree: true, childList: true, attributes: true, characterData: true};
    observer.observe(page.root.querySelector('.results')!, all);
    act();
    await page.element.updateComplete;
    records.push(...observer.takeRecords());
    observer.disconnect();
    const cards = records.map(({target}) => {
      const element = target instanceof Element ? target : target.parentElement;
      return element?.closest('li')?.querySelector('[part="name"]')?.textContent ?? 'no card';
    });
    return [...new Set(cards)];
  }

  it('renders one card for one account', async () => {
    const page = await mount();
    const before = page.cards;
    const changed = await changedBy(page, () => page.sdk.addAccount('jira'));
    expect(changed).to.deep.equal(['Jira']);
    expect(page.accessibleName(page.card('Jira'))).to.equal('Jira Connected');
    expect(page.cards).to.deep.equal(before);
  });

  it('renders one card of five thousand for one account', async () => {
    // One is connected already, so that the filter does not come and move the list.
    const [first, ...others] = manyIntegrations(5000);
    const page = await mount([{...first!, accounts: [{}]}, ...others]);
    const changed = await changedBy(page, () => page.sdk.addAccount('type-3'));
    expect(changed).to.deep.equal([nameOf(3)]);
  });

  it('renders nothing for an event that changed nothing', async () => {
    const page = await mount();
    expect(await changedBy(page, () => page.sdk.fire('onIntegrationInstall'))).to.deep.equal([]);
  });

  it('keeps the cards that a search keeps', async () => {
    const page = await mount(seven);
    const drive = page.card('Google Drive');
    await page.type('drive');
    expect(page.card('Google Drive')).to.equal(drive);
  });
});
