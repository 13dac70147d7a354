/** What the interop pages of all frameworks give to the elements. */

export const groups = [{label: 'Popular', integrations: ['chirrup']}];

export const include = ['calendo', 'chirrup', 'postwise', 'quietbox'];

export const flows = ['postwise', 'quietbox', 'calendo'];

export async function getUserToken() {
  const response = await fetch('/integration-token');
  return response.text();
}

/** The elements arrive after the framework has rendered them. */
export const loadElements = () => import('pg-elements/define');
