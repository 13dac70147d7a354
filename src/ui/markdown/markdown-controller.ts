import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {plainText} from '../safe.js';
import type {MarkdownOptions, renderMarkdown} from './render-markdown.js';
import {MAX_MARKDOWN} from './tokens.js';

/** Marks that change how a text looks. Most descriptions have none, and then nothing is loaded. */
const MARKS = /[*_`[•‣◦▪●\\]|https?:\/\/|^[ \t]*(?:[-+>~#]|\d+[.)])/m;

let renderer: typeof renderMarkdown | undefined;
let loading: Promise<void> | undefined;

async function load(): Promise<void> {
  try {
    renderer = (await import('./render-markdown.js')).renderMarkdown;
  } catch {
    // A deployment may have replaced the file. The plain text stays, and the next element tries again.
    loading = undefined;
  }
}

/** Loads the parser ahead of the first text. A failure shows as plain text. */
export function prepareMarkdown(): void {
  loading ??= load();
}

/** Renders texts of the backend that may be Markdown; the parser is fetched when the first such text comes. */
export class MarkdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly isConnected: boolean};
  #waiting = false;

  constructor(host: ReactiveControllerHost & {readonly isConnected: boolean}) {
    this.#host = host;
    host.addController(this);
  }

  /** A text that waited while the host was away is rendered when it is back. */
  hostConnected(): void {
    if (this.#waiting && renderer) this.#host.requestUpdate();
  }

  /** Until the parser is there, and if it never comes, the text stands as it was written. */
  render(source: unknown, options?: MarkdownOptions): TemplateResult {
    const text = plainText(source, MAX_MARKDOWN);
    if (!MARKS.test(text)) return plain(text);
    this.#waiting = !renderer;
    if (renderer) return renderer(text, options);
    loading ??= load();
    void loading.then(() => {
      if (this.#waiting && this.#host.isConnected && renderer) this.#host.requestUpdate();
    });
    return plain(text);
  }
}

const plain = (text: string): TemplateResult =>
  html`<div class="markdown plain" part="markdown">${text.trim()}</div>`;
