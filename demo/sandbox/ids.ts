import {createHash} from 'node:crypto';

/**
 * A UUID that is the same in every run, so that tests and bookmarks can name what the fixtures contain. It must look like a
 * UUID: the SDK takes any other credential id for an `externalId`.
 */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

export function integrationId(type: string): string {
  return stableId(`integration/${type}`);
}

/** @param position 1 for the first account that the fixtures give the demo user */
export function seededCredentialId(type: string, position: number): string {
  return stableId(`credential/${type}/${position}`);
}
