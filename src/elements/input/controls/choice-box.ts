import {type TemplateResult, css, html, nothing} from 'lit';
import type {PgError} from '../../../core/errors.js';
import {withCategories} from '../../../core/mapping/integration-fields.js';
import {OptionList} from '../../../core/options/option-list.js';
import {
  type OptionState,
  type Parents,
  type PickSource,
  hasSource,
} from '../../../core/options/option-request.js';
import {emit} from '../../emit.js';
import type {ViewHost} from '../control.js';
import type {ControlField} from '../field.js';
import {titleOf} from '../parameters.js';
import {errors} from '../../../i18n/en/errors.js';
import {Localizer} from '../../../i18n/localize.js';
import type {PgCombobox} from '../../../ui/combobox/combobox.js';
import type {ComboboxEventMap} from '../../../ui/combobox/events.js';
import type {ComboboxFailure} from '../../../ui/combobox/list-state.js';
import '../../../ui/combobox/pg-combobox.js';
import {errorWords} from '../../../ui/message/message.js';

/** From so many choices on, typing is quicker than looking. */
const SEARCH_FROM = 8;

/** Which of the lists of an input a box shows, and where. */
interface BoxOptions {
  /** Id of the box in the element. */
  readonly id: string;
  readonly pick: PickSource;
}

/** A combobox with one list of an input in it. */
export class ChoiceBox {
  readonly list: OptionList;
  readonly #host: ViewHost;
  readonly #options: BoxOptions;
  readonly #errors: Localizer<typeof errors>;
  readonly #failure: ListFailure;
  /** What is saved has a name only once the list is here; its raw value would flash up until then. */
  readonly #labelOf = (value: unknown): string | undefined =>
    this.list.labelOf(value) ?? (this.#isFirstLoad ? this.#words?.term('loadingField') : undefined);
  readonly #news = new FailureNews();
  #words: ControlField['words'] | undefined;
  #isOpen = false;

  constructor(host: ViewHost, options: BoxOptions) {
    this.#host = host;
    this.#options = options;
    this.list = new OptionList(options.pick, (state) => {
      report(host, state);
      host.requestUpdate();
    });
    this.#errors = new Localizer(host, 'errors', errors);
    this.#failure = new ListFailure(this.#errors);
  }

  update(field: ControlField, value: unknown, parents?: Parents): void {
    const {list} = this;
    this.#words = field.words;
    list.follow(field, parents);
    // Only the list knows how to call what is saved. Without that nobody needs it before it is opened.
    const isUnknown = !isNothing(value) && list.labelOf(value) === undefined;
    if (this.#isOpen || isUnknown) list.load();
  }

  /** Relates the box to what describes it, which is there only now. */
  updated(field: ControlField): void {
    // An open list says itself why it is empty.
    this.#news.follow(field, this.#failure.of(this.list.state)?.message ?? '', this.#isOpen);
    const root = this.#host.renderRoot;
    const box = root.querySelector<PgCombobox>(`#${this.#options.id}`);
    if (!box) return;
    const find = (ids: string): Element[] =>
      ids.split(' ').flatMap((id) => (id ? (root.querySelector(`#${id}`) ?? []) : []));
    const descriptions = find(field.describedBy);
    if (!sameItems(box.describedByElements, descriptions)) box.describedByElements = descriptions;
  }

  dispose(): void {
    this.#isOpen = false;
    this.list.dispose();
    this.#errors.hostDisconnected();
    this.#host.removeController(this.#errors);
  }

  /**
   * @param name what the box is called
   * @param waitingFor what has to be done before there is a list, where the owner knows better; '' if nothing
   */
  render(
    field: ControlField,
    name: string,
    value: unknown,
    onChange: (value: unknown) => void,
    waitingFor = '',
  ): TemplateResult {
    const {list} = this;
    const {state} = list;
    const failure = this.#failure.of(state);
    const waiting = waitingFor || this.#waitingWords(field);
    const isWhole = state.status === 'complete' && !state.hasMore && state.search === '';
    return html`<pg-combobox
        id=${this.#options.id}
        part="control"
        .label=${name}
        .options=${withCategories(state.entries, state.nested)}
        .value=${isNothing(value) && list.labelOf(value) === undefined ? undefined : value}
        .search=${this.#searchOf(field)}
        .labelOf=${this.#labelOf}
        .complete=${isWhole}
        .pending=${state.status === 'pending'}
        .failure=${failure}
        .hasMore=${state.hasMore}
        .placeholder=${this.#placeholder(field, waiting)}
        ?disabled=${field.disabled || waiting !== '' || state.status === 'none'}
        ?readonly=${field.readonly}
        ?required=${field.required}
        ?invalid=${field.invalid}
        ?clearable=${!field.required}
        @input=${stop}
        @change=${stop}
        @pg-combobox-change=${({detail}: ComboboxEventMap['pg-combobox-change']) =>
          onChange(detail.value === undefined ? null : detail.value)}
        @pg-combobox-search=${({detail}: ComboboxEventMap['pg-combobox-search']) =>
          list.search(detail.query)}
        @pg-combobox-more=${() => list.more()}
        @pg-combobox-open=${this.#onOpen}
        @pg-combobox-close=${() => (this.#isOpen = false)}
      ></pg-combobox>
      ${failure ? this.#renderFailure(field, failure) : nothing}`;
  }

  /** Also beside the box, since the name of what is saved may be missing for the same reason. */
  #renderFailure({words}: ControlField, {message, retry}: ComboboxFailure): TemplateResult {
    return html`<div class="failure" part="failure">
      <span>${message}</span>
      <button type="button" class="tool wide" part="retry" @click=${retry}>
        ${words.term('retry')}
      </button>
    </div>`;
  }

  get #isFirstLoad(): boolean {
    const {state} = this.list;
    return state.status === 'pending' && (state.generation === 0 || !hasSource(state));
  }

