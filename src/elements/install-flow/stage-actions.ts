import {html, nothing, type TemplateResult} from 'lit';
import type {InstallState} from '../../core/install/install-state.js';
import {backIcon} from '../../ui/icons.js';
import {plainText} from '../../ui/safe/text.js';
import type {StageContext} from './stage-context.js';

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
      ${button(words.term('resume'), () => onGoOn(() => run.resume()), 'primary')}`;
    case 'replace':
      return button(
        words.term('replaceConfirm'),
        () => onGoOn(() => run.confirmReplace()),
        'danger',
      );
    case 'instruction':
      return button(
        plainText(state.finishLabel, 120) || words.term('continue'),
        () => run.finishInstruction(),
        'primary',
      );
    case 'preOptions':
      return submitButton(words.term('continue'), false);
    case 'postOptions':
      return submitButton(words.term('finish'), false);
    case 'submitting':
      return submitButton(words.term('submitting'), true);
    case 'oauth':
      return oauthActions(context, state);
    case 'failed':
      return button(words.term('tryAgain'), () => onGoOn(() => run.retry()), 'primary');
    default:
      return nothing;
  }
}

function oauthActions(
  {run, words, checking, onCheck, onGoOn}: StageContext,
  {phase}: Extract<InstallState, {readonly stage: 'oauth'}>,
): TemplateResult {
  const retry = (): void => onGoOn(() => run.retry());
  if (phase === 'blocked') return button(words.term('openWindow'), retry, 'primary');
  if (phase === 'returned') {
    return html`${button(words.term('tryAgain'), retry)}
      <button
        type="button"
        class="button primary"
        aria-busy=${checking ? 'true' : 'false'}
        aria-disabled=${checking ? 'true' : 'false'}
        @click=${onCheck}
      >
        ${words.term(checking ? 'checking' : 'check')}
      </button>`;
  }
  return button(words.term('focusWindow'), () => run.focusWindow());
}

function button(label: string, onClick: () => void, kind = ''): TemplateResult {
  return html`<button type="button" class="button ${kind}" @click=${onClick}>${label}</button>`;
}

function submitButton(label: string, busy: boolean): TemplateResult {
  // Disabled for screen readers only: a disabled button would lose the focus that it has.
  return html`<button
    type="submit"
    form="form"
    class="button primary"
    aria-busy=${busy ? 'true' : 'false'}
    aria-disabled=${busy ? 'true' : 'false'}
  >
    ${label}
  </button>`;
}
