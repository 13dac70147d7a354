import {HttpError, json} from '../http.js';
import type {Configuration} from '../protocol.js';
import {isObject, objectOf, textOf} from '../read.js';
import {
  CONFIGURATION_HEADER,
  header,
  param,
  selectedAccount,
  userRoute,
  type Route,
  type SandboxRequest,
  type UserRequest,
} from '../router.js';
import {checkSettings, checkWorkflowSettings} from '../settings.js';
import {newConfiguration, touch, type Account} from '../user.js';

const CREDENTIAL = '/zeus/projects/:projectId/sdk/credentials/:credentialId';
const CONFIGURATIONS = `${CREDENTIAL}/configurations`;
const WORKFLOW = '/zeus/projects/:projectId/sdk/workflows/:workflowId';

/** Settings and workflows of an account, of which it may have several sets. */
export const configurationRoutes: readonly Route[] = [
  // Whole objects are replaced: the SDK sends everything it knows, so of two saves at once the later one wins.
  userRoute('settings', 'PATCH', CREDENTIAL, (request) => {
    const account = accountOf(request);
    requireValid(account);
    const configuration = configurationOf(request, account);
    const config = objectOf(objectOf(request.body, 'The request body').config, 'config');
    const refusals = request.world.scenario.refusals.get(account.fixture.type) ?? [];
    const errors: string[] = [];
    if (isObject(config.sharedSettings)) {
      const inputs = account.fixture.settings ?? [];
      const {sharedSettings} = configuration;
      const checked = checkSettings(inputs, config.sharedSettings, sharedSettings, refusals);
      configuration.sharedSettings = checked.settings;
      errors.push(...checked.errors);
    }
    if (isObject(config.workflowSettings)) {
      const {workflowSettings} = configuration;
      const checked = checkWorkflowSettings(
        account.fixture,
        config.workflowSettings,
        workflowSettings,
        refusals,
      );
      configuration.workflowSettings = checked.settings;
      errors.push(...checked.errors);
    }
    touch(configuration);
    return json(errors.length > 0 ? {...account.credential, errors} : account.credential);
  }),

  userRoute('configuration-create', 'POST', CONFIGURATIONS, (request) => {
    const {credential} = accountOf(request);
    const externalId = textOf(isObject(request.body) ? request.body.externalId : undefined);
    if (
      externalId !== undefined &&
      credential.configurations.some((one) => one.externalId === externalId)
    ) {
      throw new HttpError(
        409,
        'external-id-taken',
        `Configuration "${externalId}" exists already.`,
      );
    }
    const values = externalId === undefined ? {} : {externalId};
    credential.configurations.push(newConfiguration(credential, {isDefault: false, ...values}));
    return json(credential, 201);
  }),

  userRoute('configuration-update', 'PATCH', CONFIGURATIONS, (request) => {
    const account = accountOf(request);
    const configuration = configurationOf(request, account);
    const {meta} = objectOf(request.body, 'The request body');
    configuration.configMeta = {...configuration.configMeta, ...objectOf(meta, 'meta')};
    touch(configuration);
    return json(account.credential);
  }),

  userRoute('configuration-delete', 'DELETE', CONFIGURATIONS, (request) => {
    const account = accountOf(request);
    const configuration = configurationOf(request, account);
    if (configuration.isDefault) {
      throw new HttpError(
        400,
        'configuration-is-default',
        'The default configuration has to stay.',
      );
    }
    const {credential} = account;
    credential.configurations = credential.configurations.filter((one) => one !== configuration);
    return json({});
  }),

  userRoute('workflow-enable', 'POST', WORKFLOW, (request) => setWorkflow(request, true)),
  userRoute('workflow-disable', 'DELETE', WORKFLOW, (request) => setWorkflow(request, false)),
];

function setWorkflow(request: UserRequest, enabled: boolean) {
  const workflowId = param(request, 'workflowId');
  const fixture = request.world.fixtures.find(({workflows}) =>
    workflows?.some(({id, forbidden}) => id === workflowId && !forbidden),
  );
  if (!fixture) throw new HttpError(404, 'workflow-unknown', 'There is no such workflow.');
  const account = selectedAccount(request, fixture.type);
  requireValid(account);
  const configuration = configurationOf(request, account);
  const settings = configuration.workflowSettings[workflowId]?.settings ?? {};
  configuration.workflowSettings = {
    ...configuration.workflowSettings,
    [workflowId]: {enabled, settings},
  };
  touch(configuration);
  return json({});
}

function accountOf(request: UserRequest): Account {
  return request.user.account(param(request, 'credentialId'));
}

/** The configuration named in the request's header, else the default one. */
function configurationOf(request: SandboxRequest, {credential}: Account): Configuration {
  const id = textOf(header(request, CONFIGURATION_HEADER));
  const configuration = credential.configurations.find((one) =>
    id === undefined ? one.isDefault : one.id === id,
  );
  if (!configuration) {
    throw new HttpError(404, 'configuration-unknown', 'The account has no such configuration.');
  }
  return configuration;
}

function requireValid({credential, fixture}: Account): void {
  if (credential.status !== 'VALID') {
    throw new HttpError(
      400,
      'credential-not-valid',
      `This ${fixture.name} account has to be connected again first.`,
    );
  }
}
