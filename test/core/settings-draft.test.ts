import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FieldDraft, SettingsState} from '../../src/core/settings/settings-state.js';
import {getSettingsDrafts} from '../../src/core/settings/settings-drafts.js';
import {deferred} from '../support/deferred.js';
import {settled} from '../support/scripted-page.js';
import {
  accountOf,
  configurationOf,
  REFUSED,
  sceneOf,
  SettingsSdk,
  type Network,
} from './settings-double.js';

const fieldOf = ({settings}: SettingsState, id: string): FieldDraft =>
  settings.fields.find(({input}) => input.id === id)!;
const workflowOf = ({workflows}: SettingsState, id: string) =>
  workflows.find(({workflow}) => workflow.id === id)!;
const shared = (values: object, id = 'one') =>
  new SettingsSdk([
    accountOf(id, {configurations: [configurationOf(id, {sharedSettings: {...values}})]}),
  ]);

/** Holds every request until it is let go, and can fail it; the read before the first save only if asked to. */
function holding(sdk: SettingsSdk, {first = false}: {readonly first?: boolean} = {}) {
  let isHeld = first;
  const held: {
    readonly name: string;
    readonly go: () => Promise<void>;
    readonly fail: (error: Error, applied?: boolean) => Promise<void>;
  }[] = [];
  const network: Network = (name, work) => {
    const passes = name === 'me' && !isHeld;
    isHeld = true;
    if (passes) return Promise.resolve(work());
    const answer = deferred<ReturnType<typeof work>>();
    held.push({
      name,
      go: async () => {
        answer.resolve(work());
        await settled();
      },
      fail: async (error, applied = false) => {
        if (applied) work();
        answer.reject(error);
        await settled();
      },
    });
    return answer.promise;
  };
  sdk.network = network;
  return held;
}

const offline = (): Error => new TypeError('Failed to fetch');

describe('SettingsDraft values', () => {
  it('reads the account’s own default configuration', () => {
    const sdk = new SettingsSdk([
      accountOf('one', {
        configurations: [
          configurationOf('one', {id: 'other', isDefault: false, sharedSettings: {a: 'no'}}),
          configurationOf('one', {sharedSettings: {a: 'yes'}}),
        ],
      }),
    ]);
    const {draft} = sceneOf(sdk);
    assert.equal(fieldOf(draft.state, 'a').value, 'yes');
    const {draft: other} = sceneOf(sdk, {configurationId: 'other'});
    assert.equal(fieldOf(other.state, 'a').value, 'no');
  });

  it('saves into the configuration that is asked for, also by its external id', async () => {
    const other = configurationOf('one', {id: 'other', isDefault: false, externalId: 'team-7'});
    const sdk = new SettingsSdk([
      accountOf('one', {configurations: [configurationOf('one'), other]}),
    ]);
    const {draft} = sceneOf(sdk, {configurationId: 'team-7'});
    draft.edit('a', 'x');
    assert.equal(await draft.save(), 'saved');
    assert.deepEqual(sdk.saved('one', 'other').sharedSettings, {a: 'x'});
    assert.deepEqual(sdk.saved('one').sharedSettings, {});
  });

  it('shows what is typed on top of what is saved, and knows which fields differ', () => {
    const {draft} = sceneOf(shared({a: '1', b: '2'}));
    draft.edit('a', 'x');
    assert.deepEqual(
      draft.state.settings.fields.map(({value, isDirty}) => [value, isDirty]),
      [
        ['x', true],
        ['2', false],
        [undefined, false],
      ],
    );
    draft.edit('a', '1');
    assert.equal(draft.isDirty(), false);
  });

  it('does not count a field as changed that was filled in and emptied again', () => {
    const {draft} = sceneOf();
    draft.edit('a', 'x');
    draft.edit('a', '');
    assert.equal(draft.isDirty(), false);
  });

  it('removes a key with undefined, and keeps null and an empty text', async () => {
    const sdk = shared({a: '1', b: '2', secret: '3'});
    const {draft} = sceneOf(sdk);
    draft.edit('a', undefined);
    draft.edit('b', '');
    draft.edit('secret', null);
    assert.equal(await draft.save(), 'saved');
    assert.deepEqual(sdk.saved().sharedSettings, {b: '', secret: null});
  });

  it('saves the defaults that people see together with a change, but no hidden or locked ones', async () => {
    const of = (id: string, more: object) => ({
      id,
      type: 'TEXT_NO_VARS',
      defaultValue: id,
      ...more,
    });
    const sdk = new SettingsSdk(
      [accountOf('one')],
      [
        {id: 'a', type: 'TEXT_NO_VARS'},
        of('seen', {}),
        of('hid', {hidden: true}),
        of('set', {readOnly: true}),
        of('copied', {type: 'COPYABLE_BUTTON_INPUT'}),
      ],
    );
    const {draft} = sceneOf(sdk);
    assert.equal(draft.isDirty(), false);
    draft.edit('a', 'x');
    await draft.save();
    assert.deepEqual(sdk.saved().sharedSettings, {a: 'x', seen: 'seen'});
  });

  it('is shared by all who show the same account, and kept while nobody does', () => {
    const scene = sceneOf();
    scene.draft.edit('a', 'x');
    scene.draft.edit('secret', 'hunter2');
    scene.leave();
    const again = getSettingsDrafts(scene.session).draft({
      integration: 'acme',
      credentialId: 'one',
    });
    assert.equal(again, scene.draft);
    assert.equal(fieldOf(again.state, 'a').value, 'x');
    assert.equal(fieldOf(again.state, 'secret').value, undefined, 'but not a secret');
    assert.equal(getSettingsDrafts(scene.session).isDirty('acme'), true);
    getSettingsDrafts(scene.session).reset();
    assert.equal(getSettingsDrafts(scene.session).isDirty(), false);
  });
});

