import type {PgErrorCode} from '../../src/core/errors.js';
import type {HostPage} from './server.js';

/** A page as somebody sets it up. */
export interface SetUp {
  readonly name: string;
  readonly body?: string;
  /** A module of the host; `site` is its backend. */
  readonly script: string;
  readonly imports?: HostPage['imports'];
}

/** A page that is set up wrongly, and what comes of it. */
export interface Mistake extends SetUp {
  readonly code: PgErrorCode;
  /** What the developer reads on the console. */
  readonly says: RegExp;
  /** What people read; absent where everything else works. */
  readonly reads?: RegExp;
}

const WRONG = /not set up correctly/;
const OUT = /signed out/;
const KIT = `import '/built/define.js';`;

/** Everything right, with a difference. */
const portal = (change = '', content = ''): Pick<SetUp, 'body' | 'script'> => ({
  body: `<pg-portal>${content}</pg-portal>`,
  script: `${KIT}
const portal = document.querySelector('pg-portal');
Object.assign(portal, {projectId: site.project, endpoints: site.endpoints, getUserToken: () => site.token()});
${change}`,
});

const signing = (value: string): Pick<SetUp, 'body' | 'script'> =>
  portal(`portal.getUserToken = async () => ${value};`);

const claims = (value: string): string =>
  `\`x.\${btoa(JSON.stringify(${value})).replaceAll('=', '')}.x\``;

const token = (
  name: string,
  value: string,
  says: RegExp,
  code: PgErrorCode = 'token-malformed',
): Mistake => ({name, ...signing(value), code, says, reads: OUT});

const catalog = (name: string, change: string, says: RegExp): Mistake => ({
  name,
  ...portal(`document.querySelector('pg-catalog').${change}`, '<pg-catalog></pg-catalog>'),
  code: 'bad-input',
  says,
});

const inside = (
  name: string,
  content: string,
  code: PgErrorCode,
  says: RegExp,
  reads?: RegExp,
): Mistake => ({name, ...portal('', content), code, says, ...(reads && {reads})});

/** A page that has an element of its own under a name of the kit's. */
const taken = (tag: string, reads?: RegExp): Mistake => ({
  name: `<${tag}> is an element of the page's own`,
  body: '<pg-portal></pg-portal>',
  script: `customElements.define('${tag}', class extends HTMLElement {});
await import('/built/define.js');
Object.assign(document.querySelector('pg-portal'), {projectId: site.project, endpoints: site.endpoints, getUserToken: () => site.token()});`,
  code: 'tag-taken',
  says: new RegExp(`<${tag}> is defined already, by something else`),
  ...(reads && {reads}),
});

