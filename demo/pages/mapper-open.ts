import type {ConnectSession} from '../../src/core/compose.js';
import type {PgFieldMapper} from '../../src/elements/field-mapper/field-mapper.js';
import type {MapperCase} from './mapper-cases.js';

/** Opens a stored mapping, as on the first day or on any later one. */
export function openMapping(
  mapper: PgFieldMapper,
  {integration, input, sample}: MapperCase,
  session: ConnectSession,
  stored: unknown,
): void {
  mapper.integration = integration;
  mapper.credential = session.integration(integration)?.accounts[0]?.id;
  mapper.sample = sample;
  mapper.value = stored;
  mapper.input = input(session);
}
