import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {InstallRun} from '../../src/core/install/install-run.js';
import type {InstallStage} from '../../src/core/install/install-state.js';
import {
  networkFailure,
  refusal,
  serverFailure,
  type RequestName,
} from '../support/scripted-backend.js';
import {settled} from '../support/scripted-page.js';
import {tokenOf} from '../support/scripted-sdk.js';
import {enter, SCHEMES, sceneOf, type Scene} from '../support/scripted-session.js';
import {propertyRuns} from '../support/property-runs.js';

/** What a person can do at each stage besides cancelling. A stage that is not here ends by itself, or is the end. */
const WAYS_ON: Partial<Record<InstallStage, (run: InstallRun, pick: number) => void>> = {
  accountType: (run, pick) => {
    if (run.state.stage === 'accountType')
      run.chooseAccountType(run.state.accountTypes[pick % run.state.accountTypes.length]?.id ?? '');
  },
  instruction: (run) => run.finishInstruction(),
  preOptions: (run, pick) => run.submit({value: pick % 3}),
  postOptions: (run, pick) => run.submit({value: pick % 3}),
  resume: (run, pick) => (pick % 2 === 0 ? run.resume() : run.startOver()),
  replace: (run, pick) => (pick % 3 === 0 ? run.addAnother() : run.confirmReplace()),
  oauth: (run) => run.retry(),
  failed: (run) => run.retry(),
};

const REQUESTS: readonly RequestName[] = [
  'me',
  'create',
  'complete-setup',
  'session-id',
  'credential',
  'uninstall',
];

interface Observed {
  readonly run: InstallRun;
  readonly target: string | undefined;
  readonly allowMultiple: boolean;
  readonly generation: number;
  readonly userId: string | undefined;
  outcome: string | undefined;
  /** How often the state changed after the end. */
  afterlife: number;
}

/** A person, a browser, a network and a host who do anything at any time. */
class Chaos {
  readonly scene: Scene;
  readonly runs: Observed[] = [];
  readonly #releases: (() => Promise<void>)[] = [];
  readonly #givenUp = new Set<string>();
  #user = 'user-1';
  #tokens = 0;

