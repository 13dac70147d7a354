import {SANDBOX_PREFIX} from './endpoints.js';
import type {IntegrationFixture} from './fixtures/fixture.js';

export function iconUrl(origin: string, type: string): string {
  return `${origin}${SANDBOX_PREFIX}/cdn/integrations/${type}.svg`;
}

/** The integration's glyph in white on a rounded square of its brand colour. Our own drawings, nobody's logo. */
export function iconOf({brandColor, glyph}: IntegrationFixture): string {
  return icon(brandColor, glyph);
}

/** Shown where an integration has no icon of its own. */
export function placeholderIcon(): string {
  return icon(
    '#5a6270',
    '<path d="M18 14v8m12-8v8m-15 0h18v4a9 9 0 0 1-9 9 9 9 0 0 1-9-9z"/><path d="M24 35v4"/>',
  );
}

function icon(background: string, shapes: string): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48">',
    `<rect width="48" height="48" rx="11" fill="${background}"/>`,
    '<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">',
    shapes,
    '</g></svg>',
  ].join('');
}
