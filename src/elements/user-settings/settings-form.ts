import {html, nothing, type TemplateResult} from 'lit';
import type {ConnectInput} from '../../core/sdk.js';
import type {ConnectSession} from '../../core/compose.js';
import type {SettingsDraft} from '../../core/settings/settings-draft.js';
import {
  groupsOf,
  type FieldDraft,
  type GroupDraft,
  type SettingsSection,
} from '../../core/settings/settings-state.js';
import {breakable} from '../../ui/breakable.js';
import {checkIcon, errorIcon} from '../../ui/icons.js';
import {belowHeading, emptyState, note} from '../../ui/message/message.js';
import {plainText} from '../../ui/safe.js';
import {textsOf, titlesOf} from '../input/texts.js';
import {fieldsView, isShown, workflowsView, type SettingsContext} from './settings-view.js';
import {setStates} from '../../ui/dom.js';

/** How things stand with what was typed. */
type SaveStatus = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

/** What the form is rendered from. */
export interface SettingsFormOptions extends SettingsContext {
  readonly draft: SettingsDraft;
  /** Of the integration. */
  readonly name: string;
  /** Of the account: it is always said which one is changed. */
  readonly accountName: string;
  readonly section: SettingsSection;
  /** Required settings of the section that have no value yet. */
  readonly missing: readonly ConnectInput[];
  /** Fields that were wrong at the last attempt to save. */
  readonly problems: readonly FieldDraft[];
  /** The last save has ended well a moment ago. */
  readonly justSaved: boolean;
  readonly autosave: boolean;
  readonly onSave: () => void;
  readonly onReset: () => void;
  /** Leads to the next change that is not saved. */
  readonly onShow: () => void;
  readonly onFocus: (input: ConnectInput) => void;
}

/** Settings, workflows, and what has become of the last save; or that there is nothing to set. */
export function settingsForm(options: SettingsFormOptions): TemplateResult {
  const {draft, section, words, name, accountName, onSave} = options;
  const {settings, workflows} = draft.state;
  const groups = groupsOf(draft.state, section);
  const hasSettings = section !== 'workflows' && settings.fields.some(isShown);
  const hasWorkflows = section !== 'settings' && workflows.length > 0;
  if (!hasSettings && !hasWorkflows) {
    return emptyState({
      heading: words.term('nothingHeading'),
      text: words.term('nothingText', name),
    });
  }
  const hasFields =
    hasSettings || (hasWorkflows && workflows.some(({workflow}) => workflow.inputs.length > 0));
  return html`<form
    class="form"
    part="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      onSave();
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (!hasFields || !isSaveShortcut(event)) return;
      event.preventDefault();
      if (!event.repeat) onSave();
    }}
    @focusout=${({target}: FocusEvent) => {
      // A button of the bar is left too when it goes, in the middle of a render.
      if (target instanceof Element && !target.closest('.bar')) draft.settle();
    }}
  >
    ${
      options.missing.length > 0
        ? note({
            tone: 'warning',
            heading: words.term('missingHeading'),
            text: words.term(
              'missingText',
              titlesOf(options.missing, words.languageOf('missingText')),
            ),
          })
        : nothing
    }
    ${summaryView(options)}
    ${
      hasSettings
        ? sectionView(options, 'settings', accountName, fieldsView(options, settings.fields))
        : undefined
    }
    ${
      hasWorkflows
        ? sectionView(
            options,
            'workflows',
            hasSettings ? '' : accountName,
            html`<p class="info">${words.term('workflowsSaved')}</p>
              ${workflowsView(options, workflows)}`,
          )
        : undefined
    }
    ${saveBar(options, groups, hasFields)}
  </form>`;
}

const SECTION_WORDS = {settings: 'settingsOf', workflows: 'workflowsOf'} as const;

/**
 * A named group: the form itself has no name, since two views of one account would have the same, which no two landmarks may have.
 * @param accountName whose it is; '' where the group before says it
 */
function sectionView(
  {words}: SettingsFormOptions,
  key: 'settings' | 'workflows',
  accountName: string,
  content: TemplateResult,
): TemplateResult {
  const id = `${key}-heading`;
  return html`<div class="section" role="group" aria-labelledby=${id}>
    ${
      accountName !== ''
        ? html`<h3 id=${id} class="heading" part="heading account">
            ${words.term(SECTION_WORDS[key])} <bdi>${breakable(accountName)}</bdi>
          </h3>`
        : html`<h3 id=${id} class="heading" part="heading">${words.term(key)}</h3>`
    }
    ${content}
  </div>`;
}

/** As in every editor: Command+S on a Mac, Control+S elsewhere. */
function isSaveShortcut({key, metaKey, ctrlKey, altKey, shiftKey}: KeyboardEvent): boolean {
  return key.toLowerCase() === 's' && metaKey !== ctrlKey && !altKey && !shiftKey;
}

/** Fields of a section that something is said against. */
export function problemsOf(draft: SettingsDraft, section: SettingsSection): readonly FieldDraft[] {
  return groupsOf(draft.state, section).flatMap(({fields}) =>
    fields.filter(({message, conflict}) => message !== '' || conflict !== undefined),
  );
}

