import {html, nothing, type TemplateResult} from 'lit';
import type {ConnectedAccount} from '../../core/accounts/connected-account.js';
import type {InstallRun} from '../../core/install/install-run.js';
import type {FormStage, InstallState} from '../../core/install/install-state.js';
import type {ConnectSession} from '../../core/compose.js';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {backIcon, externalIcon} from '../../ui/icons.js';
import {plainText} from '../../ui/safe.js';
import type {ErrorWords} from '../../ui/message/message.js';
import {sdkWords} from './sdk-words.js';
import type {LinkedIntegration} from './link-view.js';
import type {RemovalStatus} from './account-removal.js';

/** What every stage is rendered with. */
export interface StageContext {
  readonly run: InstallRun;
  readonly session: ConnectSession | undefined;
  readonly words: Localizer<typeof install>;
  /** The integration's name. */
  readonly name: string;
  readonly integration: LinkedIntegration;
  readonly nameOf: (account: ConnectedAccount) => string;
  /** The account type that is marked; whether the person wants to go on without one. */
  readonly typeChoice: {readonly id: string | undefined; readonly isMissing: boolean};
  /** Id of the input that `error` is about, which says it. */
  readonly refusedField: string | undefined;
  /** Whether somebody waits for the answer to "I have finished". */
  readonly checking: boolean;
  /** Whether answers have been under way for so long that people wonder. */
  readonly isSlow: boolean;
  /** Whether the sign-in has been under way for so long that its window may have failed to load. */
  readonly isOverdue: boolean;
  /** The form, once the code of its inputs is there. */
  readonly renderForm: (form: () => TemplateResult) => unknown;
  /** Rendered markdown, once its renderer is there. */
  readonly markdown: (source: string) => unknown;
  /** What is to be read beside the stage that failed. */
  readonly error: ErrorWords | undefined;
  /** Whether the account that cannot be finished is still there. */
  readonly leftover: RemovalStatus;
  readonly onAnswer: (stage: FormStage) => void;
  readonly onChooseType: (id: string) => void;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
  readonly onCancel: () => void;
  /** Does what can be refused because another connection has begun. */
  readonly onGoOn: (call: () => void) => void;
  readonly onCheck: () => void;
  readonly onCopy: (text: string) => void;
  readonly onRemoveLeftover: (credentialId: string) => void;
}

/** The ways on from a stage: back, out, and forward, the main one last. */
export function actionsOf(context: StageContext, state: InstallState): TemplateResult {
  const {words, onBack, onCancel} = context;
  return html`
    ${
      state.canGoBack
        ? html`<button type="button" class="button plain back" @click=${onBack}>
            ${backIcon}${words.term('back')}
          </button>`
        : nothing
    }
    ${button(words.term('cancel'), onCancel)} ${waysOn(context, state)}
  `;
}

function waysOn(context: StageContext, state: InstallState): TemplateResult | typeof nothing {
  const {run, words, onGoOn} = context;
  switch (state.stage) {
    case 'resume':
      return html`${button(words.term('startOver'), () => onGoOn(() => run.startOver()))}
      ${button(words.term('resume'), () => onGoOn(() => run.resume()), 'primary main')}`;
    case 'replace': {
      const add = button(words.term('another'), () => onGoOn(() => run.addAnother()));
      if (!state.canReplace) return add;
      const replace = (): void => onGoOn(() => run.confirmReplace());
      return html`${add} ${button(words.term('replaceConfirm'), replace, 'danger main')}`;
    }
    case 'instruction': {
      const label = sdkWords(plainText(state.finishLabel, 120), words) || onwards(context, state);
      return button(label, () => run.finishInstruction(), 'primary main');
    }
    case 'accountType':
    case 'preOptions':
    case 'postOptions':
      return submitButton(onwards(context, state));
    case 'submitting':
      return submitButton(onwards(context, state), true);
    case 'oauth':
      return oauthActions(context, state);
    case 'failed':
      return button(words.term('tryAgain'), () => onGoOn(() => run.retry()), 'primary main');
    default:
      return nothing;
  }
}

/** Where the next step leads, as far as that is certain. */
function onwards(
  {words, name}: StageContext,
  {stage, steps, progress}: InstallState,
): string | TemplateResult {
  const isSure = stage !== 'accountType' && (!progress || progress.total !== undefined);
  const next = isSure && steps[progress?.current ?? 1];
  if (next === 'oauth') return html`${words.term('continueTo', name)}${externalIcon}`;
  if (next || !isSure) return words.term('continue');
  return words.term(steps.includes('oauth') ? 'finish' : 'connect', name);
}

function oauthActions(
  {run, words, checking, onCheck, onGoOn}: StageContext,
  {phase}: Extract<InstallState, {readonly stage: 'oauth'}>,
): TemplateResult {
  const retry = (): void => onGoOn(() => run.retry());
  if (phase === 'blocked') return button(words.term('openWindow'), retry, 'primary main');
  if (phase === 'returned') {
    return html`${button(words.term('tryAgain'), retry)}
      <button
        type="button"
        class="button primary main steady"
        aria-busy=${checking ? 'true' : 'false'}
        aria-disabled=${checking ? 'true' : 'false'}
        @click=${onCheck}
      >
        <span>${words.term('check')}</span>
      </button>`;
  }
  const show = (kind = ''): TemplateResult =>
    button(words.term('focusWindow'), () => run.focusWindow(), kind);
  return phase === 'stuck'
    ? html`${show()} ${button(words.term('tryAgain'), retry, 'primary main')}`
    : show('primary main');
}

function button(label: string | TemplateResult, onClick: () => void, kind = ''): TemplateResult {
  return html`<button type="button" class="button ${kind}" @click=${onClick}>${label}</button>`;
}

function submitButton(label: string | TemplateResult, busy = false): TemplateResult {
  // Disabled for screen readers only: a disabled button would lose the focus that it has.
  return html`<button
    type="submit"
    form="form"
    class="button primary main steady"
    aria-busy=${busy ? 'true' : 'false'}
    aria-disabled=${busy ? 'true' : 'false'}
  >
    <span>${label}</span>
  </button>`;
}
