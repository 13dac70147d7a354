import type {IntegrationFixture, WorkflowFixture} from './fixtures/fixture.js';
import {iconUrl} from './icons.js';
import {integrationId, stableId} from './ids.js';
import type {SandboxUser} from './user.js';

const PUBLISHED = '2025-01-15T09:00:00.000Z';

/** One element of the answer to `sdk/integrations`. */
export function catalogEntry(
  fixture: IntegrationFixture,
  projectId: string,
  origin: string,
): Readonly<Record<string, unknown>> {
  const id = integrationId(fixture.type);
  const dates = {dateCreated: PUBLISHED, dateUpdated: PUBLISHED};
  const allowed = fixture.workflows?.filter(({forbidden}) => !forbidden) ?? [];
  const forbidden = fixture.workflows?.filter((workflow) => workflow.forbidden) ?? [];
  return {
    id,
    ...dates,
    projectId,
    type: fixture.type,
    name: fixture.name,
    brandColor: fixture.brandColor,
    isActive: fixture.isActive ?? true,
    authenticationType: fixture.authenticationType,
    hasCredential: true,
    connectedUserLimitOnDevCred: 0,
    connectedUserLimitReached: false,
    needPreOauthInputs:
      fixture.authenticationType === 'oauth' && (fixture.preOptions?.length ?? 0) > 0,
    configs: [
      {
        id: stableId(`config/${fixture.type}`),
        ...dates,
        integrationId: id,
        values: {
          description: fixture.description,
          overview: fixture.overview,
          sharedMeta: fixture.settings && {inputs: fixture.settings},
          workflowMeta: fixture.workflows && workflowMeta(fixture.workflows),
        },
      },
    ],
    workflows: allowed.map((workflow) => ({
      id: workflow.id,
      ...dates,
      integrationId: id,
      description: workflow.description,
    })),
    noPermissionWorkflows: forbidden.map((workflow) => workflow.id),
    ...(fixture.customInputs && {
      customIntegrationId: stableId(`custom/${fixture.type}`),
      customIntegration: {
        id: stableId(`custom/${fixture.type}`),
        ...dates,
        projectId,
        name: fixture.name,
        slug: fixture.type,
        icon: iconUrl(origin, fixture.type),
        authenticationType: fixture.authenticationType,
        inputFields: fixture.customInputs,
        isPublished: true,
      },
    }),
    sdkIntegrationConfig: {
      oauthInputs: [],
      accountTypes: fixture.accountTypes ?? [],
      authConfigInputs: fixture.preOptions ?? [],
      postOauthInputs: fixture.postOptions ?? [],
      dataSources: fixture.dataSources ?? {},
      authSchemeOptions: {packageInstallUrl: fixture.packageInstallUrl},
    },
  };
}

/** One value of `integrations` in the answer to `sdk/me`. Its flat part describes the default account. */
export function userIntegration(
  user: SandboxUser,
  fixture: IntegrationFixture,
): Readonly<Record<string, unknown>> {
  const allCredentials = user.accountsOf(fixture.type).map(({credential}) => credential);
  const credential = user.defaultAccount(fixture.type)?.credential;
  if (!credential) return {enabled: false, allCredentials, configuredWorkflows: {}};
  const configuration = credential.configurations.find(({isDefault}) => isDefault);
  return {
    enabled: credential.status === 'VALID',
    credentialId: credential.id,
    credentialStatus: credential.status,
    providerId: credential.providerId,
    providerData: credential.providerData,
    allCredentials,
    configMeta: configuration?.configMeta,
    sharedSettings: configuration?.sharedSettings,
    workflowSettings: configuration?.workflowSettings,
    configuredWorkflows: configuration?.workflowSettings,
  };
}

function workflowMeta(workflows: readonly WorkflowFixture[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    workflows.map(({id, infoText, defaultEnabled, hidden, order, inputs, forbidden}) => [
      id,
      {
        id,
        infoText,
        order,
        defaultEnabled: defaultEnabled ?? false,
        hidden: hidden ?? false,
        inputs: inputs ?? [],
        permissions: forbidden ? NEEDS_ENTERPRISE : undefined,
      },
    ]),
  );
}

/** A permission in the SDK's condition language; the service evaluates it and sends the outcome as `noPermissionWorkflows`. */
const NEEDS_ENTERPRISE = {
  type: 'JOIN',
  join: 'OR',
  conditions: [
    {
      type: 'OPERATOR',
      condition: {
        operator: '$stringExactlyMatches',
        variable: {type: 'PERSONA_METADATA', path: ['plan']},
        argument: {type: 'VALUE', value: 'enterprise'},
      },
    },
  ],
};
