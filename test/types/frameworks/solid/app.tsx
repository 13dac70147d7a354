import 'pg-elements/define';
import type {PgInstallFlow} from 'pg-elements';
import {createSignal} from 'solid-js';
import type {} from 'pg-elements/types/solid';

const [layout] = createSignal<'grid' | 'list'>('list');
let flow: PgInstallFlow | undefined;

export const right = (
  <pg-portal
    class="integrations"
    projectId="project"
    prop:getUserToken={() => Promise.resolve('token')}
    on:pg-installed={(event) => {
      const id: string = event.detail.credentialId;
      event.currentTarget.signOut();
      void id;
    }}
  >
    <pg-catalog
      layout={layout()}
      withoutSearch
      groups={[{label: 'CRM', integrations: ['orbitcrm']}]}
    />
    <pg-install-flow ref={flow} integration="orbitcrm" oauth-timeout="60000" />
  </pg-portal>
);

export const wrong = [
  // @ts-expect-error neither a grid nor a list
  <pg-catalog layout="table" />,
  // @ts-expect-error no such property
  <pg-catalog withoutFilters />,
  // @ts-expect-error no such property either
  <pg-catalog prop:group={[]} />,
  // @ts-expect-error an answer, not to be set
  <pg-install-flow stage="done" />,
  // @ts-expect-error another event's detail
  <pg-portal on:pg-ready={(event) => event.detail.credentialId} />,
];
