import type {SdkOptionRequest} from '../sdk.js';
import type {RemoteSource} from './option-source.js';
import type {OptionCursor} from './option-types.js';
import {valueKey} from './value-key.js';

/** The chosen value of another list, on which this one depends. */
export interface OptionParameter {
  /** The other source's `cacheKey`. */
  readonly key: string;
  readonly value: unknown;
}

/** A question: one page of one source for one account. */
export interface OptionRequest {
  readonly integration: string;
  readonly source: RemoteSource;
  /** Without it the backend picks an account by itself. */
  readonly credentialId?: string | undefined;
  readonly parameters: readonly OptionParameter[];
  /** Empty: everything. */
  readonly search: string;
  /** Null: the first page. */
  readonly cursor: OptionCursor | null;
}

/** Equal for two requests that ask the same. */
export function requestKey(request: OptionRequest): string {
  const {integration, source, credentialId, parameters, search} = request;
  const asked = parameters.map(({key, value}) => [key, value]);
  return valueKey([integration, source.key, credentialId, asked, search, sentCursor(request)]);
}

/** Equal for two requests whose choices are the same things, whatever the page: a value has one label in it. */
export function labelScope(
  request: Pick<OptionRequest, 'integration' | 'source' | 'credentialId'>,
): string {
  return valueKey([request.integration, request.source.key, request.credentialId]);
}

/** The request as the SDK takes it. */
export function toSdkRequest(request: OptionRequest): SdkOptionRequest {
  const {integration, source, credentialId, parameters, search} = request;
  const cursor = sentCursor(request);
  return {
    integration,
    source: source.source,
    parameters: parameters.map(({key, value}) => ({key, source: {type: 'VALUE', value}})),
    ...(search !== '' && {search}),
    ...(cursor !== null && {cursor}),
    ...(credentialId !== undefined && {selectedCredentialId: credentialId}),
  };
}

/** The SDK drops a cursor that is no string on its way to a loader, which would then give its first page for ever. */
function sentCursor({source, cursor}: OptionRequest): OptionCursor | null {
  return source.loader && cursor !== null ? String(cursor) : cursor;
}
