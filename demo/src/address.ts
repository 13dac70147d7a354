import {DEMO_USER_ID} from '../sandbox/endpoints.js';

/** What the address of a page decides: `?project=` the sandbox's world, `?user=` who is signed in. */

/** A query for the sandbox's own routes. */
export function sandboxQuery(): string {
  const project = new URLSearchParams(location.search).get('project');
  return project ? `?project=${encodeURIComponent(project)}` : '';
}

export function addressedUser(): string {
  return new URLSearchParams(location.search).get('user') ?? DEMO_USER_ID;
}

/** Changes one value of the address without loading anything. */
export function setAddressed(name: string, value: string | undefined): void {
  const url = new URL(location.href);
  if (value) url.searchParams.set(name, value);
  else url.searchParams.delete(name);
  history.replaceState(history.state, '', url);
  keepInLinks();
}

/** Lets the pages' links to each other keep world and user. */
export function keepInLinks(): void {
  const here = new URLSearchParams(location.search);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-page]')) {
    for (const name of ['project', 'user']) {
      const value = here.get(name);
      const url = new URL(link.href);
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
      link.href = url.href;
    }
  }
}
