/**
 * The tags of the kit in JSX of Preact. Opt in once, in any module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/preact';
 *
 *     <pg-portal projectId="…" getUserToken={getUserToken} onpg-installed={(event) => show(event.detail)} />
 */
import type {HTMLAttributes} from 'preact';
import type {PgElements, PgHandlers} from './elements.js';

type Props<Tag extends keyof PgElements> = PgElements[Tag]['props'] &
  PgHandlers<PgElements[Tag]['element'], 'on'>;

type Tags = {
  [Tag in keyof PgElements]: Props<Tag> &
    Omit<HTMLAttributes<PgElements[Tag]['element']>, keyof Props<Tag>>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
