import assert from 'node:assert/strict';
import {test} from 'node:test';
import {configurationIdOf} from '../../src/core/accounts/selection.js';

test('the id of a configuration is found by any of its names, and is none for the default one', () => {
  const configurations = [
    {id: 'first', isDefault: true},
    {id: 'second', isDefault: false, externalId: 'team'},
  ];
  const account = {id: 'a', configurations};
  assert.equal(configurationIdOf(account, undefined), undefined);
  assert.equal(configurationIdOf(account, 'first'), undefined);
  assert.equal(configurationIdOf(account, 'second'), 'second');
  assert.equal(configurationIdOf(account, 'team'), 'second');
  assert.equal(configurationIdOf(account, 'gone'), 'gone');
});
