import type {ConnectSdk, SdkAccountType} from '../sdk.js';
import type {Answerable, Answers} from './answers.js';
import type {FormStage, InstallProgress, InstallStage} from './install-state.js';
import {progressOf, schemeOf} from './progress.js';

/** Stages beside the steps: offers before the first one, and the ends. */
const BESIDE: readonly InstallStage[] = ['resume', 'replace', 'done', 'cancelled'];
const WITH_WAY_BACK: readonly InstallStage[] = ['instruction', 'preOptions', 'oauth', 'failed'];

/** The way through the SDK's stages since the flow was last started: where it has been, what lies behind and ahead. */
export class VisitedStages {
  readonly #session: {readonly sdk: ConnectSdk};
  readonly #integration: string;
  readonly #answers: Answers;
  #visited: InstallStage[] = [];

  constructor(session: {readonly sdk: ConnectSdk}, integration: string, answers: Answers) {
    this.#session = session;
    this.#integration = integration;
    this.#answers = answers;
  }

  /** The stage that the SDK has reached. */
  get current(): InstallStage | undefined {
    return this.#visited.at(-1);
  }

  /** The stage that going back leads to. */
  get previous(): Answerable | undefined {
    return this.#answers.before(this.current);
  }

  has(stage: InstallStage): boolean {
    return this.#visited.includes(stage);
  }

  restart(): void {
    this.#visited = [];
  }

  enter(stage: InstallStage): void {
    if (this.current !== stage) this.#visited.push(stage);
  }

  /** Whether the person can go back while `shown` is what they see. */
  canGoBack(shown: InstallStage): boolean {
    // After the sign-in there is an account: what came before cannot be undone.
    if (this.has('postOptions')) return false;
    return WITH_WAY_BACK.includes(shown) && this.previous !== undefined;
  }

  /** How far the person is while `shown` is what they see. */
  progress(shown: InstallStage): InstallProgress | undefined {
    if (BESIDE.includes(shown)) return undefined;
    const {sdk} = this.#session;
    return progressOf(sdk, this.#integration, this.#visited, this.#accountType);
  }

  /** Whether the answers of this form open the sign-in window. */
  opensWindow(form: FormStage): boolean {
    const scheme = schemeOf(this.#session.sdk, this.#integration, this.#accountType);
    return form === 'preOptions' && scheme === 'oauth';
  }

  get #accountType(): SdkAccountType | undefined {
    const types = this.#session.sdk.getAccountTypeOptions(this.#integration);
    return types.find(({id}) => id === this.#answers.accountType);
  }
}
