import {hasMappedField, readMapping} from '../../core/mapping/mapping-value.js';
import type {Rules} from './control.js';
import {formValue} from './rules.js';

/**
 * What is known of a field mapping before its rows are: `required` asks for an object and one field of it. Which rows are needed is
 * up to their fields, since a person cannot map what the integration has no counterpart for.
 */
export const mapperRules: Rules = {
  read: (value) => value,
  validate(value, _input, required) {
    if (!required) return undefined;
    const mapping = readMapping(value);
    return mapping.object !== undefined && hasMappedField(mapping)
      ? undefined
      : {flag: 'valueMissing', term: 'notMapped'};
  },
  toFormValue: formValue,
  requirable: true,
};
