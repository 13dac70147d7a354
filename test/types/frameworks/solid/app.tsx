import 'pg-elements/define';
import type {PgInstallFlow} from 'pg-elements';
import {createSignal} from 'solid-js';
import type {} from 'pg-elements/types/solid';

const [layout] = createSignal<'grid' | 'list'>('list');
const [isShort] = createSignal(true);
let flow: PgInstallFlow | undefined;

export const right = (
  <pg-portal
    class="integrations"
    project-id="project"
    prop:getUserToken={() => Promise.resolve('token')}
    on:pg-installed={(event) => {
      const id: string = event.detail.credentialId;
      event.currentTarget.signOut();
      void id;
    }}
  >
    <pg-catalog
      layout={layout()}
      without-search
      groups={[{label: 'CRM', integrations: ['orbitcrm']}]}
    />
    <pg-install-flow ref={flow} integration="orbitcrm" oauth-timeout="60000" />
    <pg-install-flow
      bool:allow-multiple={isShort()}
      prop:oauthTimeout={isShort() ? 60_000 : 120_000}
      attr:integration="orbitcrm"
    />
    <pg-install-flow allow-multiple={isShort()} oauth-timeout={60_000} />
  </pg-portal>
);

export const wrong = [
  // @ts-expect-error neither a grid nor a list
  <pg-catalog layout="table" />,
  // @ts-expect-error Solid would set `projectid`
  <pg-portal projectId="project" />,
  // @ts-expect-error Solid would set `getusertoken`
  <pg-portal getUserToken={() => Promise.resolve('token')} />,
  // @ts-expect-error Solid would set `withoutsearch`
  <pg-catalog withoutSearch />,
  // @ts-expect-error Solid would write "false", which is true to an attribute
  <pg-catalog attr:without-search={false} />,
  // @ts-expect-error words where a number belongs
  <pg-install-flow attr:oauth-timeout="1 minute" />,
  // @ts-expect-error no boolean
  <pg-catalog bool:layout={true} />,
  // @ts-expect-error no such property
  <pg-catalog withoutFilters />,
  // @ts-expect-error no such property either
  <pg-catalog prop:group={[]} />,
  // @ts-expect-error an answer, not to be set
  <pg-install-flow stage="done" />,
  // @ts-expect-error another event's detail
  <pg-portal on:pg-ready={(event) => event.detail.credentialId} />,
];
