import {codePanel} from '../src/code/code-panel.js';
import {byId, el} from '../src/dom.js';
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
  el(
    'div',
    {class: 'stack'},
    codePanel('Terminal', PACKAGE, 'sh'),
    codePanel('Your page', PAGE, 'html'),
  ),
  codePanel('integrations.js', SCRIPT, 'ts'),
);

await startPage();
