import type {SessionStatus} from '../../core/session/snapshot.js';
import type {CatalogContent} from './catalog-model.js';

/** What a catalog is up to, and its custom state. */
export type Phase = 'loading' | 'ready' | 'empty' | 'no-results' | 'error' | 'signed-out';

/** Phases in which there is something to search, or soon will be. */
export const WITH_TOOLBAR: ReadonlySet<Phase> = new Set(['loading', 'ready', 'no-results']);

/** @param status of the session; undefined without one */
export function phaseOf(
  status: SessionStatus | undefined,
  isAlone: boolean,
  {counts, found}: CatalogContent,
): Phase {
  if (status === undefined) return isAlone ? 'empty' : 'loading';
  if (status !== 'ready') return status;
  if (counts.all === 0) return 'empty';
  return found > 0 ? 'ready' : 'no-results';
}
