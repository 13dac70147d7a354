import {bulkFixtures} from './fixtures/bulk.js';
import type {IntegrationFixture} from './fixtures/fixture.js';
import {FIXTURES} from './fixtures/index.js';
import {HttpError} from './http.js';
import {integrationId} from './ids.js';
import {OAuthAttempt, type AttemptRequest} from './oauth-attempts.js';
import {RequestLog} from './request-log.js';
import {Scenario} from './scenario.js';
import {changedObjects, type RemoteObject} from './schema.js';
import {SandboxUser} from './user.js';

/** One project with its users, its mood and its memory. Tests that use different projects cannot disturb each other. */
export class World {
  readonly projectId: string;
  readonly log = new RequestLog();
  scenario = new Scenario();
  /** Tokens of earlier generations are revoked. Survives a reset, or a reset would revive them. */
  tokenGeneration = 1;
  #fixtures: readonly IntegrationFixture[] = FIXTURES;
  #fixturesByReference = byReference(FIXTURES);
  #users = new Map<string, SandboxUser>();
  #attempts: OAuthAttempt[] = [];
  #breaks = new Set<() => void>();

  constructor(projectId: string) {
    this.projectId = projectId;
  }

  get fixtures(): readonly IntegrationFixture[] {
    return this.#fixtures;
  }

  get users(): readonly SandboxUser[] {
    return [...this.#users.values()];
  }

  /** Oldest first. */
  get attempts(): readonly OAuthAttempt[] {
    return this.#attempts;
  }

  /** Users come into being when they are first spoken of. */
  user(userId: string): SandboxUser {
    const known = this.#users.get(userId);
    if (known) return known;
    return this.#addUser(userId);
  }

  /** @param reference type or id of an integration */
  fixture(reference: string): IntegrationFixture {
    const fixture = this.#fixturesByReference.get(reference);
    if (!fixture) throw new HttpError(404, 'integration-unknown', 'There is no such integration.');
    return fixture;
  }

  /** Objects of an integration's provider, as they are at present. */
  objects({type, objects = []}: IntegrationFixture): readonly RemoteObject[] {
    const change = this.scenario.schema.get(type);
    return change ? changedObjects(objects, change) : objects;
  }

  attempt(id: string): OAuthAttempt {
    const attempt = this.#attempts.find((candidate) => candidate.id === id);
    if (!attempt) throw new HttpError(404, 'attempt-unknown', 'This sign-in has expired.');
    return attempt;
  }

  begin(request: AttemptRequest): OAuthAttempt {
    const attempt = new OAuthAttempt(request);
    this.#attempts.push(attempt);
    return attempt;
  }

  /** A request gets no answer; `breakOff` ends its connection. Returns what to call when that has ended. */
  hang(breakOff: () => void): () => void {
    this.#breaks.add(breakOff);
    return () => this.#breaks.delete(breakOff);
  }

  /** Breaks what hangs. */
  release(): void {
    for (const breakOff of [...this.#breaks]) breakOff();
  }

  /** Adds this many generated integrations to the hand-made ones. */
  setBulk(count: number): void {
    this.#fixtures = [...FIXTURES, ...bulkFixtures(count)];
    this.#fixturesByReference = byReference(this.#fixtures);
  }

  reset(): void {
    this.#attempts.forEach((attempt) => attempt.dispose());
    this.#attempts = [];
    for (const userId of this.#users.keys()) this.#addUser(userId);
    this.setBulk(0);
    this.scenario = new Scenario();
    this.release();
    this.log.clear();
  }

  #addUser(userId: string): SandboxUser {
    const user = new SandboxUser(this.projectId, userId, FIXTURES);
    this.#users.set(userId, user);
    return user;
  }
}

/** All worlds of a sandbox. A world comes into being when its project is first spoken of. */
export class Worlds {
  #worlds = new Map<string, World>();

  get(projectId: string): World {
    const known = this.#worlds.get(projectId);
    if (known) return known;
    const world = new World(projectId);
    this.#worlds.set(projectId, world);
    return world;
  }

  reset(): void {
    this.#worlds.forEach((world) => world.reset());
  }
}

function byReference(
  fixtures: readonly IntegrationFixture[],
): ReadonlyMap<string, IntegrationFixture> {
  return new Map(
    fixtures.flatMap((fixture) => [
      [fixture.type, fixture],
      [integrationId(fixture.type), fixture],
    ]),
  );
}
