import {ContextConsumer} from '@lit/context';
import type {MapperOptions} from '../../field-mapper/mapper-context.js';
import {MapperView} from '../../field-mapper/mapper-view.js';
import type {ViewFactory, ViewHost} from '../control.js';
import {fieldMappingContext} from '../inputs-context.js';

/** A field mapping among other inputs: how it works is up to the portal. */
export const fieldMapperView: ViewFactory = (host) => {
  const provided = new ProvidedOptions(host);
  return new MapperView(
    host,
    () => provided.options,
    () => provided.dispose(),
  );
};

/** What the host of the portal wants of this mapping. A function of theirs is asked once for each input. */
class ProvidedOptions {
  readonly #host: ViewHost;
  readonly #consumer: ContextConsumer<typeof fieldMappingContext, ViewHost>;
  #known: {readonly basis: readonly unknown[]; readonly options: MapperOptions} | undefined;

  constructor(host: ViewHost) {
    this.#host = host;
    this.#consumer = new ContextConsumer(host, {
      context: fieldMappingContext,
      subscribe: true,
      callback: () => host.requestUpdate(),
    });
  }

  get options(): MapperOptions {
    const setup = this.#consumer.value;
    const {input, integration = ''} = this.#host;
    const basis = [setup, input, integration];
    if (!this.#known?.basis.every((part, index) => part === basis[index])) {
      const own = typeof setup !== 'function' ? setup : input && setup(input, integration);
      const {
        suggest = true,
        suggestThreshold = 0.8,
        duplicates = 'warning',
        direction = 'to-integration',
        sample,
      } = own ?? {};
      const options = {suggest, suggestThreshold, duplicates, direction, sample};
      this.#known = {basis, options};
    }
    return this.#known.options;
  }

  dispose(): void {
    this.#host.removeController(this.#consumer);
    this.#consumer.hostDisconnected();
  }
}
