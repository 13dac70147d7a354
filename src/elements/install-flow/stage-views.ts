import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {live} from 'lit/directives/live.js';
import type {FormStage, InstallStage, InstallState} from '../../core/install/install-state.js';
import type {SdkAccountType, SdkCallToAction} from '../../core/sdk.js';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {copyIcon, externalIcon} from '../../ui/icons.js';
import {inlineError, note} from '../../ui/message/message.js';
import {plainText, safeLink} from '../../ui/safe.js';
import {installForm} from './install-form.js';
import {linkView, windowIcon} from './link-view.js';
import {sdkMarkdown, sdkWords} from './sdk-words.js';
import {actionsOf, type StageContext} from './stage-actions.js';

export {doneView} from './done-view.js';
export {answersOf, refusedInput, validate} from './install-form.js';
export {stageStyles} from './stage-styles.js';

type Of<S extends InstallState['stage']> = Extract<InstallState, {readonly stage: S}>;

/** One stage of a run: how far it is, what it asks, and the ways on. */
export function stageView(context: StageContext, state: InstallState): TemplateResult {
  const heading = headingOf(context, state);
  const isWaiting = state.stage === 'oauth' && ['opening', 'waiting'].includes(state.phase);
  return html`<div class="panel" part="panel">
    <div class="top">
      ${linkView(context.integration, isWaiting ? 'waiting' : 'open')}
      ${progressView(context, state)}
    </div>
    ${keyed(
      state.stage === 'submitting' ? state.of : state.stage,
      html`<div class="stage">
        ${
          state.stage === 'oauth'
            ? html`<span class="emblem ${isWaiting ? 'waiting' : ''}" aria-hidden="true"
                >${windowIcon}</span
              >`
            : nothing
        }
        ${heading ? html`<h3 class="heading" part="heading" id="stage-heading" tabindex="-1">${heading}</h3>` : nothing}
        ${inlineError({error: context.refusedField ? undefined : context.error})}
        ${contentOf(context, state)}
      </div>`,
    )}
    <div class="actions" part="actions">${actionsOf(context, state)}</div>
  </div>`;
}

const STEP_WORDS: Readonly<Partial<Record<InstallStage, keyof typeof install>>> = {
  accountType: 'stepAccountType',
  instruction: 'stepInstruction',
  preOptions: 'stepPreOptions',
  oauth: 'stepOauth',
  postOptions: 'stepPostOptions',
};

/** The steps by name. Where a choice decides what follows, the last one stands for all of that. */
function progressView(
  {words}: StageContext,
  {progress, steps}: InstallState,
): TemplateResult | typeof nothing {
  if (!progress) return nothing;
  const {current, total} = progress;
  const text =
    total === undefined
      ? words.term('progressOpen', current)
      : words.term('progress', current, total);
  const labels = steps.map((step) => words.term(STEP_WORDS[step] ?? 'stepConnect'));
  if (total === undefined) labels.push(words.term('stepConnect'));
  return html`<div class="progress" part="progress">
    <p class="visually-hidden">${text}</p>
    <ol class="track" role="list" aria-hidden="true">
      ${labels.map((label, index) => {
        const at = index + 1 === current ? 'current' : index < current ? 'reached' : '';
        return html`<li class=${at}>${label}</li>`;
      })}
    </ol>
  </div>`;
}

function contentOf(context: StageContext, state: InstallState): unknown {
  const {words} = context;
  switch (state.stage) {
    case 'resume':
      return html`<p class="lead">${words.term('resumeText', context.nameOf(state.account))}</p>`;
    case 'replace': {
      const account = context.nameOf(state.account);
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
  context: StageContext,
  state: Of<'preOptions' | 'postOptions' | 'submitting'>,
  stage: FormStage,
): TemplateResult {
  const {run, session, words, isSlow, error, refusedField, renderForm, onAnswer, onSubmit} =
    context;
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
        refusedField,
        refusal: error?.detail ?? error?.text,
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

/** The account types, each with what it leads to. Choosing one decides nothing yet: the button goes on. */
function accountTypeView(context: StageContext, {accountTypes}: Of<'accountType'>): TemplateResult {
  const {words, typeChoice, onChooseType, onSubmit} = context;
  const leads = accountTypes.map((type) => leadOf(context, type));
  // What is the same for all of them helps nobody to choose.
  const isTelling = new Set(leads).size > 1;
  const label = (type: SdkAccountType, index: number): string =>
    plainText(type.accountDescription, 120) || words.term('accountTypeUnnamed', index + 1);
  return html`<form
    id="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    <div class="choices" part="choices" role="radiogroup" aria-labelledby="stage-heading">
      ${accountTypes.map(
        (type, index) => html`
          <label class="choice" part="choice">
            <input
              type="radio"
              class="check"
              name="type"
              .checked=${live(type.id === typeChoice.id)}
              aria-labelledby="type-${index}"
              aria-describedby=${typeChoice.isMissing ? 'choice-missing' : isTelling ? `about-${index}` : nothing}
              @change=${() => onChooseType(type.id)}
            />
            <span id="type-${index}" class="choice-name">${label(type, index)}</span>
            ${
              isTelling
                ? html`<span id="about-${index}" class="choice-about">${leads[index]}</span>`
                : nothing
            }
          </label>
        `,
      )}
      <p id="choice-missing" class="choice-missing">
        ${typeChoice.isMissing ? words.term('accountTypeMissing') : nothing}
      </p>
    </div>
  </form>`;
}

/** What choosing an account type leads to. */
function leadOf({words, session, run}: StageContext, {id, scheme}: SdkAccountType): string {
  if (scheme !== 'oauth') return words.term('typeKeys');
  const hasQuestions = (session?.sdk.getPreOptions(run.integration, id).length ?? 0) > 0;
  return words.term(hasQuestions ? 'typeQuestions' : 'typeWindow');
}

/** What to do at the provider first. */
function instructionView(context: StageContext, state: Of<'instruction'>): TemplateResult {
  return html`
    <div class="prose" part="instruction">
      ${context.markdown(sdkMarkdown(state.content, context.words))}
    </div>
    <div class="calls">${state.calls.map((call) => callToAction(context, call))}</div>
  `;
}

function callToAction({onCopy, words}: StageContext, call: SdkCallToAction): TemplateResult {
  const label = sdkWords(plainText(call.label, 120), words);
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
        <p class="lead">${words.term('waitingText')}</p>
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