describe('SettingsDraft saves', () => {
  it('shares one request between saves that are asked for before it begins', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    draft.edit('a', '1');
    const first = draft.save();
    draft.edit('b', '2');
    const second = draft.save();
    await settled();
    assert.equal(draft.state.settings.save.status, 'pending');
    assert.equal(held.length, 1);
    await held[0]!.go();
    assert.deepEqual([await first, await second], ['saved', 'saved']);
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1', b: '2'});
  });

  it('takes a save back that has not begun when everything is discarded, and saves nothing that is typed after that', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk, {first: true});
    draft.edit('a', '1');
    const first = draft.save();
    await settled();
    draft.reset();
    draft.edit('b', 'not yet');
    await held[0]!.go();
    assert.equal(await first, 'unchanged');
    assert.deepEqual([sdk.saved().sharedSettings, draft.isDirty()], [{}, true]);
    assert.equal(fieldOf(draft.state, 'b').value, 'not yet');
    const second = draft.save();
    await settled();
    await held[1]!.go();
    assert.equal(await second, 'saved');
    assert.deepEqual(sdk.saved().sharedSettings, {b: 'not yet'});
  });

  it('does not repeat after a new sign-in what was discarded meanwhile, nor send what was typed since', async () => {
    const sdk = new SettingsSdk([accountOf('one')]);
    const signedIn = deferred<undefined>();
    const {draft} = sceneOf(sdk, {}, async () => {
      if (sdk.userId === undefined) await signedIn.promise;
      sdk.userId = 'user-1';
    });
    await settled();
    const held = holding(sdk);
    draft.edit('a', '1');
    const saving = draft.save();
    await settled();
    sdk.userId = undefined;
    await held[0]!.fail(new Error('{"statusCode": 401}'));
    draft.reset();
    draft.edit('b', 'not yet');
    signedIn.resolve(undefined);
    assert.equal(await saving, 'unchanged');
    assert.deepEqual([held.length, sdk.saved().sharedSettings], [1, {}]);
    assert.equal(fieldOf(draft.state, 'b').value, 'not yet');
  });

  it('keeps what is typed during a save, and saves it with the next', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    draft.edit('a', '1');
    const first = draft.save();
    await settled();
    draft.edit('a', '12');
    await held[0]!.go();
    assert.equal(await first, 'saved');
    assert.deepEqual([fieldOf(draft.state, 'a').value, draft.isDirty()], ['12', true]);
    const second = draft.save();
    await settled();
    await held[1]!.go();
    await second;
    assert.deepEqual([sdk.saved().sharedSettings, draft.isDirty()], [{a: '12'}, false]);
  });

  it('loses nothing that another element of the page saves at the same time', async () => {
    const {sdk, session, draft} = sceneOf();
    const other = session.perform('one', () =>
      sdk.updateIntegrationUserSettings('acme', {b: 'theirs'}, {selectedCredentialId: 'one'}),
    );
    draft.edit('a', 'mine');
    await Promise.all([draft.save(), other]);
    assert.deepEqual(sdk.saved().sharedSettings, {a: 'mine', b: 'theirs'});
  });

  it('loses nothing when a refresh brings an older state while a save is under way', async () => {
    const {sdk, session, draft} = sceneOf();
    const held = holding(sdk);
    draft.edit('a', '1');
    const saving = draft.save();
    await settled();
    const old = new Map(sdk.server);
    const refreshing = session.refresh();
    await settled();
    await held[0]!.go();
    await saving;
    draft.edit('b', '2');
    const next = draft.save();
    await settled();
    // The refresh was answered before the save, and its answer comes after it.
    const now = new Map(sdk.server);
    for (const [id, credential] of old) sdk.server.set(id, credential);
    const answering = held[1]!.go();
    for (const [id, credential] of now) sdk.server.set(id, credential);
    await answering;
    for (let index = 2; index < held.length; index += 1) await held[index]!.go();
    await Promise.all([refreshing, next]);
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1', b: '2'});
  });

  it('puts a refusal beside the field that it names, and keeps what was typed', async () => {
    const {sdk, draft} = sceneOf();
    draft.edit('a', '1');
    draft.edit('b', REFUSED);
    assert.equal(await draft.save(), 'refused');
    const {settings} = draft.state;
    assert.deepEqual(
      settings.fields.map(({value, isDirty, message}) => [value, isDirty, message]),
      [
        ['1', false, ''],
        [REFUSED, true, '"Second" was not accepted.'],
        [undefined, false, ''],
      ],
    );
    assert.ok(settings.save.status === 'error' && settings.save.isPlaced);
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1'});
    draft.edit('b', 'fine');
    assert.equal(fieldOf(draft.state, 'b').message, '');
    assert.equal(await draft.save(), 'saved');
  });

  it('says a refusal that names no field of its own', async () => {
    const {sdk, draft} = sceneOf();
    sdk.updateIntegrationUserSettings = () => Promise.resolve({errors: ['Too many changes.']});
    draft.edit('a', '1');
    assert.equal(await draft.save(), 'refused');
    const {save} = draft.state.settings;
    assert.ok(save.status === 'error' && !save.isPlaced);
    assert.equal(save.error.detail, 'Too many changes.');
  });

  it('shows no secret that the service repeats in a refusal or a failure', async () => {
    const {sdk, draft} = sceneOf();
    const secret = 'sk-"live"-1';
    for (const fail of [
      () => new Error(JSON.stringify({message: `The key ${secret} is wrong.`, status: 422})),
      () => new Error(`Upstream said ${JSON.stringify(secret)}`),
      () => new Error(`GET /check?key=${encodeURIComponent(secret)} failed`),
    ]) {
      draft.edit('secret', secret);
      sdk.network = (name, work) => {
        if (name !== 'settings') return Promise.resolve(work());
        return Promise.reject(fail());
      };
      assert.notEqual(await draft.save(), 'saved');
      const {save, fields} = draft.state.settings;
      const error = save.status === 'error' ? save.error : undefined;
      const said = [
        error?.message,
        error?.detail,
        (error?.cause as Error | undefined)?.message,
        ...fields.map(({message}) => message),
      ].join();
      for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
        assert.ok(!said.includes(form), said);
      assert.match(said, /••••/);
    }
  });

  it('keeps everything on a failure, and saves it on retry', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    draft.edit('a', '1');
    const saving = draft.save();
    await settled();
    await held[0]!.fail(offline());
    assert.equal(await saving, 'failed');
    const {save} = draft.state.settings;
    assert.ok(save.status === 'error');
    assert.deepEqual([save.error.code, draft.isDirty()], ['network', true]);
    save.retry();
    await settled();
    // It looks first what has become of the save before.
    assert.equal(held[1]!.name, 'me');
    await held[1]!.go();
    await held[2]!.go();
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1'});
    assert.equal(draft.state.settings.save.status, 'complete');
  });

  it('does not undo a save whose answer was lost', async () => {
    const {sdk, session, draft} = sceneOf();
    const held = holding(sdk);
    draft.edit('a', '1');
    const saving = draft.save();
    await settled();
    await held[0]!.fail(offline(), true);
    await saving;
    draft.reset();
    draft.edit('b', '2');
    const next = draft.save();
    await settled();
    await held[1]!.go();
    await held[2]!.go();
    await next;
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1', b: '2'});
    assert.equal(session.snapshot.error, undefined);
  });

  it('ends a save that is never answered, and survives its late answer', async () => {
    const {sdk, page, draft} = sceneOf();
    const held = holding(sdk);
    draft.edit('a', '1');
    const saving = draft.save();
    await settled();
    await page.clock.advance(30_000);
    assert.equal(await saving, 'failed');
    draft.edit('b', '2');
    const next = draft.save();
    await settled();
    await held[1]!.go();
    await held[2]!.go();
    assert.equal(await next, 'saved');
    await held[0]!.fail(offline());
    await held[3]!.go();
    draft.edit('secret', 's');
    const last = draft.save();
    await settled();
    await held[4]!.go();
    await last;
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1', b: '2', secret: 's'});
  });

  it('holds back what a check finds wrong, and saves the rest', async () => {
    const {sdk, draft} = sceneOf();
    draft.edit('a', '1');
    draft.edit('b', 'bad');
    const outcome = await draft.save('all', (_, value) => (value === 'bad' ? 'Wrong.' : undefined));
    assert.equal(outcome, 'invalid');
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1'});
    assert.deepEqual(
      [fieldOf(draft.state, 'b').message, fieldOf(draft.state, 'b').value],
      ['Wrong.', 'bad'],
    );
  });

  it('checks every field that is saved together with a change, touched or not', () => {
    const {draft} = sceneOf();
    assert.equal(
      draft.validate(() => 'Nobody asked.'),
      true,
    );
    draft.edit('a', 'x');
    assert.equal(
      draft.validate((input) => (input.id === 'b' ? 'Missing.' : undefined)),
      false,
    );
    assert.equal(fieldOf(draft.state, 'b').message, 'Missing.');
    assert.equal(workflowOf(draft.state, 'on').fields[0]?.message, '');
    assert.equal(
      draft.validate(() => undefined),
      true,
    );
  });

  it('sends nothing when nothing was changed', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    assert.equal(await draft.save(), 'unchanged');
    assert.equal(held.length, 0);
  });
});

