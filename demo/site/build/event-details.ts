import {readFileSync} from 'node:fs';
import ts from 'typescript';
import {repositoryFile} from './files.js';

/** Where the details of the kit's events are declared. */
export const EVENT_SOURCE = repositoryFile('src/elements/emit.ts');

/** The shape of each event's `detail`, as the types say it; names of types are spelled out once. */
export function readEventDetails(): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(
    EVENT_SOURCE,
    readFileSync(EVENT_SOURCE, 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const interfaces = new Map(
    source.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]),
  );
  const details = interfaces.get('PgEventDetails');
  if (!details) throw new Error('emit.ts declares no PgEventDetails.');
  return new Map(
    details.members.filter(ts.isPropertySignature).flatMap(({name, type}) => {
      if (!type || !ts.isStringLiteral(name)) return [];
      return [[name.text, shapeOf(type, source, interfaces)] as const];
    }),
  );
}

function shapeOf(
  type: ts.TypeNode,
  source: ts.SourceFile,
  interfaces: ReadonlyMap<string, ts.InterfaceDeclaration>,
): string {
  const declared = ts.isTypeReferenceNode(type)
    ? interfaces.get(type.typeName.getText(source))
    : undefined;
  const members = declared?.members ?? (ts.isTypeLiteralNode(type) ? type.members : undefined);
  // The one other type is that of an event without a detail.
  if (!members) return '{}';
  const shapes = members.map((member) => plain(member.getText(source)));
  return `{${shapes.join(', ')}}`;
}

/** A member on one line, without what every member says. */
function plain(member: string): string {
  return member
    .replaceAll(/\breadonly /g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/;(?= \})/g, '')
    .replaceAll(/\{ /g, '{')
    .replaceAll(/ \}/g, '}')
    .replace(/;$/, '');
}
