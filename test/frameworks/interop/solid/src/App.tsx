import {createSignal, For, Show} from 'solid-js';
import {flows, getUserToken, groups, include, loadElements} from './data';

export default function App() {
  const [renders, setRenders] = createSignal(0);
  const [isShown, setShown] = createSignal(true);
  const [isSecond, setSecond] = createSignal(false);
  const [list, setList] = createSignal(flows);
  const [heard, setHeard] = createSignal<string[]>([]);
  const hear = () => setHeard([...heard(), isSecond() ? 'second' : 'first']);

  return (
    <>
      <nav>
        <button onClick={loadElements}>Load the elements</button>
        <button onClick={() => setRenders(renders() + 1)}>Render again</button>
        <button onClick={() => setSecond(!isSecond())}>Change everything</button>
        <button onClick={() => setList(list().toReversed())}>Reverse the list</button>
        <button onClick={() => setShown(!isShown())}>Show or hide</button>
      </nav>
      <Show when={isShown()}>
        <pg-portal project-id="your-project-id" prop:getUserToken={getUserToken}>
          <pg-catalog
            prop:groups={groups}
            prop:include={include}
            layout={isSecond() ? 'list' : 'grid'}
            on:pg-select={hear}
          >
            <h2 slot="heading">Rendered {renders()} times</h2>
          </pg-catalog>
          <Show when={renders() > 0}>
            <pg-account-list integration="quietbox" />
          </Show>
          <pg-input bool:readonly={!isSecond()} />
          <ul>
            <For each={list()}>
              {(type) => (
                <li>
                  <pg-install-flow
                    integration={type}
                    bool:allow-multiple={isSecond()}
                    prop:oauthTimeout={isSecond() ? 200_000 : 100_000}
                  />
                </li>
              )}
            </For>
          </ul>
        </pg-portal>
      </Show>
      <output>{heard().join(' ')}</output>
    </>
  );
}
