import type {ConnectInput, SdkDataSource} from '../../core/sdk.js';
import type {SessionCalls} from '../../core/session/ports.js';
import {plainText} from '../../ui/safe.js';
import type {InputParameters} from './field.js';
import {comboValue} from './rules.js';

/** An input, and the value that it shows. */
export interface InputAndValue {
  readonly input: ConnectInput;
  readonly value: unknown;
}

/** Where the inputs of a form get their choices from. */
export interface InputsOf {
  readonly session: Pick<SessionCalls, 'sdk'> | undefined;
  readonly integration: string;
}

type Parameter = readonly [key: string, value: unknown, title: unknown];

/** What the choices of one input of a form can depend on: the values of the others, by the name of their source. */
export function parametersOf(form: InputsOf, shown: readonly InputAndValue[]): InputParameters {
  const all = shown.flatMap((one) => parametersIn(form, one));
  const parameters = Object.fromEntries(all.map(([key, value]) => [key, value]));
  titlesOf.set(parameters, new Map(all.map(([key, , title]) => [key, plainText(title)])));
  return parameters;
}

/** Titles of the inputs that parameters are the values of: hosts hand the kit values alone. */
const titlesOf = new WeakMap<InputParameters, ReadonlyMap<string, string>>();

/** What people call the input that has to be filled in first; '' if that is not known. */
export function titleOf(parameters: InputParameters | undefined, key: string): string {
  return (parameters && titlesOf.get(parameters)?.get(key)) ?? '';
}

function parametersIn(form: InputsOf, {input, value}: InputAndValue): readonly Parameter[] {
  const {type, sourceType} = input;
  if (!sourceType) return [];
  if (type !== 'COMBO_INPUT' && type !== 'DYNAMIC_COMBO_INPUT')
    return [[sourceType, value, input.title]];
  // Its source is a pair, of which each has a name of its own.
  const {main, dependent} = pairOf(form, input);
  const {mainInput, dependentInput} = comboValue(value);
  const parameter = (source: SdkDataSource | undefined, one: unknown): readonly Parameter[] =>
    source?.cacheKey === undefined ? [] : [[source.cacheKey, one, source.title ?? input.title]];
  return [...parameter(main, mainInput), ...parameter(dependent, dependentInput)];
}

function pairOf(
  {session, integration}: InputsOf,
  input: ConnectInput,
): {readonly main?: SdkDataSource | undefined; readonly dependent?: SdkDataSource | undefined} {
  try {
    const found = session?.sdk.getSourcesForInput?.(integration, input);
    return {main: found?.mainInputSource, dependent: found?.dependentInputSource};
  } catch {
    // No such integration any more, or no SDK yet: the input itself says so.
    return {};
  }
}
