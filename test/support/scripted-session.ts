import type {InstallRun} from '../../src/core/install/install-run.js';
import type {
  FormStage,
  InstallOptions,
  InstallStage,
  InstallState,
} from '../../src/core/install/install-state.js';
import {startInstall} from '../../src/core/install/start-install.js';
import {ConnectSession} from '../../src/core/compose.js';
import type {SessionOptions} from '../../src/core/session/session.js';
import type {SessionSnapshot} from '../../src/core/session/snapshot.js';
import type {ScriptedIntegration} from './scripted-backend.js';
import {ScriptedPage, settled} from './scripted-page.js';
import {ScriptedSdk, tokenOf} from './scripted-sdk.js';

const text = (id: string): object => ({id, type: 'TEXT_NO_VARS', title: id});
const environments = [
  {id: 'production', scheme: 'oauth', accountDescription: 'Production'},
  {id: 'sandbox', scheme: 'oauth', accountDescription: 'Sandbox'},
];

/** One integration of every path through the install flow. */
export const SCHEMES = {
  oauth: {type: 'oauth', name: 'OAuth', scheme: 'oauth'},
  other: {type: 'other', name: 'Other', scheme: 'oauth'},
  oauthPre: {type: 'oauth-pre', scheme: 'oauth', preOptions: [text('subdomain')]},
  oauthPost: {type: 'oauth-post', scheme: 'oauth', postOptions: [text('site')]},
  oauthBoth: {
    type: 'oauth-both',
    scheme: 'oauth',
    preOptions: [text('subdomain')],
    postOptions: [text('site')],
  },
  salesforce: {
    type: 'salesforce',
    scheme: 'oauth',
    accountTypes: environments,
    instructed: ['production', 'sandbox'],
  },
  everything: {
    type: 'everything',
    scheme: 'oauth',
    accountTypes: environments,
    instructed: ['production'],
    preOptions: [text('subdomain')],
    postOptions: [text('site')],
  },
  apiKey: {type: 'api-key', scheme: 'api_key', preOptions: [{...text('key'), type: 'PASSWORD'}]},
  apiKeyPost: {
    type: 'api-key-post',
    scheme: 'api_key',
    preOptions: [text('key')],
    postOptions: [text('site')],
  },
  mixed: {
    type: 'mixed',
    scheme: 'oauth',
    accountTypes: [
      {id: 'window', scheme: 'oauth', accountDescription: 'In a window'},
      {id: 'key', scheme: 'api_key', accountDescription: 'With a key'},
    ],
    preOptions: [text('subdomain')],
  },
  nothing: {type: 'nothing', scheme: 'none'},
} as const satisfies Record<string, ScriptedIntegration>;

/** What a test of a session works with. */
export interface Scene {
  readonly page: ScriptedPage;
  readonly sdk: ScriptedSdk;
  readonly session: ConnectSession;
  /** Every snapshot since the subscription. */
  readonly snapshots: SessionSnapshot[];
  leave(): void;
}

/** A session of a scripted SDK that nobody has subscribed to yet. */
export function sceneOf(
  integrations: readonly ScriptedIntegration[] = Object.values(SCHEMES),
  signIn?: (sdk: ScriptedSdk) => Promise<void>,
): Scene {
  const page = new ScriptedPage();
  const sdk = new ScriptedSdk(page, integrations);
  const options: SessionOptions = {environment: page, signIn: signIn && (() => signIn(sdk))};
  const session = new ConnectSession(sdk, options);
  return {page, sdk, session, snapshots: [], leave: () => undefined};
}

export function enter(scene: Scene): Scene {
  const leave = scene.session.subscribe((snapshot) => scene.snapshots.push(snapshot));
  return {...scene, leave};
}

/** A scene whose session signs `user-1` in by itself, and is ready. */
export async function readyScene(
  integrations?: readonly ScriptedIntegration[],
  prepare?: (sdk: ScriptedSdk) => void,
): Promise<Scene> {
  let tokens = 0;
  const scene = sceneOf(integrations, (sdk) =>
    // Every token is a new one, as after an expiry.
    sdk.authenticate('project', tokenOf('user-1', 4_000_000_000_000 + (tokens += 1) * 1_000)),
  );
  prepare?.(scene.sdk);
  const entered = enter(scene);
  await settled();
  return entered;
}

/** A run, and what it has shown. */
export interface Watched {
  readonly run: InstallRun;
  readonly states: InstallState[];
  readonly stages: InstallStage[];
}

export function install(scene: Scene, options: InstallOptions): Watched {
  return watch(startInstall(scene.session, options));
}

export function watch(run: InstallRun): Watched {
  const states: InstallState[] = [run.state];
  const stages: InstallStage[] = [run.state.stage];
  run.subscribe((state) => {
    states.push(state);
    stages.push(state.stage);
  });
  return {run, states, stages};
}

/** The members of the state's union that can be at this stage. */
type StateAt<Stage extends InstallStage, State = InstallState> = State extends {
  readonly stage: infer Own;
}
  ? [Extract<Own, Stage>] extends [never]
    ? never
    : State
  : never;

/** The state, if it is this one. */
export function shown<Stage extends InstallStage>(run: InstallRun, stage: Stage): StateAt<Stage> {
  const {state} = run;
  if (state.stage !== stage) {
    const error = state.error ? ` (${state.error.code}: ${state.error.message})` : '';
    throw new Error(`Expected ${stage}, but it is ${state.stage}${error}.`);
  }
  return state as StateAt<Stage>;
}

/** Answers a form as a person does, with one value. */
export function fillIn(run: InstallRun, stage: FormStage, value = 'acme'): void {
  const [input] = shown(run, stage).inputs;
  run.submit({[input?.id ?? '']: value});
}