export const MISTAKES: readonly Mistake[] = [
  {
    name: 'no project id',
    ...portal('portal.projectId = undefined;'),
    code: 'project-missing',
    says: /<pg-portal> has no project-id/,
    reads: WRONG,
  },
  {
    name: 'an empty project id',
    body: '<pg-portal project-id=""></pg-portal>',
    script: KIT,
    code: 'project-missing',
    says: /Element: <pg-portal project-id="">/,
    reads: WRONG,
  },
  {
    name: 'no project id, elements inside',
    ...portal('portal.projectId = null;', '<pg-account-list></pg-account-list>'),
    code: 'project-missing',
    says: /project-id/,
    reads: WRONG,
  },
  {
    name: 'nothing but the tag',
    body: '<pg-portal><pg-integration integration="quietbox"></pg-integration></pg-portal>',
    script: KIT,
    code: 'project-missing',
    says: /project-id/,
    reads: WRONG,
  },
  {
    name: 'no token source',
    ...portal('portal.getUserToken = undefined;'),
    code: 'token-missing',
    says: /token-url=.*Or set getUserToken/,
    reads: WRONG,
  },
  {
    name: 'an address of tokens that is not there',
    ...portal(`portal.getUserToken = undefined; portal.setAttribute('token-url', '/nowhere');`),
    code: 'token-request-failed',
    says: /GET \/nowhere answered 404 with: <!doctype html>/,
    reads: OUT,
  },
  {
    name: 'an address of tokens that has something else',
    ...portal(`portal.getUserToken = undefined; portal.setAttribute('token-url', '/site.js');`),
    code: 'token-request-failed',
    says: /GET \/site.js answered 200 with: {/,
    reads: OUT,
  },
  {
    name: 'a method of tokens that there is not',
    ...portal(`portal.setAttribute('token-method', 'PUT');`),
    code: 'bad-input',
    says: /tokenMethod of <pg-portal> is "PUT"/,
  },
  {
    name: 'a section that there is not',
    ...portal(`Object.assign(portal, {integration: 'quietbox', section: 'setings'});`),
    code: 'bad-input',
    says: /section of <pg-portal> is "setings"[^]*Did you mean "settings"/,
  },
  {
    name: 'an address that names no parameter',
    ...portal(`portal.setAttribute('sync-url', 'integration');`),
    code: 'bad-input',
    says: /syncUrl of <pg-portal> is "integration": give "\?" or "#"/,
  },
  {
    name: 'settings in the page that are no JSON',
    body: '<script type="application/json" data-pg-elements>{projectId: 1}</script><pg-portal></pg-portal>',
    script: KIT,
    code: 'bad-input',
    says: /JSON in the page.*data-pg-elements/,
    reads: WRONG,
  },
  {
    name: 'a token that is null',
    ...portal('portal.getUserToken = null; portal.userToken = null;'),
    code: 'token-missing',
    says: /token is missing/,
    reads: WRONG,
  },
  {
    name: 'an empty token',
    ...portal(`portal.getUserToken = undefined; portal.setAttribute('user-token', '');`),
    code: 'token-malformed',
    says: /is empty/,
    reads: OUT,
  },
  {
    name: 'a token that is a promise',
    ...portal('portal.getUserToken = undefined; portal.userToken = site.token();'),
    code: 'token-malformed',
    says: /is a promise: await it/,
    reads: OUT,
  },
  token('a token function that returns nothing', 'undefined', /is undefined/),
  token(
    'a token function that returns the response',
    `fetch('/nowhere')`,
    /Response \(status 404\)/,
  ),
  token('a token function that returns an object', '({token: await site.token()})', /type object/),
  token('a token inside JSON', 'JSON.stringify({token: await site.token()})', /inside JSON/),
  token('a token in quotation marks', 'JSON.stringify(await site.token())', /quotation marks/),
  token('a token with Bearer', `'Bearer ' + await site.token()`, /“Bearer”/),
  token('a token that is no JWT', `'s3cr3t'`, /three parts of base64/),
  token('a token of two parts of nothing', `'a.b.c'`, /three parts of base64/),
  token('a token for nobody', claims('{exp: 4e9}'), /no “sub”/),
  token('a token that never expires', claims(`{sub: 'a'}`), /no “exp”/),
  token(
    'a token function that fails',
    `Promise.reject(new Error('No token: status 503.'))`,
    /Reason: No token: status 503\./,
    'token-request-failed',
  ),
  token(
    'a token address that does not exist',
    `(await fetch('/integration-tokens')).text()`,
    /<title>404<\/title>/,
    'token-request-failed',
  ),
  token(
    'a server that refuses in JSON',
    `'{"error": "login required"}'`,
    /login required/,
    'token-request-failed',
  ),
  token(
    'a server that refuses in words',
    `'Forbidden'+' for guests'`,
    /Forbidden for guests/,
    'token-request-failed',
  ),
  token(
    'a token function that is no function',
    `0; portal.getUserToken = 'eyJ'`,
    /getUserToken/,
    'token-request-failed',
  ),
  token(
    'a token function with old tokens',
    `site.token('a', {expiresIn: -60})`,
    /has expired already/,
    'token-expired',
  ),
  {
    name: 'an old token, and nothing to ask',
    ...portal(
      `portal.getUserToken = undefined; portal.userToken = await site.token('a', {expiresIn: -60});`,
    ),
    code: 'token-expired',
    says: /no getUserToken to ask/,
    reads: OUT,
  },
  {
    name: 'a token of another project',
    ...signing(`site.token('a', {project: 'another'})`),
    code: 'token-wrong-project',
    says: /is for the project another, not for mistakes-/,
    reads: /not set up correctly/,
  },
  {
    name: 'no SDK and no bundler',
    ...portal(),
    imports: null,
    code: 'sdk-load-failed',
    says: /no bundler and no import map/,
    reads: /could not be loaded/,
  },
  {
    name: 'an import map to nowhere',
    ...portal(),
    imports: {'@useparagon/connect': '/nowhere.js'},
    code: 'sdk-load-failed',
    says: /nowhere\.js/,
    reads: /could not be loaded/,
  },
  {
    name: 'an import map to the CommonJS file',
    ...portal(),
    imports: {'@useparagon/connect': '/built/commonjs.js'},
    code: 'sdk-load-failed',
    says: /no ES module with the SDK's exports/,
    reads: /could not be loaded/,
  },
  {
    name: 'an import map to something else',
    ...portal(),
    imports: {'@useparagon/connect': '/built/define.js'},
    code: 'sdk-load-failed',
    says: /no ES module with the SDK's exports/,
    reads: /could not be loaded/,
  },
  inside(
    'an integration that does not exist',
    '<pg-integration integration="quitbox"></pg-integration>',
    'integration-unknown',
    /Did you mean "quietbox"\?/,
    /does not exist/,
  ),
  inside(
    'a flow of an integration that does not exist',
    '<pg-install-flow integration="Salesforces"></pg-install-flow>',
    'integration-unknown',
    /Did you mean "salesforce"\?/,
    /does not exist/,
  ),
  inside(
    'settings of an integration that does not exist',
    '<pg-user-settings integration="zzz"></pg-user-settings>',
    'integration-unknown',
    /There are: .*quietbox/,
    /does not exist/,
  ),
  inside(
    'accounts of an integration that does not exist',
    '<pg-account-list integration="drive-pool"></pg-account-list>',
    'integration-unknown',
    /Did you mean "drivepool"\?/,
    /does not exist/,
  ),
  inside(
    'no integration of pg-integration',
    '<pg-integration></pg-integration>',
    'integration-missing',
    /<pg-integration> has no integration/,
    /No integration selected/,
  ),
  ...['pg-install-flow', 'pg-user-settings'].map((tag) =>
    inside(
      `no integration of ${tag}`,
      `<${tag}></${tag}>`,
      'integration-missing',
      new RegExp(`<${tag}> has no integration`),
      WRONG,
    ),
  ),
  catalog('a status that does not exist', `status = 'conected'`, /Did you mean "connected"\?/),
  catalog('a layout that does not exist', `layout = 'rows'`, /There are: grid, list/),
  catalog(
    'a misspelt type in include',
    `include = 'quietbox salesforc'`,
    /Did you mean "salesforce"\?/,
  ),
  catalog('include of the wrong kind', `include = 5`, /neither a text nor an array/),
  catalog('a misspelt type in exclude', `exclude = ['chirup']`, /Did you mean "chirrup"\?/),
  catalog('groups that are no array', `groups = {crm: ['salesforce']}`, /no array of \{label/),
  catalog(
    'a group without integrations',
    `groups = [{label: 'CRM'}]`,
    /no array of integrations in the group "CRM"/,
  ),
  catalog(
    'a group without a label',
    `groups = [{integrations: ['salesforce']}]`,
    /without a label/,
  ),
  catalog('a group of nothing', `groups = [null]`, /without a label/),
  catalog(
    'a misspelt type in a group',
    `groups = [{label: 'CRM', integrations: ['salesforse']}]`,
    /Did you mean "salesforce"\?/,
  ),
  {
    name: 'a type of input that does not exist',
    ...portal(`portal.inputs = {DROPDOWN: 'my-input'};`),
    code: 'bad-input',
    says: /"DROPDOWN", which is no type of input/,
  },
  {
    name: 'a replaced input that is not defined',
    ...portal(`portal.inputs = {ENUM: 'my-input'};`),
    code: 'bad-input',
    says: /<my-input> for ENUM, which is not defined/,
  },
  {
    name: 'data sources under a misspelt key',
    ...portal(`portal.dataSources = {dropdown: {}};`),
    code: 'bad-input',
    says: /Did you mean "dropdowns"\?/,
  },
  {
    name: 'data sources that are text',
    body: '<pg-portal datasources="[object Object]"></pg-portal>',
    script: portal().script,
    code: 'property-stringified',
    says: /dataSources of <pg-portal> is the text "\[object Object\]"/,
  },
  {
    name: 'a host with its scheme',
    ...portal(`portal.host = 'https://acme.com';`),
    code: 'bad-input',
    says: /give the domain alone/,
  },
  inside(
    'a section that does not exist',
    '<pg-user-settings integration="quietbox" section="setings"></pg-user-settings>',
    'bad-input',
    /Did you mean "settings"\?/,
  ),
  {
    name: 'a catalog outside',
    body: '<pg-catalog></pg-catalog>',
    script: KIT,
    code: 'provider-missing',
    says: /<pg-catalog> is outside a <pg-portal>/,
    reads: /not connected to a project/,
  },
  {
    name: 'accounts outside',
    body: '<pg-account-list id="mine"></pg-account-list>',
    script: KIT,
    code: 'provider-missing',
    says: /Element: <pg-account-list id="mine">/,
    reads: /not connected to a project/,
  },
  {
    name: 'a portal that nobody defined',
    body: '<pg-portal><pg-catalog></pg-catalog></pg-portal>',
    script: `import '/built/pg-catalog.js';`,
    code: 'provider-missing',
    says: /in a <pg-portal> that is not defined/,
    reads: /not connected to a project/,
  },
  {
    name: 'a function as text, from a framework that rendered first',
    body: `<pg-portal getusertoken="async () => (await fetch('/token')).text()"></pg-portal>`,
    script: portal('portal.getUserToken = undefined;').script,
    code: 'property-stringified',
    says: /getUserToken of <pg-portal> is the text "async \(\) =>/,
    reads: WRONG,
  },
  inside(
    'groups as text',
    '<pg-catalog groups="[object Object]"></pg-catalog>',
    'property-stringified',
    /groups of <pg-catalog> is the text/,
  ),
  inside(
    'a boolean as text',
    '<pg-catalog without-search="false"></pg-catalog>',
    'property-stringified',
    /withoutSearch of <pg-catalog> is true, whatever its text says/,
  ),
  inside(
    'autosave="false"',
    '<pg-user-settings integration="quietbox" autosave="false"></pg-user-settings>',
    'property-stringified',
    /autosave of <pg-user-settings> is true/,
  ),
  inside(
    'a boolean under the name of its property',
    '<pg-catalog withoutSearch></pg-catalog>',
    'property-stringified',
    /withoutSearch of <pg-catalog> came as the attribute withoutsearch[^]*: it is without-search/,
  ),
  inside(
    'a number under the name of its property',
    '<pg-install-flow integration="quietbox" oauthtimeout="5000"></pg-install-flow>',
    'property-stringified',
    /oauthTimeout of <pg-install-flow> came as the attribute oauthtimeout[^]*: it is oauth-timeout/,
  ),
  {
    name: 'two portals with different users',
    ...portal(
      `const other = document.createElement('pg-portal');
Object.assign(other, {projectId: site.project, endpoints: site.endpoints, getUserToken: () => site.token('someone-else')});
document.body.append(other);`,
    ),
    code: 'user-conflict',
    says: /newcomer.*someone-else|someone-else.*newcomer/,
  },
  taken('pg-catalog'),
  taken('pg-portal'),
  // The rest of the portal works.
  ...['pg-input', 'pg-dialog', 'pg-combobox', 'pg-user-settings'].map((tag) =>
    taken(tag, /Quietbox/),
  ),
];

/** Pages that have everything right, each in a way that might look wrong. */
export const RIGHT: readonly SetUp[] = [
  {name: 'the whole portal', ...portal()},
  {
    name: 'a token that comes after the project',
    body: '<pg-portal></pg-portal>',
    script: `const token = await site.token();
const portal = document.querySelector('pg-portal');
await import('/built/define.js');
Object.assign(portal, {projectId: site.project, endpoints: site.endpoints});
await new Promise((resolve) => setTimeout(resolve, 200));
portal.userToken = token;`,
  },
  {
    name: 'everything is set before the elements are defined',
    body: '<pg-portal><pg-catalog></pg-catalog></pg-portal>',
    script: `const portal = document.querySelector('pg-portal');
Object.assign(portal, {projectId: site.project, endpoints: site.endpoints, getUserToken: () => site.token()});
document.querySelector('pg-catalog').groups = [{label: 'Some', integrations: ['quietbox']}];
await import('/built/define.js');`,
  },
  {
    name: 'every property of the catalog and the portal',
    ...portal(
      `portal.inputs = {ENUM: (field) => field.value};
portal.dataSources = {dropdowns: {}};
Object.assign(document.querySelector('pg-catalog'), {layout: 'list', include: 'quietbox salesforce', exclude: ['chirrup'], groups: [{label: 'All', integrations: ['quietbox']}]});`,
      '<pg-catalog></pg-catalog>',
    ),
  },
  {
    name: 'the kit twice, as two bundles bring it',
    ...portal(`await import('/built/define.js?second');`),
  },
  {
    name: 'two portals with one user',
    ...portal(
      `const other = portal.cloneNode();
Object.assign(other, {projectId: site.project, endpoints: site.endpoints, getUserToken: () => site.token()});
document.body.append(other);`,
    ),
  },
  {
    name: 'properties that frameworks set to nothing',
    ...portal(
      `portal.inputs = undefined; portal.dataSources = null; portal.host = undefined;
Object.assign(document.querySelector('pg-catalog'), {status: undefined, include: null, groups: undefined, query: null});`,
      '<pg-catalog></pg-catalog>',
    ),
  },
  {
    name: 'properties that Vue and Preact set to nothing',
    ...portal(
      `for (const name of ['inputs', 'dataSources', 'host', 'tokenMethod', 'section', 'syncUrl', 'accountName', 'integration', 'credential'])
  portal[name] = '';
Object.assign(document.querySelector('pg-catalog'), {status: '', sort: '', layout: '', include: '', groups: '', query: ''});`,
      '<pg-catalog></pg-catalog>',
    ),
  },
];
