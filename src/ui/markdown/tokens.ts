/** What is longer is cut here and ends with "…" (UTF-16 units). Descriptions of integrations have a few thousand. */
export const MAX_MARKDOWN = 65_536;

/** What a paragraph is made of. Addresses are raw: the renderer checks them. */
export type Inline =
  | string
  | {readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[]}
  | {readonly kind: 'code'; readonly text: string}
  | {readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[]}
  | {readonly kind: 'image'; readonly source: string; readonly alt: string}
  | {readonly kind: 'break'};

/** What a document is made of. */
export type Block =
  | {readonly kind: 'paragraph'; readonly children: readonly Inline[]}
  | {readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[]}
  | {readonly kind: 'code'; readonly text: string}
  | {readonly kind: 'quote'; readonly blocks: readonly Block[]}
  | {
      readonly kind: 'list';
      readonly start: number | undefined;
      readonly items: readonly (readonly Block[])[];
    }
  | {readonly kind: 'rule'};

/** The words of inline tokens, without their marks. */
export function inlineText(tokens: readonly Inline[]): string {
  let text = '';
  for (const token of tokens) {
    if (typeof token === 'string') text += token;
    else if ('children' in token) text += inlineText(token.children);
    else if (token.kind === 'code') text += token.text;
    else if (token.kind === 'image') text += token.alt;
    else text += '\n';
  }
  return text;
}
