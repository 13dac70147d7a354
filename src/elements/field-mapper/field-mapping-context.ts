import {createContext} from '@lit/context';
import type {ConnectInput} from '../../core/sdk.js';
import type {MapperProperties} from './mapper-properties.js';
import type {PgFieldMapper} from './field-mapper.js';

/** How a field mapping among the settings works: what `<pg-field-mapper>` has attributes and properties for. */
export interface FieldMappingOptions
  extends
    Partial<Pick<MapperProperties, 'suggestThreshold' | 'direction' | 'sample'>>,
    Partial<Pick<PgFieldMapper, 'duplicates'>> {
  /** Proposes fields by their names, which a person accepts or dismisses. On unless it is `false`. */
  readonly suggest?: boolean;
}

/** The same options for all field mappings, or a function that tells them by input and type of integration. */
export type FieldMappingSetup =
  | FieldMappingOptions
  | ((input: ConnectInput, integration: string) => FieldMappingOptions | undefined);

/** The setup that `<pg-portal>` provides. A registered symbol, so that two copies of the kit on a page agree. */
export const fieldMappingContext = createContext<FieldMappingSetup | undefined>(
  Symbol.for('pg-elements/field-mapping/1'),
);
