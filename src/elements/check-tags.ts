import {isServer} from 'lit';
import {PgError} from '../core/errors.js';
import {report} from './emit.js';

/** Until the page listens. Milliseconds. */
const GRACE = 1500;

/** Every name that the kit registers, with a property that nobody else's element has. */
const TAGS: Readonly<Record<string, string>> = {
  'pg-account-list': 'withoutAdd',
  'pg-catalog': 'withoutSearch',
  'pg-combobox': 'describedByElements',
  'pg-confirm': 'consequences',
  'pg-dialog': 'headingHidden',
  'pg-field-mapper': 'suggestThreshold',
  'pg-input': 'keepSpaces',
  'pg-install-flow': 'oauthTimeout',
  'pg-integration': 'configurations',
  'pg-portal': 'getUserToken',
  'pg-portal-detail': 'returnFocus',
  'pg-portal-view': 'onMove',
  'pg-tools': 'requested',
  'pg-user-settings': 'autosave',
};

/** Another copy of the kit has the same elements, and is no mistake. */
function isForeign(tag: string, property: string): boolean {
  const found = customElements.get(tag);
  return found !== undefined && !(property in (found.prototype as object));
}

/** Tells whoever listens to the page of a name that is not the kit's: what stands there stays empty, and nobody else says why. */
function tell(tag: string): void {
  const element = document.querySelector<HTMLElement>('pg-portal') ?? document.documentElement;
  const message = `<${tag}> is defined already, by something else than the kit.`;
  report(element, new PgError('tag-taken', message), {property: tag});
}

/** Looks at once, but says it when somebody can listen. */
function checkTags(): void {
  for (const [tag, property] of Object.entries(TAGS))
    if (isForeign(tag, property)) setTimeout(() => tell(tag), GRACE);
}

// Once a page and copy of the kit. Nothing is shared with what loads first but what other late code shares: a bundler would split it.
if (!(isServer as boolean)) checkTags();
