import type {Answer} from './http.js';
import {isObject} from './read.js';
import type {Failure} from './scenario.js';

/** The answer as it is not meant to be: see {@link Failure.bent}. What is not JSON stays as it is. */
export function bend(answer: Answer, shape: NonNullable<Failure['bent']>): Answer {
  if (!answer.headers['content-type']?.includes('json')) return answer;
  return {...answer, body: JSON.stringify(SHAPES[shape](JSON.parse(answer.body)))};
}

const SHAPES: Readonly<Record<NonNullable<Failure['bent']>, (value: unknown) => unknown>> = {
  hollow,
  holed,
  doubled,
};

/** Every list is a text, every object within null, every text a number: at the second level, so that the first looks right. */
function hollow(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hollow);
  if (!isObject(value)) return null;
  return map(value, (inner) => {
    if (Array.isArray(inner)) return 'a text';
    if (isObject(inner)) return map(inner, () => null);
    return typeof inner === 'string' ? 7 : null;
  });
}

/** Lists have gaps, at any depth. */
function holed(value: unknown): unknown {
  if (Array.isArray(value)) return [null, ...value.map(holed), null];
  return isObject(value) ? map(value, holed) : value;
}

/** Every entry of a list is there twice, at any depth. */
function doubled(value: unknown): unknown {
  if (Array.isArray(value)) return value.flatMap((entry) => [doubled(entry), doubled(entry)]);
  return isObject(value) ? map(value, doubled) : value;
}

const map = (value: Readonly<Record<string, unknown>>, change: (inner: unknown) => unknown) =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, change(inner)]));
