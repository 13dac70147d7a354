import {ContextConsumer} from '@lit/context';
import {html} from 'lit';
import {
  fieldMappingContext,
  type FieldMappingOptions,
} from '../../field-mapper/field-mapping-context.js';
import '../../field-mapper/pg-field-mapper.js';
import type {PgFieldMapper} from '../../field-mapper/field-mapper.js';
import type {View, ViewFactory, ViewHost} from '../control.js';
import type {ControlField} from '../field.js';

const PARTS = [
  'objects',
  'notice',
  'suggestions',
  'to-check',
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

const NO_OPTIONS: FieldMappingOptions = {};

/** A field mapping: the element of its own, without what the field around shows already. */
export const fieldMapperView: ViewFactory = (host) => {
  const mapper = (): PgFieldMapper | null =>
    host.renderRoot.querySelector<PgFieldMapper>('#control');
  const options = new ProvidedOptions(host);
  return {
    render: (field) => {
      const {
        suggest = true,
        suggestThreshold = 0.8,
        duplicates = 'warning',
        direction = 'to-integration',
        sample,
      } = options.of(field);
      return html`<pg-field-mapper
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
        .suggest=${suggest}
        .suggestThreshold=${suggestThreshold}
        .duplicates=${duplicates}
        .direction=${direction}
        .sample=${sample}
        @input=${stop}
        @change=${(event: Event) => {
          stop(event);
          field.change(mapper()?.value);
        }}
        @pg-mapper-validity=${() => host.requestUpdate()}
      ></pg-field-mapper>`;
    },
    updated(field) {
      mapper()?.showProblems(field.invalid);
    },
    invalidity: (value) => mapper()?.problemOf(value),
    dispose: () => options.dispose(),
  } satisfies View;
};

/** What the host of the portal wants of this mapping. A function of theirs is asked once for each input. */
class ProvidedOptions {
  readonly #host: ViewHost;
  readonly #consumer: ContextConsumer<typeof fieldMappingContext, ViewHost>;
  #known: {readonly basis: readonly unknown[]; readonly options: FieldMappingOptions} | undefined;

  constructor(host: ViewHost) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, {
      context: fieldMappingContext,
      subscribe: true,
      callback: () => host.requestUpdate(),
    });
  }

  of({input, integration = ''}: ControlField): FieldMappingOptions {
    const setup = this.#consumer.value;
    if (typeof setup !== 'function') return setup ?? NO_OPTIONS;
    const basis = [setup, input, integration];
    if (!this.#known?.basis.every((part, index) => part === basis[index])) {
      this.#known = {basis, options: setup(input, integration) ?? NO_OPTIONS};
    }
    return this.#known.options;
  }

  dispose(): void {
    this.#host.removeController(this.#consumer);
    this.#consumer.hostDisconnected();
  }
}

function stop(event: Event): void {
  event.stopPropagation();
}
