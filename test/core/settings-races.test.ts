import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import type {SettingsDraft} from '../../src/core/settings/settings-draft.js';
import {getSettingsDrafts} from '../../src/core/settings/settings-drafts.js';
import {groupsOf} from '../../src/core/settings/settings-state.js';
import {settled} from '../support/scripted-page.js';
import {
  accountOf,
  configurationOf,
  REFUSED,
  sceneOf,
  SettingsSdk,
  SETTINGS,
} from './settings-double.js';
import {propertyRuns} from '../support/property-runs.js';

/** What becomes of a request: it arrives and is answered, it never arrives, its answer is lost, or the backend fails. */
type Fate = 'answered' | 'lost' | 'unanswered' | 'failed';

type Step =
  | {readonly do: 'edit'; readonly draft: 0 | 1; readonly field: string; readonly refused: boolean}
  | {readonly do: 'save'; readonly draft: 0 | 1; readonly section: 'all' | 'settings' | 'workflows'}
  | {readonly do: 'toggle'; readonly draft: 0 | 1; readonly workflow: string; readonly on: boolean}
  | {readonly do: 'reset' | 'settle'; readonly draft: 0 | 1}
  | {readonly do: 'refresh' | 'elsewhere'};

const FIELDS = ['a', 'b', 'on/hour', 'on/day', 'never/topic'] as const;
const draft = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      draft,
      field: fc.constantFrom(...FIELDS),
      refused: fc.boolean().map((refused) => refused),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      draft,
      section: fc.constantFrom('all' as const, 'settings' as const, 'workflows' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('toggle' as const),
      draft,
      workflow: fc.constantFrom('on', 'never'),
      on: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({do: fc.constantFrom('reset' as const, 'settle' as const), draft}),
  },
  {
    weight: 2,
    arbitrary: fc.record({do: fc.constantFrom('refresh' as const, 'elsewhere' as const)}),
  },
);
const fate = fc.oneof(
  {weight: 6, arbitrary: fc.constant<Fate>('answered')},
  fc.constantFrom<Fate>('lost', 'unanswered', 'failed'),
);

/** Two configurations of one account, a person who types into both, and another element that writes to the first. */
class Race {
  readonly sdk = new SettingsSdk(
    [
      accountOf('one', {
        configurations: [
          configurationOf('one'),
          configurationOf('one', {id: 'other', isDefault: false}),
        ],
      }),
    ],
    [...SETTINGS, {id: 'theirs', type: 'TEXT_NO_VARS', title: 'Theirs'}],
  );
  readonly scene = sceneOf(this.sdk);
  readonly drafts: readonly [SettingsDraft, SettingsDraft];
  /** What was typed last, by draft and field; nothing for a field that was given up. */
  readonly typed = new Map<string, string>();
  readonly #scheduler: fc.Scheduler;
  #fates: readonly Fate[];
  #requests = 0;
  #serial = 0;
  #elsewhere = 0;
  #found: unknown;

  constructor(scheduler: fc.Scheduler, fates: readonly Fate[]) {
    this.#scheduler = scheduler;
    this.#fates = fates;
    const other = getSettingsDrafts(this.scene.session).draft({
      integration: 'acme',
      credentialId: 'one',
      configurationId: 'other',
    });
    this.drafts = [this.scene.draft, other];
    // A listener that throws is reported elsewhere: what it finds is kept for the end.
    for (const one of this.drafts) {
      one.subscribe(() => {
        try {
          this.check();
        } catch (error) {
          this.#found ??= error;
        }
      });
    }
    this.sdk.network = async (name, work) => {
      const fate = this.#fates[this.#requests % this.#fates.length] ?? 'answered';
      this.#requests += 1;
      await this.#scheduler.schedule(Promise.resolve(), `${name} arrives (${fate})`);
      if (fate === 'lost') throw new TypeError('Failed to fetch');
      if (fate === 'failed') throw new Error('{}');
      const answer = work();
      await this.#scheduler.schedule(Promise.resolve(), `${name} is answered`);
      if (fate === 'unanswered') throw new TypeError('Failed to fetch');
      return answer;
    };
  }

