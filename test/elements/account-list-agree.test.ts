import {expect, fixture, html} from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/elements/account-list/pg-account-list.js';
import {ConnectSession} from '../../src/core/compose.js';
import {watchAgreement} from '../e2e/agreement.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {turn} from './session-fixture.js';
import {propertyRuns} from '../support/property-runs.js';

/** What can happen to accounts; `at` chooses one of those there are. */
type Step =
  | {readonly kind: 'add'}
  | {readonly kind: 'revoke' | 'mend' | 'remove' | 'rename'; readonly at: number};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({kind: fc.constant('add' as const)}),
    fc.record({
      kind: fc.constantFrom(
        'revoke' as const,
        'mend' as const,
        'remove' as const,
        'rename' as const,
      ),
      at: fc.nat({max: 9}),
    }),
  ),
  {minLength: 1, maxLength: 15},
);

function perform(sdk: FakeSdk, step: Step, count: number): void {
  if (step.kind === 'add') {
    sdk.addAccount('slack', {providerData: {username: `added ${count}`}});
    return;
  }
  const user = sdk.getUser();
  const all = user.authenticated ? (user.integrations['slack']?.allCredentials ?? []) : [];
  const id = all[step.at % Math.max(1, all.length)]?.id;
  if (id === undefined) return;
  if (step.kind === 'remove') sdk.removeAccount(id);
  else if (step.kind === 'rename')
    sdk.changeAccount(id, {providerData: {username: `new ${count}`}});
  else sdk.changeAccount(id, {status: step.kind === 'mend' ? 'VALID' : 'INVALID'});
}

describe('two account lists on one page', () => {
  it('agree at every moment, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.boolean()), async (sequence, pauses) => {
        const account = (username: string): object => ({providerData: {username}});
        const sdk = new FakeSdk([
          {type: 'slack', accounts: [account('ada'), account('bob')]},
          {type: 'jira', accounts: [account('eve')]},
        ]);
        const session = new ConnectSession(sdk);
        const box = await fixture<HTMLElement>(html`
          <div>
            <pg-account-list .session=${session}></pg-account-list>
            <pg-account-list .session=${session} integration="slack"></pg-account-list>
          </div>
        `);
        const [all, slack] = box.querySelectorAll('pg-account-list');
        await turn();
        const agreement = watchAgreement(
          all!,
          slack!,
          (row) => !row.querySelector('.more')?.textContent.startsWith('jira'),
        );
        for (const [index, step] of sequence.entries()) {
          perform(sdk, step, index);
          if (pauses.next().value) await turn();
        }
        await turn();
        // The watch looks once a frame where nothing changed.
        await new Promise(requestAnimationFrame);
        await turn();
        const {looks, disagreements} = agreement();
        box.remove();
        expect(looks, 'looks').to.be.greaterThan(0);
        expect(disagreements).to.deep.equal([]);
      }),
      propertyRuns(20),
    );
  });
});