  /** @param checksFirst whether the SDK looks for an integration before it lets go of the account that it holds */
  constructor(checksFirst: boolean) {
    const scene = sceneOf(undefined, (sdk) =>
      sdk.authenticate('p', tokenOf(this.#user, 4_000_000_000_000 + (this.#tokens += 1) * 1_000)),
    );
    for (const type of ['other', 'salesforce', 'oauth-both'])
      scene.sdk.backend.seed('user-1', type, {id: `${type}-old`, status: 'INVALID'});
    scene.sdk.backend.seed('user-1', 'oauth-post', {id: 'half', status: 'PENDING'});
    scene.sdk.installFlow.checksFirst = checksFirst;
    this.scene = enter(scene);
  }

  async step(action: string, pick: number): Promise<void> {
    const {scene} = this;
    const {page, sdk, session} = scene;
    const observed = this.runs[this.runs.length - 1 - (pick % 2)];
    const opened = page.windows[page.windows.length - 1 - (pick % 3)];
    switch (action) {
      case 'start':
        this.#start(pick);
        break;
      case 'go on':
        if (observed) this.#goOn(observed, pick);
        break;
      case 'back':
        this.#allow(() => observed?.run.back());
        break;
      case 'retry':
        this.#allow(() => observed?.run.retry());
        break;
      case 'cancel':
        observed?.run.cancel();
        break;
      case 'detach':
        observed?.run.detach();
        break;
      case 'attach':
        observed?.run.attach();
        break;
      case 'check':
        void observed?.run.check();
        break;
      case 'approve':
        if (opened) sdk.approve(opened);
        break;
      case 'succeed':
        if (opened) sdk.approve(opened);
        await page.advance(2_000);
        break;
      case 'deny':
        if (opened) sdk.deny(opened);
        break;
      case 'close':
        opened?.closeByHand();
        break;
      case 'sever':
        if (opened) opened.isSevered = true;
        break;
      case 'come back':
        page.comeBack();
        break;
      case 'block':
        page.blocksWindows = !page.blocksWindows;
        break;
      case 'wait':
        await page.advance([100, 700, 2_000, 6_000, 60_000, 200_000][pick % 6] ?? 0);
        break;
      case 'fail': {
        const errors = [networkFailure(), serverFailure(), refusal('No')];
        sdk.backend.failNext(REQUESTS[pick % REQUESTS.length] ?? 'me', errors[pick % 3]!);
        break;
      }
      case 'hold':
        this.#releases.push(sdk.backend.hold(REQUESTS[pick % REQUESTS.length] ?? 'me'));
        break;
      case 'release':
        await this.#releases.shift()?.();
        break;
      case 'expire':
        sdk.expireSession();
        break;
      case 'sign out':
        if (pick % 4 === 0) session.signOut();
        else if (pick % 4 === 1) sdk.logout();
        break;
      case 'sign in':
        void session.retry();
        break;
      case 'switch':
        if (pick % 3 > 0) break;
        this.#user = this.#user === 'user-1' ? 'user-2' : 'user-1';
        void session.switchUser();
        break;
    }
    // Half of the time the next thing happens in the same tick.
    if (pick % 2 === 0) await settled();
  }

  /** What holds at every moment. */
  check(): void {
    const {sdk, session} = this.scene;
    const active = this.runs.filter(({run}) => run.isActive);
    assert.ok(active.length <= 1, 'one run at a time');
    for (const {run} of active) assert.equal(session.run, run, 'the session knows its run');
    for (const id of sdk.uninstalled)
      assert.ok(this.#givenUp.has(id), `${id} was not to be removed`);
    assert.deepEqual(sdk.misdirected, []);
    assert.deepEqual(
      sdk.warnings.filter((warning) => /flow|credential/i.test(warning)),
      [],
    );
    for (const observed of this.runs) this.#checkRun(observed);
  }

  /** What holds once everything that was under way has come to its end. */
  async finish(): Promise<void> {
    const {page} = this.scene;
    while (this.#releases.length > 0) await this.#releases.shift()?.();
    await page.advance(20_000);
    for (const {run} of this.runs) assert.notEqual(run.state.stage, 'submitting');
    await page.advance(700_000);
    this.check();
    for (const {run} of this.runs) {
      const {state} = run;
      if (state.stage === 'oauth') assert.equal(state.phase, 'blocked', 'a sign-in ends');
      const isOver = state.stage === 'done' || state.stage === 'cancelled';
      assert.ok(isOver || WAYS_ON[state.stage], `there is a way on from ${state.stage}`);
      run.cancel();
    }
    await settled();
    for (const {run, outcome, afterlife} of this.runs) {
      const {state} = run;
      assert.equal(outcome, state.stage === 'done' ? state.credentialId : 'aborted');
      assert.equal(afterlife, 0);
      assert.deepEqual(run.answersOf('preOptions'), {});
    }
    this.check();
    this.scene.leave();
    await page.advance(20_000);
    assert.equal(page.leftovers, 0);
  }

  #start(pick: number): void {
    const {session} = this.scene;
    const types = Object.values(SCHEMES);
    const {type: integration} = types[pick % types.length]!;
    const accounts = session.integration(integration)?.accounts ?? [];
    const credentialId = pick % 5 === 0 ? accounts[pick % accounts.length]?.id : undefined;
    const allowMultiple = pick % 3 === 0;
    const run = new InstallRun(session, {integration, credentialId, allowMultiple});
    const observed: Observed = {
      run,
      target: credentialId,
      allowMultiple,
      generation: session.generation,
      userId: session.snapshot.userId,
      outcome: undefined,
      afterlife: 0,
    };
    this.#allow(() => {
      run.start();
      this.runs.push(observed);
      run.finished.then(
        (id) => (observed.outcome = id),
        (error: unknown) => (observed.outcome = (error as {code: string}).code),
      );
      let isOver = false;
      run.subscribe(({stage}) => {
        if (isOver && stage !== 'done') observed.afterlife += 1;
        isOver = stage === 'done' || stage === 'cancelled';
      });
    });
  }

  #goOn({run, target}: Observed, pick: number): void {
    const {state} = run;
    if (state.stage === 'resume' && target === undefined) this.#givenUp.add(state.account.id);
    this.#allow(() => WAYS_ON[state.stage]?.(run, pick));
  }

  /** Runs what may be refused because of another run or of a signed-out user, and for nothing else. */
  #allow(call: () => void): void {
    try {
      call();
    } catch (error) {
      const {code} = error as {code?: string};
      assert.ok(
        ['flow-in-progress', 'signed-out', 'integration-unknown'].includes(String(code)),
        String(error),
      );
    }
  }

  #checkRun({run, target, generation, userId}: Observed): void {
    const {state} = run;
    if (generation !== this.scene.session.generation)
      assert.ok(state.stage === 'done' || state.stage === 'cancelled', 'ends with its user');
    if (state.stage !== 'done') return;
    if (target !== undefined) assert.equal(state.credentialId, target);
    assert.ok(userId !== undefined);
  }
}

/** What happens, the usual more often than the rare. */
const actions = fc.oneof(
  {weight: 12, arbitrary: fc.constant('go on')},
  {weight: 6, arbitrary: fc.constantFrom('start', 'succeed', 'wait')},
  {weight: 3, arbitrary: fc.constantFrom('approve', 'retry', 'back')},
  {weight: 3, arbitrary: fc.constantFrom('cancel', 'detach', 'attach', 'check', 'deny', 'close')},
  {weight: 3, arbitrary: fc.constantFrom('sever', 'come back', 'block', 'fail', 'hold', 'release')},
  {weight: 1, arbitrary: fc.constantFrom('expire', 'sign out', 'sign in', 'switch')},
);

test('a run ends, removes nothing and stays its own, whatever happens in whichever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(actions, fc.nat(1_000)), {minLength: 5, maxLength: 40}),
      fc.boolean(),
      async (steps, checksFirst) => {
        const chaos = new Chaos(checksFirst);
        await settled();
        for (const [action, pick] of steps) {
          await chaos.step(action, pick);
          chaos.check();
        }
        await chaos.finish();
      },
    ),
    propertyRuns(40),
  );
});
