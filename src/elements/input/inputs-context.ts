import {createContext} from '@lit/context';
import type {TemplateResult} from 'lit';
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
