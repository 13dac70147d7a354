import {html, type TemplateResult} from 'lit';
import type {ConnectInput} from '../../core/sdk.js';
import type {ConnectSession} from '../../core/compose.js';
import type {SettingsDraft} from '../../core/settings/settings-draft.js';
import {
  groupsOf,
  type FieldDraft,
  type GroupDraft,
  type SettingsSection,
} from '../../core/settings/settings-state.js';
import {emptyState} from '../../ui/message/empty-state.js';
import {plainText} from '../../ui/safe/text.js';
import {textsOf} from '../input/texts.js';
import {problemSummary} from './problem-summary.js';
import {saveBar, type SaveStatus} from './save-bar.js';
import {fieldsView, isShown, workflowsView, type SettingsContext} from './settings-view.js';
import {setStates} from '../../ui/custom-states.js';

/** What the form is rendered from. */
export interface SettingsFormOptions extends SettingsContext {
  readonly draft: SettingsDraft;
  /** Of the integration. */
  readonly name: string;
  readonly section: SettingsSection;
  /** Fields that were wrong at the last attempt to save. */
  readonly problems: readonly FieldDraft[];
  /** The last save has ended well a moment ago. */
  readonly justSaved: boolean;
  readonly autosave: boolean;
  readonly onSave: () => void;
  readonly onReset: () => void;
  readonly onFocus: (input: ConnectInput) => void;
}

/** Settings, workflows, and what has become of the last save; or that there is nothing to set. */
export function settingsForm(options: SettingsFormOptions): TemplateResult {
  const {draft, section, words, autosave, justSaved, onSave, onReset} = options;
  const {settings, workflows} = draft.state;
  const groups = groupsOf(draft.state, section);
  const hasSettings = section !== 'workflows' && settings.fields.some(isShown);
  const hasWorkflows = section !== 'settings' && workflows.length > 0;
  if (!hasSettings && !hasWorkflows) {
    return emptyState({
      heading: words.term('nothingHeading'),
      text: words.term('nothingText', options.name),
    });
  }
  const heading = (key: 'settings' | 'workflows'): TemplateResult | undefined =>
    section === 'all'
      ? html`<h3 class="heading" part="heading">${words.term(key)}</h3>`
      : undefined;
  return html`<form
    class="form"
    part="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      onSave();
    }}
    @focusout=${() => draft.settle()}
  >
    ${summaryView(options, groups)}
    ${
      hasSettings
        ? html`<section class="section">
            ${heading('settings')} ${fieldsView(options, settings.fields)}
          </section>`
        : undefined
    }
    ${
      hasWorkflows
        ? html`<section class="section">
            ${heading('workflows')} ${workflowsView(options, workflows)}
          </section>`
        : undefined
    }
    ${saveBar({
      words,
      autosave,
      justSaved,
      onReset,
      status: statusOf(groups),
      isDirty: draft.isDirty(section),
      hasFields: hasSettings || workflows.some(({workflow}) => workflow.inputs.length > 0),
    })}
  </form>`;
}

/** Fields of a section that something is said against. */
export function problemsOf(draft: SettingsDraft, section: SettingsSection): readonly FieldDraft[] {
  return groupsOf(draft.state, section).flatMap(({fields}) =>
    fields.filter(({message}) => message !== ''),
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

function summaryView(options: SettingsFormOptions, groups: readonly GroupDraft[]): TemplateResult {
  const {problems, words, retryLabel, errorWords, onSave, onFocus} = options;
  const [error] = groups.flatMap(({save}) =>
    save.status === 'error' && !save.isPlaced ? [save.error] : [],
  );
  return problemSummary({
    words,
    retryLabel,
    error: error && errorWords(error),
    pending: groups.some(({save}) => save.status === 'pending'),
    onRetry: onSave,
    fields: problems.map(({input, message}) => ({
      title: textsOf(input).title,
      message: plainText(message, 300),
      focus: () => onFocus(input),
    })),
  });
}

function statusOf(groups: readonly GroupDraft[]): SaveStatus {
  const has = (status: GroupDraft['save']['status']): boolean =>
    groups.some(({save}) => save.status === status);
  if (has('pending')) return 'saving';
  if (has('error')) return 'failed';
  if (groups.some(({isDirty}) => isDirty)) return 'dirty';
  return has('complete') ? 'saved' : 'clean';
}
