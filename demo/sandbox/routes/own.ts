import {control} from '../control.js';
import {DEMO_USER_ID, sandboxEndpoints} from '../endpoints.js';
import {json} from '../http.js';
import {inspect} from '../inspection.js';
import {audienceOf, signToken} from '../jwt.js';
import {isObject, textOf} from '../read.js';
import type {Route} from '../router.js';
import type {World} from '../world.js';

/** A real project to talk to instead of the sandbox. */
export interface LiveProject {
  readonly projectId: string;
  readonly userToken: string;
}

/** What `GET /sandbox/config.json` tells the demo. */
export interface DemoConfig {
  readonly mode: 'sandbox' | 'live';
  readonly projectId: string;
  readonly userToken: string;
  /** For `configureGlobal()`; absent in live mode, where the SDK's own are right. */
  readonly endpoints?: ReturnType<typeof sandboxEndpoints>;
}

const TOKEN_LIFETIME_SECONDS = 3600;

/** What no real service has: tokens for the asking, the control API, and the demo's configuration. */
export function ownRoutes(live: LiveProject | undefined): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/token',
      access: 'anyone',
      handle: ({body, world}) => {
        const {userId, expiresIn} = isObject(body) ? body : {};
        const lifetime = typeof expiresIn === 'number' ? expiresIn : TOKEN_LIFETIME_SECONDS;
        const token = issueToken(world, textOf(userId) ?? DEMO_USER_ID, lifetime);
        return json({projectId: world.projectId, token});
      },
    },
    {method: 'GET', path: '/control', access: 'anyone', handle: ({world}) => json(inspect(world))},
    {
      method: 'POST',
      path: '/control',
      access: 'anyone',
      handle: ({body, world}) => {
        control(world, body);
        return json(inspect(world));
      },
    },
    {
      method: 'GET',
      path: '/config.json',
      // It may hold the token of a real user.
      access: 'same-origin',
      handle: ({query, world, origin}) => {
        const config: DemoConfig = live
          ? {mode: 'live', ...live}
          : {
              mode: 'sandbox',
              projectId: world.projectId,
              userToken: issueToken(
                world,
                textOf(query.get('user')) ?? DEMO_USER_ID,
                TOKEN_LIFETIME_SECONDS,
              ),
              endpoints: sandboxEndpoints(origin),
            };
        return json(config);
      },
    },
  ];
}

function issueToken(world: World, userId: string, lifetimeSeconds: number): string {
  const now = Math.floor(Date.now() / 1000);
  return signToken({
    sub: world.user(userId).userId,
    aud: audienceOf(world.projectId),
    iat: now,
    exp: now + lifetimeSeconds,
    generation: world.tokenGeneration,
  });
}
