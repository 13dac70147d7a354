/**
 * The tags of the kit in JSX of React 19, which sets properties and listens to events of custom elements by itself. Opt in once, in any
 * module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/react';
 *
 *     <pg-portal projectId="…" getUserToken={getUserToken} onpg-installed={(event) => show(event.detail)} />
 *
 * The components of `pg-elements/react` need none of this.
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {PgElements, PgHandlers} from './elements.js';

type Props<Tag extends keyof PgElements> = PgElements[Tag]['props'] &
  PgHandlers<PgElements[Tag]['element'], 'on'>;

type Tags = {
  [Tag in keyof PgElements]: Props<Tag> &
    Omit<
      DetailedHTMLProps<HTMLAttributes<PgElements[Tag]['element']>, PgElements[Tag]['element']>,
      keyof Props<Tag>
    >;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