describe('SettingsDraft and changes from elsewhere', () => {
  it('follows a refresh in untouched fields only', async () => {
    const {sdk, session, draft} = sceneOf(shared({a: '1', b: '2'}));
    draft.edit('a', 'typed');
    sdk.change('one', {
      configurations: [configurationOf('one', {sharedSettings: {a: '8', b: '9'}})],
    });
    await session.refresh();
    assert.deepEqual(
      [fieldOf(draft.state, 'a').value, fieldOf(draft.state, 'b').value],
      ['typed', '9'],
    );
  });

  it('keeps a field that is being typed in even while it holds what is saved', async () => {
    const {sdk, session, draft} = sceneOf(shared({a: '1'}));
    const elsewhere = (a: string) =>
      sdk.change('one', {configurations: [configurationOf('one', {sharedSettings: {a}})]});
    draft.edit('a', '12');
    draft.edit('a', '1');
    elsewhere('2');
    await session.refresh();
    assert.equal(fieldOf(draft.state, 'a').value, '1');
    draft.edit('a', '2');
    draft.settle();
    elsewhere('3');
    await session.refresh();
    assert.equal(fieldOf(draft.state, 'a').value, '3', 'once it was left, it follows again');
  });

  it('keeps what was typed while the account does not work, and saves it afterwards', async () => {
    const {sdk, session, draft} = sceneOf();
    draft.edit('a', '1');
    sdk.change('one', {status: 'INVALID'});
    await session.refresh();
    assert.equal(draft.state.access, 'account-not-valid');
    assert.equal(await draft.save(), 'failed');
    sdk.change('one', {status: 'VALID'});
    await session.refresh();
    assert.deepEqual([draft.state.access, fieldOf(draft.state, 'a').value], ['editable', '1']);
    assert.equal(await draft.save(), 'saved');
  });

  it('keeps what another tab has saved meanwhile', async () => {
    const {sdk, session, draft} = sceneOf(shared({a: '1', b: '2'}));
    sdk.change('one', {
      configurations: [
        configurationOf('one', {
          sharedSettings: {a: '1', b: 'theirs'},
          workflowSettings: {on: {enabled: true, settings: {hour: 'theirs'}}},
        }),
      ],
    });
    draft.edit('a', 'mine');
    draft.edit('day', 'mine', 'on');
    assert.equal(await draft.save(), 'saved');
    assert.deepEqual(sdk.saved().sharedSettings, {a: 'mine', b: 'theirs'});
    assert.deepEqual(sdk.saved().workflowSettings?.['on']?.settings, {hour: 'theirs', day: 'mine'});
    assert.equal(session.snapshot.error, undefined);
  });

  it('shows a field that was changed elsewhere too, and overwrites nothing', async () => {
    const sdk = shared({a: '1', b: '1'});
    const {draft} = sceneOf(sdk);
    draft.edit('a', 'mine');
    draft.edit('b', '2');
    sdk.change('one', {
      configurations: [configurationOf('one', {sharedSettings: {a: 'theirs', b: '1'}})],
    });
    assert.equal(await draft.save(), 'invalid');
    assert.deepEqual(sdk.saved().sharedSettings, {a: 'theirs', b: '2'});
    const field = fieldOf(draft.state, 'a');
    assert.deepEqual([field.value, field.conflict], ['mine', {theirs: 'theirs'}]);
    assert.equal(fieldOf(draft.state, 'b').conflict, undefined);
    assert.equal(await draft.save(), 'invalid', 'not by trying again');
    assert.equal(sdk.saved().sharedSettings?.['a'], 'theirs');
  });

  it('saves over what was changed elsewhere once the person says so', async () => {
    const sdk = shared({a: '1'});
    const {draft, session} = sceneOf(sdk);
    draft.edit('a', 'mine');
    sdk.change('one', {configurations: [configurationOf('one', {sharedSettings: {a: 'theirs'}})]});
    await session.refresh();
    assert.deepEqual(fieldOf(draft.state, 'a').conflict, {theirs: 'theirs'});
    draft.resolve('a', 'mine');
    assert.equal(fieldOf(draft.state, 'a').conflict, undefined);
    assert.equal(await draft.save(), 'saved');
    assert.equal(sdk.saved().sharedSettings?.['a'], 'mine');
  });

  it('gives up what was typed for what was changed elsewhere once the person says so', async () => {
    const sdk = shared({a: '1'});
    const {draft, session} = sceneOf(sdk);
    draft.edit('a', 'mine');
    sdk.change('one', {configurations: [configurationOf('one', {sharedSettings: {a: 'theirs'}})]});
    await session.refresh();
    draft.resolve('a', 'theirs');
    const {value, isDirty, conflict} = fieldOf(draft.state, 'a');
    assert.deepEqual([value, isDirty, conflict], ['theirs', false, undefined]);
  });

  for (const [name, end] of [
    ['is refused for another field', undefined],
    ['fails after the backend has taken it', offline()],
  ] as const) {
    it(`sees no conflict in its own save that ${name} while more is typed`, async () => {
      const sdk = shared({a: '1', b: '1'});
      const {draft} = sceneOf(sdk);
      const held = holding(sdk);
      draft.edit('a', '2');
      if (!end) draft.edit('b', REFUSED);
      const saving = draft.save();
      await settled();
      draft.edit('a', '23');
      await (end ? held[0]!.fail(end, true) : held[0]!.go());
      sdk.network = (_network, work) => Promise.resolve(work());
      await saving;
      draft.edit('b', 'right');
      assert.equal(await draft.save(), 'saved');
      assert.deepEqual(sdk.saved().sharedSettings, {a: '23', b: 'right'});
    });
  }

  it('sees no conflict in its own saves, nor where both typed the same', async () => {
    const sdk = shared({a: '1', b: '1'});
    const {draft, session} = sceneOf(sdk);
    const seen: unknown[] = [];
    draft.subscribe((state) => seen.push(fieldOf(state, 'a').conflict));
    const held = holding(sdk);
    draft.edit('a', '2');
    const saving = draft.save();
    await settled();
    draft.edit('a', '23');
    await held[0]!.go();
    assert.equal(await saving, 'saved');
    assert.ok(seen.every((conflict) => conflict === undefined));
    draft.edit('b', 'same');
    sdk.network = (_name, work) => Promise.resolve(work());
    sdk.change('one', {
      configurations: [configurationOf('one', {sharedSettings: {a: '2', b: 'same'}})],
    });
    await session.refresh();
    assert.equal(fieldOf(draft.state, 'b').conflict, undefined);
    assert.equal(await draft.save(), 'saved');
    assert.equal(sdk.saved().sharedSettings?.['a'], '23');
  });

  it('reads the account once for saves that follow each other', async () => {
    const {sdk, page, draft} = sceneOf();
    const asked: string[] = [];
    sdk.network = async (name, work) => {
      asked.push(name);
      await Promise.resolve();
      return work();
    };
    draft.edit('a', '1');
    draft.edit('day', '1', 'on');
    await draft.save();
    draft.edit('a', '2');
    await draft.save();
    assert.deepEqual(asked, ['me', 'settings', 'workflow-settings', 'settings']);
    await page.clock.advance(2_000);
    draft.edit('a', '3');
    await draft.save();
    assert.deepEqual(asked.slice(4), ['me', 'settings']);
  });

  it('saves all the same where the account cannot be read first, or not in time', async () => {
    const {sdk, page, draft} = sceneOf();
    const held = holding(sdk, {first: true});
    draft.edit('a', '1');
    const saving = draft.save();
    await settled();
    assert.equal(held[0]!.name, 'me');
    await held[0]!.fail(offline());
    await held[1]!.go();
    assert.equal(await saving, 'saved');
    await page.clock.advance(2_000);
    draft.edit('a', '2');
    const next = draft.save();
    await settled();
    assert.equal(held[2]!.name, 'me');
    await page.clock.advance(10_000);
    await held[3]!.go();
    assert.equal(await next, 'saved');
    assert.deepEqual(sdk.saved().sharedSettings, {a: '2'});
  });

  it('saves at once when the page is left', async () => {
    const {sdk, session, draft} = sceneOf();
    const held = holding(sdk, {first: true});
    draft.edit('a', '1');
    const saving = draft.save();
    await settled();
    assert.deepEqual(
      held.map(({name}) => name),
      ['me'],
    );
    getSettingsDrafts(session).skipChecks();
    await settled();
    assert.equal(held[1]?.name, 'settings');
    await held[1].go();
    assert.equal(await saving, 'saved');
    await held[0]!.go();
    await held[2]?.go();
    assert.deepEqual(fieldOf(draft.state, 'a').value, '1', 'the late read does not undo it');
  });

  it('forgets an account that is gone', async () => {
    const {sdk, session, draft} = sceneOf();
    draft.edit('a', '1');
    sdk.server.delete('one');
    await session.refresh();
    assert.deepEqual([draft.state.access, draft.isDirty()], ['account-not-found', false]);
  });

  it('forgets everything when the user changes, also what is under way', async () => {
    const {sdk, session, draft} = sceneOf();
    const held = holding(sdk);
    draft.edit('a', 'hers');
    const saving = draft.save();
    await settled();
    sdk.userId = 'user-2';
    session.reread();
    await held[0]!.go();
    assert.equal(await saving, 'dropped');
    assert.equal(draft.state.access, 'account-not-found');
    const fresh = getSettingsDrafts(session).draft(draft.target);
    assert.notEqual(fresh, draft);
    draft.edit('a', 'late');
    assert.equal(draft.isDirty(), false);
  });

  it('says that an account has no such configuration', () => {
    const {draft} = sceneOf(undefined, {configurationId: 'none'});
    assert.equal(draft.state.access, 'configuration-not-found');
  });
});

