import {json} from '../http.js';
import {requiredTextOf} from '../read.js';
import {
  CONFIGURATION_HEADER,
  CREDENTIAL_HEADER,
  header,
  param,
  selectedAccount,
  userRoute,
  type Route,
  type UserRequest,
} from '../router.js';

/** Calls that run something at the service. The sandbox runs nothing and answers what it was asked, for tests to compare. */
export const executionRoutes: readonly Route[] = [
  // The SDK hands out the `output` of a proxied request.
  userRoute('proxy', 'ANY', '/worker/projects/:projectId/sdk/proxy/:type/*', (request) => {
    const {credential} = selectedAccount(
      request,
      request.world.fixture(param(request, 'type')).type,
    );
    return json({output: {...echo(request, param(request, 'rest')), account: credential.id}});
  }),

  userRoute('event', 'POST', '/hermes/v2/projects/:projectId/sdk/events/trigger', (request) =>
    json(echo(request, '')),
  ),

  userRoute(
    'workflow-trigger',
    'POST',
    '/hermes/projects/:projectId/sdk/triggers/:workflowId',
    (request) => json({...echo(request, ''), workflowId: param(request, 'workflowId')}),
  ),

  userRoute('triggers', 'GET', '/triggers/projects/:projectId/triggers', ({query}) =>
    json({triggers: {[requiredTextOf(query.get('integrations'), 'integrations')]: []}}),
  ),
];

function echo(request: UserRequest, path: string) {
  return {
    method: request.method,
    path: `/${path}`,
    query: Object.fromEntries(request.query),
    contentType: header(request, 'content-type'),
    credential: header(request, CREDENTIAL_HEADER),
    configuration: header(request, CONFIGURATION_HEADER),
    body: request.body ?? null,
  };
}
