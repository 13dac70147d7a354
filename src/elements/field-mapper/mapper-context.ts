import type {ApplicationFields} from '../../core/mapping/application-fields.js';
import type {Problems} from '../../core/mapping/mapping-checks.js';
import type {MappingRows} from '../../core/mapping/mapping-rows.js';
import type {FieldMapping} from '../../core/mapping/mapping-value.js';
import type {Parents} from '../../core/options/option-request.js';
import type {mapper as words} from '../../i18n/en/mapper.js';
import type {Localizer} from '../../i18n/localize.js';
import type {UndoNote} from '../../ui/message/undo-note.js';
import type {ControlField} from '../input/field.js';
import type {FieldList} from './field-list.js';
import type {PgFieldMapper} from './field-mapper.js';

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

/** What the parts of a mapper share. */
export interface MapperContext {
  readonly host: PgFieldMapper;
  readonly words: Localizer<typeof words>;
  readonly list: FieldList;
  readonly notice: UndoNote;
  /** The state as it was last rendered. */
  readonly state: () => MapperState | undefined;
  /** Takes over what the person did to the value; all changes go through it. */
  readonly change: (edit: (value: unknown, fields: ApplicationFields) => unknown) => void;
}
