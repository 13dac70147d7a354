/**
 * The tags of the kit in templates of Vue. Opt in once, in any module or in `types` of tsconfig.json:
 *
 *     import type {} from 'pg-elements/types/vue';
 *
 *     <pg-portal project-id="…" :getUserToken="getUserToken" @pg-installed="show($event.detail)" />
 *
 * `vueCompilerOptions.strictTemplates` of tsconfig.json makes names that do not exist errors, too.
 */
import type {HTMLAttributes, VNodeProps} from 'vue';
import type {PgEvent, PgEventName} from '../index.js';
import type {PgElements} from './elements.js';

type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name>;

/** `@pg-installed` is the prop `onPgInstalled` to Vue. */
type Handlers<Element extends EventTarget> = {
  [Name in PgEventName as `on${Pascal<Name>}`]?: (event: PgEvent<Name, Element>) => void;
};

/** How HTML writes a value. */
type Written<Value> = Value extends number ? `${number}` : Value extends boolean ? '' : never;

/** To the compiler, `oauth-timeout` and `oauthTimeout` are one name: it takes what either of them takes. */
type Settable<Properties> = {
  [Name in keyof Properties]: Properties[Name] | Written<Properties[Name]>;
};

type Props<Tag extends keyof PgElements> = Settable<PgElements[Tag]['properties']> &
  Handlers<PgElements[Tag]['element']>;

type Components = {
  [Tag in keyof PgElements]: new () => {
    $props: Props<Tag> & Omit<HTMLAttributes, keyof Props<Tag>> & VNodeProps;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Components {}
}
