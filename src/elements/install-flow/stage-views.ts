import {html, nothing, type TemplateResult} from 'lit';
import type {FormStage, InstallState} from '../../core/install/install-state.js';
import type {SdkAccountType, SdkCallToAction} from '../../core/sdk.js';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {copyIcon, externalIcon} from '../../ui/icons.js';
import {inlineError, note} from '../../ui/message/message.js';
import {plainText, safeLink} from '../../ui/safe.js';
import {installForm} from './install-form.js';
import {actionsOf, type StageContext} from './stage-actions.js';

type Of<S extends InstallState['stage']> = Extract<InstallState, {readonly stage: S}>;

/** One stage of a run: how far it is, what it asks, and the ways on. */
export function stageView(context: StageContext, state: InstallState): TemplateResult {
  const heading = headingOf(context, state);
  return html`
    ${progressView(context, state)}
    <div class="stage">
      ${heading ? html`<h3 class="heading" part="heading" tabindex="-1">${heading}</h3>` : nothing}
      ${inlineError({error: context.error})} ${contentOf(context, state)}
    </div>
    <div class="actions" part="actions">${actionsOf(context, state)}</div>
  `;
}

function progressView(
  {words}: StageContext,
  {progress}: InstallState,
): TemplateResult | typeof nothing {
  if (!progress) return nothing;
  const {current, total} = progress;
  const text =
    total === undefined
      ? words.term('progressOpen', current)
      : words.term('progress', current, total);
  const steps = Array.from({length: total ?? 0}, (_, step) => (step < current ? 'reached' : ''));
  return html`
    <div class="progress" part="progress">
      <p>${text}</p>
      <div class="track" aria-hidden="true" ?hidden=${total === undefined}>
        ${steps.map((reached) => html`<span class=${reached}></span>`)}
      </div>
    </div>
  `;
}

function contentOf(context: StageContext, state: InstallState): unknown {
  const {words} = context;
  switch (state.stage) {
    case 'resume':
      return html`<p class="lead">
        ${words.term('resumeText', plainText(state.account.accountIdentifier(), 120))}
      </p>`;
    case 'replace': {
      const account = plainText(state.account.accountIdentifier(), 120);
      const text = words.term(state.canReplace ? 'replaceText' : 'alreadyText', account);
      return note({tone: state.canReplace ? 'warning' : 'info', text});
    }
    case 'accountType':
      return accountTypeView(context, state);
    case 'instruction':
      return instructionView(context, state);
    case 'preOptions':
    case 'postOptions':
      return formView(context, state, state.stage);
    case 'submitting':
      return formView(context, state, state.of);
    case 'oauth':
      return oauthView(context, state);
    case 'failed':
      return state.leftover ? leftoverView(context, state.leftover) : nothing;
    default:
      return nothing;
  }
}

function formView(
  {run, session, words, isSlow, renderForm, onAnswer, onSubmit}: StageContext,
  state: Of<'preOptions' | 'postOptions' | 'submitting'>,
  stage: FormStage,
): TemplateResult {
  const isSending = state.stage === 'submitting';
  const wait = isSending && (isSlow ? 'slow' : state.delayed && 'delayed');
  return html`
    ${renderForm(() =>
      installForm({
        session,
        integration: run.integration,
        credentialId: state.credentialId,
        inputs: state.inputs,
        answers: run.answersOf(stage),
        busy: isSending,
        onInput: () => onAnswer(stage),
        onSubmit,
      }),
    )}
    ${wait ? html`<p class="lead">${words.term(wait)}</p>` : nothing}
  `;
}

function leftoverView(context: StageContext, credentialId: string): TemplateResult {
  const {words, leftover, onRemoveLeftover} = context;
  const busy = leftover === 'removing' ? 'true' : 'false';
  if (leftover === 'removed') return html`<p class="lead">${words.term('leftoverRemoved')}</p>`;
  return note({
    tone: 'warning',
    text: words.term('leftoverText'),
    action: html`<button
      type="button"
      class="button"
      aria-busy=${busy}
      aria-disabled=${busy}
      @click=${() => onRemoveLeftover(credentialId)}
    >
      ${words.term('leftoverRemove')}
    </button>`,
  });
}

