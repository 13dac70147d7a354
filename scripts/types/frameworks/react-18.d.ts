/**
 * The tags of the kit in JSX of React 18, which knows but attributes of custom elements: no properties, no events, and `false` would be
 * the string. Prefer the components of `pg-elements/react`. Opt in once, in any module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/react-18';
 *
 *     <pg-catalog status="connected" without-search="" />
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {PgElements} from './elements.js';

/** A boolean attribute is there, as '' or `true`, or it is not. */
type Attributes<Tag extends keyof PgElements> = {
  [Name in keyof PgElements[Tag]['attributes']]: Exclude<
    PgElements[Tag]['attributes'][Name],
    false
  >;
};

type Tags = {
  [Tag in keyof PgElements]: Attributes<Tag> &
    Omit<
      DetailedHTMLProps<HTMLAttributes<PgElements[Tag]['element']>, PgElements[Tag]['element']>,
      keyof PgElements[Tag]['attributes']
    >;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
