import {expect, fixture} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {css, html, LitElement, render, type TemplateResult} from 'lit';
import {baseStyles} from '../../src/ui/base-styles.js';
import {MarkdownController} from '../../src/ui/markdown/markdown-controller.js';
import {markdownStyles} from '../../src/ui/markdown/markdown-styles.js';
import {renderMarkdown, type MarkdownOptions} from '../../src/ui/markdown/render-markdown.js';
import {stilled} from '../support/stilled.js';

class MarkdownHost extends LitElement {
  static override properties = {text: {attribute: false}};
  static override styles = [
    baseStyles,
    markdownStyles,
    css`
      :host {
        background: var(--_surface);
      }
    `,
  ];

  declare text: unknown;
  readonly #markdown = new MarkdownController(this);

  override render(): TemplateResult {
    return html`<h2>Slack</h2>
      ${this.#markdown.render(this.text)}`;
  }
}
customElements.define('markdown-host', MarkdownHost);

async function shown(source: string, options?: MarkdownOptions): Promise<HTMLElement> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  render(renderMarkdown(source, options), box);
  return box.querySelector('.markdown')!;
}

const allowed = new Set(
  'div p h2 h3 h4 h5 h6 strong em code pre a ul ol li blockquote hr br img'.split(' '),
);

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](  javascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:x)',
  '[x](//evil.example)',
  '[x](/relative)',
  '[x](https://user@evil.example)',
  '<javascript:alert(1)>',
  '<https://x.example"onmouseover=alert(1)>',
  '[x](https://x.example" onmouseover="alert(1))',
  '[x](https://x.example "onmouseover=alert(1)")',
  '![x](javascript:alert(1))',
  '![x](x" onerror="alert(1))',
  '![<script>alert(1)</script>](https://x.example/a.png)',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '[![x](javascript:1)](javascript:2)',
  '```"><script>alert(1)</script>\nx\n```',
  '`<img src=x onerror=alert(1)>`',
  '# <img src=x onerror=alert(1)>',
  '- <iframe srcdoc="<script>alert(1)</script>">',
  '> <style>*{display:none}</style>',
  '**<b onclick=alert(1)>**',
  '<form action=//evil.example><input name=x></form>',
  '<base href=//evil.example>',
  '<meta http-equiv=refresh content=0>',
  '${alert(1)} {{alert(1)}} <?php x ?> <!--lit-part-->',
];

