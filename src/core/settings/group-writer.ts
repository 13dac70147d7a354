import {PgError} from '../errors.js';
import {refusal, toPgError} from '../answers.js';
import type {InputValues} from '../sdk.js';
import {masked, maskedError} from '../secrets.js';
import type {SessionCalls} from '../session/ports.js';
import {rewriteAfterCheck} from './checked-write.js';
import {FieldSet, type SavedValues, type SentValues} from './field-set.js';
import {placeMessages} from './place-messages.js';
import type {GroupContent, SettingsReader} from './settings-reader.js';
import type {GroupDraft, SaveOutcome, SaveState, SettingsCheck} from './settings-state.js';
import type {WorkflowSwitch} from './workflow-switch.js';

const NOTHING: GroupContent = {inputs: [], saved: {}};
const INITIAL: SaveState = Object.freeze({status: 'initial'});

/** Settings that are saved together: what was typed, and the requests that bring it to the backend. */
export class GroupWriter {
  readonly fields = new FieldSet();
  readonly #calls: SessionCalls;
  readonly #reader: SettingsReader;
  readonly #onChange: () => void;
  readonly #workflow: WorkflowSwitch | undefined;
  /** A save that has not begun yet: whoever asks for another one shares it. */
  #waiting: Promise<SaveOutcome> | undefined;
  /** Grows with what takes back all that was changed before. */
  #discards = 0;
  #check: SettingsCheck | undefined;
  /** Saves that wait or are under way. */
  #open = 0;
  #save = INITIAL;

  /** @param workflow the one that the settings belong to; absent for those of the integration */
  constructor(
    calls: SessionCalls,
    reader: SettingsReader,
    onChange: () => void,
    workflow?: WorkflowSwitch,
  ) {
    this.#calls = calls;
    this.#reader = reader;
    this.#onChange = onChange;
    this.#workflow = workflow;
  }

