import {HttpError} from './http.js';
import type {NestedField, Option, OptionSection} from './protocol.js';
import type {RemoteObject} from './schema.js';

/** The question behind one call of the SDK's `getFieldOptions()`. */
export interface OptionQuestion {
  /** `0` asks for the first page. */
  readonly cursor: string;
  /** Lower case, empty for no search. */
  readonly search: string;
  /** Values chosen in other inputs, by cache key of their source. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** What people call the account that is asked. */
  readonly account: string;
  /** What the provider has at present, where its fixture has objects. */
  readonly objects: readonly RemoteObject[];
}

/** Answers the `output` of the call. Most answer `{records, nextPageCursor}`; the SDK must cope with the rest. */
export type OptionSource = (question: OptionQuestion) => unknown;

type Records = readonly Option[];
type RecordsFor = Records | ((question: OptionQuestion) => Records);

export const PAGE_SIZE = 50;

/** Pages of records, searched by the provider in label, subtitle and value. */
export function paged(records: RecordsFor): OptionSource {
  return (question) => {
    const found = search(recordsFor(records, question), question.search);
    const start = Number(question.cursor) || 0;
    const end = start + PAGE_SIZE;
    return {
      records: found.slice(start, end),
      nextPageCursor: end < found.length ? String(end) : null,
    };
  };
}

/** Everything at once, as a bare list: the other shape in which the service answers. */
export function whole(records: RecordsFor): OptionSource {
  return (question) => search(recordsFor(records, question), question.search);
}

/** Titled groups. Groups without a hit are left out of a search. */
export function grouped(sections: readonly OptionSection[]): OptionSource {
  return (question) => ({
    records: sections
      .map(({title, items}) => ({title, items: search(items, question.search)}))
      .filter(({items}) => items.length > 0),
    nextPageCursor: null,
  });
}

/** Fields of a variable input. */
export function nested(fields: (question: OptionQuestion) => readonly NestedField[]): OptionSource {
  return (question) => ({records: fields(question), nextPageCursor: null});
}

/** Refuses, as providers do, to answer before another input has a value. */
export function needing(cacheKey: string, source: OptionSource): OptionSource {
  return (question) => {
    if (chosen(question, cacheKey) === '') {
      throw new HttpError(400, 'parameter-missing', `Choose a value for "${cacheKey}" first.`);
    }
    return source(question);
  };
}

/** The value chosen in another input, as text; empty if there is none. */
export function chosen(question: OptionQuestion, cacheKey: string): string {
  const value = question.parameters.get(cacheKey);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Types of records, as a provider has them at present. */
export const objectTypes: OptionSource = whole(({objects}) =>
  objects.map(({label, value}) => ({label, value})),
);

/** The object chosen in another input. Providers refuse a question about one that they do not have any more. */
export function chosenObject(question: OptionQuestion, cacheKey: string): RemoteObject {
  const wanted = chosen(question, cacheKey);
  const object = question.objects.find(({value}) => value === wanted);
  if (!object) throw new HttpError(404, 'object-unknown', `There is no object "${wanted}".`);
  return object;
}

/** A provider that repeats its cursor for ever: whoever follows blindly never ends. */
export function repeating(records: Records): OptionSource {
  return () => ({records, nextPageCursor: 'again'});
}

/** A provider that fails. Not a 401, which would sign the user out. */
export function failing(message: string): OptionSource {
  return () => {
    throw new HttpError(502, 'provider-failed', message);
  };
}

function recordsFor(records: RecordsFor, question: OptionQuestion): Records {
  return typeof records === 'function' ? records(question) : records;
}

function search(records: Records, words: string): Records {
  if (words === '') return records;
  return records.filter(({label, subtitle, value}) =>
    `${label} ${subtitle ?? ''} ${value}`.toLowerCase().includes(words),
  );
}
