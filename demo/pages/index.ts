import {codePanel} from '../src/code/code-panel.js';
import {byId} from '../src/dom.js';
import {startPage} from '../src/page.js';

const PACKAGE = `npm install pg-elements @useparagon/connect`;

const PAGE = `<pg-portal id="portal" project-id="YOUR_PROJECT_ID"></pg-portal>

<script type="module" src="integrations.js"></script>`;

const SCRIPT = `import 'pg-elements/define';

const portal = document.querySelector('#portal');
portal.getUserToken = async () => {
  const response = await fetch('/api/integration-token', {method: 'POST'});
  return (await response.json()).token;
};`;

byId('snippets', HTMLElement).append(
  codePanel('Terminal', PACKAGE, 'sh'),
  codePanel('integrations.js', SCRIPT, 'ts'),
  codePanel('Your page', PAGE, 'html'),
);

await startPage();