  /** Which other field has to be filled in first; '' if none. */
  #waitingWords({words, parameters}: ControlField): string {
    const {state} = this.list;
    if (state.status !== 'initial' || state.waitingFor === undefined) return '';
    const title = titleOf(parameters, state.waitingFor);
    return title ? words.term('waitingFor', title) : words.term('waiting');
  }

  #searchOf({input}: ControlField): PgCombobox['search'] {
    const {state, kind, searchable} = this.list;
    if (searchable) return 'remote';
    const isShort = kind === 'static' && state.entries.length < SEARCH_FROM;
    // A list that is not here yet may be long, and a field that turned into another one would lose the focus.
    return isShort || (!kind && input.type === 'ENUM') ? 'none' : 'local';
  }

  #placeholder({placeholder, words}: ControlField, waiting: string): string {
    if (this.list.state.status === 'none') return words.term('noSource');
    return waiting || placeholder || words.term('choose');
  }

  readonly #onOpen = (): void => {
    this.#isOpen = true;
    this.list.open();
  };
}

const reported = new WeakSet<PgError>();

/** An answer of the wrong shape says nothing to people: what is wrong with it is for the host's developer, once for all who asked. */
function report(host: ViewHost, state: OptionState): void {
  if (state.status !== 'error' || reported.has(state.error)) return;
  const {code, message, cause} = state.error;
  if (code !== 'answer-malformed') return;
  reported.add(state.error);
  emit(host, 'pg-error', {code, message, cause});
}

/** What is typed to search is no value of the field. */
function stop(event: Event): void {
  event.stopPropagation();
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** A load that may have failed. */
type Load =
  | {readonly status: 'error'; readonly error: PgError; readonly retry: () => void}
  | {readonly status: 'initial' | 'pending' | 'none' | 'complete'};

/** What a box says while its list could not be loaded. For the same failure in the same language the same object, so that nothing renders in vain. */
export class ListFailure {
  readonly #errors: Localizer<typeof errors>;
  #known: (ComboboxFailure & {readonly error: PgError}) | undefined;

  constructor(localizer: Localizer<typeof errors>) {
    this.#errors = localizer;
  }

  /** Undefined unless the load failed. */
  of(load: Load): ComboboxFailure | undefined {
    if (load.status !== 'error') return (this.#known = undefined);
    const {error, retry} = load;
    const {text, detail} = errorWords(error, this.#errors);
    const message = detail ? `${text} ${detail}` : text;
    if (this.#known?.error !== error || this.#known.message !== message)
      this.#known = {error, retry, message};
    return this.#known;
  }
}

/** Tells once that a list could not be loaded: what comes into the page with its text no screen reader mentions. */
export class FailureNews {
  #told = '';

  /** @param isHeard where it is said already */
  follow(field: ControlField, failure: string, isHeard = false): void {
    if (failure === this.#told) return;
    this.#told = failure;
    if (failure && !isHeard) field.announce(`${field.label}: ${failure}`);
  }
}

/** What stands below a box whose list could not be loaded. */
export const choiceStyles = css`
  .failure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: calc(var(--_space) * 2);
    margin-block-start: var(--_space);
    color: var(--_danger);
    font-size: var(--_size-s);
    line-height: var(--_line-small);
    overflow-wrap: anywhere;
  }

  .failure > span {
    min-inline-size: 0;
  }

  .failure > .tool {
    margin-inline: calc(var(--_space) * -2) 0;
  }

  @media (forced-colors: active) {
    .failure {
      color: CanvasText;
    }
  }
`;
