import type {DeveloperCode, PgError} from '../core/errors.js';

/** What helps a developer further. */
export interface ErrorFacts {
  /** The property that is wrong: mistakes in several are told one by one. */
  readonly property?: string;
  /** A name that does not exist, and those that do. */
  readonly wrong?: string;
  readonly known?: readonly string[];
}

/**
 * How to mend each mistake in the set-up of a page: for the console, and for the guide about errors. Loaded at the first mistake;
 * a page that is set up rightly never carries it.
 */
export const CURES: Readonly<Record<DeveloperCode, string>> = {
  'bad-input': 'Correct the property or attribute that is named, or leave it out for its default.',
  'flow-missing':
    'Show a <pg-install-flow> or a <pg-integration> for the integration before you call connect(): it asks the questions.',
  'headless-unavailable':
    'The elements need the headless portal, which the plan of the project does not include. Ask the service for it, or use another project.',
  'integration-missing':
    'Name the integration: <pg-integration integration="slack">. If you set it later, show the element later.',
  'integration-unknown':
    'Use the type of an integration that is active in the project, as the dashboard and pg-select name it.',
  'project-missing':
    'Give <pg-portal> the id of your project, from the dashboard: <pg-portal project-id="…">, or all portals of the page by configure({projectId: "…"}). With an SDK that you sign in yourself, set its .sdk instead.',
  'property-stringified':
    'Import pg-elements/define before your framework renders; then it sets objects, functions and booleans as properties. In plain HTML set them by script: element.name = value.',
  'provider-missing':
    'Put the element inside a <pg-portal> and import that one too (pg-elements/pg-portal), or set the .sdk or the .session of the element.',
  'scopes-unsupported':
    'Leave additionalScopes out for this integration: in the dashboard it has no permission input, so nobody can choose scopes.',
  'sdk-load-failed':
    'With a bundler: npm install @useparagon/connect. Without: use the CDN bundle of the kit, which brings the SDK, or map "@useparagon/connect" in an import map to an ES module of it. Or set the .sdk of <pg-portal> to an instance.',
  'sdk-outdated':
    'Install a newer @useparagon/connect: 2.4.0 has everything that the elements use. With 2.2 they lack your own data sources; with 2.0 and 2.1 they also connect nothing and load no choices from accounts.',
  'tag-taken':
    'Give your own element another name: the kit needs this one. If it comes from another kit, load only one of the two on this page.',
  'token-expired':
    'Give the portal a token-url, or getUserToken, which fetches a fresh token from your server whenever one has expired. If it does: let it fetch, not remember, and sign tokens that live for some minutes.',
  'token-malformed':
    'getUserToken resolves with the signed token (JWT, RS256) alone, as a text: no “Bearer”, no quotation marks, no object around it. It needs “sub” and “exp”.',
  'token-missing':
    'Name the address on your server that answers with a token: <pg-portal token-url="/integration-token">. Or set getUserToken to a function that fetches one: portal.getUserToken = async () => (await fetch("/integration-token")).text().',
  'token-request-failed':
    'Open the address that your page fetches the token from: it must answer 200 with the token, for the person who is logged in, and with the cookies of this page. Check response.ok before you read it.',
  'token-wrong-project':
    'Let your server sign the token for the project that the portal shows: its “aud” is useparagon.com/<project id>, and the key is that of the same project.',
  'user-conflict':
    'The SDK knows one user at a time. Give all portals of a page the same user, or each an SDK instance of its own.',
};

/** Where the guide about errors is, within the documentation. */
const GUIDE = 'guides/errors.html';

/** Once a page and mistake. */
const said = new Set<string>();

/** Tells the page's developer on the console what is wrong, where, how to mend it and where to read more. */
export function explain(
  element: Element,
  {
    code,
    message,
    cause,
  }: Pick<PgError, 'code' | 'message' | 'cause'> & {readonly code: DeveloperCode},
  {property, wrong, known}: ErrorFacts,
): void {
  const key = property === undefined ? code : `${code} ${property}`;
  if (said.has(key)) return;
  said.add(key);
  const reason = code === 'sdk-load-failed' ? whyNotLoaded(cause) : wordsOf(cause);
  const lines = [
    `pg-elements: ${code}: ${message}`,
    `Element: ${describe(element)}`,
    reason && `Reason: ${reason}`,
    wrong !== undefined && known && nearestTo(wrong, known),
    `Cure: ${CURES[code]}`,
    `Read more: ${GUIDE}#error-${code}`,
  ];
  console.warn(lines.filter(Boolean).join('\n'), element);
}

/** The first words of what a host's function, or the browser, threw. */
function wordsOf(cause: unknown): string | undefined {
  const text = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : '';
  return text.trim().split('\n', 1)[0]?.slice(0, 200) || undefined;
}

/** Tells a package that is not there from one that browsers cannot load as it is, by what the three engines say. */
function whyNotLoaded(cause: unknown): string | undefined {
  const text = wordsOf(cause) ?? '';
  if (/module specifier|bare specifier|does not resolve/i.test(text))
    return `no bundler and no import map tells the browser what "@useparagon/connect" is (${text})`;
  if (/exports|require|module is not|not a (class|constructor)|does not provide/i.test(text))
    return `what is loaded as "@useparagon/connect" is no ES module with the SDK's exports; the package itself is CommonJS, which browsers cannot import (${text})`;
  return text || undefined;
}

/** An element as a developer finds it in their markup; tokens stay out. */
function describe(element: Element): string {
  const shown = ['id', 'project-id', 'integration', 'name', 'credential', 'status', 'layout'];
  const attributes = shown.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : ` ${name}="${value.slice(0, 60)}"`;
  });
  return `<${element.localName}${attributes.join('')}>`;
}

/** What was meant, most likely. */
function nearestTo(wrong: string, known: readonly string[]): string {
  const near = known
    .map((name) => ({name, distance: distanceOf(wrong.toLowerCase(), name.toLowerCase())}))
    .filter(({name, distance}) => distance <= Math.max(2, name.length / 3))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({name}) => `"${name}"`);
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`;
  const some = known.slice(0, 20).join(', ');
  return `There are: ${some}${known.length > 20 ? ', …' : ''}`;
}

/** Letters to change, add or take away between two words. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
