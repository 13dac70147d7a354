/** Shows in the detail view what is chosen in the catalog. */
export function wire(portal: HTMLElement): void {
  const detail = portal.querySelector('pg-integration');
  portal.addEventListener('pg-select', (event) => {
    if (detail) detail.integration = event.detail.integration;
  });
}
