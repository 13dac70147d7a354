import type {ConnectInput, ConnectSdk, SdkDataSource, SdkInputSources} from '../sdk.js';
import {checkTakesAccount} from '../sdk-support.js';
import {type OptionPage, readStatic} from './option-page.js';
import {valueKey} from '../util/value-key.js';

/** Choices that are all at hand. */
export interface StaticSource {
  readonly kind: 'static';
  readonly page: OptionPage;
}

/** Choices that the SDK loads page by page, from the backend or from a loader the host gave `setDataSources`. */
export interface RemoteSource {
  readonly kind: 'remote';
  readonly source: SdkDataSource;
  /** Equal for two sources that answer alike. */
  readonly key: string;
  /** What other sources name this one by in their parameters. */
  readonly cacheKey: string;
  /** The host's own code answers. */
  readonly loader: boolean;
  /** It promises to search; a source that turns out to have several pages is searched as well. */
  readonly searchable: boolean;
  /** Keys of the sources whose chosen value this one depends on. */
  readonly dependencies: readonly string[];
}

/** Where the choices of one list come from. */
export type OptionSource = StaticSource | RemoteSource;

/** Every list that an input needs, by the SDK's names for the kinds of inputs. */
export type InputSources =
  | {readonly kind: 'none'}
  | {readonly kind: 'single'; readonly source: OptionSource}
  | {
      readonly kind: 'combo' | 'defaultFieldValue';
      readonly main: OptionSource;
      readonly dependent: OptionSource;
      readonly variable?: OptionSource;
    }
  | {
      readonly kind: 'fieldMapper';
      readonly record: OptionSource;
      readonly field: OptionSource;
      readonly dependent?: OptionSource;
      readonly dependentField?: OptionSource;
      /** The application's fields, as `setDataSources` was given them. */
      readonly mapObjectFieldOptions?: unknown;
    };

const NO_SOURCES: InputSources = {kind: 'none'};

/** A source of a list that is at hand, such as one a host wrote itself. */
export function staticSource(values: unknown): StaticSource {
  return {kind: 'static', page: readStatic(values)};
}

/**
 * Asks the SDK where the choices of an input come from; one that has no choices gives `none`.
 * @throws {PgError} `sdk-outdated` for choices of an account, if this SDK takes no account
 */
export async function resolveSources(
  sdk: ConnectSdk,
  integration: string,
  input: ConnectInput,
): Promise<InputSources> {
  const found = sdk.getSourcesForInput
    ? sdk.getSourcesForInput(integration, input)
    : await oldSources(sdk, integration, input);
  if (found === null) return await localSources(sdk, integration, input);
  const main = toSource(found.mainInputSource);
  const dependent = toSource(found.dependentInputSource);
  if (found.kind === 'combo' || found.kind === 'defaultFieldValue') {
    if (!main || !dependent) return NO_SOURCES;
    const variable = toSource(found.variableInputSource);
    return {kind: found.kind, main, dependent, ...(variable && {variable})};
  }
  if (found.kind === 'fieldMapper') {
    const record = toSource(found.recordSource);
    const field = toSource(found.fieldSource);
    if (!record || !field) return NO_SOURCES;
    const dependentField = toSource(found.dependentFieldInputSource);
    const {mapObjectFieldOptions} = found;
    return {
      kind: 'fieldMapper',
      record,
      field,
      ...(dependent && {dependent}),
      ...(dependentField && {dependentField}),
      ...(mapObjectFieldOptions !== undefined && {mapObjectFieldOptions}),
    };
  }
  return single(toSource(found.source));
}

/** What an SDK before 2.4 knows of an input: its source, which for inputs with several lists names those. */
async function oldSources(
  sdk: ConnectSdk,
  integration: string,
  {sourceType}: ConnectInput,
): Promise<SdkInputSources | null> {
  const source = sourceType ? await sdk.getDataSourceOptions(integration, sourceType) : undefined;
  if (!source || source.values) return null;
  checkTakesAccount(sdk);
  const lists = source as Partial<Omit<SdkInputSources, 'kind' | 'source'>>;
  if (lists.recordSource) return {...lists, kind: 'fieldMapper'};
  if (!lists.mainInputSource) return {kind: 'single', source};
  return {...lists, kind: lists.variableInputSource ? 'defaultFieldValue' : 'combo'};
}

/** `getSourcesForInput` answers null for a static ENUM, whose values only `getDataSourceOptions` gives. */
async function localSources(
  sdk: ConnectSdk,
  integration: string,
  input: ConnectInput,
): Promise<InputSources> {
  if (input.customDropdownOptions) return single(staticSource(input.customDropdownOptions));
  if (!input.sourceType) return NO_SOURCES;
  return single(toSource(await sdk.getDataSourceOptions(integration, input.sourceType)));
}

function single(source: OptionSource | undefined): InputSources {
  return source ? {kind: 'single', source} : NO_SOURCES;
}

function toSource(source: SdkDataSource | undefined): OptionSource | undefined {
  if (!source) return undefined;
  if (source.values !== undefined) return staticSource(source.values);
  const {cacheKey} = source;
  if (cacheKey === undefined) return undefined;
  // The SDK adds these members where the host's loaders for field mapping answer, and the functions where its dropdown
  // loader does: a source that came from the backend is JSON and has none.
  const {dynamicFieldMappingKey, dynamicFieldMappingType, mapRefreshToValues} =
    source as unknown as Readonly<Record<string, unknown>>;
  const loader = dynamicFieldMappingKey !== undefined || typeof mapRefreshToValues === 'function';
  return {
    kind: 'remote',
    source,
    key: valueKey([cacheKey, dynamicFieldMappingKey, dynamicFieldMappingType]),
    cacheKey,
    loader,
    searchable: loader || source.supportPagination === true,
    dependencies: (source.refreshDependencies ?? []).filter((key) => typeof key === 'string'),
  };
}
