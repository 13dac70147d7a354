import 'pg-elements/define';
import {createSignal, For, Show} from 'solid-js';

const groups = [{label: 'Popular', integrations: ['salesforce', 'chirrup']}];

/** Your backend signs a token for the user who is logged in. */
async function getUserToken() {
  const response = await fetch('/integration-token');
  return response.text();
}

export default function App() {
  const [chosen, setChosen] = createSignal<string>();
  const [activity, setActivity] = createSignal<string[]>([]);

  function note({type, detail}: CustomEvent<{integration: string}>) {
    setActivity([...activity(), `${type}: ${detail.integration}`]);
  }

  return (
    <>
      <header>
        <h1>Integrations</h1>
        <Show when={chosen()}>
          <button type="button" onClick={() => setChosen()}>
            Show all
          </button>
        </Show>
      </header>

      <main>
        <pg-portal
          project-id="your-project-id"
          prop:getUserToken={getUserToken}
          on:pg-select={(event) => setChosen(event.detail.integration)}
          on:pg-installed={note}
          on:pg-settings-saved={note}
          on:pg-disconnected={note}
        >
          <Show when={!chosen()}>
            <pg-catalog prop:groups={groups}>
              <h2 slot="heading">Connect the tools you work with</h2>
            </pg-catalog>
          </Show>
          <Show when={chosen()}>
            <pg-install-flow integration={chosen()} allow-multiple oauth-timeout="300000" />
            <h2>Accounts</h2>
            <pg-account-list integration={chosen()} without-add />
            <pg-user-settings integration={chosen()} />
          </Show>
        </pg-portal>
      </main>

      <Show when={activity().length > 0}>
        <footer>
          <h2>Activity</h2>
          <ol>
            <For each={activity()}>{(entry) => <li>{entry}</li>}</For>
          </ol>
        </footer>
      </Show>
    </>
  );
}