/** A choice of account types: each is a button, since choosing one goes on, and can open the sign-in window. */
function accountTypeView({run, words}: StageContext, state: Of<'accountType'>): TemplateResult {
  const label = (type: SdkAccountType, index: number): string =>
    plainText(type.accountDescription, 120) || words.term('accountTypeUnnamed', index + 1);
  return html`
    <ul class="choices" role="list" part="choices">
      ${state.accountTypes.map(
        (type, index) => html`
          <li>
            <button
              type="button"
              class="choice"
              part="choice"
              @click=${() => run.chooseAccountType(type.id)}
            >
              ${label(type, index)}
            </button>
          </li>
        `,
      )}
    </ul>
  `;
}

/** What to do at the provider first. */
function instructionView(context: StageContext, state: Of<'instruction'>): TemplateResult {
  return html`
    <div class="prose" part="instruction">${context.markdown(state.content)}</div>
    <div class="calls">${state.calls.map((call) => callToAction(context, call))}</div>
  `;
}

function callToAction({onCopy}: StageContext, call: SdkCallToAction): TemplateResult {
  const label = plainText(call.label, 120);
  if (call.type === 'copyButton') {
    return html`<button
      type="button"
      class="button"
      @click=${() => onCopy(plainText(call.copyText))}
    >
      ${copyIcon}${label}
    </button>`;
  }
  const href = safeLink(call.href);
  if (href === undefined) return html`<span>${label}</span>`;
  return html`<a class="button" href=${href} target="_blank" rel="noopener noreferrer">
    ${externalIcon}${label}
  </a>`;
}

/** The sign-in happens in another window; here are only hints and ways out. */
function oauthView(
  {run, words, name, isOverdue, onGoOn}: StageContext,
  state: Of<'oauth'>,
): TemplateResult {
  switch (state.phase) {
    case 'blocked':
      return note({tone: 'warning', text: words.term('blockedText', name)});
    case 'stuck':
      return note({tone: 'warning', text: words.term('stuckText', name)});
    case 'returned':
      return html`<p class="lead">${words.term('returnedText', name)}</p>`;
    default:
      return html`
        <div class="waiting">
          <span class="spinner" aria-hidden="true"></span>
          <p class="lead">${words.term('waitingText')}</p>
        </div>
        ${
          isOverdue
            ? html`<p class="lead">
                ${words.term('overdueText')}
                <button
                  type="button"
                  class="button plain"
                  @click=${() => onGoOn(() => run.retry())}
                >
                  ${words.term('openAgain')}
                </button>
              </p>`
            : nothing
        }
      `;
  }
}

/** Heading of a stage; undefined where the stage needs none. */
function headingOf({words, name}: StageContext, state: InstallState): string | undefined {
  switch (state.stage) {
    case 'resume':
      return words.term('resumeHeading');
    case 'replace':
      return words.term('replaceHeading');
    case 'accountType':
      return words.term('accountTypeHeading', name);
    case 'instruction':
      return words.term('instructionHeading');
    case 'preOptions':
      return words.term('preOptionsHeading', name);
    case 'postOptions':
      return words.term('postOptionsHeading');
    case 'submitting':
      return state.of === 'preOptions'
        ? words.term('preOptionsHeading', name)
        : words.term('postOptionsHeading');
    case 'oauth':
      return oauthHeading(words, name, state);
    case 'failed':
      return words.term('failedHeading', name);
    default:
      return undefined;
  }
}

function oauthHeading(
  words: Localizer<typeof install>,
  name: string,
  {phase}: Of<'oauth'>,
): string {
  if (phase === 'blocked') return words.term('blockedHeading');
  if (phase === 'stuck') return words.term('stuckHeading');
  return phase === 'returned' ? words.term('returnedHeading') : words.term('waitingHeading', name);
}