/** Shows how things stand, for `:state()`. */
export function showStates(
  internals: ElementInternals,
  session: ConnectSession | undefined,
  draft: SettingsDraft | undefined,
  section: SettingsSection,
): void {
  const groups = draft ? groupsOf(draft.state, section) : [];
  const status = session?.snapshot.status;
  setStates(internals, {
    loading: status === 'loading',
    dirty: groups.some(({isDirty}) => isDirty),
    saving: groups.some(({save}) => save.status === 'pending'),
    error: status === 'error' || groups.some(({save}) => save.status === 'error'),
  });
}

/** What is wrong, above the form. One field says so itself and has the focus; of several, the list leads to each. */
function summaryView({
  problems,
  words,
  onFocus,
}: SettingsFormOptions): TemplateResult | typeof nothing {
  if (problems.length < 2) return nothing;
  return html`<div class="message error" part="summary" role="group" aria-labelledby="problems">
    ${errorIcon}
    <div class="message-body">
      <div class="message-text">
        <p id="problems" class="message-heading">${words.term('fieldProblems', problems.length)}</p>
        <ul class="problems" role="list">
          ${problems.map(
            ({input, message}) =>
              html`<li>
                <button type="button" class="problem" @click=${() => onFocus(input)}>
                  <bdi>${textsOf(input).title}</bdi></button
                ><span>: ${message ? plainText(message, 300) : words.term('conflict')}</span>
              </li>`,
          )}
        </ul>
      </div>
    </div>
  </div>`;
}

/**
 * Says what is not saved yet, and saves. Its room is kept while there is nothing to say, so that it comes and goes without moving
 * anything. It takes the focus of its buttons when they go.
 * @param hasFields there is something to save: else the bar holds only what the host puts there
 */
function saveBar(
  options: SettingsFormOptions,
  groups: readonly GroupDraft[],
  hasFields: boolean,
): TemplateResult {
  const {draft, section, words, autosave, retryLabel, onReset} = options;
  const status = statusOf(groups, options);
  const isDirty = draft.isDirty(section);
  const isOpen = status !== 'clean' && (status !== 'dirty' || !autosave);
  const save = (label: string): TemplateResult =>
    html`<button
      type="submit"
      class="button primary steady"
      part="save"
      aria-busy=${status === 'saving' ? 'true' : 'false'}
      aria-keyshortcuts="Meta+S Control+S"
    >
      <span>${label}</span>
    </button>`;
  return html`<div
    class=${isOpen ? 'bar stuck' : hasFields ? 'bar room' : 'bar'}
    part="actions"
    tabindex="-1"
  >
    ${hasFields ? statusView(options, groups, status) : nothing}
    <slot name="actions"></slot>
    ${
      hasFields && isDirty && !autosave
        ? html`
            <button type="button" class="button plain discard" @click=${onReset}>
              ${words.term('discard')}
            </button>
            ${save(words.term('save'))}
          `
        : nothing
    }
    ${hasFields && autosave && status === 'failed' ? save(retryLabel) : nothing}
  </div>`;
}

const STATUS_ICONS: Readonly<Record<SaveStatus, unknown>> = {
  clean: nothing,
  dirty: html`<span class="dot"></span>`,
  saving: nothing,
  saved: checkIcon,
  failed: errorIcon,
};

function statusView(
  options: SettingsFormOptions,
  groups: readonly GroupDraft[],
  status: SaveStatus,
): TemplateResult {
  const {words, autosave, onShow} = options;
  const isCounted = status === 'dirty' && !autosave;
  return html`<div class="status ${status}" part="status">
    ${autosave && status === 'dirty' ? nothing : STATUS_ICONS[status]}
    <p role="alert">${status === 'failed' ? failureOf(options, groups) : nothing}</p>
    ${
      isCounted
        ? html`<bdi>${words.term('changes', countChanges(groups))}</bdi>
            <span aria-hidden="true">·</span>
            <button
              type="button"
              class="show"
              aria-label=${words.term('showChange')}
              @click=${onShow}
            >
              ${words.term('showChanges')}
            </button>`
        : nothing
    }
    ${status === 'saving' ? words.term('saving') : nothing}
    ${status === 'saved' ? words.term(autosave ? 'autosaved' : 'saved') : nothing}
  </div>`;
}

/** Why it is not saved; what is wrong with a value its field says. */
function failureOf(
  {words, errorWords}: SettingsFormOptions,
  groups: readonly GroupDraft[],
): unknown {
  const [error] = groups.flatMap(({save}) =>
    save.status === 'error' && !save.isPlaced ? [save.error] : [],
  );
  const {text, detail} = error ? belowHeading(error, errorWords(error)) : {};
  return [
    html`<strong><bdi>${words.term('notSaved')}</bdi></strong>`,
    text ? html` <bdi>${text}</bdi>` : nothing,
    detail ? html` <bdi class="detail">${detail}</bdi>` : nothing,
  ];
}

function countChanges(groups: readonly GroupDraft[]): number {
  return groups.flatMap(({fields}) => fields).filter(({isDirty}) => isDirty).length;
}

function statusOf(
  groups: readonly GroupDraft[],
  {justSaved}: Pick<SettingsFormOptions, 'justSaved'>,
): SaveStatus {
  const has = (status: GroupDraft['save']['status']): boolean =>
    groups.some(({save}) => save.status === status);
  if (has('pending')) return 'saving';
  if (has('error')) return 'failed';
  if (groups.some(({isDirty}) => isDirty)) return 'dirty';
  return justSaved && has('complete') ? 'saved' : 'clean';
}
