import {html, nothing, type TemplateResult} from 'lit';
import {IntegrationFields, withCategories} from '../../core/mapping/integration-fields.js';
import type {FieldMapping} from '../../core/mapping/mapping-value.js';
import {hasSource, type Parents} from '../../core/options/option-request.js';
import type {mapper as words} from '../../i18n/en/mapper.js';
import type {Localizer} from '../../i18n/localize.js';
import {plainText} from '../../ui/safe.js';
import type {ViewHost} from '../input/control.js';
import {ChoiceBox} from '../input/controls/choice-box.js';
import type {ControlField} from '../input/field.js';
import type {MapperSources} from './field-list.js';
import {problemNote} from './problem-note.js';

const NONE: Parents = new Map();

/** What a person chose. */
export interface ObjectHandlers {
  readonly onObject: (object: unknown) => void;
  readonly onDependent: (dependent: unknown) => void;
}

/** The object whose fields are mapped, and what depends on it: the choices that come before the rows. */
export class ObjectBoxes {
  readonly #words: Localizer<typeof words>;
  readonly #object: ChoiceBox;
  readonly #dependent: ChoiceBox;
  #sources: MapperSources | undefined;
  /** An object that the whole list of objects did not have when it was last here. */
  #gone: unknown;

  constructor(host: ViewHost, localizer: Localizer<typeof words>) {
    this.#words = localizer;
    this.#object = new ChoiceBox(host, {
      id: 'control',
      pick: (sources) => {
        this.#sources = sources.kind === 'fieldMapper' ? sources : undefined;
        return this.#sources?.record;
      },
    });
    this.#dependent = new ChoiceBox(host, {
      id: 'dependent',
      pick: (sources) => (sources.kind === 'fieldMapper' ? sources.dependent : undefined),
    });
  }

  /** Where choices and rows come from; undefined while nobody knows. */
  get sources(): MapperSources | undefined {
    return this.#sources;
  }

  /** It is still to be found out where choices and rows come from. */
  get isLooking(): boolean {
    const {state} = this.#object.list;
    return state.status === 'pending' && !hasSource(state);
  }

  /** Whether it is known which rows there are. */
  get hasRows(): boolean {
    return this.#sources !== undefined && hasSource(this.#object.list.state);
  }

  /** The objects could not be loaded. */
  get isFailing(): boolean {
    const {state} = this.#object.list;
    return state.status === 'error' && hasSource(state);
  }

  get dependentTitle(): string {
    return titleOf(this.#sources?.dependent) || this.#words.term('dependent');
  }

  /** Whether a choice that depends on the object is still to be made. */
  lacksDependent({dependent}: FieldMapping): boolean {
    return this.#sources?.dependent !== undefined && dependent === undefined;
  }

  /** Whether the objects no longer have it among them. Its fields are asked for nevertheless: some lists leave objects out. */
  isGone({object}: FieldMapping): boolean {
    return object !== undefined && object === this.#gone;
  }

  /** Whether all is chosen that decides which fields there are. */
  isReady(mapping: FieldMapping): boolean {
    const isChosen = this.#sources !== undefined && mapping.object !== undefined;
    return isChosen && !this.lacksDependent(mapping);
  }

  /** What the fields depend on, by the key of its source. */
  parentsOf(mapping: FieldMapping): Parents {
    const dependent = this.#sources?.dependent;
    const parents = this.#objectParents(mapping);
    return dependent?.kind === 'remote'
      ? new Map([...parents, [dependent.cacheKey, mapping.dependent]])
      : parents;
  }

  /** What people call an object; undefined while nobody knows. */
  labelOf(object: unknown): string | undefined {
    const label = this.#object.list.labelOf(object);
    return label === undefined ? undefined : plainText(label, 80);
  }

  update(field: ControlField, mapping: FieldMapping): void {
    this.#object.update(field, mapping.object);
    this.#findOut(mapping);
    if (this.#sources?.dependent) {
      this.#dependent.update(field, mapping.dependent, this.#objectParents(mapping));
    }
  }

  render(
    field: ControlField,
    mapping: FieldMapping,
    {onObject, onDependent}: ObjectHandlers,
  ): TemplateResult {
    return html`<div class="objects" part="objects">
      <div class="part">
        <span class="part-label">${this.#objectTitle}</span>
        ${this.#object.render(objectField(field, mapping), this.#objectTitle, mapping.object, onObject)}
        ${
          this.isGone(mapping)
            ? problemNote('object-note', [{text: this.#words.term('objectGone')}])
            : nothing
        }
      </div>
      ${
        this.#sources?.dependent
          ? html`<div class="part">
              <span class="part-label">${this.dependentTitle}</span>
              ${this.#dependent.render(
                dependentField(field, mapping),
                this.dependentTitle,
                mapping.dependent,
                onDependent,
                mapping.object === undefined
                  ? field.words.term('waitingFor', this.#objectTitle)
                  : '',
              )}
            </div>`
          : nothing
      }
    </div>`;
  }

  /** Ties the boxes to what stands around them. */
  updated(field: ControlField): void {
    this.#object.updated({...field, describedBy: `${field.describedBy} object-note`});
    this.#dependent.updated({...field, describedBy: ''});
  }

  dispose(): void {
    this.#object.dispose();
    this.#dependent.dispose();
  }

  get #objectTitle(): string {
    return titleOf(this.#sources?.record) || this.#words.term('object');
  }

  #objectParents({object}: FieldMapping): Parents {
    const record = this.#sources?.record;
    return record?.kind === 'remote' ? new Map([[record.cacheKey, object]]) : NONE;
  }

  /** While the list is loaded anew or searched, what it said before counts. */
  #findOut({object}: FieldMapping): void {
    const {status, search, entries, nested, hasMore} = this.#object.list.state;
    if (status !== 'complete' || search !== '') return;
    const objects = IntegrationFields.of(withCategories(entries, nested));
    this.#gone = !hasMore && objects.find(object) === undefined ? object : undefined;
  }
}

function objectField(field: ControlField, {object}: FieldMapping): ControlField {
  return {...field, invalid: field.invalid && object === undefined};
}

function dependentField(field: ControlField, {object, dependent}: FieldMapping): ControlField {
  const isMissing = object !== undefined && dependent === undefined;
  return {...field, describedBy: '', invalid: field.invalid && isMissing};
}

function titleOf(source: MapperSources['record'] | undefined): string {
  return source?.kind === 'remote' ? plainText(source.source.title, 300).trim() : '';
}
