import type {SchemaChange} from './schema.js';

/** What a world does differently from a service in good health. Set through the control API, see `control.ts`. */

/** Names of everything that can be slow, can fail and is logged. */
export const ENDPOINT_NAMES = [
  'me',
  'metadata-update',
  'integrations',
  'oauth-nonce',
  'build-oauth',
  'session-id',
  'session-id-clear',
  'consent',
  'callback',
  'credential-create',
  'complete-setup',
  'credential',
  'settings',
  'account',
  'configuration-create',
  'configuration-update',
  'configuration-delete',
  'workflow-enable',
  'workflow-disable',
  'uninstall',
  'options',
  'proxy',
  'event',
  'workflow-trigger',
  'triggers',
  'icon',
] as const;

export type EndpointName = (typeof ENDPOINT_NAMES)[number];

/** What has become of a true answer on its way: values of another kind, gaps in its lists, every entry twice. */
export const BENT_SHAPES = ['hollow', 'holed', 'doubled'] as const;

export interface Failure {
  /** An HTTP status, or `network` (the connection breaks), `cut` (it breaks in the middle of the answer), `hang` (no answer ever). */
  readonly status: number | 'network' | 'cut' | 'hang';
  /** A string is sent as plain text, anything else as JSON. Absent: the usual error shape. */
  readonly body?: unknown;
  /** In place of a body: the true answer, bent. The request takes effect. */
  readonly bent?: (typeof BENT_SHAPES)[number];
  /** How many requests fail; absent: all, until the failure is taken away. */
  readonly times?: number;
  /** The request takes effect and only its answer is lost. */
  readonly applied?: boolean;
}

/** What the service answers to a save that it understood and does not want. */
export interface Refusal {
  /** A sentence, as it is. The SDK knows a field only by the name in it. */
  readonly message: string;
  /** Id of the input whose new value is not taken; absent: nothing of the save is. */
  readonly field?: string;
}

export const OPENER_POLICIES = [
  'unsafe-none',
  'same-origin',
  'same-origin-allow-popups',
  'noopener-allow-popups',
] as const;

export interface OAuthScenario {
  /** Cross-Origin-Opener-Policy of the consent page: all but the first cut the popup off from the page that opened it. */
  readonly coop: (typeof OPENER_POLICIES)[number];
  /** The consent page lives on the other loopback host name, so on another site. */
  readonly crossHost: boolean;
  /** Milliseconds from showing the consent page to an approval nobody clicks, also when the popup is closed by then. */
  readonly autoApprove: number | null;
  /** The same for a denial. */
  readonly autoDeny: number | null;
  /** Milliseconds that the consent page and the callback page take to load. */
  readonly slow: number;
}

export class Scenario {
  /** Milliseconds by which answers come late. The effect of a request is immediate, so late answers may be stale. */
  readonly latency = new Map<EndpointName | 'all', number>();
  readonly failures = new Map<EndpointName, Failure>();
  /** By type of the integration. */
  readonly refusals = new Map<string, readonly Refusal[]>();
  /** By type of the integration. */
  readonly schema = new Map<string, SchemaChange>();
  oauth: OAuthScenario = {
    coop: 'unsafe-none',
    crossHost: false,
    autoApprove: null,
    autoDeny: null,
    slow: 0,
  };

  latencyOf(endpoint: EndpointName): number {
    const latency = this.latency.get(endpoint) ?? this.latency.get('all') ?? 0;
    const isPopupPage = endpoint === 'consent' || endpoint === 'callback';
    return isPopupPage ? latency + this.oauth.slow : latency;
  }

  /** The failure that the next request to this endpoint meets, if any; counts it. */
  takeFailure(endpoint: EndpointName): Failure | undefined {
    const failure = this.failures.get(endpoint);
    if (failure?.times === undefined) return failure;
    if (failure.times > 1) this.failures.set(endpoint, {...failure, times: failure.times - 1});
    else this.failures.delete(endpoint);
    return failure;
  }
}
