// Evaluated before Lit, which it teaches to take over what the server has rendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import {hydrateRoot} from 'react-dom/client';

// Not a static import, whose order a bundler may change.
const {Integrations} = await import('./integrations.jsx');

hydrateRoot(document.querySelector('#integrations'), <Integrations />);
