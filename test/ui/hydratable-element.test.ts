import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import {digestForTemplateResult} from '@lit-labs/ssr-client';
import {expect} from '@open-wc/testing';
import {css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {HydratableElement} from '../../src/ui/hydratable-element.js';

const template = (word: unknown): TemplateResult => html`<p>${word}</p>`;

/** Says what a server knows first, then what it does not. */
class ServedElement extends HydratableElement {
  static override styles = css`
    p {
      display: flex;
    }
  `;

  @property({attribute: false}) word: unknown = 'known';

  readonly said: string[] = [];

  override render(): TemplateResult {
    this.said.push(this.isHydrating ? 'server' : 'browser');
    return template(this.isHydrating ? this.word : 'late');
  }

  protected override hydrated(): void {
    this.said.push('hydrated');
  }
}

/** What a server makes of an element, which the parser puts into a shadow root before the element is defined. */
const served = `<style>p { color: red }</style><!--lit-part ${digestForTemplateResult(
  template(''),
)}--><p><!--lit-part-->known<!--/lit-part--></p><!--/lit-part-->`;

let tags = 0;

type Told = HTMLElement & Pick<ServedElement, 'said' | 'updateComplete'>;

function parse(word?: unknown): {readonly element: Told; readonly root: ShadowRoot} {
  const tag = `served-element-${(tags += 1)}`;
  const element = document.createElement(tag);
  if (word !== undefined) Object.assign(element, {word});
  const root = element.attachShadow({mode: 'open'});
  const parsed = new DOMParser().parseFromString(served, 'text/html');
  root.append(...parsed.head.childNodes, ...parsed.body.childNodes);
  document.body.append(element);
  customElements.define(tag, class extends ServedElement {});
  return {element: element as Told, root};
}

const settled = async (element: Told): Promise<void> => {
  while (!(await element.updateComplete)) continue;
  await Promise.resolve();
  await element.updateComplete;
};

describe('HydratableElement', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('takes the nodes of the server over, then renders what the server does not know', async () => {
    const {element, root} = parse();
    const paragraph = root.querySelector('p');
    await settled(element);
    expect(root.querySelectorAll('p')).to.have.length(1);
    expect(root.querySelector('p')).to.equal(paragraph);
    expect(paragraph?.textContent).to.equal('late');
    expect(element.said).to.deep.equal(['server', 'hydrated', 'browser']);
  });

  it('puts its own styles in the place of the server’s', async () => {
    const {element, root} = parse();
    await settled(element);
    expect(root.querySelector('style')).to.equal(null);
    expect(getComputedStyle(root.querySelector('p')!).display).to.equal('flex');
  });

  it('renders anew where it has become something else than at the server', async () => {
    const {element, root} = parse(html`<b>other</b>`);
    await settled(element);
    expect(root.querySelectorAll('p')).to.have.length(1);
    expect(root.textContent).to.equal('late');
    expect(element.said).to.deep.equal(['server', 'server', 'hydrated', 'browser']);
  });

  it('renders once, as itself, where there was no server', async () => {
    const tag = `served-element-${(tags += 1)}`;
    customElements.define(tag, class extends ServedElement {});
    const element = document.createElement(tag) as Told;
    document.body.append(element);
    await settled(element);
    expect(element.said).to.deep.equal(['browser']);
  });
});
