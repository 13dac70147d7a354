import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {placeMessages} from '../../src/core/settings/place-messages.js';

const input = (id: string, title: string) => ({id, title, type: 'TEXT_NO_VARS'});
const channel = input('channel', 'Channel');
const deals = input('dealChannel', 'Channel for won deals');
const inputs = [channel, deals];

const place = (message: string) => {
  const {placed, rest} = placeMessages([message], inputs);
  return [...placed.keys(), ...rest];
};

describe('placeMessages', () => {
  it('finds the field that a message names, by title or id', () => {
    assert.deepEqual(place('"Channel" was not accepted.'), ['channel']);
    assert.deepEqual(place('sharedSettings.dealChannel must be a string'), ['dealChannel']);
    assert.deepEqual(place('Please choose another channel.'), ['channel']);
  });

  it('prefers the longer name where one is in the other', () => {
    assert.deepEqual(place('Channel for won deals is archived.'), ['dealChannel']);
  });

  it('does not find a name inside another word', () => {
    assert.deepEqual(place('All subchannels are full.'), ['All subchannels are full.']);
  });

  it('leaves what names no field, or several equally well', () => {
    assert.deepEqual(place('Too many changes.'), ['Too many changes.']);
    const same = [input('a', 'Name'), input('b', 'Name')];
    assert.deepEqual([...placeMessages(['Name is taken.'], same).placed], []);
  });

  it('reads the words out of an answer in JSON', () => {
    const {placed} = placeMessages(['{"message":"\\"Channel\\" is archived."}'], inputs);
    assert.deepEqual([...placed], [['channel', '"Channel" is archived.']]);
  });

  it('joins several messages about one field', () => {
    const {placed} = placeMessages(['"Channel" is long.', '"Channel" is old.'], inputs);
    assert.equal(placed.get('channel'), '"Channel" is long.\n"Channel" is old.');
  });

  it('survives titles that are no text', () => {
    const odd = {...channel, title: {props: 1} as unknown as string, titleText: ''};
    assert.deepEqual(placeMessages(['channel is wrong'], [odd]).placed.size, 1);
  });
});
