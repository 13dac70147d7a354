import {PgError} from '../errors.js';
import {readInputs} from '../inputs.js';
import type {ConnectInput, SdkAccountType, SdkInstallStage} from '../sdk.js';
import type {FormStage} from './install-state.js';
import type {RunListener, InstallContext} from './install-context.js';
import type {SignInWindow} from './sign-in-window.js';
import {Submission} from './submission.js';

type Instruction = Extract<SdkInstallStage, {stage: 'instruction'}>;

/**
 * Shows each stage that the SDK's flow comes to, or answers it again on the person's behalf when they have answered it
 * before; and sends the answers of forms.
 */
export class FlowStages {
  readonly #parts: InstallContext;
  readonly #run: RunListener;
  readonly #window: SignInWindow;
  #instruction: Instruction | undefined;
  #submission: Submission | undefined;

  constructor(parts: InstallContext, run: RunListener, window: SignInWindow) {
    this.#parts = parts;
    this.#run = run;
    this.#window = window;
  }

  enter(stage: SdkInstallStage): void {
    const {steps} = this.#parts;
    if (stage.stage === 'done') {
      this.#run.onFailed(
        new PgError('nothing-installed', 'The SDK was done before anything was connected.'),
      );
      return;
    }
    if (stage.stage !== 'oauth') this.#window.close();
    steps.enter(stage.stage);
    switch (stage.stage) {
      case 'accountType': {
        this.#onAccountTypes(stage.options);
        return;
      }
      case 'instruction': {
        this.#onInstruction(stage);
        return;
      }
      case 'preOptions': {
        this.#onPreOptions(readInputs(stage.options));
        return;
      }
      case 'oauth': {
        this.#window.onStage();
        return;
      }
      case 'postOptions': {
        this.#onPostOptions(readInputs(stage.options));
        return;
      }
    }
  }

  finishInstruction(): void {
    this.#instruction?.finish.onClick();
  }

  /** Sends the answers of a form. */
  send(form: FormStage, inputs: readonly ConnectInput[]): void {
    const {session, flow, answers, steps, state, account} = this.#parts;
    const values = answers.valuesOf(form);
    this.cancelSubmission();
    const submission = (this.#submission = new Submission(session.environment));
    const delay = steps.opensWindow(form) ? 0 : flow.noteSubmission(form, values);
    const {credentialId} = account;
    state.show({stage: 'submitting', of: form, inputs, credentialId, delayed: delay > 0});
    const send = (): Promise<void> | undefined => {
      let sent: Promise<void> | undefined;
      this.#window.open(() => {
        sent = flow.submit(form, values);
      });
      return sent;
    };
    submission.start(delay, send, (reaction) => {
      if (state.current.stage !== 'submitting') return;
      // The SDK is silent about a submission it swallowed.
      if (reaction) reaction();
      else this.#refuse(form, inputs, new PgError('nothing-installed', 'The SDK did not answer.'));
    });
  }

  /** A stage has come while answers are being sent, from the backend or from a window. */
  enterOnceSent(stage: SdkInstallStage): void {
    this.#submission?.park(() => this.enter(stage));
  }

  /** A failure has come that is about the answers of `stage`, if these are being sent. */
  refuseOnceSent(stage: string, error: PgError): void {
    const {current} = this.#parts.state;
    if (current.stage === 'submitting' && current.of === stage)
      this.#submission?.park(() => this.#refuse(current.of, current.inputs, error));
  }

  cancelSubmission(): void {
    this.#submission?.cancel();
  }

  #onAccountTypes(accountTypes: readonly SdkAccountType[]): void {
    const {flow, answers, state} = this.#parts;
    const {accountType} = answers;
    const isKnown = accountTypes.some(({id}) => id === accountType);
    if (accountType !== undefined && isKnown && answers.isSettled('accountType')) {
      flow.setAccountType(accountType);
      return;
    }
    answers.reopen('accountType');
    state.show({stage: 'accountType', accountTypes});
  }

  #onInstruction(stage: Instruction): void {
    const {answers, state} = this.#parts;
    this.#instruction = stage;
    if (answers.isSettled('instruction')) {
      stage.finish.onClick();
      return;
    }
    const {content, ctas, finish} = stage;
    state.show({stage: 'instruction', content, calls: ctas, finishLabel: finish.label});
  }

  #onPreOptions(inputs: readonly ConnectInput[]): void {
    if (this.#parts.answers.isSettled('preOptions')) this.send('preOptions', inputs);
    else this.#showForm('preOptions', inputs);
  }

  #onPostOptions(inputs: readonly ConnectInput[]): void {
    const {session, steps, account} = this.#parts;
    if (steps.has('oauth')) {
      this.#showForm('postOptions', inputs);
      return;
    }
    // Without a window the SDK never learns the new account's id, so these answers could not be sent. Say so before the
    // person types them.
    session.reread();
    const leftover = account.find()?.id;
    this.#run.onFailed(
      new PgError('post-options-unsupported', 'The SDK cannot finish this account.'),
      leftover,
    );
  }

  #showForm(form: FormStage, inputs: readonly ConnectInput[]): void {
    const {session, state, account} = this.#parts;
    session.reread();
    state.show({stage: form, inputs, credentialId: account.credentialId});
  }

  #refuse(form: FormStage, inputs: readonly ConnectInput[], error: PgError): void {
    const {session, answers, state, account} = this.#parts;
    if (form === 'preOptions') answers.reopen(form);
    state.show({stage: form, inputs, credentialId: account.credentialId, error});
    session.reread();
  }
}
