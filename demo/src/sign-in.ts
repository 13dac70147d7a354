import type {PgPortal} from '../../src/elements/portal/portal.js';
import {SANDBOX_PREFIX} from '../sandbox/endpoints.js';
import type {DemoConfig} from '../sandbox/routes/own.js';
import {addressedUser, sandboxQuery, setAddressed} from './address.js';
import {byId, el} from './dom.js';

/** The portal of a page, and who is signed in to it. */
export class DemoSession {
  readonly portal: PgPortal;
  readonly config: DemoConfig;

  /** @param getUserToken instead of the demo's own, except for a live project, which has one token */
  constructor(portal: PgPortal, config: DemoConfig, getUserToken?: () => Promise<string>) {
    this.portal = portal;
    this.config = config;
    portal.projectId = config.projectId;
    portal.getUserToken = (!this.isLive && getUserToken) || (() => this.#token());
    if (config.endpoints) {
      // Any host does: the endpoints replace everything that would be derived from it.
      portal.host = location.hostname;
      portal.endpoints = {...config.endpoints};
    }
  }

  get isLive(): boolean {
    return this.config.mode === 'live';
  }

  /** Signs in whoever this is, in the sandbox only: a live token has one user. */
  async signInAs(userId: string): Promise<void> {
    if (!this.isLive) setAddressed('user', userId);
    await this.portal.session?.switchUser();
  }

  signOut(): void {
    this.portal.signOut();
  }

  /** What a host's own server would answer: a token that it signed for the user of this page. */
  async #token(): Promise<string> {
    if (this.isLive) return (await loadConfig()).userToken;
    const response = await fetch(`${SANDBOX_PREFIX}/token${sandboxQuery()}`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({userId: addressedUser()}),
    });
    if (!response.ok) throw new Error(`No token: status ${response.status}.`);
    const {token} = (await response.json()) as {readonly token: string};
    return token;
  }
}

/** Where this demo runs: on the sandbox, or on the project of `.env`. */
export async function loadConfig(): Promise<DemoConfig> {
  const response = await fetch(`${SANDBOX_PREFIX}/config.json${sandboxQuery()}`);
  if (!response.ok) throw new Error(`No configuration: status ${response.status}.`);
  return (await response.json()) as DemoConfig;
}

/** Until it is here the elements show that they load, as those of any page whose server has not answered yet. */
export async function configure(portal: PgPortal): Promise<DemoConfig> {
  const asked = loadConfig();
  portal.projectId = 'not-known-yet';
  portal.getUserToken = async () => {
    await asked;
    return new Promise(() => undefined);
  };
  try {
    return await asked;
  } catch (error) {
    const text =
      'The sandbox does not answer. Start the demo with npm start, and load this page again.';
    byId('main', HTMLElement).prepend(el('p', {class: 'problem', role: 'alert'}, text));
    throw error;
  }
}
