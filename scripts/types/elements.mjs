/** Writes the declarations that those for the frameworks build on: what can be set on each element, and how. */

/** @param {import('./model.mjs').Element[]} elements */
export function declareElements(elements) {
  const classes = elements.map(({className}) => className).join(', ');
  return `/**
 * What can be set on each element, generated from custom-elements.json. The files beside this one tell a framework of it.
 */
import type {${classes}, PgEvent, PgEventName} from '../index.js';

${elements.map(declareElement).join('\n\n')}

/** The elements by tag. */
export interface PgElements {
${elements.map(declareTag).join('\n')}
}

/** Handlers of the events of the kit. Each element takes them all, because they bubble out of the elements inside. */
export type PgHandlers<Element extends EventTarget, Prefix extends string> = {
  [Name in PgEventName as \`\${Prefix}\${Name}\`]?: ((event: PgEvent<Name, Element>) => void) | undefined;
};

/** Attributes where a template writes all values as they are: the word "false" would be true to a boolean one. */
export type PgWrittenAttributes<Attributes> = {
  [Name in keyof Attributes]: Exclude<Attributes[Name], false>;
};
`;
}

function declareElement({tag, className, properties}) {
  const ofTheirOwn = properties.filter(({name, attribute}) => attribute && attribute !== name);
  return `/** Properties of \`<${tag}>\`. */
export interface ${className}Properties {
${properties.map((property) => declare(property, property.name, `${className}['${property.name}']`)).join('\n')}
}

/** Attributes of \`<${tag}>\`, as HTML has them. */
export interface ${className}Attributes {
${properties
  .filter(({attribute}) => attribute)
  .map((property) => declare(property, property.attribute, attributeType(property, className)))
  .join('\n')}
}

/** Both, for templates that take either: where they have one name, the property. */
export type ${className}Props = ${className}Properties${
    ofTheirOwn.length > 0
      ? ` & Pick<${className}Attributes, ${ofTheirOwn.map(({attribute}) => `'${attribute}'`).join(' | ')}>`
      : ''
  };`;
}

function declare({description}, name, type) {
  const key = /^\w+$/.test(name) ? name : `'${name}'`;
  return `${comment(description, '  ')}  ${key}?: ${type} | undefined;`;
}

/** An attribute is there or not, or a string; templates may write a number for one. */
function attributeType({kind, name, values}, className) {
  if (kind === 'boolean') return "boolean | ''";
  if (kind === 'number') return 'number | `${number}`';
  return values.length > 0 ? `${className}['${name}']` : 'string';
}

function declareTag({tag, className, summary}) {
  return `${comment(summary, '  ')}  '${tag}': {
    element: ${className};
    properties: ${className}Properties;
    attributes: ${className}Attributes;
    props: ${className}Props;
  };`;
}

function comment(text, indent) {
  if (!text) return '';
  const lines = text.split('\n');
  if (lines.length === 1) return `${indent}/** ${text} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}
