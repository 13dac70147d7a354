import type {OptionParameter, OptionRequest} from './option-request.js';
import type {OptionSource} from './option-source.js';
import {valueKey} from './value-key.js';

/** A parameter of a list, and whether the list makes sense without it. */
export interface OptionQueryParameter extends OptionParameter {
  /** Missing means required: the list waits until there is a value. */
  readonly required?: boolean;
}

/** What an `OptionQuery` loads. */
export interface OptionQueryConfig {
  readonly integration: string;
  readonly credentialId?: string | undefined;
  readonly source: OptionSource;
  readonly parameters?: readonly OptionQueryParameter[];
}

/** The question for the first page; undefined for choices that are at hand. */
export function firstPage(config: OptionQueryConfig, search: string): OptionRequest | undefined {
  const {integration, credentialId, source, parameters = []} = config;
  if (source.kind === 'static') return undefined;
  const given = parameters.filter(({value}) => !isMissing(value));
  return {integration, credentialId, source, parameters: given, search, cursor: null};
}

/** Key of the first parameter that has to have a value before anything can be asked. */
export function missingParameter({parameters = []}: OptionQueryConfig): string | undefined {
  return parameters.find(({value, required}) => required !== false && isMissing(value))?.key;
}

/** Whether both are about the same things of the same account. */
export function sameSource(a: OptionQueryConfig, b: OptionQueryConfig): boolean {
  if (a.integration !== b.integration || a.credentialId !== b.credentialId) return false;
  return a.source === b.source || sourceKey(a.source) === sourceKey(b.source);
}

/** Whether both have the same parameters, by value. */
export function sameParameters(a: OptionQueryConfig, b: OptionQueryConfig): boolean {
  return a.parameters === b.parameters || parametersKey(a) === parametersKey(b);
}

/** The SDK refuses a loader's question without its parent's value, and a backend answers with anything. */
function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function sourceKey(source: OptionSource): string {
  return source.kind === 'remote' ? source.key : valueKey([source.page.entries]);
}

function parametersKey({parameters = []}: OptionQueryConfig): string {
  return valueKey(parameters.map(({key, value, required}) => [key, value, required !== false]));
}
