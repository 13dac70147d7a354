import {catalogEntry, userIntegration} from '../catalog.js';
import {json} from '../http.js';
import {objectOf} from '../read.js';
import {userRoute, type Route} from '../router.js';

const PROJECT = '/zeus/projects/:projectId/sdk';

/** Who the user is, what can be connected, and what is connected. */
export const sessionRoutes: readonly Route[] = [
  userRoute('me', 'GET', `${PROJECT}/me`, ({user, world}) =>
    json({
      project: {
        id: world.projectId,
        billingPlan: 'connect_enterprise',
        accessibleFeatures: ['byo', 'dfm', 'headless-cp', 'user-metadata', 'whitelabel'],
      },
      userId: user.userId,
      integrations: Object.fromEntries(
        world.fixtures.map((fixture) => [fixture.type, userIntegration(user, fixture)]),
      ),
      meta: user.meta,
      resources: [],
    }),
  ),

  userRoute('metadata-update', 'PATCH', `${PROJECT}/me`, ({user, body}) => {
    const {meta} = objectOf(body, 'The request body');
    user.meta = {...user.meta, ...objectOf(meta, 'meta')};
    return json({meta: user.meta});
  }),

  userRoute('integrations', 'GET', `${PROJECT}/integrations`, ({world, origin}) =>
    json(world.fixtures.map((fixture) => catalogEntry(fixture, world.projectId, origin))),
  ),
];
