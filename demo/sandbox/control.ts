import {
  badInput,
  listOf,
  millisecondsOf,
  nothingElse,
  objectOf,
  requiredTextOf,
  textOf,
  type JsonObject,
} from './read.js';
import {
  BENT_SHAPES,
  ENDPOINT_NAMES,
  OPENER_POLICIES,
  type EndpointName,
  type Failure,
  type OAuthScenario,
  type Refusal,
} from './scenario.js';
import {readSchemaChange, type SchemaChange} from './schema.js';
import {touch, type Account} from './user.js';
import type {World} from './world.js';

/**
 * The body of `POST /sandbox/control?project=<id>`. Everything is optional; what is given is done in this order. Scenarios
 * stay until they are changed or reset.
 */
export interface ControlRequest {
  /** Back to the start: fixtures, seeded accounts, no scenario, empty log. Tokens stay as they are. */
  readonly reset?: true;
  /** Number of generated integrations besides the hand-made ones. */
  readonly bulk?: number;
  /** Milliseconds for all endpoints, or by endpoint (`all` for the others). Replaces earlier latencies. */
  readonly latency?: number | Readonly<Partial<Record<EndpointName | 'all', number>>>;
  /** By endpoint; null takes a failure away. */
  readonly failures?: Readonly<Partial<Record<EndpointName, Failure | null>>>;
  /** By type of an integration: what saves of settings are refused with. Replaces earlier ones; null takes them away. */
  readonly refusals?: Readonly<Record<string, readonly Refusal[] | null>>;
  /** By type of an integration that has objects: what is different from the start. Replaces an earlier change; null takes it back. */
  readonly schema?: Readonly<Record<string, SchemaChange | null>>;
  /** Changes the named parts. */
  readonly oauth?: Partial<OAuthScenario>;
  /** Revokes every token handed out so far. */
  readonly expireTokens?: true;
  /** Id of a credential that becomes INVALID, as if its owner had withdrawn it at the provider. */
  readonly revokeCredential?: string;
  /** Changes settings of an account, as if its owner had done so on another screen; `values` by input id, the others stay. */
  readonly changeSettings?: {
    readonly credential: string;
    readonly values: Readonly<Record<string, unknown>>;
  };
  /** Decides all open OAuth attempts now, without their popups. */
  readonly settleOAuth?: 'approve' | 'deny';
  /** Breaks the connections of all requests that hang. */
  readonly release?: true;
  /** Forgets the requests logged so far. */
  readonly clearLog?: true;
}

/** @throws {HttpError} 400 for what it does not understand: a misspelt scenario would make a test pass for nothing */
export function control(world: World, body: unknown): void {
  const request = objectOf(body, 'The request body');
  for (const name of Object.keys(request)) {
    if (!ACTIONS.has(name)) throw badInput(`There is no control "${name}".`);
  }
  for (const [name, act] of ACTIONS) {
    if (request[name] !== undefined) act(world, request[name]);
  }
}

const ACTIONS = new Map<string, (world: World, value: unknown) => void>([
  ['reset', (world) => world.reset()],
  ['bulk', (world, value) => world.setBulk(countOf(value))],
  ['latency', setLatency],
  ['failures', setFailures],
  ['refusals', setRefusals],
  ['schema', setSchema],
  ['oauth', setOAuth],
  ['expireTokens', (world) => (world.tokenGeneration += 1)],
  ['revokeCredential', revokeCredential],
  ['changeSettings', changeSettings],
  ['settleOAuth', settleOAuth],
  ['release', (world) => world.release()],
  ['clearLog', (world) => world.log.clear()],
]);

const ENDPOINTS = new Set<string>(ENDPOINT_NAMES);

function isEndpoint(name: string): name is EndpointName {
  return ENDPOINTS.has(name);
}

function endpointOf(name: string): EndpointName {
  if (!isEndpoint(name)) throw badInput(`There is no endpoint "${name}".`);
  return name;
}

function countOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 20_000) {
    throw badInput('bulk must be a whole number up to 20,000.');
  }
  return value;
}

function setLatency({scenario}: World, value: unknown): void {
  const latencies = typeof value === 'number' ? {all: value} : objectOf(value, 'latency');
  scenario.latency.clear();
  for (const [name, ms] of Object.entries(latencies)) {
    scenario.latency.set(
      name === 'all' ? name : endpointOf(name),
      millisecondsOf(ms, `latency.${name}`),
    );
  }
}

function setFailures({scenario}: World, value: unknown): void {
  for (const [name, failure] of Object.entries(objectOf(value, 'failures'))) {
    const endpoint = endpointOf(name);
    if (failure === null) scenario.failures.delete(endpoint);
    else scenario.failures.set(endpoint, failureOf(objectOf(failure, `failures.${name}`)));
  }
}

