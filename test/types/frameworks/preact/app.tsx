import 'pg-elements/define';
import {createRef} from 'preact';
import type {PgInstallFlow} from 'pg-elements';
import type {} from 'pg-elements/types/preact';

const flow = createRef<PgInstallFlow>();

export const right = (
  <pg-portal
    class="integrations"
    projectId="project"
    getUserToken={() => Promise.resolve('token')}
    onpg-installed={(event) => {
      const id: string = event.detail.credentialId;
      event.currentTarget.signOut();
      return id;
    }}
  >
    <pg-catalog layout="list" withoutSearch groups={[{label: 'CRM', integrations: ['orbitcrm']}]} />
    <pg-install-flow ref={flow} integration="orbitcrm" oauth-timeout="60000" />
  </pg-portal>
);

export const wrong = [
  // @ts-expect-error neither a grid nor a list
  <pg-catalog layout="table" />,
  // @ts-expect-error no such property
  <pg-catalog withoutFilters />,
  // @ts-expect-error an answer, not to be set
  <pg-install-flow stage="done" />,
  // @ts-expect-error another event's detail
  <pg-portal onpg-ready={(event) => event.detail.credentialId} />,
];
