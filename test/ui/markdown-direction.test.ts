import {expect, fixture, html} from '@open-wc/testing';
import {markdownStyles} from '../../src/ui/markdown/markdown-styles.js';
import {renderMarkdown} from '../../src/ui/markdown/render-markdown.js';

/** Where the first and the last letter of a text stand. */
function ends(element: Element): readonly [DOMRect, DOMRect] {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = texts.nextNode() as Text;
  while (text.data.trim() === '') text = texts.nextNode() as Text;
  const at = (index: number): DOMRect => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    return range.getBoundingClientRect();
  };
  return [at(0), at(text.length - 1)];
}

describe('markdown in a page of the other direction', () => {
  const sheet = markdownStyles.styleSheet!;
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  for (const dir of ['rtl', 'ltr'] as const) {
    it(`keeps the point at the end of its sentence in ${dir}`, async () => {
      const page = await fixture(html`
        <div dir=${dir}>
          <div class="markdown">
            ${renderMarkdown('You need it.\n\nצריך את זה.\n\n- One more.')}
          </div>
        </div>
      `);
      for (const element of page.querySelectorAll('p, li')) {
        const [first, last] = ends(element);
        const isHebrew = element.textContent.startsWith('צ');
        expect(last.left < first.left, element.textContent).to.equal(isHebrew);
      }
    });
  }
});
