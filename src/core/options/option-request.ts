import type {PgError} from '../errors.js';
import type {SdkOptionRequest} from '../sdk.js';
import {valueKey} from '../util/value-key.js';
import type {NestedField, OptionCursor, OptionEntry} from './option-page.js';
import type {InputSources, OptionSource, RemoteSource} from './option-source.js';

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
    // Before 2.4 the SDK takes only the name.
    action: source.cacheKey,
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

/** A parameter of a list, and whether the list makes sense without it. */
export interface ListParameter extends OptionParameter {
  /** Missing means required: the list waits until there is a value. */
  readonly required?: boolean;
}

/** What a list shows. */
export interface ListConfig {
  readonly integration: string;
  readonly credentialId?: string | undefined;
  readonly source: OptionSource;
  readonly parameters?: readonly ListParameter[];
}

/** Picks the list that is meant out of those of an input. */
export type PickSource = (sources: InputSources) => OptionSource | undefined;

/** Values of other inputs of a form, by the `cacheKey` of the source that they were chosen from. */
export type InputParameters = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

/** Values that a list depends on, besides those of other inputs; each by the `cacheKey` of its source. */
export type Parents = ReadonlyMap<string, unknown>;

/** The question for the first page; undefined for choices that are at hand. */
export function firstPage(config: ListConfig, search: string): OptionRequest | undefined {
  const {integration, credentialId, source, parameters = []} = config;
  if (source.kind === 'static') return undefined;
  const given = parameters.filter(({value}) => !isMissing(value));
  return {integration, credentialId, source, parameters: given, search, cursor: null};
}

/** Key of the first parameter that has to have a value before anything can be asked. */
export function missingParameter({parameters = []}: ListConfig): string | undefined {
  return parameters.find(({value, required}) => required !== false && isMissing(value))?.key;
}

/** Whether both are about the same things of the same account. */
export function sameSource(a: ListConfig, b: ListConfig): boolean {
  if (a.integration !== b.integration || a.credentialId !== b.credentialId) return false;
  return a.source === b.source || sourceKey(a.source) === sourceKey(b.source);
}

/** Whether both have the same parameters, by value. */
export function sameParameters(a: ListConfig, b: ListConfig): boolean {
  return a.parameters === b.parameters || parametersKey(a) === parametersKey(b);
}

/** What a source depends on, with the values as far as there are any. */
export function parametersFor(
  source: OptionSource,
  given: InputParameters | undefined,
  parents: Parents,
): readonly ListParameter[] {
  if (source.kind === 'static') return [];
  // A source may leave out what the kind of input implies.
  const keys = new Set([...source.dependencies, ...parents.keys()]);
  return [...keys].map((key) => ({
    key,
    value: parents.has(key) ? parents.get(key) : valueIn(given, key),
  }));
}

function valueIn(given: InputParameters | undefined, key: string): unknown {
  if (given instanceof Map) return (given as ReadonlyMap<string, unknown>).get(key);
  if (!given || !Object.hasOwn(given, key)) return undefined;
  return (given as Readonly<Record<string, unknown>>)[key];
}

/** The SDK refuses a loader's question without its parent's value, and a backend answers with anything. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function sourceKey(source: OptionSource): string {
  return source.kind === 'remote' ? source.key : valueKey([source.page.entries]);
}

function parametersKey({parameters = []}: ListConfig): string {
  return valueKey(parameters.map(({key, value, required}) => [key, value, required !== false]));
}

interface ShownList {
  /** What is shown. While pending, and after a failure, it may still answer the question before. */
  readonly entries: readonly OptionEntry[];
  readonly nested: readonly NestedField[];
  /** There is a next page. */
  readonly hasMore: boolean;
  /** What was searched for last; while pending `entries` may not match it yet. */
  readonly search: string;
  /** Grows when the list is replaced, not when it is continued: a reader starts again at its top. */
  readonly generation: number;
}

/** What a load is for: where the choices come from, the start of the list, or more of it. */
export type OptionStep = 'source' | 'first' | 'next';

/** How the load of a list stands. */
export type OptionProgress =
  /** The input has no choices. */
  | {readonly status: 'none'}
  | {
      readonly status: 'initial';
      /** Key of the parameter that has to be chosen first. */
      readonly waitingFor?: string;
    }
  | {readonly status: 'pending'; readonly step: OptionStep}
  | {readonly status: 'complete'}
  | {
      readonly status: 'error';
      readonly step: OptionStep;
      readonly error: PgError;
      readonly retry: () => void;
    };

/** What an input shows of its choices. */
export type OptionState = ShownList & OptionProgress;

/** Whether it is known where the choices come from. */
export function hasSource(state: OptionState): boolean {
  return state.status !== 'none' && !('step' in state && state.step === 'source');
}

/** The state before anything was asked. */
export const INITIAL_STATE: ShownList & {readonly status: 'initial'} = {
  status: 'initial',
  entries: [],
  nested: [],
  hasMore: false,
  search: '',
  generation: 0,
};
