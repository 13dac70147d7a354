import {html, nothing, type TemplateResult} from 'lit';
import type {InstallRun} from '../../core/install/install-run.js';
import type {InstallState} from '../../core/install/install-state.js';
import type {SdkAccountType, SdkCallToAction} from '../../core/sdk.js';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import {copyIcon, externalIcon} from '../../ui/icons.js';
import {note} from '../../ui/message/note.js';
import {plainText} from '../../ui/safe/text.js';
import {safeLink} from '../../ui/safe/url.js';

/** What every stage is rendered with. */
export interface StageContext {
  readonly run: InstallRun;
  readonly words: Localizer<typeof install>;
  /** The integration's name. */
  readonly name: string;
  /** Whether somebody waits for the answer to "I have finished". */
  readonly checking: boolean;
  /** Rendered markdown, once its renderer is there. */
  readonly markdown: (source: string) => unknown;
  readonly onCheck: () => void;
  readonly onCopy: (text: string) => void;
}

type Of<S extends InstallState['stage']> = Extract<InstallState, {readonly stage: S}>;

/** A choice of account types: each is a button, since choosing one goes on, and can open the sign-in window. */
export function accountTypeView(
  {run, words}: StageContext,
  state: Of<'accountType'>,
): TemplateResult {
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
export function instructionView(context: StageContext, state: Of<'instruction'>): TemplateResult {
  return html`
    <div class="prose" part="instruction">${context.markdown(state.content)}</div>
    <div class="calls">${state.calls.map((call) => callToAction(context, call))}</div>
  `;
}

function callToAction(
  {onCopy}: StageContext,
  call: SdkCallToAction,
): TemplateResult | typeof nothing {
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
  if (href === undefined) return nothing;
  return html`<a class="button" href=${href} target="_blank" rel="noopener noreferrer">
    ${externalIcon}${label}
  </a>`;
}

/** The sign-in happens in another window; here are only hints and ways out. */
export function oauthView({words, name}: StageContext, state: Of<'oauth'>): TemplateResult {
  if (state.phase === 'blocked') {
    return note({tone: 'warning', text: words.term('blockedText', name)});
  }
  if (state.phase === 'returned') {
    return html`<p class="lead">${words.term('returnedText', name)}</p>`;
  }
  return html`
    <div class="waiting">
      <span class="spinner" aria-hidden="true"></span>
      <p class="lead">${words.term('waitingText')}</p>
    </div>
  `;
}

/** Heading of a stage; undefined where the stage needs none. */
export function headingOf({words, name}: StageContext, state: InstallState): string | undefined {
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
  return phase === 'returned' ? words.term('returnedHeading') : words.term('waitingHeading', name);
}

/** The main way forward of a stage, and the ones beside it. */
export function actionsOf(
  context: StageContext,
  state: InstallState,
): TemplateResult | typeof nothing {
  const {run, words} = context;
  switch (state.stage) {
    case 'resume':
      return html`${button(words.term('startOver'), () => run.startOver())}
      ${button(words.term('resume'), () => run.resume(), 'primary')}`;
    case 'replace':
      return button(words.term('replaceConfirm'), () => run.confirmReplace(), 'danger');
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
      return button(words.term('tryAgain'), () => run.retry(), 'primary');
    default:
      return nothing;
  }
}

function oauthActions(
  {run, words, checking, onCheck}: StageContext,
  {phase}: Of<'oauth'>,
): TemplateResult {
  if (phase === 'blocked') return button(words.term('openWindow'), () => run.retry(), 'primary');
  if (phase === 'returned') {
    return html`${button(words.term('tryAgain'), () => run.retry())}
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
