import {PgAccountList, PgCatalog, PgInput, PgInstallFlow, PgPortal} from 'pg-elements/react';
import {useState} from 'react';
import {flows, getUserToken, groups, include} from './data';

/** The wrappers bring the elements along: there is nothing to load. */
export function App() {
  const [renders, setRenders] = useState(0);
  const [isShown, setShown] = useState(true);
  const [isSecond, setSecond] = useState(false);
  const [list, setList] = useState(flows);
  const [heard, setHeard] = useState<string[]>([]);
  const hear = () => setHeard([...heard, isSecond ? 'second' : 'first']);

  return (
    <>
      <nav>
        <button onClick={() => setRenders(renders + 1)}>Render again</button>
        <button onClick={() => setSecond(!isSecond)}>Change everything</button>
        <button onClick={() => setList(list.toReversed())}>Reverse the list</button>
        <button onClick={() => setShown(!isShown)}>Show or hide</button>
      </nav>
      {isShown && (
        <PgPortal projectId="your-project-id" getUserToken={getUserToken}>
          <PgCatalog
            groups={groups}
            include={include}
            layout={isSecond ? 'list' : 'grid'}
            onPgSelect={hear}
          >
            <h2 slot="heading">Rendered {renders} times</h2>
          </PgCatalog>
          {renders > 0 && <PgAccountList integration="quietbox" />}
          <PgInput readOnly={!isSecond} />
          <ul>
            {list.map((type) => (
              <li key={type}>
                <PgInstallFlow
                  integration={type}
                  allowMultiple={isSecond}
                  oauthTimeout={isSecond ? 200_000 : 100_000}
                />
              </li>
            ))}
          </ul>
        </PgPortal>
      )}
      <output>{heard.join(' ')}</output>
    </>
  );
}