describe('renderMarkdown', () => {
  for (const source of HOSTILE) {
    for (const images of [false, true]) {
      it(`renders ${JSON.stringify(source)} harmlessly${images ? ', with images' : ''}`, async () => {
        const box = await shown(source, {images: () => images});
        for (const element of box.querySelectorAll('*')) {
          expect(allowed.has(element.localName), element.localName).to.equal(true);
          for (const {name, value} of element.attributes) {
            expect(name).to.match(/^(href|target|rel|src|alt|loading|referrerpolicy|start)$/);
            if (name === 'href') expect(value).to.match(/^(https?:\/\/|mailto:)/);
            if (name === 'src') expect(value).to.match(/^(https:\/\/|data:image\/)/);
          }
        }
      });
    }
  }

  it('shows raw HTML as the text that it is', async () => {
    const box = await shown('Hi <b>you</b> &amp; <script>alert(1)</script>');
    expect(box.textContent).to.equal('Hi <b>you</b> &amp; <script>alert(1)</script>');
  });

  it('opens safe links apart and without a way back', async () => {
    const link = (await shown('[Docs *here*](https://docs.example/a)')).querySelector('a');
    expect(link?.getAttribute('href')).to.equal('https://docs.example/a');
    expect(link?.target).to.equal('_blank');
    expect(link?.rel).to.equal('noopener noreferrer');
    expect(link?.textContent).to.equal('Docs here');
    expect(link?.querySelector('em')).not.to.equal(null);
  });

  it('shows the words of a link that is not safe', async () => {
    const box = await shown('see [the docs](javascript:alert(1)) now');
    expect(box.querySelector('a')).to.equal(null);
    expect(box.textContent).to.equal('see the docs now');
  });

  it('puts headings below those of the page', async () => {
    const box = await shown('# a\n## b\n##### c');
    expect([...box.children].map(({localName}) => localName)).to.deep.equal(['h3', 'h4', 'h6']);
    const higher = await shown('# a', {headingLevel: 2});
    expect(higher.firstElementChild?.localName).to.equal('h2');
  });

  it('fetches no picture: it becomes a link, or its words', async () => {
    const box = await shown(
      '![Chart](https://x.example/a.png) ![Local](a.png) ![](https://x.example)',
    );
    expect(box.querySelector('img')).to.equal(null);
    expect(box.querySelectorAll('a')).to.have.length(1);
    expect(box.textContent.trim()).to.equal('Chart Local');
  });

  it('puts no link into a link', async () => {
    const box = await shown('[![Chart](https://x.example/a.png)](https://docs.example)');
    expect(box.querySelectorAll('a')).to.have.length(1);
    expect(box.querySelector('a')?.getAttribute('href')).to.equal('https://docs.example/');
    expect(box.textContent).to.equal('Chart');
  });

  it('fetches checked pictures from where it may', async () => {
    const listed = 'https://listed.example/a.png';
    const box = await shown(
      `![Dot](data:image/gif;base64,R0lGODlhAQABAAAAACw=) ![Other](${listed})`,
      {images: (address) => address !== listed},
    );
    expect(box.querySelectorAll('img')).to.have.length(1);
    expect(box.querySelector('a')?.href).to.equal(listed);
    const picture = box.querySelector('img');
    expect(picture?.alt).to.equal('Dot');
    expect(picture?.referrerPolicy).to.equal('no-referrer');
    expect(picture?.loading).to.equal('lazy');
  });

  it('renders lists with native elements', async () => {
    const box = await shown('• a\n• b\n\n3. c');
    expect(box.querySelectorAll('ul > li > p')).to.have.length(2);
    expect(box.querySelector('ol')?.start).to.equal(3);
  });
});

describe('MarkdownController', () => {
  const host = async (text: unknown): Promise<MarkdownHost> =>
    fixture<MarkdownHost>(html`<markdown-host .text=${text}></markdown-host>`);

  it('shows text without marks as it is, line ends included', async () => {
    const element = await host('One\nTwo');
    const plain = element.renderRoot.querySelector('.plain');
    expect(plain?.textContent).to.equal('One\nTwo');
    expect(getComputedStyle(plain!).whiteSpace).to.contain('pre-line');
  });

  it('formats text with marks when the parser is there', async () => {
    const element = await host('**One**\n\n• two');
    await waitUntil(() => element.renderRoot.querySelector('strong'));
    expect(element.renderRoot.querySelector('li')?.textContent).to.equal('two');
    expect(element.renderRoot.querySelector('.plain')).to.equal(null);
  });

  it('renders forged templates and other objects as nothing', async () => {
    for (const text of [{_$litType$: 1, strings: ['<b>*x*</b>'], values: []}, {}, null, 1n]) {
      const element = await host(text);
      expect(element.renderRoot.querySelector('.markdown *')).to.equal(null);
    }
  });

  for (const theme of ['light', 'dark']) {
    it(`passes axe in the ${theme} theme`, async () => {
      document.documentElement.style.setProperty('color-scheme', theme);
      const element = await host(
        '# One\n[link](https://x.example) `code` **b**\n\n> quote\n\n```\nfenced\n```\n- a\n\n1. b\n\n---',
      );
      await waitUntil(() => element.renderRoot.querySelector('pre'));
      await stilled();
      await expect(element).to.be.accessible();
      document.documentElement.style.removeProperty('color-scheme');
    });
  }

  it('fits 320 px', async () => {
    const element = await host(`\`${'x'.repeat(200)}\`\n\n\`\`\`\n${'y'.repeat(200)}\n\`\`\``);
    await waitUntil(() => element.renderRoot.querySelector('pre'));
    element.style.setProperty('inline-size', '304px');
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});
