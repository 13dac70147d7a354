import {expect, fixture, html} from '@open-wc/testing';
import {renderMarkdown} from '../../src/ui/markdown/render-markdown.js';

describe('markdown headings', () => {
  const levels = async (source: string): Promise<string[]> => {
    const element = await fixture(html`<div>${renderMarkdown(source, {headingLevel: 4})}</div>`);
    return [...element.querySelectorAll('h2, h3, h4, h5, h6')].map(({localName}) => localName);
  };

  it('start at the level of the page, whichever level the text starts with', async () => {
    expect(await levels('## One\n\n### Two\n\n## Three')).to.eql(['h4', 'h5', 'h4']);
    expect(await levels('# One')).to.eql(['h4']);
  });

  it('go no deeper than there are levels', async () => {
    expect(await levels('# One\n\n#### Two')).to.eql(['h4', 'h6']);
  });
});
