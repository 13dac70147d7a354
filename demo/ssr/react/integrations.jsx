'use client';
import {PgCatalog, PgPortal} from 'pg-elements/react';
import {useState} from 'react';

const groups = [{label: 'Popular', integrations: ['salesforce', 'chirrup']}];

/** Your backend signs a token for the user who is logged in. */
async function getUserToken() {
  const response = await fetch('/integration-token');
  return response.text();
}

/** A client component: the server renders it once, with skeletons, and the browser goes on from there. */
export function Integrations() {
  const [chosen, setChosen] = useState();
  return (
    <PgPortal
      projectId="your-project-id"
      getUserToken={getUserToken}
      onPgSelect={({detail}) => setChosen(detail.integration)}
    >
      <p>{chosen ? `You chose ${chosen}.` : 'Choose an integration.'}</p>
      <PgCatalog groups={groups} />
    </PgPortal>
  );
}
