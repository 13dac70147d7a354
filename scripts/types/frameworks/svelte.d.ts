/**
 * The tags of the kit in templates of Svelte 5. Opt in once, in any module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/svelte';
 *
 *     <pg-portal projectId="…" {getUserToken} onpg-installed={(event) => show(event.detail)} />
 */
import type {HTMLAttributes} from 'svelte/elements';
import type {PgElements, PgHandlers, PgWrittenAttributes} from './elements.js';

/** A name that is no property's is an attribute. */
type Settable<Properties, Attributes> = Properties &
  PgWrittenAttributes<Omit<Attributes, keyof Properties>>;

type Props<Tag extends keyof PgElements> = Settable<
  PgElements[Tag]['properties'],
  PgElements[Tag]['attributes']
> &
  PgHandlers<PgElements[Tag]['element'], 'on' | 'on:'>;

type Tags = {
  [Tag in keyof PgElements]: Props<Tag> &
    Omit<HTMLAttributes<PgElements[Tag]['element']>, keyof Props<Tag>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
