import type {SessionEvents} from '../session/ports.js';
import {skipChecks} from './checked-write.js';
import {SettingsDraft, type SettingsPorts} from './settings-draft.js';
import type {SettingsTarget} from './settings-state.js';

/** The drafts of a session: whoever shows the settings of the same account edits the same draft. */
export interface SettingsDrafts {
  /** Keeps what was typed also while nobody shows it, secrets apart. */
  draft(target: SettingsTarget): SettingsDraft;
  /** Whether anything typed is not saved, for this integration or for any. */
  isDirty(integration?: string): boolean;
  /** The page may be about to end: saves that follow, and those under way, lose no time. */
  skipChecks(): void;
  /** Goes back to what is saved, for this integration or for all. */
  reset(integration?: string): void;
}

type Ports = SettingsPorts & Pick<SessionEvents, 'onForget'>;

class Drafts implements SettingsDrafts {
  readonly #session: Ports;
  #drafts = new Map<string, SettingsDraft>();

  constructor(session: Ports) {
    this.#session = session;
    session.onForget(() => {
      const before = this.#drafts;
      this.#drafts = new Map();
      for (const draft of before.values()) draft.drop();
    });
  }

  isDirty(integration?: string): boolean {
    return this.#of(integration).some((draft) => draft.isDirty());
  }

  draft(target: SettingsTarget): SettingsDraft {
    const {integration, credentialId, configurationId} = target;
    const key = JSON.stringify([integration, credentialId, configurationId]);
    let draft = this.#drafts.get(key);
    if (!draft) this.#drafts.set(key, (draft = new SettingsDraft(this.#session, target)));
    return draft;
  }

  skipChecks(): void {
    skipChecks(this.#session);
  }

  reset(integration?: string): void {
    for (const draft of this.#of(integration)) draft.reset();
  }

  #of(integration: string | undefined): readonly SettingsDraft[] {
    const all = [...this.#drafts.values()];
    return integration === undefined
      ? all
      : all.filter(({target}) => target.integration === integration);
  }
}

const drafts = new WeakMap<Ports, SettingsDrafts>();

/** The settings of a session. Kept beside it, so that a page without settings carries no code for them. */
export function getSettingsDrafts(session: Ports): SettingsDrafts {
  let known = drafts.get(session);
  if (!known) drafts.set(session, (known = new Drafts(session)));
  return known;
}
