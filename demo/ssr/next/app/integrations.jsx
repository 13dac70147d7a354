'use client';
// First of all: on the server it makes React render the shadow DOM of Lit’s elements, in the browser Lit take that over.
import '@lit-labs/ssr-react/enable-lit-ssr.js';
import {PgCatalog, PgPortal} from 'pg-elements/react';
import {useState} from 'react';

const groups = [{label: 'Popular', integrations: ['salesforce', 'chirrup']}];

/** Your backend signs a token for the user who is logged in. */
async function getUserToken() {
  const response = await fetch('/integration-token');
  return response.text();
}

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
