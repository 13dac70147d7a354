const find = (selector) => document.querySelector(selector);
const [portal, catalog, page, template] = ['pg-portal', 'pg-catalog', '#page', 'template'].map(
  find,
);
const back = find('button');

portal.projectId = 'your-project-id';

// Your backend signs a token for the user who is logged in.
portal.getUserToken = async () => {
  const response = await fetch('/integration-token');
  return response.text();
};

catalog.groups = [{label: 'Popular', integrations: ['salesforce', 'chirrup']}];

catalog.addEventListener('pg-select', (event) => show(event.detail.integration));
back.addEventListener('click', () => show());

/** Shows the page of one integration, or the catalog. */
function show(integration) {
  catalog.hidden = integration !== undefined;
  back.hidden = integration === undefined;
  page.replaceChildren();
  if (!integration) return;
  page.append(template.content.cloneNode(true));
  for (const element of page.querySelectorAll('[integration]')) element.integration = integration;
}

for (const name of ['pg-installed', 'pg-settings-saved', 'pg-disconnected']) {
  portal.addEventListener(name, ({type, detail}) => {
    const entry = document.createElement('li');
    entry.textContent = `${type}: ${detail.integration}`;
    find('ol').append(entry);
    find('footer').hidden = false;
  });
}
