import {createElement as h, StrictMode, useState} from 'react';
import {createRoot} from 'react-dom/client';

/** Two pages, each made anew when it is shown, and mounted twice. */
function App() {
  const [isShown, setShown] = useState(true);
  return [
    h('button', {key: 'to', onClick: () => setShown(true)}, 'Integrations'),
    h('button', {key: 'from', id: 'other', onClick: () => setShown(false)}, 'Other'),
    isShown ? h('pg-portal', {key: 'portal'}) : h('p', {key: 'page'}, 'Another page'),
  ];
}

createRoot(document.querySelector('#root')!).render(h(StrictMode, null, h(App)));
