import {Clerk} from '@clerk/clerk-js/no-rhc';

/** An account as Clerk's network sends it, as far as the kit sees any of it. */
export interface ClerkAccount {
  readonly id: string;
  readonly provider: string;
  readonly verification: object | null;
  readonly [key: string]: unknown;
}

/** A request that Clerk sent, with what is in its body. */
export interface ClerkRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, string>>;
}

export const verified = {object: 'verification', status: 'verified', strategy: 'oauth_google'};

export const clerkAccount = (changes: Partial<ClerkAccount> = {}): ClerkAccount => ({
  object: 'external_account',
  id: 'eac_ada',
  identification_id: 'idn_ada',
  provider: 'oauth_google',
  provider_user_id: 'g-1',
  email_address: 'ada@example.com',
  approved_scopes: 'email profile',
  first_name: 'Ada',
  last_name: 'Lovelace',
  image_url: 'https://img.example.com/ada.png',
  username: '',
  public_metadata: {plan: 'pro'},
  label: null,
  verification: verified,
  ...changes,
});

const NOW = Date.UTC(2026, 0, 1);
const part = (value: object): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const JWT = `${part({alg: 'RS256'})}.${part({sub: 'user_1', sid: 'sess_1', iat: 1, exp: 4e9})}.c2ln`;

/** The real Clerk, signed in, with a network that answers on this page. */
export class ClerkPage {
  readonly requests: ClerkRequest[] = [];
  /** What the network has; answers are made of it. */
  accounts: ClerkAccount[];
  readonly clerk = new Clerk(`pk_live_${btoa('clerk.example.com$')}`);
  /** Answers the next request for an account in place of the usual answer. */
  answer: ((request: ClerkRequest) => Response | Promise<Response>) | undefined;
  readonly #fetch = Object.getOwnPropertyDescriptor(window, 'fetch');

  constructor(accounts: readonly ClerkAccount[]) {
    this.accounts = [...accounts];
  }

  /** The accounts as an application hands them on. */
  get externalAccounts() {
    return this.clerk.user?.externalAccounts ?? [];
  }

  async load(): Promise<void> {
    window.fetch = async (input, init) => this.#respond(new Request(input, init));
    await this.clerk.load({standardBrowser: false});
  }

  close(): void {
    if (this.#fetch) Object.defineProperty(window, 'fetch', this.#fetch);
  }

  async #respond(request: Request): Promise<Response> {
    const {pathname, searchParams} = new URL(request.url);
    const method = searchParams.get('_method') ?? request.method;
    const path = pathname.replace(/^\/v1/, '');
    const fields = new URLSearchParams(await request.text());
    const body = Object.fromEntries(
      [...fields.keys()].map((key) => [key, fields.getAll(key).join(' ')]),
    );
    if (path === '/environment') return json({response: environment});
    if (path === '/client') return json({response: this.#client()});
    if (!path.startsWith('/me/external_accounts/')) return json({response: {}});
    const sent = {method, path, body};
    this.requests.push(sent);
    const {answer} = this;
    if (answer) {
      this.answer = undefined;
      return answer(sent);
    }
    const [, , , id = '', action] = path.split('/');
    if (method === 'DELETE') {
      this.accounts = this.accounts.filter((account) => account.id !== id);
      return json({
        response: {object: 'external_account', id, deleted: true},
        client: this.#client(),
      });
    }
    if (action === 'reauthorize') {
      const renewed = {
        ...clerkAccount(this.accounts.find((account) => account.id === id)),
        verification: {
          object: 'verification',
          status: 'unverified',
          strategy: 'oauth_google',
          external_verification_redirect_url: `https://accounts.example.com/o?for=${id}`,
        },
      };
      return json({response: renewed, client: this.#client()});
    }
    return json({response: {}});
  }

  #client(): object {
    const user = {
      object: 'user',
      id: 'user_1',
      external_accounts: this.accounts,
      email_addresses: [],
      phone_numbers: [],
      web3_wallets: [],
      enterprise_accounts: [],
      passkeys: [],
      organization_memberships: [],
      created_at: NOW,
      updated_at: NOW,
    };
    const session = {
      object: 'session',
      id: 'sess_1',
      status: 'active',
      user,
      public_user_data: {first_name: 'Ada', last_name: 'Lovelace', user_id: 'user_1'},
      last_active_token: {object: 'token', jwt: JWT},
      last_active_at: NOW,
      expire_at: 4e12,
      abandon_at: 4e12,
      created_at: NOW,
      updated_at: NOW,
      actor: null,
      tasks: null,
    };
    return {
      object: 'client',
      id: 'client_1',
      sessions: [session],
      sign_in: null,
      sign_up: null,
      last_active_session_id: 'sess_1',
      created_at: NOW,
      updated_at: NOW,
    };
  }
}

const json = (body: object, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'content-type': 'application/json'},
  });

/** What Clerk's network answers when it refuses. */
export const clerkRefusal = (code: string, message: string, status = 422): Response =>
  json({errors: [{code, message, long_message: `${message}, at length.`}]}, status);

const environment = {
  object: 'environment',
  id: 'env_1',
  auth_config: {object: 'auth_config', id: 'aconf_1', single_session_mode: true},
  display_config: {object: 'display_config', id: 'dc_1', instance_environment_type: 'production'},
  user_settings: {attributes: {}, social: {}, sign_in: {}, sign_up: {}, restrictions: {}},
  organization_settings: {},
  maintenance_mode: false,
};
