import {expect} from '@open-wc/testing';
import {deferred, type Deferred} from '../support/deferred.js';
import {startedFlow, type FlowPage} from './install-flow-fixture.js';
import {expectAccessible, focused, turn, until} from './session-fixture.js';

const SLOW = 'This is taking longer than usual. You can wait, or cancel and try again.';
const KEY = {oauth: false, preOptions: [{id: 'key', type: 'PASSWORD', title: 'Key'}]};

/** A flow whose answers are on their way until the test says otherwise. */
async function sending(): Promise<{readonly page: FlowPage; readonly answer: Deferred<undefined>}> {
  const page = await startedFlow(KEY);
  const answer = deferred<undefined>();
  page.sdk.save = async () => {
    await answer.promise;
  };
  await page.type('Key', 'pw_secret');
  await page.goOn();
  expect(page.element.stage).to.equal('submitting');
  return {page, answer};
}

/** Time passes on the page of the flow. Milliseconds. */
async function pass(page: FlowPage, time: number): Promise<void> {
  page.page.elapse(time);
  await page.settled();
}

describe('pg-install-flow whose answers take long', () => {
  it('says so after ten seconds, to everybody, and leaves the focus where it is', async () => {
    const {page, answer} = await sending();
    await pass(page, 9_999);
    expect(page.seen).not.to.contain(SLOW);
    await pass(page, 1);
    expect(page.element.shadowRoot!.querySelector('.stage .lead')?.textContent).to.equal(SLOW);
    expect(focused()).to.equal('Connect Slack');
    await until(() => page.statuses.length > 0);
    expect(page.statuses).to.deep.equal([SLOW]);
    await expectAccessible(page.element);
    answer.resolve(undefined);
  });

  it('takes it back once there is an answer', async () => {
    const {page, answer} = await sending();
    await pass(page, 10_000);
    answer.reject(new Error('No'));
    await page.settled();
    expect(page.element.stage).to.equal('preOptions');
    expect(page.element.shadowRoot!.querySelector('.stage .lead')).to.equal(null);
  });

  it('counts from the start again when the answers are sent again', async () => {
    const {page, answer} = await sending();
    await pass(page, 9_000);
    answer.reject(new Error('No'));
    await page.settled();
    page.sdk.save = () => new Promise(() => undefined);
    await page.type('Key', 'pw_other');
    await page.goOn();
    await pass(page, 9_000);
    expect(page.seen).not.to.contain(SLOW);
    await pass(page, 1_000);
    expect(page.seen).to.contain(SLOW);
  });

  it('says nothing once the person has stopped', async () => {
    const {page} = await sending();
    await page.click('Cancel');
    await pass(page, 10_000);
    await until(() => page.statuses.length > 0);
    expect(page.statuses).to.deep.equal([
      'Connecting was cancelled. Your connected accounts have not changed.',
    ]);
  });

  it('counts on through a move in the document', async () => {
    const {page} = await sending();
    await pass(page, 6_000);
    const other = document.createElement('div');
    page.box.append(other);
    other.append(page.element);
    await page.settled();
    await pass(page, 4_000);
    expect(page.seen).to.contain(SLOW);
  });

  it('stops its timer when it is taken away, and begins anew when it comes back', async () => {
    const {page} = await sending();
    const before = page.page.leftovers;
    page.element.remove();
    await turn();
    expect(page.page.leftovers).to.be.below(before);
    await pass(page, 20_000);
    page.box.append(page.element);
    await page.settled();
    expect(page.seen).not.to.contain(SLOW);
    await pass(page, 10_000);
    expect(page.seen).to.contain(SLOW);
  });
});
