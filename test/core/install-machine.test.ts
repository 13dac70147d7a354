import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {ConnectedAccount} from '../../src/core/accounts/connected-account.js';
import {PgError} from '../../src/core/errors.js';
import {
  isOver,
  newMachine,
  transition,
  type Effect,
  type Facts,
  type Machine,
  type RunEvent,
} from '../../src/core/install/machine.js';
import {propertyRuns} from '../support/property-runs.js';

const IDS = ['a', 'b', 'c'];
const account = (id: string, status: string): ConnectedAccount =>
  ({id, status, refreshedAt: undefined}) as unknown as ConnectedAccount;

const stages = fc.constantFrom(
  {stage: 'accountType', options: [{id: 'x', scheme: 'oauth'}]} as const,
  {
    stage: 'instruction',
    content: '',
    ctas: [],
    finish: {label: '', onClick: () => undefined},
  } as const,
  {stage: 'preOptions', options: [{id: 'key', type: 'TEXT_NO_VARS'}]} as const,
  {stage: 'oauth'} as const,
  {stage: 'postOptions', options: []} as const,
  {stage: 'done'} as const,
);
const codes = fc.constantFrom('oauth-timeout', 'oauth-blocked', 'refused', 'network' as const);
const ids = fc.constantFrom(...IDS);
const opened = {closed: false, focus: () => undefined, close: () => undefined};

const events: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.constantFrom<RunEvent>(
    {type: 'resumed'},
    {type: 'startedOver'},
    {type: 'replaceConfirmed'},
    {type: 'anotherWanted'},
    {type: 'bothKept'},
    {type: 'instructionFinished'},
    {type: 'retried'},
    {type: 'wentBack'},
    {type: 'returned'},
    {type: 'silent'},
    {type: 'alive'},
    {type: 'severed'},
    {type: 'read'},
    {type: 'checked'},
    {type: 'accountsChanged'},
    {type: 'accountTypeChosen', id: 'x'},
    {type: 'submitted', values: {key: 'secret'}},
    {type: 'typed', form: 'preOptions', values: {key: 'secret'}},
    {type: 'called', opened},
    {type: 'called', opened: null},
    {type: 'called', opened: undefined},
    {type: 'denied', text: ''},
    {type: 'unloadable', error: new Error('no')},
    {type: 'ended', reason: new PgError('aborted', 'x')},
    {type: 'completed', credentialId: undefined},
  ),
  fc.record({type: fc.constant('stage' as const), stage: stages, late: fc.boolean()}),
  fc.record({type: fc.constant('completed' as const), credentialId: ids}),
  fc.record({
    type: fc.constantFrom('delayed' as const, 'due' as const, 'sent' as const),
    sending: fc.nat(4),
  }),
  fc.record({
    type: fc.constant('refused' as const),
    error: codes.map((code) => new PgError(code, code)),
    stage: fc.constantFrom(undefined, 'oauth', 'preOptions', 'postOptions'),
    late: fc.boolean(),
  }),
);

const facts: fc.Arbitrary<Facts> = fc.record({
  accounts: fc
    .uniqueArray(fc.tuple(ids, fc.constantFrom('valid', 'invalid', 'pending')), {
      selector: ([id]) => id,
    })
    .map((list) => list.map(([id, status]) => account(id, status))),
  held: fc.constantFrom(undefined, null, ...IDS),
  now: fc.nat(1_000_000),
  timeout: fc.constant(600_000),
  isCurrent: fc.boolean(),
  windows: fc.nat(3),
  obstacle: fc.constantFrom(undefined, 'isolated' as const, 'sandboxed' as const),
});

const options = fc.record({
  integration: fc.constant('slack'),
  credentialId: fc.option(ids, {nil: undefined}),
  allowMultiple: fc.boolean(),
});

const ENDS: readonly Effect['do'][] = ['resolve', 'reject'];

function checkStep(
  before: Machine,
  event: RunEvent,
  known: Facts,
): readonly [Machine, readonly Effect[]] {
  const [next, effects] = transition(before, event, known);
  assert.deepEqual(transition(before, event, known), [next, effects], 'the same again');
  const isSecond = before.shown.stage === 'done' && next.shown.stage === 'done';
  if (isOver(before)) {
    assert.deepEqual(effects, [], 'nothing is done after the end');
    assert.ok(next === before || isSecond);
  }
  const ends = effects.filter((effect) => ENDS.includes(effect.do));
  assert.equal(ends.length, isOver(next) && !isOver(before) ? 1 : 0, 'the end is told once');
  if (isOver(next)) assert.deepEqual(next.answers.values, {}, 'no answer stays');
  const isSignIn = next.shown.stage === 'oauth';
  if (!isSignIn) assert.equal(next.watch, 'none', 'a watch ends with the sign-in');
  for (const effect of effects) {
    if (effect.do === 'start' && next.target.id !== undefined)
      assert.equal(effect.options.selectedCredentialId, next.target.id);
    if (effect.do === 'resolve' && next.target.id !== undefined && before.target.id !== undefined)
      assert.equal(effect.credentialId, next.target.id, 'its own account, or none');
  }
  return [next, effects];
}

test('an account that the SDK has told of, and does not know yet, is read before the end', () => {
  const world: Facts = {
    accounts: [],
    held: null,
    now: 0,
    timeout: 600_000,
    isCurrent: true,
    windows: 0,
    obstacle: undefined,
  };
  const started = {type: 'started', permission: undefined, isReading: false} as const;
  const [machine] = transition(newMachine({integration: 'slack'}), started, world);
  const stage = {type: 'stage', stage: {stage: 'oauth'}, late: false} as const;
  const [signingIn] = transition(machine, stage, world);
  const completed = {type: 'completed', credentialId: 'a'} as const;
  const [waiting, effects] = transition(signingIn, completed, world);
  assert.equal(waiting.shown.stage, 'oauth');
  assert.deepEqual(effects, [{do: 'check'}]);
  const [done] = transition(
    waiting,
    {type: 'checked'},
    {...world, accounts: [account('a', 'valid')]},
  );
  assert.deepEqual(done.shown, {stage: 'done', credentialId: 'a'});
});

test('every step is pure, ends once, and keeps nothing afterwards', () => {
  fc.assert(
    fc.property(
      options,
      facts,
      fc.array(fc.tuple(events, facts), {maxLength: 30}),
      (run, atStart, steps) => {
        let machine = newMachine(run);
        const started = {type: 'started', permission: undefined, isReading: false} as const;
        [machine] = checkStep(machine, started, atStart);
        for (const [event, known] of steps) [machine] = checkStep(machine, event, known);
      },
    ),
    propertyRuns(300),
  );
});

test('answers go out only for the form that is shown', () => {
  const known = {
    accounts: [],
    held: null,
    now: 0,
    timeout: 1,
    isCurrent: true,
    windows: 0,
  } as const;
  const at = {...known, obstacle: undefined};
  const event = {type: 'submitted', values: {key: 'k'}} as const;
  const idle = newMachine({integration: 'slack'});
  assert.deepEqual(transition(idle, event, at), [idle, []]);
  const stage = {stage: 'preOptions', options: [{id: 'key', type: 'PASSWORD'}]} as const;
  const [form] = transition(idle, {type: 'stage', stage, late: false}, at);
  const [sent, effects] = transition(form, event, at);
  assert.deepEqual(
    effects.map((effect) => effect.do),
    ['submit'],
  );
  assert.deepEqual(transition(sent, event, at), [sent, []], 'not twice');
});
