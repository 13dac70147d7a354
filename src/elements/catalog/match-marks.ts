import {placesOf} from './catalog-search.js';

/** Name of the highlight that styles know matches by: `::highlight(pg-match)`. */
const NAME = 'pg-match';

/**
 * Marks what a search has found, by the browser's own highlights: they add no nodes, so cards stay as they are. Browsers without them
 * (Firefox below 140) show no marks.
 */
export class MatchMarks {
  #ranges: readonly Range[] = [];

  /**
   * @param texts elements with one text each
   * @param words folded; none takes the marks away
   */
  show(texts: Iterable<Element>, words: readonly string[]): void {
    if (typeof Highlight === 'undefined') return;
    // One for the page: other catalogs have theirs in it too.
    const highlight = CSS.highlights.get(NAME) ?? new Highlight();
    CSS.highlights.set(NAME, highlight);
    for (const range of this.#ranges) highlight.delete(range);
    this.#ranges = words.length === 0 ? [] : [...texts].flatMap((text) => rangesIn(text, words));
    for (const range of this.#ranges) highlight.add(range);
  }
}

function rangesIn({firstChild}: Element, words: readonly string[]): readonly Range[] {
  if (!(firstChild instanceof Text)) return [];
  return placesOf(firstChild.data, words).map(([start, end]) => {
    const range = new Range();
    range.setStart(firstChild, start);
    range.setEnd(firstChild, end);
    return range;
  });
}
