import {notify} from '../util/notify.js';
import {isSecret} from '../inputs.js';
import {maskedError} from '../secrets.js';
import type {SessionCalls, SessionState} from '../session/ports.js';
import {GroupWriter} from './group-writer.js';
import {
  sameSource,
  SettingsReader,
  type GroupContent,
  type SettingsSource,
} from './settings-reader.js';
import {
  changesOf,
  groupsOf,
  type SaveOutcome,
  type SettingsChanges,
  type SettingsCheck,
  type SettingsSection,
  type SettingsState,
  type SettingsTarget,
} from './settings-state.js';
import {WorkflowSwitch} from './workflow-switch.js';

/** What settings ask of a session. */
export type SettingsPorts = SessionState & SessionCalls;

interface WorkflowParts {
  readonly group: GroupWriter;
  readonly toggle: WorkflowSwitch;
}

/** Worst last: what a save of several groups comes to. */
const OUTCOMES = ['unchanged', 'saved', 'invalid', 'refused', 'failed', 'dropped'] as const;
const NO_CONTENT: GroupContent = {inputs: [], saved: {}};

/**
 * The settings and workflows of one configuration of one account, with what a person has typed on top of what is saved.
 * Nothing typed is lost: not by a failure, a refusal, a late answer, or a change from elsewhere. Get one from `settingsOf`, so that all who
 * show the same settings share it.
 */
export class SettingsDraft {
  readonly #session: SettingsPorts;
  readonly #reader: SettingsReader;
  readonly #settings: GroupWriter;
  readonly #workflows = new Map<string, WorkflowParts>();
  readonly #listeners = new Set<(state: SettingsState) => void>();
  readonly #onChange = (): void => this.#changed();
  #unsubscribe: (() => void) | undefined;
  #source: SettingsSource | undefined;
  #state: SettingsState | undefined;

  constructor(session: SettingsPorts, target: SettingsTarget) {
    this.#session = session;
    this.#reader = new SettingsReader(session, target);
    this.#settings = new GroupWriter(session, this.#reader, this.#onChange);
  }

  /** Whose settings. */
  get target(): SettingsTarget {
    return this.#reader.target;
  }

  get state(): SettingsState {
    const {source} = this.#reader;
    if (!this.#state || !sameSource(source, this.#source)) {
      this.#source = source;
      this.#state = this.#compose(source);
    }
    return this.#state;
  }

  /** Whether something typed is not saved. */
  isDirty(section: SettingsSection = 'all'): boolean {
    return groupsOf(this.state, section).some((group) => group.isDirty);
  }

  /** Calls `listener` after every change. While somebody listens, the draft follows its session. */
  subscribe(listener: (state: SettingsState) => void): () => void {
    this.#listeners.add(listener);
    this.#unsubscribe ??= this.#session.subscribe(() => this.#onSession());
    return () => {
      if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
      this.#unsubscribe?.();
      this.#unsubscribe = undefined;
      this.#forgetSecrets();
    };
  }

  /**
   * Takes over what was typed. `undefined` removes the setting, so that its default counts; `null` and `''` are values.
   * @param workflowId the workflow that the setting belongs to; absent for settings of the integration
   */
  edit(id: string, value: unknown, workflowId?: string): void {
    this.#group(workflowId)?.edit(id, value);
  }

  /**
   * Says whose value counts for a field that was changed elsewhere while the person was editing it: what they typed, which the
   * next save sends, or what is saved now.
   */
  resolve(id: string, whose: 'mine' | 'theirs', workflowId?: string): void {
    this.#group(workflowId)?.resolve(id, whose);
  }

  /** The person left the fields: those that are as saved follow changes from elsewhere again. */
  settle(): void {
    let isChanged = false;
    for (const [group, {inputs, saved}] of this.#contents()) {
      isChanged = group.fields.settle(inputs, saved) || isChanged;
    }
    if (isChanged) this.#changed();
  }

  /**
   * Checks what a save would touch: every field that is saved together with one that was changed. What is wrong is in the
   * state; true if nothing is.
   */
  validate(check: SettingsCheck, section: SettingsSection = 'all'): boolean {
    let isValid = true;
    for (const [group, content] of this.#contents(section)) {
      const {inputs, saved} = content;
      if (!group.read(content).isDirty) continue;
      isValid = group.fields.validate(inputs, saved, check) && isValid;
    }
    this.#changed();
    return isValid;
  }

  /** What a save would send now, without what is only a default. Secrets are in it: keep it out of events and logs. */
  changes(section: SettingsSection = 'all'): SettingsChanges {
    return changesOf(this.state, section);
  }

