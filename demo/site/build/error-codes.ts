import {readFileSync} from 'node:fs';
import ts from 'typescript';
import {errors} from '../../../src/i18n/en/errors.js';
import {repositoryFile} from './files.js';

/** Where the codes and their meanings are declared. */
export const ERROR_SOURCE = repositoryFile('src/core/errors.ts');

/** A code of `PgError`. */
export interface ErrorCode {
  readonly code: string;
  /** When it happens, for developers. */
  readonly meaning: string;
  /** What people read. */
  readonly words: string;
}

/** Every code, with the comment that stands before it in the source. */
export function readErrorCodes(): readonly ErrorCode[] {
  const text = readFileSync(ERROR_SOURCE, 'utf8');
  const source = ts.createSourceFile(ERROR_SOURCE, text, ts.ScriptTarget.Latest);
  const codes: ErrorCode[] = [];
  const words: Readonly<Record<string, string>> = errors;
  const visit = (node: ts.Node): void => {
    // Other lists of the file name some of them once more.
    if (ts.isVariableDeclaration(node) && node.name.getText(source) !== 'PG_ERROR_CODES') return;
    if (ts.isArrayLiteralExpression(node)) {
      for (const element of node.elements) {
        if (!ts.isStringLiteral(element)) continue;
        const code = element.text;
        codes.push({code, meaning: commentBefore(element, text), words: words[code] ?? ''});
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return codes;
}

function commentBefore(node: ts.Node, text: string): string {
  const ranges = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  return ranges
    .map(({pos, end}) => text.slice(pos, end).replaceAll(/^\/\*\*\s*|\s*\*\/$|^\/\/\s*/g, ''))
    .join(' ');
}
