import {workflowStateIn} from '../accounts/configurations.js';
import {notify} from '../util/notify.js';
import type {ConnectSession} from '../session/session.js';
import {rewriteAfterCheck, writeAfterCheck} from './checked-write.js';
import {isSecret} from './field-set.js';
import {GroupWriter, type GroupContent} from './group-writer.js';
import {
  goneSource,
  readSource,
  sameSource,
  selectionOf,
  workflowOf,
  type SettingsSource,
} from './settings-source.js';
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
import {switchWorkflows} from './switch-workflows.js';
import {WorkflowSwitch} from './workflow-switch.js';

interface WorkflowParts {
  readonly group: GroupWriter;
  readonly toggle: WorkflowSwitch;
}

/** Worst last: what a save of several groups comes to. */
const OUTCOMES = ['unchanged', 'saved', 'invalid', 'refused', 'failed', 'dropped'] as const;
const NO_INPUTS = Object.freeze([]);

/**
 * The settings and workflows of one configuration of one account, with what a person has typed on top of what is saved.
 * Nothing typed is lost: not by a failure, a refusal, a late answer, or a change from elsewhere. Get one from `settingsOf`, so that all who
 * show the same settings share it.
 */
export class SettingsDraft {
  readonly target: SettingsTarget;
  readonly #session: ConnectSession;
  readonly #settings: GroupWriter;
  readonly #workflows = new Map<string, WorkflowParts>();
  readonly #listeners = new Set<(state: SettingsState) => void>();
  #unsubscribe: (() => void) | undefined;
  #source: SettingsSource | undefined;
  #state: SettingsState | undefined;
  #isDropped = false;

  constructor(session: ConnectSession, target: SettingsTarget) {
    this.#session = session;
    this.target = Object.freeze({...target});
    this.#settings = new GroupWriter({
      content: () => this.#settingsContent(),
      isGone: () => this.#isGone,
      write: (call) => this.#rewrite(call),
      send: (values) =>
        session.sdk.updateIntegrationUserSettings(
          target.integration,
          values,
          selectionOf(this.#read(), target),
        ),
      changed: () => this.#changed(),
    });
  }

  get state(): SettingsState {
    const source = this.#read();
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
    this.#isDropped = true;
    this.#clear();
    this.#changed();
  }

  #read(): SettingsSource {
    return this.#isDropped ? goneSource() : readSource(this.#session, this.target);
  }

  #compose(source: SettingsSource): SettingsState {
    const {access, account, configuration, texts} = source;
    const saved = configuration?.sharedSettings ?? {};
    const settings = this.#settings.read({inputs: texts?.settings ?? NO_INPUTS, saved});
    const workflows = (texts?.workflows ?? []).map((workflow) => {
      const {group, toggle} = this.#partsOf(workflow.id);
      const values = workflowStateIn(source.configuration, workflow.id)?.settings ?? {};
      const {isEnabled, state} = toggle;
      const shown = group.read({inputs: workflow.inputs, saved: values});
      return Object.freeze({...shown, workflow, isEnabled, toggle: state});
    });
    return Object.freeze({
      access,
      account,
      settings: Object.freeze(settings),
      workflows: Object.freeze(workflows),
    });
  }

  get #isGone(): boolean {
    return this.#read().account === undefined;
  }

  #group(workflowId: string | undefined): GroupWriter | undefined {
    if (this.#isDropped) return undefined;
    return workflowId === undefined ? this.#settings : this.#partsOf(workflowId).group;
  }

  #partsOf(workflowId: string): WorkflowParts {
    const known = this.#workflows.get(workflowId);
    if (known) return known;
    const {integration} = this.target;
    const sdk = () => this.#session.sdk;
    const select = () => selectionOf(this.#read(), this.target);
    const changed = (): void => this.#changed();
    const toggle = new WorkflowSwitch({
      isOn: () => this.#isOn(workflowId),
      write: (call) => writeAfterCheck(this.#session, this.target.credentialId, call),
      changed,
      send: (enabled) => switchWorkflows(sdk(), {[workflowId]: enabled}, select()),
    });
    const group = new GroupWriter({
      content: () => this.#workflowContent(workflowId),
      isGone: () => this.#isGone,
      write: (call) => this.#rewrite(call),
      changed,
      send: (values) => sdk().updateWorkflowUserSettings(integration, workflowId, values, select()),
    });
    const parts = {group, toggle};
    this.#workflows.set(workflowId, parts);
    return parts;
  }

  /** The groups of a section that count now. */
  *#contents(section: SettingsSection = 'all'): Generator<readonly [GroupWriter, GroupContent]> {
    const own = section === 'workflows' ? undefined : this.#settingsContent();
    if (own) yield [this.#settings, own];
    if (section === 'settings') return;
    for (const {id} of this.#read().texts?.workflows ?? []) {
      const content = this.#workflowContent(id);
      if (content) yield [this.#partsOf(id).group, content];
    }
  }

  #settingsContent(): GroupContent | undefined {
    const {account, configuration, texts} = this.#read();
    if (!account || !texts) return undefined;
    return {inputs: texts.settings, saved: configuration?.sharedSettings ?? {}};
  }

  /** Settings of a workflow that is off are not the person's concern; the backend refuses those of one that never was on. */
  #workflowContent(workflowId: string): GroupContent | undefined {
    const source = this.#read();
    const workflow = workflowOf(source, workflowId);
    if (!workflow || !this.#partsOf(workflowId).toggle.isEnabled) return undefined;
    return {
      inputs: workflow.inputs,
      saved: workflowStateIn(source.configuration, workflowId)?.settings ?? {},
    };
  }

  #isOn(workflowId: string): boolean | undefined {
    const source = this.#read();
    return source.account && workflowStateIn(source.configuration, workflowId)?.enabled === true;
  }

  #rewrite<T>(call: () => Promise<T>): Promise<T> {
    return rewriteAfterCheck(this.#session, this.target.credentialId, call);
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
    const {texts} = this.#read();
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
