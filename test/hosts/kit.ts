/** What a host does with the kit: defines its elements, and sets up every portal, also those that come later. */
import '../../src/define.js';
import type {PgPortal} from '../../src/index.js';
import type {SdkEndpoints} from '../../src/core/sdk.js';

interface Site {
  readonly project: string;
  readonly endpoints: SdkEndpoints;
  token(): Promise<string>;
}

const {site} = window as unknown as {site: Site};

function setUp(portal: PgPortal): void {
  if (portal.projectId) return;
  portal.endpoints = site.endpoints;
  portal.getUserToken = () => site.token();
  portal.projectId = site.project;
}

const setUpAll = (): void => document.querySelectorAll('pg-portal').forEach(setUp);
new MutationObserver(setUpAll).observe(document, {childList: true, subtree: true});
setUpAll();
