import {property} from 'lit/decorators.js';
import type {InputParameters} from '../input/field.js';
import {FormElement} from '../input/form-element.js';

/** What hosts decide about how a field mapper looks and where it gets things from; what counts for forms is its own. */
export abstract class MapperProperties extends FormElement {
  /** Type of the integration whose fields are mapped. */
  @property() integration: string | undefined;

  /** Id of the account whose objects and fields are offered. */
  @property() credential: string | undefined;

  /** Proposes fields by their names; the person accepts or dismisses them. */
  @property({type: Boolean}) suggest = false;

  /** From which score on suggestions are accepted together, from 0 to 1. */
  @property({type: Number, attribute: 'suggest-threshold'}) suggestThreshold = 0.8;

  /** Which way values go: it turns the arrows, and decides whose fields the sample record has. */
  @property() direction: 'to-integration' | 'to-application' = 'to-integration';

  /** Leaves out title, help and errors, for hosts that show them around. */
  @property({type: Boolean}) bare = false;

  /** A record for the preview, of the application, or with `direction="to-application"` of the integration. */
  @property({attribute: false}) sample: unknown;

  /** Values of other inputs, by the `cacheKey` of their source, where the fields depend on them. */
  @property({attribute: false}) parameters: InputParameters | undefined;
}
