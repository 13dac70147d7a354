import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {DEMO_USER_ID} from '../../demo/sandbox/endpoints.js';
import {seededCredentialId} from '../../demo/sandbox/ids.js';
import type {NestedField, Option, OptionSection} from '../../demo/sandbox/protocol.js';
import {newUser, type Refusal, type TestUser} from './support.js';

interface Page<T = Option> {
  readonly output: {readonly records: readonly T[]; readonly nextPageCursor: string | null};
}

interface Question {
  readonly cursor?: string | number;
  readonly search?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly credential?: string;
}

async function ask<T>(user: TestUser, type: string, sourceKey: string, question: Question = {}) {
  const {cursor = 0, search, parameters = {}, credential} = question;
  return user.sdk<T>('POST', '/actions', {
    body: {
      action: type,
      sourceKey,
      parameters: Object.entries(parameters).map(([key, value]) => ({
        key,
        source: {type: 'VALUE', value},
      })),
      paginationParameters: {pageCursor: cursor, search},
    },
    ...(credential === undefined ? {} : {credential}),
  });
}

/** A user with a valid account of one integration. */
async function connected(type: string): Promise<TestUser> {
  const user = await newUser();
  await user.connectOverOAuth(type);
  return user;
}

suite('options', () => {
  test('come in 200 pages of 50 where there are 10,000, with numbers as values', async () => {
    const user = await connected('ticketline');
    const first = await ask<Page>(user, 'ticketline', 'tickets');
    assert.equal(first.body.output.records.length, 50);
    assert.equal(first.body.output.records[0]?.value, 1);
    const second = await ask<Page>(user, 'ticketline', 'tickets', {
      cursor: first.body.output.nextPageCursor ?? '',
    });
    assert.equal(second.body.output.records[0]?.value, 51);
    const last = await ask<Page>(user, 'ticketline', 'tickets', {cursor: '9950'});
    assert.equal(last.body.output.records.at(-1)?.value, 10_000);
    assert.equal(last.body.output.nextPageCursor, null);
  });

  test('are searched by the provider, across all pages', async () => {
    const user = await connected('ticketline');
    const {body} = await ask<Page>(user, 'ticketline', 'tickets', {search: '#9999 '});
    assert.deepEqual(
      body.output.records.map(({value}) => value),
      [9999],
    );
  });

  test('differ from account to account, and come from the default one if none is named', async () => {
    const user = await newUser(DEMO_USER_ID);
    const labels = async (position?: number) => {
      const credential = position && seededCredentialId('drivepool', position);
      const {body} = await ask<Page>(user, 'drivepool', 'folders', credential ? {credential} : {});
      return body.output.records.map(({label}) => label);
    };
    assert.equal((await labels(1))[0], 'Contracts (ada.moreno@northwind.example)');
    assert.equal((await labels(2))[0], 'Contracts (northwind-shared)');
    assert.deepEqual(await labels(), await labels(1));
  });

  test('of an account that is not valid any more are refused, without 401', async () => {
    const user = await newUser(DEMO_USER_ID);
    const credential = seededCredentialId('drivepool', 3);
    const {status, body} = await ask<Refusal>(user, 'drivepool', 'folders', {credential});
    assert.equal(status, 400);
    assert.equal(body.code, 'credential-not-valid');
  });

  test('of a pending account are there: its post options need them', async () => {
    const user = await connected('wikihaus');
    const {body} = await ask<{output: readonly Option[]}>(user, 'wikihaus', 'sites');
    assert.deepEqual(
      body.output.map(({value}) => value),
      ['site-northwind', 'site-handbook', 'refuse-me'],
    );
  });

  test('depend on other inputs', async () => {
    const user = await connected('taskgrove');
    const refused = await ask<Refusal>(user, 'taskgrove', 'projects');
    assert.equal(refused.body.code, 'parameter-missing');
    const {body} = await ask<{output: readonly Option[]}>(user, 'taskgrove', 'projects', {
      parameters: {workspaces: 'okafor'},
    });
    assert.equal(body.output[0]?.value, 'okafor-website');
  });

  test('come in groups, of which a search leaves those with a hit', async () => {
    const user = await connected('taskgrove');
    const {body} = await ask<Page<OptionSection>>(user, 'taskgrove', 'assignees', {
      search: 'support',
    });
    assert.deepEqual(
      body.output.records.map(({title, items}) => [title, items.length]),
      [
        ['People', 1],
        ['Teams', 1],
      ],
    );
  });

  test('are fields with options of their own, of all five kinds', async () => {
    const user = await connected('quillsheet');
    const {body} = await ask<Page<NestedField>>(user, 'quillsheet', 'columns', {
      parameters: {spreadsheets: 'sheet-1', sheets: 'sheet-1/leads'},
    });
    assert.deepEqual(
      body.output.records.map(({type}) => type),
      ['string', 'number', 'dropdown', 'multi', 'multiCheckbox'],
    );
  });

  test('for mapping have equal labels, and values that tell them apart', async () => {
    const user = await connected('orbitcrm');
    const fields: Option[] = [];
    let cursor: string | null = '0';
    while (cursor !== null) {
      const page: {body: Page} = await ask<Page>(user, 'orbitcrm', 'fields', {
        cursor,
        parameters: {records: 'Contact'},
      });
      fields.push(...page.body.output.records);
      cursor = page.body.output.nextPageCursor;
    }
    assert.equal(fields.length, 300);
    assert.equal(new Set(fields.map(({value}) => value)).size, 300);
    assert.ok(new Set(fields.map(({label}) => label)).size < 100);
  });

  test('misbehave in every way that providers know', async () => {
    const user = await newUser();
    await user.connectWithKey('stormglass', {username: 'ada', password: 'k'});
    const output = async (key: string) =>
      (await ask<{output?: unknown}>(user, 'stormglass', key)).body.output;
    const again = await ask<Page>(user, 'stormglass', 'repeating', {cursor: 'again'});
    assert.equal(again.body.output.nextPageCursor, 'again');
    assert.deepEqual(await output('empty'), []);
    assert.deepEqual(await output('noRecords'), {});
    assert.equal(await output('noOutput'), undefined);
    const failed = await ask<Refusal>(user, 'stormglass', 'failing');
    assert.equal(failed.status, 502);
    assert.equal((await ask(user, 'stormglass', 'undeclared')).status, 404);
    assert.equal((await ask(user, 'stormglass', '__proto__')).status, 404);
  });
});
