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
import {checkIcon, errorIcon} from '../../ui/icons.js';
import {emptyState} from '../../ui/message/empty-state.js';
import {inlineError} from '../../ui/message/inline-error.js';
import {plainText} from '../../ui/safe/text.js';
import {textsOf} from '../input/texts.js';
import {fieldsView, isShown, workflowsView, type SettingsContext} from './settings-view.js';
import {setStates} from '../../ui/custom-states.js';

/** How things stand with what was typed. */
type SaveStatus = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

/** What the form is rendered from. */
export interface SettingsFormOptions extends SettingsContext {
  readonly draft: SettingsDraft;
  /** Of the integration. */
  readonly name: string;
  /** Of the account, where there are several to tell apart; else ''. */
  readonly accountName: string;
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
  const {draft, section, words, onSave} = options;
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
    ${
      options.accountName
        ? html`<p class="whose" part="account">
            ${words.term('settingsOf')} <bdi>${options.accountName}</bdi>
          </p>`
        : nothing
    }
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
    ${saveBar(
      options,
      groups,
      hasSettings || workflows.some(({workflow}) => workflow.inputs.length > 0),
    )}
  </form>`;
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
function summaryView(options: SettingsFormOptions, groups: readonly GroupDraft[]): TemplateResult {
  const {problems, words, retryLabel, errorWords, onSave, onFocus} = options;
  const [error] = groups.flatMap(({save}) =>
    save.status === 'error' && !save.isPlaced ? [save.error] : [],
  );
  return html`<div class="summary" part="summary" tabindex="-1">
    ${inlineError({
      error: error && errorWords(error),
      pending: groups.some(({save}) => save.status === 'pending'),
      retryLabel,
      onRetry: onSave,
    })}
    ${
      problems.length > 1
        ? html`<div class="message error" role="group" aria-labelledby="problems">
            ${errorIcon}
            <div class="message-body">
              <div class="message-text">
                <p id="problems" class="message-heading">
                  ${words.term('fieldProblems', problems.length)}
                </p>
                <ul class="problems" role="list">
                  ${problems.map(
                    ({input, message}) =>
                      html`<li>
                        <button type="button" class="problem" @click=${() => onFocus(input)}>
                          <bdi>${textsOf(input).title}</bdi></button
                        ><span
                          >: ${message ? plainText(message, 300) : words.term('conflict')}</span
                        >
                      </li>`,
                  )}
                </ul>
              </div>
            </div>
          </div>`
        : nothing
    }
  </div>`;
}

/**
 * Says whether everything is saved, and saves.
 * @param hasFields there is something to save: else the bar holds only what the host puts there
 */
function saveBar(
  options: SettingsFormOptions,
  groups: readonly GroupDraft[],
  hasFields: boolean,
): TemplateResult {
  const {draft, section, words, autosave, justSaved, onReset} = options;
  const status = statusOf(groups);
  const isDirty = draft.isDirty(section);
  const isNews = status === 'saving' || status === 'failed' || (status === 'saved' && justSaved);
  const isStuck = isNews || (isDirty && !autosave);
  return html`<div class=${isStuck ? 'bar stuck' : 'bar'} part="actions">
    ${
      hasFields
        ? html`<p class="status ${status}" part="status">${statusView(options, status)}</p>`
        : nothing
    }
    <slot name="actions"></slot>
    ${
      hasFields && !autosave
        ? html`
            <button
              type="button"
              class="button plain discard"
              ?hidden=${!isDirty}
              @click=${onReset}
            >
              ${words.term('discard')}
            </button>
            <button
              type="submit"
              class="button primary"
              part="save"
              aria-disabled=${isDirty ? 'false' : 'true'}
              aria-busy=${status === 'saving' ? 'true' : 'false'}
            >
              ${words.term(status === 'saving' ? 'saving' : 'save')}
            </button>
          `
        : nothing
    }
  </div>`;
}

function statusView({words, autosave}: SettingsFormOptions, status: SaveStatus): unknown {
  switch (status) {
    case 'dirty':
      return autosave ? nothing : [html`<span class="dot"></span>`, words.term('unsaved')];
    case 'saving':
      // The button says it already.
      return autosave ? words.term('saving') : nothing;
    case 'saved':
      return [checkIcon, words.term(autosave ? 'autosaved' : 'saved')];
    case 'failed':
      return [errorIcon, words.term('notSaved')];
    case 'clean':
      return nothing;
  }
}

function statusOf(groups: readonly GroupDraft[]): SaveStatus {
  const has = (status: GroupDraft['save']['status']): boolean =>
    groups.some(({save}) => save.status === status);
  if (has('pending')) return 'saving';
  if (has('error')) return 'failed';
  if (groups.some(({isDirty}) => isDirty)) return 'dirty';
  return has('complete') ? 'saved' : 'clean';
}
