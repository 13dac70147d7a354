/**
 * The tags of the kit in JSX of Solid. Opt in once, in any module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/solid';
 *
 *     <pg-portal projectId="…" getUserToken={getUserToken} on:pg-installed={(event) => show(event.detail)} />
 */
import type {JSX} from 'solid-js';
import type {PgElements, PgHandlers} from './elements.js';

type Props<Tag extends keyof PgElements> = PgElements[Tag]['props'] & {
  [
    Name in keyof PgElements[Tag]['properties'] as `prop:${Name & string}`
  ]?: PgElements[Tag]['properties'][Name];
} & PgHandlers<PgElements[Tag]['element'], 'on:'>;

type Tags = {
  [Tag in keyof PgElements]: Props<Tag> &
    Omit<JSX.HTMLAttributes<PgElements[Tag]['element']>, keyof Props<Tag>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
