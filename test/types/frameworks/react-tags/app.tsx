import 'pg-elements/define';
import {createRef} from 'react';
import type {PgInstallFlow} from 'pg-elements';

const flow = createRef<PgInstallFlow>();

export const right = (
  <pg-portal
    className="integrations"
    projectId="project"
    getUserToken={() => Promise.resolve('token')}
    onpg-installed={(event) => {
      const id: string = event.detail.credentialId;
      event.currentTarget.signOut();
      return id;
    }}
  >
    <pg-catalog
      layout="list"
      without-search
      groups={[{label: 'CRM', integrations: ['orbitcrm']}]}
    />
    <pg-install-flow ref={flow} integration="orbitcrm" oauth-timeout="60000" autoStart />
  </pg-portal>
);

export const wrong = [
  // @ts-expect-error neither a grid nor a list
  <pg-catalog key="value" layout="table" />,
  // @ts-expect-error no such property
  <pg-catalog key="name" withoutFilters />,
  // @ts-expect-error words where a number belongs
  <pg-install-flow key="attribute" oauth-timeout="1 minute" />,
  // @ts-expect-error an answer, not to be set
  <pg-install-flow key="readonly" stage="done" />,
  // @ts-expect-error another event's detail
  <pg-portal key="detail" onpg-ready={(event) => event.detail.credentialId} />,
  // @ts-expect-error no such element
  <pg-portals key="tag" />,
];
