import {testFormControl} from '../support/form-control-suite.js';
import '../../src/elements/field-mapper/pg-field-mapper.js';
import {acme} from './input-fixture.js';

testFormControl({
  title: 'field mapper',
  tag: 'pg-field-mapper',
  properties: {
    input: {id: 'field', title: 'Field', type: 'FIELD_MAPPER', required: false},
    session: acme().session,
    integration: 'acme',
  },
  value: {mainInput: 'contact', fieldMappings: {Name: 'n'}},
  submitted: '{"mainInput":"contact","fieldMappings":{"Name":"n"}}',
  canBeMissing: true,
});