  /**
   * Saves what was changed, after every other write to the account. Never rejects: the state says what failed, and keeps it.
   * Settings of a workflow that is off wait until it is on.
   * @param check holds back what it finds wrong
   */
  async save(section: SettingsSection = 'all', check?: SettingsCheck): Promise<SaveOutcome> {
    const saves = [...this.#contents(section)].map(([group]) => group.save(check));
    const outcomes = new Set(await Promise.all(saves));
    this.#forgetSecrets();
    return OUTCOMES.findLast((outcome) => outcomes.has(outcome)) ?? 'unchanged';
  }

  /** Goes back to what is saved. */
  reset(section: SettingsSection = 'all'): void {
    if (section !== 'workflows') this.#settings.discard();
    if (section !== 'settings') for (const {group} of this.#workflows.values()) group.discard();
    this.#changed();
  }

  /**
   * Switches a workflow on or off; the state shows it at once and goes back on failure. Never rejects: resolves with whether
   * it worked.
   */
  toggle(workflowId: string, enabled: boolean): Promise<boolean> {
    return this.#partsOf(workflowId).toggle.set(enabled);
  }

  /** Forgets everything for good: the user is gone. */
  drop(): void {
    this.#reader.drop();
    this.#clear();
    this.#changed();
  }

  #compose(source: SettingsSource): SettingsState {
    const {access, account, texts} = source;
    const settings = this.#settings.read(this.#reader.content() ?? NO_CONTENT);
    const workflows = (texts?.workflows ?? []).map((workflow) => {
      const {group, toggle} = this.#partsOf(workflow.id);
      const {isEnabled, state} = toggle;
      const shown = group.read(this.#reader.content(workflow.id) ?? NO_CONTENT);
      return Object.freeze({...shown, workflow, isEnabled, toggle: state});
    });
    return Object.freeze({
      access,
      account,
      settings: Object.freeze(settings),
      workflows: Object.freeze(workflows),
    });
  }

  #group(workflowId: string | undefined): GroupWriter | undefined {
    if (this.#reader.isDropped) return undefined;
    return workflowId === undefined ? this.#settings : this.#partsOf(workflowId).group;
  }

  #partsOf(workflowId: string): WorkflowParts {
    const known = this.#workflows.get(workflowId);
    if (known) return known;
    const toggle = new WorkflowSwitch(
      this.#session,
      this.#reader,
      workflowId,
      this.#onChange,
      (error) => maskedError(error, this.#secrets()),
    );
    const group = new GroupWriter(this.#session, this.#reader, this.#onChange, toggle);
    const parts = {group, toggle};
    this.#workflows.set(workflowId, parts);
    return parts;
  }

  /** Every secret that is typed or saved here: a service may repeat any of them. */
  #secrets(): readonly string[] {
    const groups = [this.#settings, ...[...this.#workflows.values()].map(({group}) => group)];
    return groups.flatMap((group) => group.secrets);
  }

  /** The groups of a section that count now. */
  *#contents(section: SettingsSection = 'all'): Generator<readonly [GroupWriter, GroupContent]> {
    const workflows = this.#reader.source.texts?.workflows ?? [];
    const groups = [
      ...(section === 'workflows' ? [] : [this.#settings]),
      ...(section === 'settings' ? [] : workflows.map(({id}) => this.#partsOf(id).group)),
    ];
    for (const group of groups) {
      const {content} = group;
      if (content) yield [group, content];
    }
  }

  #onSession(): void {
    const before = this.#state;
    const {state} = this;
    // Nothing can be saved any more for an account that is gone.
    if (state.access === 'account-not-found' && this.#session.snapshot.status === 'ready') {
      this.#clear();
    }
    if (state !== before) this.#changed();
  }

  /** What was typed stays while nobody looks at it, but not what nobody may see. */
  #forgetSecrets(): void {
    const {settings, workflows} = this.state;
    const isSaving = [settings, ...workflows].some(({save}) => save.status === 'pending');
    if (this.#listeners.size > 0 || isSaving) return;
    const {texts} = this.#reader.source;
    this.#settings.fields.forgetSecrets(texts?.settings.filter(isSecret) ?? []);
    for (const {id, inputs} of texts?.workflows ?? []) {
      this.#workflows.get(id)?.group.fields.forgetSecrets(inputs.filter(isSecret));
    }
    this.#state = undefined;
  }

  #clear(): void {
    this.#settings.discard();
    for (const {group, toggle} of this.#workflows.values()) {
      group.discard();
      toggle.forget();
    }
  }

  #changed(): void {
    this.#state = undefined;
    notify(this.#listeners, this.state);
  }
}
