import {useState} from 'react';
import {flows, getUserToken, groups, include, loadElements} from './data';

/** React sets properties of elements that exist; this way they arrive where the elements come later. */
const properties = (values: object) => (element: Element | null) => {
  if (element) Object.assign(element, values);
};
const ofPortal = properties({getUserToken});
const ofCatalog = properties({groups, include});

/** The tags as they are, which React 19 knows how to handle. */
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
        <button onClick={loadElements}>Load the elements</button>
        <button onClick={() => setRenders(renders + 1)}>Render again</button>
        <button onClick={() => setSecond(!isSecond)}>Change everything</button>
        <button onClick={() => setList(list.toReversed())}>Reverse the list</button>
        <button onClick={() => setShown(!isShown)}>Show or hide</button>
      </nav>
      {isShown && (
        <pg-portal ref={ofPortal} project-id="your-project-id">
          <pg-catalog ref={ofCatalog} layout={isSecond ? 'list' : 'grid'} onpg-select={hear}>
            <h2 slot="heading">Rendered {renders} times</h2>
          </pg-catalog>
          {renders > 0 && <pg-account-list integration="quietbox" />}
          <pg-input readOnly={!isSecond} />
          <ul>
            {list.map((type) => (
              <li key={type}>
                <pg-install-flow
                  integration={type}
                  allow-multiple={isSecond}
                  oauth-timeout={isSecond ? 200_000 : 100_000}
                />
              </li>
            ))}
          </ul>
        </pg-portal>
      )}
      <output>{heard.join(' ')}</output>
    </>
  );
}
