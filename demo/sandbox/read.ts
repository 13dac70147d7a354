import {HttpError} from './http.js';

/** Bodies and queries come from outside: these narrow them, and refuse with 400 what has the wrong shape. */

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param what names the value in the refusal */
export function objectOf(value: unknown, what: string): JsonObject {
  if (!isObject(value)) throw badInput(`${what} must be an object.`);
  return value;
}

export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw badInput(`${what} must be a list.`);
  return value;
}

/** Refuses members that nobody asked for: mostly they are misspelt. */
export function nothingElse(rest: JsonObject, what: string): void {
  const [stray] = Object.keys(rest);
  if (stray !== undefined) throw badInput(`${what} has no "${stray}".`);
}

/** The object in a JSON text, or an empty one if there is no text. */
export function jsonObjectOf(text: string | null, what: string): JsonObject {
  if (!text) return {};
  try {
    return objectOf(JSON.parse(text), what);
  } catch (error) {
    if (error instanceof HttpError) throw error;
    throw badInput(`${what} must be JSON.`);
  }
}

/** A string that has something in it; everything else is taken as absent, as the service does. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export function requiredTextOf(value: unknown, what: string): string {
  const text = textOf(value);
  if (text === undefined) throw badInput(`${what} is required.`);
  return text;
}

export function millisecondsOf(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw badInput(`${what} must be a number of milliseconds.`);
  }
  return value;
}

export function badInput(message: string): HttpError {
  return new HttpError(400, 'bad-input', message);
}
