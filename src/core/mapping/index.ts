/**
 * What a field mapping is made of, for those who draw one themselves: its rows, what can be done with them, suggestions and checks.
 * Plain functions: none of them needs a session.
 * @packageDocumentation
 */
export {readApplicationFields} from './application-fields.js';
export type {ApplicationField, ApplicationFields} from './application-fields.js';
export type {MatchReason} from './field-index.js';
export {checkRows} from './mapping-checks.js';
export type {Problems, RowProblem} from './mapping-checks.js';
export {
  addRow,
  checkName,
  chooseDependent,
  chooseObject,
  createField,
  mapFields,
  removeRow,
} from './mapping-edit.js';
export type {NameProblem} from './mapping-edit.js';
export {readRows} from './mapping-rows.js';
export type {MappingRow, MappingRows} from './mapping-rows.js';
export {readMapping} from './mapping-value.js';
export type {DynamicEntry, FieldMapping} from './mapping-value.js';
export {MappingMemory} from './mapping-memory.js';
export type {ObjectChange} from './mapping-memory.js';
export {previewOf} from './preview.js';
export type {PreviewValue} from './preview.js';
export {suggestFields} from './suggestions.js';
export type {Suggestion} from './suggestions.js';
