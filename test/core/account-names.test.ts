import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import type {AccountNameAnswer, AccountNaming} from '../../src/core/accounts/account-names.js';
import {ConnectSession} from '../../src/core/compose.js';
import type {PgError} from '../../src/core/errors.js';
import {deferred} from '../support/deferred.js';
import {eventually} from '../support/eventually.js';
import {FakeSdk, type FakeAccount} from '../support/fake-sdk.js';
import {settled} from '../support/scripted-page.js';

const ADA: FakeAccount = {id: 'ada', providerData: {email: 'ada@example.com', picture: 'p'}};
const BOB: FakeAccount = {id: 'bob', providerData: {email: 'bob@example.com'}};

/** A session whose accounts the host names. */
class Named {
  readonly sdk = new FakeSdk([{type: 'slack', name: 'Slack', accounts: [ADA, BOB]}]);
  readonly session = new ConnectSession(this.sdk);
  readonly asked: string[] = [];
  readonly errors: PgError[] = [];
  snapshots = 0;

  async start(
    answer: (id: string) => AccountNameAnswer | Promise<AccountNameAnswer>,
    more: AccountNaming = {},
  ): Promise<this> {
    this.session.subscribe(() => (this.snapshots += 1));
    this.session.nameAccounts({
      accountName: ({id}, {name}) => {
        this.asked.push(`${id} of ${name}`);
        return answer(id);
      },
      onError: (error) => this.errors.push(error),
      ...more,
    });
    // Its code is loaded first.
    await eventually(() => Promise.resolve(this.session.namer !== undefined), true);
    await settled();
    return this;
  }

  nameOf(id: string): string | undefined {
    return this.session.connectedAccount(id)?.accountIdentifier();
  }
}

describe('the host’s names', () => {
  test('take the place of what the provider says, with detail and picture', async () => {
    const named = await new Named().start((id) =>
      id === 'ada' ? 'Marketing' : {name: 'Sales', detail: 'EMEA', picture: 'https://x.example/p'},
    );
    const [ada, bob] = ['ada', 'bob'].map((id) => named.session.connectedAccount(id));
    assert.equal(ada?.accountIdentifier(), 'Marketing');
    assert.deepEqual([ada.imageUrl, ada.displayPicture], ['p', null]);
    assert.equal(ada.emailAddress, 'ada@example.com');
    assert.equal(bob?.accountIdentifier(), 'Sales');
    assert.deepEqual([bob.displayDetail, bob.displayPicture], ['EMEA', 'https://x.example/p']);
  });

  test('are asked for once an account, and again when it changes', async () => {
    const named = await new Named().start((id) => id.toUpperCase());
    named.session.reread();
    named.session.reread();
    assert.deepEqual(named.asked, ['ada of Slack', 'bob of Slack']);
    named.sdk.changeAccount('bob', {status: 'INVALID'});
    assert.deepEqual(named.asked.slice(2), ['bob of Slack']);
    assert.equal(named.nameOf('bob'), 'BOB');
  });

  test('are asked for again after a refresh, which changes nothing where they are the same', async () => {
    let name = 'first';
    const named = await new Named().start(() => ({name}));
    const account = named.session.connectedAccount('ada');
    await named.session.refresh();
    assert.equal(named.asked.length, 4);
    assert.equal(named.session.connectedAccount('ada'), account);
    name = 'second';
    await named.session.refresh();
    assert.equal(named.nameOf('ada'), 'second');
  });

  test('that come later replace the kit’s own then, and stay while they are asked for again', async () => {
    const answers = [deferred<AccountNameAnswer>(), deferred<AccountNameAnswer>()];
    const waiting = [...answers];
    const named = await new Named().start((id) => (id === 'ada' ? waiting.shift()?.promise : ''));
    assert.equal(named.nameOf('ada'), 'ada@example.com');
    answers[0]!.resolve('Marketing');
    await settled();
    assert.equal(named.nameOf('ada'), 'Marketing');
    named.sdk.changeAccount('ada', {status: 'INVALID'});
    assert.equal(named.nameOf('ada'), 'Marketing');
    answers[1]!.resolve('Marketing 2');
    await settled();
    assert.equal(named.nameOf('ada'), 'Marketing 2');
  });

  test('that are out of date are dropped: of a former state of the account, or of one that is gone', async () => {
    const answers: ReturnType<typeof deferred<AccountNameAnswer>>[] = [];
    const named = await new Named().start((id) => {
      if (id !== 'ada') return null;
      const answer = deferred<AccountNameAnswer>();
      answers.push(answer);
      return answer.promise;
    });
    named.sdk.changeAccount('ada', {status: 'INVALID'});
    answers[1]!.resolve('now');
    await settled();
    answers[0]!.resolve('before');
    await settled();
    assert.equal(named.nameOf('ada'), 'now');
    named.sdk.changeAccount('ada', {status: 'VALID'});
    named.sdk.removeAccount('ada');
    const {snapshots} = named;
    answers[2]!.resolve('ghost');
    await settled();
    assert.equal(named.snapshots, snapshots);
    named.sdk.addAccount('slack', ADA);
    assert.equal(
      named.nameOf('ada'),
      'ada@example.com',
      'not the name of the one that was removed',
    );
  });

  test('of a user are nothing to the next one', async () => {
    const answer = deferred<AccountNameAnswer>();
    const named = await new Named().start(() => answer.promise);
    named.sdk.userId = 'user-2';
    named.session.reread();
    answer.resolve('of user 1');
    await settled();
    assert.equal(named.asked.length, 4);
    assert.equal(named.nameOf('ada'), 'of user 1', 'the answer to the question for user 2');
  });

  test('that fail, in whatever way, leave the kit’s own and are told once', async () => {
    const failures: readonly (() => AccountNameAnswer | Promise<AccountNameAnswer>)[] = [
      () => {
        throw new Error('broken');
      },
      () => Promise.reject(new Error('broken')),
      () => 7 as unknown as string,
      () => [] as unknown as string,
    ];
    for (const failure of failures) {
      const named = await new Named().start(failure);
      assert.equal(named.nameOf('ada'), 'ada@example.com');
      assert.deepEqual(
        named.errors.map(({code}) => code),
        ['bad-input'],
      );
      assert.match(named.errors[0]!.message, /accountName/);
    }
  });

  test('that never come, are blank or are no text leave the kit’s own, and nothing is told', async () => {
    const nothings: readonly (() => AccountNameAnswer | Promise<AccountNameAnswer>)[] = [
      () => new Promise(() => undefined),
      () => undefined,
      () => '  ',
      () => ({name: {_$litType$: 1} as unknown as string, detail: ''}),
    ];
    for (const nothing of nothings) {
      const named = await new Named().start(nothing);
      assert.equal(named.nameOf('ada'), 'ada@example.com');
      assert.deepEqual(named.errors, []);
    }
  });

  test('end with their function', async () => {
    const named = await new Named().start(() => 'Marketing');
    named.session.nameAccounts(undefined);
    assert.equal(named.nameOf('ada'), 'ada@example.com');
    await named.session.refresh();
    assert.equal(named.asked.length, 2);
  });
});

