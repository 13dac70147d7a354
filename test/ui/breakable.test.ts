import {expect, fixture, html} from '@open-wc/testing';
import {breakable} from '../../src/ui/breakable.js';

async function linesOf(text: string): Promise<string> {
  const element = await fixture<HTMLElement>(html`<p>${breakable(text)}</p>`);
  expect(element.textContent, 'the text itself').to.equal(text);
  const parts = [...element.childNodes].map((node) =>
    node instanceof HTMLElement ? '|' : node instanceof Text ? node.data : '',
  );
  return parts.join('');
}

describe('a text with places to break', () => {
  for (const [text, lines] of [
    ['ada.moreno@northwind.example', 'ada.moreno@|northwind.example'],
    ['Disconnect ada.moreno@northwind.example?', 'Disconnect ada.moreno@|northwind.example?'],
    ['northwind.wikihaus.example/team_space', 'northwind.|wikihaus.|example/|team_|space'],
    ['Its settings stay. Access ended at 3.', 'Its settings stay. Access ended at 3.'],
    ['@ada', '@ada'],
    ['', ''],
  ] as const) {
    it(`breaks “${text}” where people expect it`, async () => {
      expect(await linesOf(text)).to.equal(lines);
    });
  }
});
