import {createContext} from '@lit/context';
import type {TemplateResult} from 'lit';
import type {ConnectInput} from '../../core/sdk.js';
import type {MapperOptions} from '../field-mapper/mapper-context.js';
import type {InputField} from './field.js';

/** The host's own control for a type of input: the tag of a custom element, or a function that renders. */
export type InputReplacement = string | ((field: InputField) => TemplateResult);

/** Replacements by type of input. */
export type InputReplacements =
  Readonly<Record<string, InputReplacement>> | ReadonlyMap<string, InputReplacement>;

/** The replacements that `<pg-portal>` provides. A registered symbol, so that two copies of the kit on a page agree. */
export const inputsContext = createContext<InputReplacements | undefined>(
  Symbol.for('pg-elements/inputs/1'),
);

/** How a field mapping among the settings works: what `<pg-field-mapper>` has attributes and properties for. */
export type FieldMappingOptions = Partial<MapperOptions>;

/** The same options for all field mappings, or a function that tells them by input and type of integration. */
export type FieldMappingSetup =
  | FieldMappingOptions
  | ((input: ConnectInput, integration: string) => FieldMappingOptions | undefined);

/** The setup that `<pg-portal>` provides. A registered symbol, so that two copies of the kit on a page agree. */
export const fieldMappingContext = createContext<FieldMappingSetup | undefined>(
  Symbol.for('pg-elements/field-mapping/1'),
);
