/** Where the sandbox listens, for both sides: this module runs in browsers too and imports nothing of Node. */

/** Everything the sandbox answers lies below this path, so that it can share a port with the demo. */
export const SANDBOX_PREFIX = '/sandbox';

/** The project of callers who name none. Every other project id works too and is a world of its own. */
export const DEFAULT_PROJECT_ID = 'pg-sandbox';

/** The one user who starts with connected accounts. Any other user id starts with none. */
export const DEMO_USER_ID = 'demo-user';

/** The second argument of the SDK's `configureGlobal()`. */
export interface SandboxEndpoints {
  readonly API_TRIGGER_KIT_PUBLIC_URL: string;
  readonly CDN_PUBLIC_URL: string;
  readonly CONNECT_PUBLIC_URL: string;
  readonly DASHBOARD_PUBLIC_URL: string;
  readonly HERMES_PUBLIC_URL: string;
  readonly PASSPORT_PRODUCTION_URL: string;
  readonly PASSPORT_PUBLIC_URL: string;
  readonly WORKER_PROXY_PUBLIC_URL: string;
  readonly ZEUS_PUBLIC_URL: string;
}

/**
 * Points the real SDK at a sandbox: `paragon.configureGlobal({host: 'localhost'}, sandboxEndpoints(location.origin))`.
 *
 * @param origin scheme, host and port of the sandbox, without a trailing slash
 */
export function sandboxEndpoints(origin: string): SandboxEndpoints {
  const base = `${origin}${SANDBOX_PREFIX}`;
  return {
    API_TRIGGER_KIT_PUBLIC_URL: `${base}/triggers`,
    CDN_PUBLIC_URL: `${base}/cdn`,
    CONNECT_PUBLIC_URL: `${base}/connect`,
    DASHBOARD_PUBLIC_URL: `${base}/dashboard`,
    HERMES_PUBLIC_URL: `${base}/hermes`,
    PASSPORT_PRODUCTION_URL: `${base}/passport`,
    PASSPORT_PUBLIC_URL: `${base}/passport`,
    WORKER_PROXY_PUBLIC_URL: `${base}/worker`,
    ZEUS_PUBLIC_URL: `${base}/zeus`,
  };
}
