import type {Integration} from '../../src/core/session/snapshot.js';

/** What the catalogs that the kit is compared with have in common: words, stand-ins, and a search as it is usually written. */
export const SKELETONS = 12;
export const NOTE_LABELS = {
  available: '',
  connected: 'Connected',
  attention: 'Sign in again',
  pending: 'Setup not finished',
};
export const ACTION_LABELS = {
  available: 'Connect',
  connected: 'Manage',
  attention: 'Reconnect',
  pending: 'Finish setup',
};

export interface Entry {
  readonly integration: Integration;
  readonly text: string;
}

export function rank(entries: readonly Entry[], query: string): readonly Entry[] {
  const found = entries.filter(({text}) => text.includes(query));
  const rankOf = ({text}: Entry): number =>
    text.startsWith(query) ? 0 : text.includes(` ${query}`) ? 1 : 2;
  return found
    .map((entry) => ({entry, rank: rankOf(entry)}))
    .sort((a, b) => a.rank - b.rank)
    .map(({entry}) => entry);
}

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
