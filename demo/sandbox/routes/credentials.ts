import {catalogEntry} from '../catalog.js';
import type {IntegrationFixture} from '../fixtures/fixture.js';
import {HttpError, json, type Answer} from '../http.js';
import {identityAccount, identityOf} from '../identities.js';
import {activate, install, readInstallOptions} from '../installation.js';
import type {ConnectInput} from '../protocol.js';
import {isObject, objectOf, requiredTextOf, textOf, type JsonObject} from '../read.js';
import {redact} from '../request-log.js';
import {param, selectedAccount, userRoute, type Route, type UserRequest} from '../router.js';
import {holdsRefusedValue} from '../settings.js';

const CREDENTIALS = '/zeus/projects/:projectId/sdk/credentials';

/** The key that every provider of the sandbox refuses. */
const WRONG_KEY = 'wrong-key';

/** Accounts: made from a key or an authorisation code, completed, read and disconnected. */
export const credentialRoutes: readonly Route[] = [
  userRoute('credential-create', 'POST', CREDENTIALS, createCredential),

  userRoute('complete-setup', 'POST', `${CREDENTIALS}/:credentialId/complete-setup`, (request) => {
    const account = request.user.account(param(request, 'credentialId'));
    const payload = objectOf(objectOf(request.body, 'The request body').payload, 'payload');
    requireValues(account.fixture.postOptions ?? [], payload);
    if (holdsRefusedValue(payload)) {
      throw new HttpError(
        422,
        'post-options-refused',
        `${account.fixture.name} refused this choice.`,
      );
    }
    account.install = {...account.install, suppliedValues: redact(payload)};
    activate(request.user, account);
    return json(account.credential);
  }),

  userRoute('credential', 'GET', `${CREDENTIALS}/:credentialId`, (request) =>
    json(request.user.account(param(request, 'credentialId')).credential),
  ),

  // Behind the SDK's getIntegrationAccount(): the integration, with what the provider says about one account of it.
  userRoute('account', 'GET', CREDENTIALS, (request) => {
    const {query, world, origin} = request;
    const fixture = world.fixture(requiredTextOf(query.get('integration'), 'integration'));
    const {credential} = selectedAccount(request, fixture.type);
    return json({
      ...catalogEntry(fixture, world.projectId, origin),
      providerId: credential.providerId,
      providerData: credential.providerData,
      ...(query.get('includeAccountAuth') === 'true' && {
        accountAuth: {OAUTH_ACCESS_TOKEN: `sandbox-${credential.id}`},
      }),
    });
  }),

  userRoute(
    'uninstall',
    'DELETE',
    '/zeus/projects/:projectId/sdk/integrations/:integrationId',
    (request) => {
      const {user, world} = request;
      const {type} = world.fixture(param(request, 'integrationId'));
      user.remove([selectedAccount(request, type).credential.id]);
      return json({});
    },
  ),
];

/** Without a consent page: from a key form (`payload`), or from a code that a marketplace handed out (`code`). */
function createCredential({body, user, world}: UserRequest): Answer {
  const {integrationId, payload, code, installOptions, integrationOptions} = objectOf(
    body,
    'The request body',
  );
  const fixture = world.fixture(requiredTextOf(integrationId, 'integrationId'));
  const values = isObject(payload) ? payload : {};
  const fromMarketplace = isObject(integrationOptions) ? integrationOptions.installOptions : {};
  const given = isObject(installOptions) ? installOptions : fromMarketplace;
  const options = readInstallOptions(
    isObject(given) ? given : {},
    values.skipPostOAuthInputs === true,
  );
  if (textOf(code) === undefined) checkKey(fixture, values);
  const {credential} = install(
    user,
    fixture,
    options,
    fixture.keyAccount ?? identityAccount(identityOf(undefined), fixture, []),
    {accountType: null, scopes: [], suppliedValues: redact(values), overrideRedirectUrl: null},
  );
  return json(credential, 201);
}

function checkKey(fixture: IntegrationFixture, values: JsonObject): void {
  requireValues(fixture.customInputs ?? fixture.preOptions ?? [], values);
  if (!Object.values(values).includes(WRONG_KEY)) return;
  const message = `${fixture.name} did not accept these credentials.`;
  // The service answers 403 with this code for custom integrations, one of three codes that do not sign the user out.
  if (fixture.customInputs) throw new HttpError(403, '7003', message);
  throw new HttpError(422, 'key-refused', message);
}

/** @throws {HttpError} 400 naming the first required input that has no value */
function requireValues(inputs: readonly ConnectInput[], values: JsonObject): void {
  const missing = inputs.find(
    ({id, required, hidden}) =>
      required !== false && !hidden && (values[id] === undefined || values[id] === ''),
  );
  if (missing) throw new HttpError(400, 'value-missing', `${missing.title} is required.`);
}
