/**
 * The tags of the kit in JSX of React 18, which knows but attributes of custom elements: no properties, no events, and `false` would be
 * the string. Prefer the components of `pg-elements/react`. Opt in once, in any module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/react-18';
 *
 *     <pg-catalog status="connected" without-search="" />
 */
import type {DetailedHTMLProps, HTMLAttributes} from 'react';
import type {PgElements, PgWrittenAttributes} from './elements.js';

type Attributes<Tag extends keyof PgElements> = PgWrittenAttributes<PgElements[Tag]['attributes']>;

type Tags = {
  [Tag in keyof PgElements]: Attributes<Tag> &
    Omit<
      DetailedHTMLProps<HTMLAttributes<PgElements[Tag]['element']>, PgElements[Tag]['element']>,
      keyof Attributes<Tag>
    >;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