  act(step: Step): void {
    const {session} = this.scene;
    switch (step.do) {
      case 'edit': {
        const value = step.refused && !step.field.includes('/') ? REFUSED : this.#next();
        this.typed.set(`${step.draft}/${step.field}`, value);
        const [workflow, id] = step.field.includes('/') ? step.field.split('/') : [];
        this.drafts[step.draft].edit(id ?? step.field, value, workflow);
        break;
      }
      case 'save':
        void this.drafts[step.draft].save(step.section);
        break;
      case 'toggle':
        void this.drafts[step.draft].toggle(step.workflow, step.on);
        break;
      case 'reset':
        for (const key of this.typed.keys()) {
          if (key.startsWith(String(step.draft))) this.typed.delete(key);
        }
        this.drafts[step.draft].reset();
        break;
      case 'settle':
        this.drafts[step.draft].settle();
        break;
      case 'refresh':
        session.refresh().catch(() => undefined);
        break;
      case 'elsewhere':
        void this.#writeElsewhere();
        break;
    }
    this.check();
  }

  /** What is shown is what was typed last, whatever was sent, answered or refreshed meanwhile. */
  check(): void {
    for (const [key, value] of this.typed) assert.equal(this.#shown(key), value, key);
  }

  /** Saves all that is left, with a backend in good health, and compares. */
  async finish(): Promise<void> {
    this.#fates = ['answered'];
    const settle = async (work: Promise<unknown>): Promise<void> => {
      await settled();
      while (this.#scheduler.count() > 0) {
        await this.#scheduler.waitNext(1);
        await settled();
      }
      // Whoever waits now waits for nothing, and this test for ever.
      await work;
    };
    await settle(Promise.resolve());
    for (const draft of this.drafts) {
      await settle(draft.toggle('on', true));
      await settle(draft.toggle('never', true));
      await settle(draft.save());
    }
    await settle(this.scene.session.refresh());
    await settled();
    this.check();
    if (this.#found) throw this.#found as Error;
    for (const [key, value] of this.typed) {
      if (value === REFUSED) assert.notEqual(this.#saved(key), REFUSED, key);
      else assert.equal(this.#saved(key), value, key);
    }
    assert.equal(this.sdk.saved('one', 'one-default').sharedSettings?.['theirs'], this.#theirs);
    for (const draft of this.drafts) {
      const dirty = groupsOf(draft.state, 'all').flatMap(({fields}) =>
        fields.filter(({isDirty}) => isDirty).map(({value}) => value),
      );
      assert.ok(dirty.every((value) => value === REFUSED));
      assert.ok(draft.state.workflows.every(({isEnabled}) => isEnabled));
    }
    this.scene.leave();
  }

  get #theirs(): string | undefined {
    return this.#elsewhere === 0 ? undefined : `theirs-${this.#elsewhere}`;
  }

  /** As a second element that keeps trying does. */
  async #writeElsewhere(): Promise<void> {
    this.#elsewhere += 1;
    const value = this.#theirs;
    for (;;) {
      const isDone = await this.scene.session
        .perform('one', () =>
          this.sdk.updateIntegrationUserSettings(
            'acme',
            {theirs: this.#theirs},
            {selectedCredentialId: 'one', selectedConfigurationId: 'one-default'},
          ),
        )
        .then(
          () => true,
          () => false,
        );
      if (isDone || value !== this.#theirs) return;
    }
  }

  #next(): string {
    return `typed-${(this.#serial += 1)}`;
  }

  #shown(key: string): unknown {
    const [draft = '', ...path] = key.split('/');
    const {settings, workflows} = this.drafts[draft === '0' ? 0 : 1].state;
    const id = path.at(-1);
    const group =
      path.length === 1 ? settings : workflows.find(({workflow}) => workflow.id === path[0]);
    return group?.fields.find(({input}) => input.id === id)?.value;
  }

  #saved(key: string): unknown {
    const [draft = '', ...path] = key.split('/');
    const configuration = this.sdk.saved('one', draft === '0' ? 'one-default' : 'other');
    const [first = '', second] = path;
    return second === undefined
      ? configuration.sharedSettings?.[first]
      : configuration.workflowSettings?.[first]?.settings?.[second];
  }
}

describe('SettingsDraft in any order', () => {
  it('saves or still holds every typed value, and never shows another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, {minLength: 1, maxLength: 24}),
        fc
          .array(fate, {minLength: 1, maxLength: 8})
          .map((fates): readonly Fate[] => [...fates, 'answered']),
        async (scheduler, steps, fates) => {
          const race = new Race(scheduler, fates);
          scheduler.scheduleSequence(
            steps.map((one) => {
              const act = (): Promise<void> => {
                race.act(one);
                return Promise.resolve();
              };
              return Object.assign(act, {builder: act, label: JSON.stringify(one)});
            }),
          );
          await race.finish();
        },
      ),
      propertyRuns(300),
    );
  });
});
