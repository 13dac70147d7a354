import {PgAccountList, PgCatalog, PgInstallFlow, PgPortal, PgUserSettings} from 'pg-elements/react';
import {useState} from 'react';

const groups = [{label: 'Popular', integrations: ['salesforce', 'chirrup']}];

/** Your backend signs a token for the user who is logged in. */
async function getUserToken() {
  const response = await fetch('/integration-token');
  return response.text();
}

export function App() {
  const [chosen, setChosen] = useState<string>();
  const [activity, setActivity] = useState<string[]>([]);

  function note({type, detail}: CustomEvent<{integration: string}>) {
    setActivity([...activity, `${type}: ${detail.integration}`]);
  }

  return (
    <>
      <header>
        <h1>Integrations</h1>
        {chosen && (
          <button type="button" onClick={() => setChosen(undefined)}>
            Show all
          </button>
        )}
      </header>

      <main>
        <PgPortal
          projectId="your-project-id"
          getUserToken={getUserToken}
          onPgSelect={(event) => setChosen(event.detail.integration)}
          onPgInstalled={note}
          onPgSettingsSaved={note}
          onPgDisconnected={note}
        >
          {chosen ? (
            <>
              <PgInstallFlow integration={chosen} allowMultiple oauthTimeout={300_000} />
              <h2>Accounts</h2>
              <PgAccountList integration={chosen} withoutAdd />
              <PgUserSettings integration={chosen} />
            </>
          ) : (
            <PgCatalog groups={groups}>
              <h2 slot="heading">Connect the tools you work with</h2>
            </PgCatalog>
          )}
        </PgPortal>
      </main>

      {activity.length > 0 && (
        <footer>
          <h2>Activity</h2>
          <ol>
            {activity.map((entry, index) => (
              <li key={index}>{entry}</li>
            ))}
          </ol>
        </footer>
      )}
    </>
  );
}
