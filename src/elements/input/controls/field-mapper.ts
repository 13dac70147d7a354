import {html} from 'lit';
import '../../field-mapper/pg-field-mapper.js';
import type {PgFieldMapper} from '../../field-mapper/field-mapper.js';
import type {ViewFactory} from '../control.js';

const PARTS = [
  'objects',
  'notice',
  'suggestions',
  'table',
  'row',
  'name',
  'arrow',
  'field',
  'problem',
  'suggestion',
  'preview',
  'add',
]
  .map((part) => `${part}: mapper__${part}`)
  .join(', ');

/** A field mapping: the element of its own, without what the field around shows already. */
export const fieldMapperView: ViewFactory = (host) => {
  const mapper = (): PgFieldMapper | null =>
    host.renderRoot.querySelector<PgFieldMapper>('#control');
  return {
    render: (field) =>
      html`<pg-field-mapper
        id="control"
        part="control"
        exportparts=${PARTS}
        bare
        .session=${field.session}
        .integration=${field.integration}
        .credential=${field.credentialId}
        .input=${field.input}
        .value=${field.value}
        .parameters=${field.parameters}
        .required=${field.required}
        ?disabled=${field.disabled}
        ?readonly=${field.readonly}
        @input=${stop}
        @change=${(event: Event) => {
          stop(event);
          field.change(mapper()?.value);
        }}
        @pg-mapper-validity=${() => host.requestUpdate()}
      ></pg-field-mapper>`,
    updated(field) {
      mapper()?.showProblems(field.invalid);
    },
    invalidity: (value) => mapper()?.problemOf(value),
  };
};

function stop(event: Event): void {
  event.stopPropagation();
}