  /** Undefined while nothing of the group counts: settings of a workflow that is off are not the person's concern. */
  get content(): GroupContent | undefined {
    if (this.#workflow?.isEnabled === false) return undefined;
    return this.#reader.content(this.#workflow?.id);
  }

  /** The secrets that are typed or saved. */
  get secrets(): readonly string[] {
    const {inputs, saved} = this.#reader.content(this.#workflow?.id) ?? NOTHING;
    return this.fields.secrets(inputs, saved, new Map());
  }

  /** @param content the fields to show, which may be there while nothing of the group counts */
  read(content: GroupContent): GroupDraft {
    const fields = this.fields.read(content.inputs, content.saved);
    const isDirty = this.content !== undefined && fields.some((field) => field.isDirty);
    return {fields, isDirty, save: this.#shownSave(isDirty)};
  }

  /** A save that seemed to fail can have worked: then there is nothing left to save, and nothing to try again. */
  #shownSave(isDirty: boolean): SaveState {
    if (this.#open > 0) return PENDING;
    const isMoot = this.#save.status === 'error' && !this.#isPlaced && !isDirty;
    return isMoot ? INITIAL : this.#save;
  }

  edit(id: string, value: unknown): void {
    this.fields.edit(id, value, this.#saved);
    const {status} = this.#save;
    if (status === 'complete' || (this.#isPlaced && !this.fields.hasMessages)) this.#save = INITIAL;
    this.#onChange();
  }

  /** Says whose value counts where another one was saved elsewhere meanwhile. */
  resolve(id: string, whose: 'mine' | 'theirs'): void {
    this.fields.resolve(id, whose, this.#saved);
    this.#onChange();
  }

  /** A save that has not begun yet has nothing left to bring: what is changed from here on was not meant by it. */
  discard(): void {
    this.#discards += 1;
    this.#waiting = undefined;
    this.fields.discard();
    if (this.#save.status !== 'pending') this.#save = INITIAL;
  }

  /** Saves what was changed. Saves asked for before one begins are one. */
  save(check?: SettingsCheck): Promise<SaveOutcome> {
    this.#check = check;
    if (this.#waiting) return this.#waiting;
    const {inputs, saved} = this.content ?? NOTHING;
    if (!this.fields.read(inputs, saved).some(({isDirty}) => isDirty)) {
      return Promise.resolve('unchanged');
    }
    const saving = this.#run(() => {
      // What is typed from here on is for the next save.
      if (this.#waiting === saving) this.#waiting = undefined;
    });
    this.#waiting = saving;
    this.#onChange();
    return saving;
  }

  async #run(begin: () => void): Promise<SaveOutcome> {
    this.#open += 1;
    const discards = this.#discards;
    let sent: SentValues = new Map();
    let outcome: SaveOutcome;
    try {
      const {credentialId} = this.#reader.target;
      const answer = await rewriteAfterCheck(this.#calls, credentialId, async () => {
        begin();
        // What is sent a second time after a new sign-in may be something else, or nothing any more.
        sent = new Map();
        const content = this.content;
        if (!content || discards !== this.#discards) return {};
        sent = this.fields.take(content.inputs, content.saved, this.#check);
        return sent.size > 0 ? await this.#send(toValues(sent)) : {};
      });
      outcome = this.#onAnswer(sent, answer);
    } catch (error) {
      outcome = this.#onFailure(sent, toPgError(error));
    } finally {
      begin();
      this.fields.sent();
      this.#open -= 1;
    }
    this.#onChange();
    return outcome;
  }

  #send(values: InputValues): Promise<{readonly errors?: readonly string[]}> {
    const {target, selection} = this.#reader;
    const {sdk} = this.#calls;
    return this.#workflow
      ? sdk.updateWorkflowUserSettings(target.integration, this.#workflow.id, values, selection)
      : sdk.updateIntegrationUserSettings(target.integration, values, selection);
  }

  #onAnswer(sent: SentValues, {errors}: {readonly errors?: readonly string[]}): SaveOutcome {
    if (this.#reader.isGone) return 'dropped';
    // The SDK passes on whatever the backend sent in that place.
    if (Array.isArray(errors) && errors.length > 0) {
      return this.#refuse(sent, errors.map(String));
    }
    this.fields.confirm(sent, this.#saved);
    this.fields.sent();
    if (this.fields.hasMessages || this.#isContested) {
      this.#save = INITIAL;
      return 'invalid';
    }
    if (sent.size === 0) return 'unchanged';
    this.#save = COMPLETE;
    return 'saved';
  }

  #refuse(sent: SentValues, messages: readonly string[]): SaveOutcome {
    const {inputs, saved} = this.content ?? NOTHING;
    const secrets = this.fields.secrets(inputs, saved, sent);
    const {placed, rest} = placeMessages(
      messages.map((message) => masked(message, secrets)),
      inputs.filter(({id}) => sent.has(id)),
    );
    this.fields.refuse(sent, saved, placed);
    const error = rest.length > 0 ? refusal(rest) : new PgError('refused', 'refused');
    this.#fail(error, rest.length === 0);
    return 'refused';
  }

  #onFailure(sent: SentValues, error: PgError): SaveOutcome {
    if (this.#reader.isGone || error.code === 'aborted') return 'dropped';
    if (error.code === 'refused' && error.detail) return this.#refuse(sent, [error.detail]);
    const {inputs, saved} = this.content ?? NOTHING;
    this.#fail(maskedError(error, this.fields.secrets(inputs, saved, sent)), false);
    return 'failed';
  }

  #fail(error: PgError, isPlaced: boolean): void {
    const retry = (): void => void this.save(this.#check);
    this.#save = Object.freeze({status: 'error', error, isPlaced, retry});
  }

  get #saved(): SavedValues {
    return this.#reader.content(this.#workflow?.id)?.saved ?? NOTHING.saved;
  }

  get #isContested(): boolean {
    const {inputs, saved} = this.content ?? NOTHING;
    return this.fields.read(inputs, saved).some(({conflict}) => conflict !== undefined);
  }

  get #isPlaced(): boolean {
    return this.#save.status === 'error' && this.#save.isPlaced;
  }
}

const PENDING: SaveState = Object.freeze({status: 'pending'});
const COMPLETE: SaveState = Object.freeze({status: 'complete'});

function toValues(sent: SentValues): InputValues {
  return Object.fromEntries([...sent].map(([id, {value}]) => [id, value]));
}
