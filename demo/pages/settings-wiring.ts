import type {ShownAccount} from './settings-scenarios.js';

/** Shows the settings of this account in every view inside the portal. */
export function showSettings(portal: HTMLElement, account: ShownAccount): void {
  for (const view of portal.querySelectorAll('pg-user-settings')) {
    view.integration = account.integration;
    view.credential = account.credentialId;
  }
}
