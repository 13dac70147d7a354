import {Suspense, use} from 'react';
import {Integrations} from './integrations.jsx';

/** What the server has to ask for: the page is sent before, and this follows when it is known. */
function Greeting({name}) {
  return <p>Signed in as {use(name)}</p>;
}

/** The whole document, as a root layout and a page make it. */
export function Page({name}) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Integrations</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <h1>Integrations</h1>
        <div id="integrations">
          <Integrations />
        </div>
        <Suspense fallback={<p>Looking up who you are…</p>}>
          <Greeting name={name} />
        </Suspense>
      </body>
    </html>
  );
}