describe('renaming', () => {
  test('is offered only with a function for it', async () => {
    const without = await new Named().start(() => 'x');
    assert.equal(without.session.namer?.canRename, false);
    const withOne = await new Named().start(() => 'x', {renameAccount: () => undefined});
    assert.equal(withOne.session.namer?.canRename, true);
  });

  test('shows the new name once the host has kept it, and what the host makes of it', async () => {
    const kept = deferred<undefined>();
    const calls: string[] = [];
    let names = new Map([['ada', 'Marketing']]);
    const named = await new Named().start((id) => names.get(id), {
      renameAccount: async ({id}, {type}, name) => {
        calls.push(`${id} of ${type}: ${name}`);
        await kept.promise;
        names = new Map([[id, `${name}!`]]);
      },
    });
    const done = named.session.namer!.rename('ada', 'Ads');
    assert.equal(named.nameOf('ada'), 'Marketing');
    kept.resolve(undefined);
    await done;
    assert.deepEqual(calls, ['ada of slack: Ads']);
    assert.equal(named.nameOf('ada'), 'Ads!');
  });

  test('keeps what was typed where the host has no other names', async () => {
    const named = await new Named().start(() => undefined, {
      accountName: undefined,
      renameAccount: () => undefined,
    });
    await named.session.namer!.rename('ada', 'Ads');
    assert.equal(named.nameOf('ada'), 'Ads');
    assert.equal(named.nameOf('bob'), 'bob@example.com');
  });

  test('that the host refuses changes nothing', async () => {
    const named = await new Named().start(() => 'Marketing', {
      renameAccount: () => {
        throw new Error('Taken.');
      },
    });
    await assert.rejects(named.session.namer!.rename('ada', 'Ads'), {name: 'PgError'});
    assert.equal(named.nameOf('ada'), 'Marketing');
    await assert.rejects(named.session.namer!.rename('nobody', 'x'), {code: 'account-not-found'});
  });
});