function failureOf({status, body, bent, times, applied, ...rest}: JsonObject): Failure {
  nothingElse(rest, 'A failure');
  if (status !== 'network' && status !== 'cut' && status !== 'hang' && !isHttpStatus(status)) {
    throw badInput('The status of a failure is an HTTP status, "network", "cut" or "hang".');
  }
  const shape = BENT_SHAPES.find((one) => one === bent);
  if (bent !== undefined && !shape) throw badInput(`bent is one of ${BENT_SHAPES.join(', ')}.`);
  if (times !== undefined && (typeof times !== 'number' || times < 1)) {
    throw badInput('times must be 1 or more.');
  }
  return {
    status,
    ...(body === undefined ? {} : {body}),
    ...(shape && {bent: shape}),
    ...(times === undefined ? {} : {times}),
    applied: applied === true || shape !== undefined,
  };
}

function isHttpStatus(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 200 && value < 600;
}

function setRefusals(world: World, value: unknown): void {
  const {refusals} = world.scenario;
  for (const [type, list] of Object.entries(objectOf(value, 'refusals'))) {
    const fixture = world.fixture(type);
    if (list === null) refusals.delete(fixture.type);
    else refusals.set(fixture.type, listOf(list, `refusals.${type}`).map(refusalOf));
  }
}

function refusalOf(value: unknown): Refusal {
  const {message, field, ...rest} = objectOf(value, 'A refusal');
  nothingElse(rest, 'A refusal');
  const id = textOf(field);
  return {message: requiredTextOf(message, 'message'), ...(id !== undefined && {field: id})};
}

function setSchema(world: World, value: unknown): void {
  const {schema} = world.scenario;
  for (const [type, change] of Object.entries(objectOf(value, 'schema'))) {
    const fixture = world.fixture(type);
    if (!fixture.objects) throw badInput(`${fixture.name} has no objects.`);
    if (change === null) schema.delete(fixture.type);
    else schema.set(fixture.type, readSchemaChange(fixture, change));
  }
}

function setOAuth({scenario}: World, value: unknown): void {
  for (const [name, setting] of Object.entries(objectOf(value, 'oauth'))) {
    scenario.oauth = {...scenario.oauth, ...oauthSetting(name, setting)};
  }
}

function oauthSetting(name: string, value: unknown): Partial<OAuthScenario> {
  switch (name) {
    case 'coop': {
      const coop = OPENER_POLICIES.find((policy) => policy === value);
      if (!coop) throw badInput(`oauth.coop must be one of ${OPENER_POLICIES.join(', ')}.`);
      return {coop};
    }
    case 'crossHost':
      return {crossHost: value === true};
    case 'slow':
      return {slow: millisecondsOf(value, 'oauth.slow')};
    // One of the two at most, or it would be unclear what happens.
    case 'autoApprove':
      return {autoApprove: delayOf(value, name), autoDeny: null};
    case 'autoDeny':
      return {autoDeny: delayOf(value, name), autoApprove: null};
    default:
      throw badInput(`There is no OAuth setting "${name}".`);
  }
}

function delayOf(value: unknown, name: string): number | null {
  return value === null ? null : millisecondsOf(value, `oauth.${name}`);
}

function revokeCredential(world: World, value: unknown): void {
  for (const {credential} of accountsOf(world, requiredTextOf(value, 'revokeCredential'))) {
    credential.status = 'INVALID';
    credential.dateValidUntil = new Date().toISOString();
    touch(credential);
  }
}

function changeSettings(world: World, value: unknown): void {
  const {credential: id, values, ...rest} = objectOf(value, 'changeSettings');
  nothingElse(rest, 'changeSettings');
  const changes = objectOf(values, 'changeSettings.values');
  for (const {credential} of accountsOf(world, requiredTextOf(id, 'changeSettings.credential'))) {
    for (const configuration of credential.configurations) {
      if (!configuration.isDefault) continue;
      configuration.sharedSettings = {...configuration.sharedSettings, ...changes};
      touch(configuration);
    }
  }
}

function accountsOf(world: World, id: string): readonly Account[] {
  const accounts = world.users.flatMap((user) => user.find(id) ?? []);
  if (accounts.length === 0) throw badInput(`No user has the credential ${id}.`);
  return accounts;
}

function settleOAuth(world: World, value: unknown): void {
  if (value !== 'approve' && value !== 'deny') {
    throw badInput('settleOAuth must be "approve" or "deny".');
  }
  for (const attempt of world.attempts) {
    attempt.decide(value);
    attempt.exchange();
  }
}
