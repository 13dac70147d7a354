/**
 * The tags of the kit in JSX of Solid. Opt in once, in any module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/solid';
 *
 *     <pg-portal project-id="…" prop:getUserToken={getUserToken} on:pg-installed={(event) => show(event.detail)} />
 */
import type {JSX} from 'solid-js';
import type {PgElements, PgHandlers, PgWrittenAttributes} from './elements.js';

/** Names without a prefix. Solid sets `projectId` as `projectid`, `project-id` as `projectId`: capitals never arrive. */
type Plain<Props> = {
  [Name in keyof Props as Name extends Lowercase<Name & string> ? Name : never]: Props[Name];
};

type Prefixed<Prefix extends string, Props> = {
  [Name in keyof Props as `${Prefix}:${Name & string}`]: Props[Name];
};

type Booleans<Attributes> = {
  [Name in keyof Attributes as true extends Attributes[Name] ? Name : never]: boolean | undefined;
};

type Props<Tag extends keyof PgElements> = Plain<PgElements[Tag]['props']> &
  Prefixed<'prop', PgElements[Tag]['properties']> &
  Prefixed<'attr', PgWrittenAttributes<PgElements[Tag]['attributes']>> &
  Prefixed<'bool', Booleans<PgElements[Tag]['attributes']>> &
  PgHandlers<PgElements[Tag]['element'], 'on:'>;

type Tags = {
  [Tag in keyof PgElements]: Props<Tag> &
    Omit<JSX.HTMLAttributes<PgElements[Tag]['element']>, keyof Props<Tag>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
