import {css} from 'lit';

/** For what `MarkdownController` renders. */
export const markdownStyles = css`
  .markdown {
    overflow-wrap: anywhere;
    line-height: var(--pg-line-height, 1.6);
  }

  .markdown.plain {
    white-space: pre-line;
  }

  /* Its language is the project's: each paragraph has the direction of its own first letter. */
  .markdown.plain,
  .markdown :is(p, li, h2, h3, h4, h5, h6) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
    unicode-bidi: plaintext;
  }

  .markdown :is(p, ul, ol, pre, blockquote, h2, h3, h4, h5, h6, hr) {
    margin-block: calc(var(--_space) * 3) 0;
  }

  .markdown :is(h2, h3, h4, h5, h6) {
    margin-block-start: calc(var(--_space) * 6);
    font-size: var(--_size-m);
    font-weight: var(--pg-font-weight-heading, 650);
    line-height: var(--pg-line-height-heading, 1.4);
  }

  .markdown :is(h2, h3) {
    font-size: var(--_size-l);
    letter-spacing: -0.005em;
  }

  .markdown :is(h2, h3, h4, h5, h6) + * {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .markdown :is(ul, ol) {
    padding-inline-start: calc(var(--_space) * 5.5);
  }

  .markdown li {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .markdown li::marker {
    color: var(--_text-muted);
  }

  .markdown :is(li, blockquote) > :is(p, ul, ol):first-child,
  .markdown > :first-child {
    margin-block-start: 0;
  }

  .markdown li > :is(ul, ol) {
    margin-block-start: calc(var(--_space) * 1.5);
  }

  .markdown a {
    border-radius: 2px;
    color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }

  .markdown a:hover {
    text-decoration-thickness: 2px;
  }

  .markdown :is(code, pre) {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 0.925em;
  }

  .markdown code {
    padding: 0.1em 0.35em;
    border-radius: var(--_radius-s);
    background: var(--_surface-sunken);
  }

  /* Wrapped instead of scrolled: nothing to reach by keyboard, nothing cut off at 320 px. */
  .markdown pre {
    padding: calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_border);
    border-radius: var(--_radius-m);
    background: var(--_surface-sunken);
    white-space: pre-wrap;
  }

  .markdown pre > code {
    padding: 0;
    background: none;
  }

  .markdown blockquote {
    margin-inline: 0;
    padding-inline-start: calc(var(--_space) * 3.5);
    border-inline-start: 3px solid var(--_border);
    color: var(--_text-muted);
  }

  .markdown hr {
    block-size: 1px;
    border: 0;
    background: var(--_border);
  }

  .markdown img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius-m);
  }

  @media (forced-colors: active) {
    .markdown hr {
      background: CanvasText;
    }
  }
`;
