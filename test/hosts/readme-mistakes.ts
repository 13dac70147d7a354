import {readFileSync} from 'node:fs';
import type {Mistake, SetUp} from './mistakes.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, FIRST = ''] = /```html\n([^]*?)```/.exec(README) ?? [];

/** Where the bundle of the README is: here the kit is there as a host's bundler builds it. */
const BUNDLE = /https:\/\/cdn[^"]*/;

/** What the test's backend, which is not the service, needs besides. */
const BACKEND =
  '<script type="application/json" data-pg-elements>{"endpoints": {endpoints}}</script>';

/** The first snippet of the README, as it is copied into a page: with the id of the project and the address of one's own server. */
export const SNIPPET = BACKEND.concat(
  FIRST.replace(BUNDLE, '/built/define.js')
    .replace('your-project-id', '{project}')
    .replace('/integration-token', '/integration-token?project={project}'),
);

/** Changes something, which must be there. */
const edit = (from: string | RegExp, to: string): string => {
  const changed = SNIPPET.replace(from, to);
  if (changed === SNIPPET) throw new Error(`The README has no ${String(from)}.`);
  return changed;
};
/** Something inside the portal. */
const inside = (content: string): string => edit('></pg-portal>', `>${content}</pg-portal>`);

const mistake = (
  name: string,
  body: string,
  code: Mistake['code'],
  says: RegExp,
  more: Partial<Mistake> = {},
): Mistake => ({
  name: `the README's first snippet with ${name}`,
  body,
  code,
  says,
  script: '',
  ...more,
});

const WRONG = {reads: /not set up correctly/};
const OUT = {reads: /signed out/};
const TOKEN = 'token-url="/integration-token?project={project}"';
const PROJECT = ' project-id="{project}"';

/** A server that answers with this. */
const answering = (text: string): string =>
  edit(TOKEN, `token-url="data:text/plain,${encodeURIComponent(text)}"`);

/** A script after the snippet. */
const later = (script: string): {readonly script: string} => ({
  script: `const portal = document.querySelector('pg-portal');
await customElements.whenDefined('pg-portal');
${script}`,
});
const claims = (value: object): string =>
  `x.${Buffer.from(JSON.stringify(value)).toString('base64url')}.x`;

export const README_MISTAKES: readonly Mistake[] = [
  mistake('no project id', edit(PROJECT, ''), 'project-missing', /has no project-id/, WRONG),
  mistake(
    'an empty project id',
    edit(PROJECT, ' project-id=""'),
    'project-missing',
    /has no project-id/,
    WRONG,
  ),
  mistake(
    'a misspelt project id',
    edit('project-id=', 'projectId='),
    'project-missing',
    /has no project-id/,
    WRONG,
  ),
  mistake('no source of tokens', edit(TOKEN, ''), 'token-missing', /token is missing/, WRONG),
  mistake(
    'an address of tokens that is not there',
    edit('/integration-token', '/nowhere'),
    'token-request-failed',
    /answered 404 with: <!doctype html>/,
    OUT,
  ),
  mistake(
    'a method of tokens that there is not',
    edit(TOKEN, `${TOKEN} token-method="PUT"`),
    'bad-input',
    /tokenMethod of <pg-portal> is "PUT"/,
  ),
  mistake(
    'a token that is none',
    answering('s3cr3t'),
    'token-malformed',
    /three parts of base64/,
    OUT,
  ),
  mistake(
    'a token that has expired',
    answering(claims({sub: 'ada', exp: 1_000_000_000})),
    'token-expired',
    /expired/,
    OUT,
  ),
  mistake(
    'a token of another project',
    edit('/integration-token?project={project}', '/integration-token?project=another'),
    'token-wrong-project',
    /is for the project another/,
    WRONG,
  ),
  mistake('no SDK', SNIPPET, 'sdk-load-failed', /no bundler and no import map/, {
    imports: null,
    reads: /could not be loaded/,
  }),
  mistake(
    'an SDK that cannot be loaded',
    SNIPPET,
    'sdk-load-failed',
    /no ES module with the SDK's exports/,
    {
      imports: {'@useparagon/connect': '/built/commonjs.js'},
      reads: /could not be loaded/,
    },
  ),
  mistake('an SDK of another version', SNIPPET, 'sdk-outdated', /version|older|lacks/, {
    imports: {'@useparagon/connect': '/built/sdk-2.0.js'},
  }),
  mistake(
    'an integration that does not exist',
    inside('<pg-integration integration="quitbox"></pg-integration>'),
    'integration-unknown',
    /Did you mean "quietbox"\?/,
    {reads: /does not exist/},
  ),
  mistake(
    'an integration to open that does not exist',
    edit(TOKEN, `${TOKEN} integration="quitbox"`),
    'integration-unknown',
    /Did you mean "quietbox"\?/,
  ),
  mistake(
    'no integration',
    inside('<pg-integration></pg-integration>'),
    'integration-missing',
    /has no integration/,
    {reads: /No integration selected/},
  ),
  ...(
    [
      ['status', 'conected', /Did you mean "connected"\?/],
      ['layout', 'rows', /There are: grid, list/],
      ['include', 'salesforc', /Did you mean "salesforce"\?/],
    ] as const
  ).map(([name, value, says]) =>
    mistake(
      `a wrong ${name}`,
      inside(`<pg-catalog ${name}="${value}"></pg-catalog>`),
      'bad-input',
      says,
    ),
  ),
  mistake(
    'groups that are no array',
    inside('<pg-catalog></pg-catalog>'),
    'bad-input',
    /no array of \{label/,
    later(`portal.querySelector('pg-catalog').groups = {crm: ['salesforce']};`),
  ),
  mistake(
    'a type of input that does not exist',
    SNIPPET,
    'bad-input',
    /"DROPDOWN", which is no type of input/,
    later(`portal.inputs = {DROPDOWN: 'my-input'};`),
  ),
  mistake(
    'data sources under a misspelt key',
    SNIPPET,
    'bad-input',
    /Did you mean "dropdowns"\?/,
    later('portal.dataSources = {dropdown: {}};'),
  ),
  mistake(
    'an element outside of the portal',
    `${SNIPPET}<pg-catalog></pg-catalog>`,
    'provider-missing',
    /<pg-catalog> is outside a <pg-portal>/,
    {reads: /not connected to a project/},
  ),
  mistake(
    'an element that has a name of the kit already',
    `<script>customElements.define('pg-catalog', class extends HTMLElement {});</script>${SNIPPET}`,
    'tag-taken',
    /<pg-catalog> is defined already/,
  ),
  mistake(
    'a function that a framework has made a text',
    edit(TOKEN, 'getUserToken="async () => (await fetch(\'/token\')).text()"'),
    'property-stringified',
    /getUserToken of <pg-portal> is the text "async \(\) =>/,
    WRONG,
  ),
  mistake(
    'a portal of another user beside it',
    SNIPPET,
    'user-conflict',
    /someone-else/,
    later(`const other = document.createElement('pg-portal');
Object.assign(other, {projectId: site.project, getUserToken: () => site.token('someone-else')});
document.body.append(other);`),
  ),
];

/** Pasted as it is. */
export const README_RIGHT: SetUp = {
  name: "the README's first snippet",
  body: SNIPPET,
  script: '',
};
