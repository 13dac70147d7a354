import type {AttemptOutcome} from './oauth-attempts.js';
import type {Credential} from './protocol.js';
import type {LoggedRequest} from './request-log.js';
import type {Failure, OAuthScenario, Refusal} from './scenario.js';
import type {SchemaChange} from './schema.js';
import type {Account, InstallRecord} from './user.js';
import type {World} from './world.js';

/** An account as the service keeps it. */
export interface InspectedAccount {
  readonly integration: string;
  readonly credential: Credential;
  readonly install: InstallRecord;
}

/** The answer to `GET` and `POST /sandbox/control`: all that tests may want to know about a world. */
export interface Inspection {
  readonly project: string;
  readonly scenario: {
    readonly latency: Readonly<Record<string, number>>;
    readonly failures: Readonly<Record<string, Failure>>;
    readonly refusals: Readonly<Record<string, readonly Refusal[]>>;
    readonly schema: Readonly<Record<string, SchemaChange>>;
    readonly oauth: OAuthScenario;
  };
  readonly users: readonly {
    readonly userId: string;
    readonly meta: Readonly<Record<string, unknown>>;
    readonly accounts: readonly InspectedAccount[];
    /** Accounts that were disconnected or replaced, as they were then. Oldest first. */
    readonly removed: readonly InspectedAccount[];
  }[];
  /** Oldest first. */
  readonly attempts: readonly {
    readonly integration: string;
    readonly userId: string;
    readonly sessionKey: string;
    readonly outcome: AttemptOutcome;
    readonly redirectUrl: string;
  }[];
  /** Oldest first. */
  readonly log: readonly LoggedRequest[];
}

const inspectAccount = ({fixture, credential, install}: Account): InspectedAccount => ({
  integration: fixture.type,
  credential,
  install,
});

export function inspect(world: World): Inspection {
  return {
    project: world.projectId,
    scenario: {
      latency: Object.fromEntries(world.scenario.latency),
      failures: Object.fromEntries(world.scenario.failures),
      refusals: Object.fromEntries(world.scenario.refusals),
      schema: Object.fromEntries(world.scenario.schema),
      oauth: world.scenario.oauth,
    },
    users: world.users.map(({userId, meta, accounts, removed}) => ({
      userId,
      meta,
      accounts: accounts.map(inspectAccount),
      removed: removed.map(inspectAccount),
    })),
    attempts: world.attempts.map(({request, outcome}) => ({
      integration: request.fixture.type,
      userId: request.user.userId,
      sessionKey: request.sessionKey,
      outcome,
      redirectUrl: request.redirectUrl,
    })),
    log: world.log.entries,
  };
}
