/** What a framework gives to the elements in `shapes.test.ts`: each kind of value and event that people pass to custom elements. */
import type {SdkEndpoints} from '../../../src/core/sdk.js';

interface Site {
  readonly project: string;
  readonly endpoints: SdkEndpoints;
  token(): Promise<string>;
}

const {site, heard} = window as unknown as {readonly site: Site; readonly heard: string[]};

export const {project, endpoints} = site;
export const groups = [{label: 'Some', integrations: ['quietbox', 'postwise']}];
export const dataSources = {dropdowns: {}};
export const getUserToken = (): Promise<string> => site.token();
export const onSelect = (): void => void heard.push('declared');
/** As with a reference to the element. */
export const listen = (element: unknown): void =>
  (element as Element | null)?.addEventListener('pg-select', () => heard.push('imperative'));

/** The framework renders after the elements are defined, or before. */
export async function start(mount: () => void): Promise<void> {
  const isLate = new URLSearchParams(location.search).has('late');
  if (isLate) mount();
  await import('../../../src/define.js');
  if (!isLate) mount();
}