describe('SettingsDraft workflows', () => {
  it('leaves hidden workflows out', () => {
    const {draft} = sceneOf();
    assert.deepEqual(
      draft.state.workflows.map(({workflow, isEnabled}) => [workflow.id, isEnabled]),
      [
        ['on', true],
        ['never', false],
      ],
    );
  });

  it('repeats no secret that the service puts into the words of a failed switch', async () => {
    const sdk = new SettingsSdk([accountOf('one')]);
    const {draft} = sceneOf(sdk);
    draft.edit('secret', 'hunter-22');
    sdk.network = (name, work) => {
      if (name === 'workflow') throw new Error('The key hunter-22 is wrong.');
      return Promise.resolve(work());
    };
    assert.equal(await draft.toggle('never', true), false);
    const {toggle} = draft.state.workflows.find(({workflow}) => workflow.id === 'never')!;
    assert.ok(toggle.status === 'error');
    const {message, detail, cause} = toggle.error;
    assert.match(detail ?? message, /The key •••• is wrong/);
    assert.ok(!JSON.stringify([message, detail, String(cause)]).includes('hunter'));
  });

  it('shows a switch as wanted at once, and as it is after a failure', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    const switching = draft.toggle('never', true);
    assert.deepEqual(
      [workflowOf(draft.state, 'never').isEnabled, workflowOf(draft.state, 'never').toggle.status],
      [true, 'pending'],
    );
    await settled();
    await held[0]!.fail(new Error('{"message":"Not in your plan.","status":403}'));
    assert.equal(await switching, false);
    const {isEnabled, toggle} = workflowOf(draft.state, 'never');
    assert.equal(isEnabled, false);
    assert.ok(toggle.status === 'error');
    assert.deepEqual([toggle.error.code, toggle.error.detail], ['refused', 'Not in your plan.']);
    toggle.retry();
    await settled();
    // The accounts are looked at again, in case one of them is why.
    await held[1]!.go();
    await held[2]!.go();
    assert.deepEqual(workflowOf(draft.state, 'never').isEnabled, true);
    assert.equal(sdk.saved().workflowSettings?.['never']?.enabled, true);
  });

  it('goes back where the account cannot be read again, which comes first after a write that may have worked', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    const first = draft.toggle('never', true);
    await settled();
    await held.at(-1)!.fail(offline());
    assert.equal(await first, false);
    const second = draft.toggle('never', true);
    await settled();
    for (const {name, fail} of held) if (name === 'me') await fail(offline());
    assert.equal(await second, false);
    const {toggle} = workflowOf(draft.state, 'never');
    assert.ok(toggle.status === 'error');
    sdk.network = async (_name, work) => Promise.resolve(work());
    toggle.retry();
    await settled();
    assert.equal(sdk.saved().workflowSettings?.['never']?.enabled, true);
    assert.equal(workflowOf(draft.state, 'never').toggle.status, 'initial');
  });

  it('shows no switch as under way whose end came while the user was signed out', async () => {
    const {sdk, session, draft} = sceneOf();
    const {userId} = sdk;
    const held = holding(sdk);
    const switching = draft.toggle('never', true);
    await settled();
    sdk.signOut();
    assert.equal(session.snapshot.status, 'signed-out');
    await held[0]!.fail(new Error('No user.'));
    assert.equal(await switching, false);
    sdk.userId = userId;
    session.reread();
    assert.equal(workflowOf(draft.state, 'never').toggle.status, 'initial');
  });

  it('ends where the person left the switch, with no more requests than that takes', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    const first = draft.toggle('never', true);
    void draft.toggle('never', false);
    assert.equal(await first, true);
    assert.equal(held.length, 0, 'on and off before anything was sent is nothing');
    void draft.toggle('never', true);
    await settled();
    void draft.toggle('never', false);
    await held[0]!.go();
    assert.equal(workflowOf(draft.state, 'never').isEnabled, false);
    await held[1]!.go();
    assert.deepEqual(
      [
        sdk.saved().workflowSettings?.['never']?.enabled,
        workflowOf(draft.state, 'never').toggle.status,
      ],
      [false, 'initial'],
    );
  });

  it('saves settings of a workflow after it is on', async () => {
    const {sdk, draft} = sceneOf();
    const switching = draft.toggle('never', true);
    draft.edit('topic', 'news', 'never');
    const saving = draft.save();
    assert.deepEqual([await switching, await saving], [true, 'saved']);
    assert.deepEqual(sdk.saved().workflowSettings?.['never'], {
      enabled: true,
      settings: {topic: 'news'},
    });
  });

  it('keeps settings of a workflow that could not be switched on until it can', async () => {
    const {sdk, draft} = sceneOf();
    const held = holding(sdk);
    void draft.toggle('never', true);
    draft.edit('topic', 'news', 'never');
    const saving = draft.save();
    await settled();
    await held[0]!.fail(offline());
    await held[1]?.go();
    await saving;
    const off = workflowOf(draft.state, 'never');
    assert.deepEqual([off.isEnabled, off.isDirty, off.save.status], [false, false, 'initial']);
    assert.equal(off.fields[0]?.value, 'news');
  });

  it('keeps the settings of one workflow when another is saved or switched', async () => {
    const {sdk, draft} = sceneOf();
    draft.edit('hour', '8', 'on');
    draft.edit('a', '1');
    await Promise.all([draft.toggle('never', true), draft.save()]);
    draft.edit('topic', 'news', 'never');
    draft.edit('day', 'Monday', 'on');
    await draft.save('workflows');
    assert.deepEqual(sdk.saved().workflowSettings, {
      on: {enabled: true, settings: {hour: '8', day: 'Monday'}},
      never: {enabled: true, settings: {topic: 'news'}},
    });
    assert.deepEqual(sdk.saved().sharedSettings, {a: '1'});
  });

  it('lists the changes of a section', () => {
    const {draft} = sceneOf();
    draft.edit('a', '1');
    draft.edit('hour', '8', 'on');
    draft.edit('topic', 'off', 'never');
    assert.deepEqual(draft.changes(), {values: {a: '1'}, workflows: {on: {hour: '8'}}});
    assert.deepEqual(draft.changes('settings'), {values: {a: '1'}, workflows: {}});
    assert.deepEqual([draft.isDirty('settings'), draft.isDirty('workflows')], [true, true]);
  });
});
