import type {ApplicationFields} from '../../core/mapping/application-fields.js';
import type {Problems} from '../../core/mapping/mapping-checks.js';
import type {MappingRows} from '../../core/mapping/mapping-rows.js';
import type {FieldMapping} from '../../core/mapping/mapping-value.js';
import type {Parents} from '../../core/options/option-request.js';
import type {mapper as words} from '../../i18n/en/mapper.js';
import type {Localizer} from '../../i18n/localize.js';
import type {UndoNote} from '../../ui/message/undo-note.js';
import type {ViewHost} from '../input/control.js';
import type {ControlField} from '../input/field.js';
import type {FieldList} from './field-list.js';

/** What the parts of a mapper show, worked out before each render. */
export interface MapperState {
  readonly field: ControlField;
  readonly fields: ApplicationFields;
  readonly mapping: FieldMapping;
  readonly rows: MappingRows;
  readonly problems: Problems;
  /** What the fields of the integration depend on. */
  readonly parents: Parents;
  /** Everything was chosen that decides which fields there are. */
  readonly isReady: boolean;
  readonly isEditable: boolean;
  /** The objects could not be loaded, for which there is a message already. */
  readonly isFailing: boolean;
}

/** How a mapper works, whichever element it is in. */
export interface MapperOptions {
  /** Suggests fields by their names; nothing is written before the person accepts. */
  readonly suggest: boolean;
  /** Minimum score of a suggestion, from 0 to 1. */
  readonly suggestThreshold: number;
  /** Whether two rows with the same field are a remark, or keep the form from being sent. */
  readonly duplicates: 'warning' | 'error';
  /** Which way values go: it turns the arrows, and decides whose fields the sample record has. */
  readonly direction: 'to-integration' | 'to-application';
  /** A record for the preview, of the application, or with `to-application` of the integration. */
  readonly sample: unknown;
}

/** What the parts of a mapper share. */
export interface MapperContext {
  readonly host: ViewHost;
  readonly options: () => MapperOptions;
  readonly words: Localizer<typeof words>;
  readonly list: FieldList;
  readonly notice: UndoNote;
  /** The state as it was last rendered. */
  readonly state: () => MapperState | undefined;
  /** Takes over what the person did to the value; all changes go through it. */
  readonly change: (edit: (value: unknown, fields: ApplicationFields) => unknown) => void;
}
