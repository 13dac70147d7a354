/**
 * Writes what editors complete and explain in HTML and CSS: custom data for Visual Studio Code, web-types for the JetBrains ones.
 * Own code rather than a plugin of the analyzer: those do not know the values of an aliased type, and offer a part once for every element
 * that has it.
 */

/** @param {import('./model.mjs').Element[]} elements */
export function htmlCustomData(elements) {
  return {
    version: 1.1,
    tags: elements.map((element) => ({
      name: element.tag,
      description: markdown(describe(element)),
      attributes: attributesOf(element).map(({attribute, description, kind, values}) => ({
        name: attribute,
        description,
        ...(kind === 'boolean' && {valueSet: 'v'}),
        ...(values.length > 0 && {values: values.map((name) => ({name}))}),
      })),
    })),
  };
}

/** @param {import('./model.mjs').Element[]} elements */
export function cssCustomData(elements) {
  const tokens = elements.flatMap((element) => element.tokens);
  const parts = new Map();
  for (const {tag, parts: own} of elements) {
    for (const {name, description} of own) {
      parts.set(name, [...(parts.get(name) ?? []), `\`<${tag}>\`: ${description}`]);
    }
  }
  return {
    version: 1.1,
    properties: tokens.map((token) => ({name: token.name, description: tokenWords(token)})),
    pseudoElements: [...parts].map(([name, lines]) => ({
      name: `::part(${name})`,
      description: markdown(lines.join('\n\n')),
    })),
  };
}

/**
 * @param {import('./model.mjs').Element[]} elements
 * @param {{name: string, version: string}} packageJson
 */
export function webTypes(elements, {name, version}) {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map((element) => ({
          name: element.tag,
          description: describe(element),
          attributes: attributesOf(element).map((property) => ({
            name: property.attribute,
            description: property.description,
            ...(property.default !== undefined && {default: property.default}),
            value: attributeValue(property),
          })),
          slots: element.slots.map((slot) => ({...slot, name: slot.name || 'default'})),
          js: {
            properties: element.properties.map((property) => ({
              name: property.name,
              description: property.description,
              value: {type: property.type},
            })),
            events: element.events.map((event) => ({
              name: event.name,
              description: event.description,
              ...(event.type && {value: {type: event.type.text}}),
            })),
          },
          css: {
            properties: element.tokens.map(toProperty),
            parts: element.parts,
            'pseudo-classes': element.states.map((state) => ({
              name: `state(${state.name})`,
              description: state.description,
            })),
          },
        })),
      },
      // The theme, which is written at the portal and holds for every element.
      css: {properties: elements.find(({tag}) => tag === 'pg-portal').tokens.map(toProperty)},
    },
  };
}

const markdown = (value) => ({kind: 'markdown', value});

const attributesOf = ({properties}) => properties.filter(({attribute}) => attribute);

const describe = ({summary, description}) =>
  [summary && `**${summary}**`, description].filter(Boolean).join('\n\n');

const tokenWords = ({description, default: value}) =>
  value === undefined ? description : `${description}. Default: ${value}`;

const toProperty = (token) => ({name: token.name, description: tokenWords(token)});

function attributeValue({kind, values}) {
  if (kind === 'boolean') return {type: 'boolean', kind: 'no-value'};
  if (kind === 'number') return {type: 'number'};
  return {type: values.length > 0 ? values.map((value) => `'${value}'`).join(' | ') : 'string'};
}
