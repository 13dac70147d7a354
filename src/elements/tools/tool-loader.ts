import type {ReactiveController} from 'lit';
import {toPgError} from '../../core/answers.js';
import {noEnvironment} from '../../core/environment.js';
import {PgError} from '../../core/errors.js';
import {LatestTask} from '../../core/util/latest-task.js';
import {afterRemoval} from '../../ui/dom.js';
import {TimedFlag} from '../../ui/timed-flag.js';
import {report} from '../emit.js';
import {readTools, type AgentTool, type Tool} from './tool-model.js';
import type {FormElement} from '../input/form-element.js';

/** Where the tools come from: a list, or a function that fetches it. */
export type ToolSource =
  | readonly AgentTool[]
  | ((options: {readonly signal: AbortSignal}) => Promise<readonly AgentTool[]>);

export type ToolsState =
  | {readonly status: 'initial'}
  | {readonly status: 'pending'; readonly tools: readonly Tool[] | undefined}
  | {readonly status: 'complete'; readonly tools: readonly Tool[]}
  | {
      readonly status: 'error';
      readonly error: PgError;
      readonly tools: readonly Tool[] | undefined;
    };

/** From when on people are told that it takes long (ms). */
const SLOW = 5_000;
/** When nobody answers any more (ms). */
const LIMIT = 60_000;

/** Fetches the tools of the host. Those of another source are gone at once; a reload keeps what is there until the answer has come. */
export class ToolLoader implements ReactiveController {
  readonly #host: FormElement;
  readonly #task = new LatestTask(noEnvironment.after);
  readonly #slow: TimedFlag;
  #source: unknown;
  #state: ToolsState = {status: 'initial'};
  #endLimit: (() => void) | undefined;
  /** The host's function is to be asked as soon as the element is on a page of its own. */
  #isDue = false;

  constructor(host: FormElement) {
    this.#host = host;
    this.#slow = new TimedFlag(host, SLOW);
    host.addController(this);
  }

  get state(): ToolsState {
    return this.#state;
  }

  /** The tools, once they are known. */
  get tools(): readonly Tool[] | undefined {
    return this.#state.status === 'initial' ? undefined : this.#state.tools;
  }

  get isSlow(): boolean {
    return this.#slow.isOver;
  }

  hostConnected(): void {
    if (this.#isDue) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    afterRemoval(this.#host, () => {
      this.#isDue ||= this.#task.isLoading;
      this.#stop();
    });
  }

  /** Servers ask nothing, and neither does what a server has rendered before it is taken over. */
  hostUpdate(): void {
    if (!this.#isDue || !this.#host.isConnected || this.#host.isHydrating) return;
    this.#isDue = false;
    this.#ask();
  }

  /** Takes the tools of a source, at once where it is a list; the same source again changes nothing. */
  take(source: unknown): void {
    if (source === this.#source) return;
    this.#source = source;
    this.#stop();
    this.#isDue = typeof source === 'function';
    if (this.#isDue) this.#state = {status: 'pending', tools: undefined};
    else if (Array.isArray(source)) this.#state = {status: 'complete', tools: readTools(source)};
    else if (source === undefined) this.#state = {status: 'initial'};
    else if (source === null) this.#state = {status: 'pending', tools: undefined};
    else {
      const error = new PgError('bad-input', 'tools is neither an array nor a function.');
      this.#state = {status: 'error', error, tools: undefined};
    }
  }

  /** Asks the host's function again; what is there stays until it has answered. */
  reload(): void {
    if (typeof this.#source !== 'function') return;
    this.#stop();
    this.#isDue = true;
    this.#state = {status: 'pending', tools: this.tools};
    this.#changed();
  }

  #ask(): void {
    const load = this.#source as (options: {readonly signal: AbortSignal}) => Promise<unknown>;
    this.#stop();
    this.#slow.begin();
    this.#endLimit = noEnvironment.after(LIMIT, () =>
      this.#fail(new PgError('network', 'The tools did not come within a minute.')),
    );
    this.#task.load(
      // A function that throws fails like one that rejects.
      async (signal) => load({signal}),
      (answer) => {
        if (Array.isArray(answer)) this.#complete(readTools(answer));
        else this.#fail(new PgError('answer-malformed', 'tools() gave no array.'));
      },
      (cause) => this.#fail(toPgError(cause)),
    );
  }

  #complete(tools: readonly Tool[]): void {
    this.#stop();
    this.#state = {status: 'complete', tools};
    this.#changed();
  }

  #fail(error: PgError): void {
    this.#stop();
    this.#state = {status: 'error', error, tools: this.tools};
    report(this.#host, error);
    this.#changed();
  }

  #changed(): void {
    // Value and validity depend on it.
    this.#host.requestUpdate('tools');
  }

  #stop(): void {
    this.#task.stop();
    this.#slow.end();
    this.#endLimit?.();
    this.#endLimit = undefined;
  }
}
