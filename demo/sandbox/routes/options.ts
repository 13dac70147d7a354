import {HttpError, json} from '../http.js';
import type {OptionQuestion} from '../options-sources.js';
import {isObject, objectOf, requiredTextOf} from '../read.js';
import {selectedAccount, userRoute, type Route} from '../router.js';
import type {Account} from '../user.js';

/** Options of dynamic inputs, as their provider has them for one account. */
export const optionRoutes: readonly Route[] = [
  userRoute('options', 'POST', '/zeus/projects/:projectId/sdk/actions', (request) => {
    const body = objectOf(request.body, 'The request body');
    const fixture = request.world.fixture(requiredTextOf(body.action, 'action'));
    const sourceKey = requiredTextOf(body.sourceKey, 'sourceKey');
    const sources = new Map(Object.entries(fixture.options ?? {}));
    const source = sources.get(sourceKey);
    if (!source) {
      throw new HttpError(404, 'source-unknown', `${fixture.name} has no source "${sourceKey}".`);
    }
    const account = selectedAccount(request, fixture.type);
    if (account.credential.status === 'INVALID') {
      throw new HttpError(
        400,
        'credential-not-valid',
        `${fixture.name} does not let this account in any more.`,
      );
    }
    return json({
      output: source({
        ...paginationOf(body.paginationParameters),
        parameters: parametersOf(body.parameters),
        account: accountName(account),
        objects: request.world.objects(fixture),
      }),
    });
  }),
];

function paginationOf(value: unknown): Pick<OptionQuestion, 'cursor' | 'search'> {
  const {pageCursor, search} = isObject(value) ? value : {};
  return {
    cursor:
      typeof pageCursor === 'string' || typeof pageCursor === 'number' ? `${pageCursor}` : '0',
    search: typeof search === 'string' ? search.trim().toLowerCase() : '',
  };
}

/** `[{key, source: {type: 'VALUE', value}}]`, the only form in which the SDK passes parameters here. */
function parametersOf(value: unknown): ReadonlyMap<string, unknown> {
  const parameters = new Map<string, unknown>();
  for (const parameter of Array.isArray(value) ? value : []) {
    if (!isObject(parameter) || !isObject(parameter.source)) continue;
    if (typeof parameter.key === 'string') parameters.set(parameter.key, parameter.source.value);
  }
  return parameters;
}

function accountName({credential}: Account): string {
  const {email, name, username} = credential.providerData;
  return String(email ?? username ?? name ?? credential.providerId);
}
