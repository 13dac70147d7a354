import {html, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {safeImage, safeLink} from '../safe.js';
import {parseMarkdown} from './blocks.js';
import type {Block, Inline} from './tokens.js';

export interface MarkdownOptions {
  /** Level on the page of the text's highest heading, whichever it uses; deeper ones follow, none beyond 6. */
  readonly headingLevel?: 2 | 3 | 4 | 5;
  /** From which `safeImage` addresses pictures are fetched. From none without: each one tells its server who reads. Others become links. */
  readonly images?: ((address: string) => boolean) | undefined;
}

const NO_IMAGES = (): boolean => false;

interface Context {
  /** Added to the level of a heading. */
  readonly headingShift: number;
  readonly images: (address: string) => boolean;
  /** Inside a link nothing becomes a second one. */
  readonly inLink: boolean;
}

/**
 * Markdown as templates: text is bound as text and there is no HTML to sanitise. Load this module with `import()`, or through
 * `MarkdownController`; the host adds `markdownStyles`.
 */
export function renderMarkdown(source: string, options: MarkdownOptions = {}): TemplateResult {
  const {headingLevel = 3, images = NO_IMAGES} = options;
  const content = guard([source, headingLevel, images], () => {
    const blocks = parseMarkdown(source);
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []));
    const highest = levels.length > 0 ? Math.min(...levels) : 1;
    return renderBlocks(blocks, {headingShift: headingLevel - highest, images, inLink: false});
  });
  return html`<div class="markdown" part="markdown">${content}</div>`;
}

const renderBlocks = (blocks: readonly Block[], context: Context): readonly TemplateResult[] =>
  blocks.map((block) => renderBlock(block, context));

function renderBlock(block: Block, context: Context): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${renderInline(block.children, context)}</p>`;
    case 'heading':
      return heading(block.level + context.headingShift, renderInline(block.children, context));
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'quote':
      return html`<blockquote>${renderBlocks(block.blocks, context)}</blockquote>`;
    case 'rule':
      return html`<hr />`;
    case 'list':
      return renderList(block, context);
  }
}

function renderList(
  {items, start}: Extract<Block, {kind: 'list'}>,
  context: Context,
): TemplateResult {
  const content = items.map((blocks) => html`<li>${renderBlocks(blocks, context)}</li>`);
  return start === undefined
    ? html`<ul>
        ${content}
      </ul>`
    : html`<ol start=${start}>
        ${content}
      </ol>`;
}

function heading(level: number, content: unknown): TemplateResult {
  if (level === 2) return html`<h2>${content}</h2>`;
  if (level === 3) return html`<h3>${content}</h3>`;
  if (level === 4) return html`<h4>${content}</h4>`;
  return level === 5 ? html`<h5>${content}</h5>` : html`<h6>${content}</h6>`;
}

function renderInline(tokens: readonly Inline[], context: Context): readonly unknown[] {
  return tokens.map((token) => {
    if (typeof token === 'string') return token;
    switch (token.kind) {
      case 'strong':
        return html`<strong>${renderInline(token.children, context)}</strong>`;
      case 'emphasis':
        return html`<em>${renderInline(token.children, context)}</em>`;
      case 'code':
        return html`<code>${token.text}</code>`;
      case 'break':
        return html`<br />`;
      case 'link':
        return link(token.href, renderInline(token.children, {...context, inLink: true}), context);
      case 'image':
        return image(token, context);
    }
  });
}

function link(address: string, content: unknown, {inLink}: Context): unknown {
  const href = inLink ? undefined : safeLink(address);
  return href
    ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${content}</a>`
    : content;
}

function image({source, alt}: Extract<Inline, {kind: 'image'}>, context: Context): unknown {
  const src = safeImage(source);
  if (src === undefined || !context.images(src)) return alt && link(source, alt, context);
  return html`<img alt=${alt} loading="lazy" referrerpolicy="no-referrer" src=${src} />`;
}
