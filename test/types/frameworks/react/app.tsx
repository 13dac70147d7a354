import {createRef} from 'react';
import {PgCatalog, PgInput, PgInstallFlow, PgPortal, type PgProps} from 'pg-elements/react';
import type {PgInstallFlow as InstallFlowElement} from 'pg-elements';

const flow = createRef<InstallFlowElement>();
const types: PgProps<InstallFlowElement> = {oauthTimeout: 60_000};

export const right = (
  <PgPortal
    className="integrations"
    projectId="project"
    getUserToken={() => Promise.resolve('token')}
    onPgInstalled={(event) => {
      const id: string = event.detail.credentialId;
      event.currentTarget.signOut();
      return id;
    }}
  >
    <PgCatalog layout="list" withoutSearch groups={[{label: 'CRM', integrations: ['orbitcrm']}]} />
    <PgInstallFlow
      ref={flow}
      integration="orbitcrm"
      {...types}
      onClick={() => flow.current?.cancel()}
    />
    <PgInput onChange={(event) => event.currentTarget.value} />
  </PgPortal>
);

export const wrong = [
  // @ts-expect-error neither a grid nor a list
  <PgCatalog key="value" layout="table" />,
  // @ts-expect-error no such property
  <PgCatalog key="name" withoutFilters />,
  // @ts-expect-error a method, not a property
  <PgInstallFlow key="method" start={() => Promise.resolve()} />,
  // @ts-expect-error an answer, not to be set
  <PgInstallFlow key="readonly" stage="done" />,
  // @ts-expect-error a member of Lit's
  <PgInstallFlow key="lit" isUpdatePending />,
  // @ts-expect-error another event's detail
  <PgPortal key="detail" onPgReady={(event) => event.detail.credentialId} />,
  // @ts-expect-error no such event
  <PgPortal key="event" onPgInstall_ed={() => undefined} />,
  // @ts-expect-error another element's ref
  <PgCatalog key="ref" ref={flow} />,
];
