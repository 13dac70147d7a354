import {testFormControl} from '../support/form-control-suite.js';
import {acme} from './input-fixture.js';

const input = (type: string, more: object = {}) => ({
  input: {id: 'field', title: 'Field', type, required: false, ...more},
});

testFormControl({
  title: 'text',
  tag: 'pg-input',
  properties: input('TEXT_NO_VARS'),
  value: 'acme',
  submitted: 'acme',
  canBeMissing: true,
});

testFormControl({
  title: 'text on several lines',
  tag: 'pg-input',
  properties: input('TEXTAREA_NO_VARS'),
  value: 'one\ntwo',
  submitted: 'one\ntwo',
  canBeMissing: true,
});

testFormControl({
  title: 'password',
  tag: 'pg-input',
  properties: input('PASSWORD'),
  value: 's3cret',
  submitted: 's3cret',
  canBeMissing: true,
});

testFormControl({
  title: 'number',
  tag: 'pg-input',
  properties: input('NUMBER'),
  value: '12.5',
  submitted: '12.5',
  canBeMissing: true,
});

testFormControl({
  title: 'switch',
  tag: 'pg-input',
  properties: input('SWITCH'),
  value: true,
  submitted: 'true',
  canBeMissing: false,
});

testFormControl({
  title: 'choice',
  tag: 'pg-input',
  properties: {...input('CUSTOM_DROPDOWN'), session: acme().session},
  value: 7,
  submitted: '7',
  canBeMissing: true,
});

testFormControl({
  title: 'pair of choices',
  tag: 'pg-input',
  properties: {...input('COMBO_INPUT'), session: acme().session},
  value: {mainInput: 'deal', dependentInput: 'amount'},
  submitted: '{"mainInput":"deal","dependentInput":"amount"}',
  canBeMissing: true,
});

testFormControl({
  title: 'permissions',
  tag: 'pg-input',
  properties: input('PERMISSION', {scopes: {values: [{name: 'read'}, {name: 'write'}]}}),
  value: 'read',
  submitted: 'read',
  canBeMissing: true,
});

testFormControl({
  title: 'file',
  tag: 'pg-input',
  properties: input('FILE'),
  value: 'PEM',
  submitted: 'PEM',
  canBeMissing: true,
});

testFormControl({
  title: 'unknown kind',
  tag: 'pg-input',
  properties: input('HOLOGRAM'),
  value: {depth: 3},
  submitted: '{"depth":3}',
  canBeMissing: false,
});
