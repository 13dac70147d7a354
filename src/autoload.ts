/**
 * Registers each element of the kit when a page first has its tag, in the document by itself, and in shadow roots given to `autoload`.
 * @packageDocumentation
 */
import type {PortalSettings} from './elements/portal/page-defaults.js';

const LOADERS: Readonly<Record<string, (element: Element) => Promise<unknown>>> = {
  'pg-account-list': () => import('./elements/account-list/pg-account-list.js'),
  'pg-catalog': () => import('./elements/catalog/pg-catalog.js'),
  'pg-field-mapper': () => import('./elements/field-mapper/pg-field-mapper.js'),
  'pg-input': () => import('./elements/input/pg-input.js'),
  'pg-install-flow': () => import('./elements/install-flow/pg-install-flow.js'),
  'pg-integration': () => import('./elements/integration/pg-integration.js'),
  // An empty one is the whole portal, whose view is not to wait for the provider's code.
  'pg-portal': ({childElementCount}) =>
    Promise.all([
      import('./elements/portal/pg-portal.js'),
      childElementCount > 0 || import('./elements/portal/pg-portal-view.js'),
    ]),
  'pg-tools': () => import('./elements/tools/pg-tools.js'),
  'pg-user-settings': () => import('./elements/user-settings/pg-user-settings.js'),
};

const TAGS = Object.keys(LOADERS).join();
const asked = new Set<string>();

function look(element: Element): void {
  const {localName} = element;
  const load = LOADERS[localName];
  if (!load || asked.has(localName)) return;
  asked.add(localName);
  load(element).catch((cause: unknown) => {
    // Tried again when the tag is seen again.
    asked.delete(localName);
    const message = `The code of <${localName}> did not load.`;
    const detail = Object.freeze({code: 'network', message, cause});
    element.dispatchEvent(new CustomEvent('pg-error', {detail, bubbles: true, composed: true}));
    console.error(message, cause);
  });
}

/**
 * Registers the elements that are in a tree, and those that come into it.
 * @param root a shadow root of your own; importing this module does it for the document
 * @returns ends it
 */
export function autoload(root: ParentNode & Node): () => void {
  const observer = new MutationObserver((records) => {
    for (const {addedNodes} of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        look(node);
        node.querySelectorAll(TAGS).forEach(look);
      }
    }
  });
  observer.observe(root, {childList: true, subtree: true});
  root.querySelectorAll(TAGS).forEach(look);
  return () => observer.disconnect();
}

/** As {@link PortalSettings} are set for all portals of the page, whose code this loads. */
export async function configure(settings: PortalSettings): Promise<void> {
  const portal = await import('./elements/portal/page-defaults.js');
  portal.configure(settings);
}

/** As `loadTranslations` of `pg-elements/i18n/load`, whose code this loads. */
export async function loadTranslations(...languages: readonly string[]): Promise<void> {
  const i18n = await import('./i18n/load.js');
  await i18n.loadTranslations(...languages);
}

// Servers may import it with everything else.
if (typeof document !== 'undefined') autoload(document);
