// Evaluated before Lit, which it teaches to take over what the server has rendered.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';

// Properties may be set before the elements are there: they keep them.
document.querySelector('pg-portal').getUserToken = async () => {
  // Your backend signs a token for the user who is logged in.
  const response = await fetch('/integration-token');
  return response.text();
};

// Not a static import, whose order a bundler may change.
await import('pg-elements/define');
