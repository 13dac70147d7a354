import type {InputValues} from '../sdk.js';
import type {FormStage, InstallStage} from './install-state.js';

/** Stages that can be answered again, in the SDK's order. */
const ANSWERABLE = ['accountType', 'instruction', 'preOptions'] as const;

/** A stage that a replay of the flow answers on the person's behalf. */
export type Answerable = (typeof ANSWERABLE)[number];

/**
 * What the person has answered in one install run. Settled stages are answered again, unasked, when the flow is replayed; what
 * was typed is kept apart from that, to fill the forms with.
 */
export class Answers {
  readonly #preset: string | undefined;
  readonly #values = new Map<FormStage, InputValues>();
  readonly #settled = new Set<Answerable>();
  #accountType: string | undefined;

  /** @param accountType chosen by the host, so that nobody is asked */
  constructor(accountType: string | undefined) {
    this.#preset = accountType;
    if (accountType !== undefined) this.chooseAccountType(accountType);
  }

  get accountType(): string | undefined {
    return this.#accountType;
  }

  chooseAccountType(id: string): void {
    if (id !== this.#accountType) this.reopen('accountType');
    this.#accountType = id;
    this.#settled.add('accountType');
  }

  isSettled(stage: Answerable): boolean {
    return this.#settled.has(stage);
  }

  settle(stage: Answerable): void {
    this.#settled.add(stage);
  }

  /** Has the person asked again from this stage on: what follows depends on it. */
  reopen(from: Answerable): void {
    for (const stage of ANSWERABLE.slice(ANSWERABLE.indexOf(from))) this.#settled.delete(stage);
  }

  /** The last stage before `here` that the person has answered. */
  before(here: InstallStage | undefined): Answerable | undefined {
    const isPreset = this.#preset !== undefined && this.#preset === this.#accountType;
    return ANSWERABLE.findLast(
      (stage) =>
        stage !== here && this.#settled.has(stage) && !(stage === 'accountType' && isPreset),
    );
  }

  valuesOf(stage: FormStage): InputValues {
    return this.#values.get(stage) ?? {};
  }

  keep(stage: FormStage, values: InputValues): void {
    this.#values.set(stage, {...values});
  }

  /** Answers can be secrets: nothing of them stays. */
  clear(): void {
    this.#values.clear();
    this.reopen('accountType');
  }
}
