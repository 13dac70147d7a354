import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import {deferred} from '../support/deferred.js';
import {callsOf} from './input-fixture.js';
import {FIELDS, nested, showCombo, valueWith, type Combo} from './input-dynamic-combo-fixture.js';

const live = (field: Combo): string =>
  [...field.root.querySelectorAll('[role=status]')].map((one) => one.textContent.trim()).join('');
const variables = (field: Combo): unknown =>
  (field.element.value as {variableInput?: unknown}).variableInput;
const note = (field: Combo): string =>
  field.has('[part=note]') ? field.find('[part=note]').textContent.trim() : '';
const press = async (field: Combo, selector: string): Promise<void> => {
  field.find(selector).click();
  await field.rendered();
  await field.rendered();
};

describe('default values of <pg-input>', () => {
  it('asks for fields only when both choices are made, once and with both', async () => {
    const field = await showCombo({mainInput: 'a'});
    await waitUntil(() => !field.box('dependent').disabled, 'second box can be used');
    expect(field.has('[part=defaults]')).to.be.false;
    await field.pick(field.box('dependent'), 'Option a2');
    await field.loaded();
    const asked = field.sdk.calls.filter(
      ([name, request]) =>
        name === 'getFieldOptions' &&
        (request as {source: {cacheKey: string}}).source.cacheKey === 'fields',
    );
    expect(asked.map(([, request]) => (request as {parameters: unknown}).parameters)).to.deep.equal(
      [
        [
          {key: 'projects', source: {type: 'VALUE', value: 'a'}},
          {key: 'types', source: {type: 'VALUE', value: 'a2'}},
        ],
      ],
    );
  });

  it('shows required fields and those with a value, in the order of their source', async () => {
    const field = await showCombo(valueWith({notify: ['team'], amount: '5'}));
    await field.loaded();
    expect(field.titles).to.deep.equal(['Note', 'Amount', 'Notify']);
    expect(field.remove('Note')).to.be.null;
    expect(field.find('#defaults-label')).to.have.trimmed.text('Default values for Option a1');
  });

  it('names a group by the choice that the fields belong to', async () => {
    const field = await showCombo(valueWith({}));
    await field.loaded();
    const group = field.find('[part=defaults]');
    expect(group).to.have.attribute('role', 'group');
    expect(group).to.have.attribute('aria-labelledby', 'defaults-label');
  });

  it('takes text and numbers as strings', async () => {
    const field = await showCombo(valueWith({amount: ''}));
    await field.loaded();
    field.variable('Note').focus();
    await sendKeys({type: 'Hi'});
    await sendKeys({press: 'Tab'});
    expect(field.root.activeElement).to.equal(field.variable('Amount'));
    await sendKeys({type: ' 12 '});
    await sendKeys({press: 'Tab'});
    expect(variables(field)).to.deep.equal({note: 'Hi', amount: '12'});
    expect(field.events.map(([type]) => type).filter((type) => type === 'change')).to.have.length(
      2,
    );
  });

  it('takes one choice, several, and checked boxes with their types', async () => {
    const field = await showCombo(valueWith({status: '', tags: [], notify: []}));
    await field.loaded();
    await field.pick(field.variable('Status'), 'Done');
    await field.pick(field.variable('Tags'), 'VIP');
    await sendKeys({press: 'Escape'});
    field.variable('Notify').focus();
    await sendKeys({press: ' '});
    await field.rendered();
    expect(variables(field)).to.deep.equal({status: 'done', tags: ['vip'], notify: ['owner']});
  });

  it('takes several choices of the person’s own where the field allows it', async () => {
    const field = await showCombo(valueWith({tags: ['vip']}));
    await field.loaded();
    const tags = field.variable('Tags');
    tags.focus();
    await sendKeys({type: 'Summer'});
    const labels = () =>
      [...tags.shadowRoot!.querySelectorAll('[part=option-label]')].map((one) =>
        one.textContent.trim(),
      );
    await waitUntil(() => labels().at(-1) === 'Add “Summer”', 'own choice is offered');
    await sendKeys({press: 'ArrowUp'});
    await sendKeys({press: 'Enter'});
    await field.rendered();
    expect(variables(field)).to.deep.equal({tags: ['vip', 'Summer']});
    const chips = [...tags.shadowRoot!.querySelectorAll('[part=chip]')];
    expect(chips.map((chip) => chip.textContent.trim())).to.deep.equal(['VIP', 'Summer']);
  });

  it('adds a field with the keyboard and goes to it', async () => {
    const field = await showCombo(valueWith({note: 'x'}));
    await field.loaded();
    await field.pick(field.find('[part=add]'), 'Status');
    await waitUntil(() => field.titles.includes('Status'), 'field is there');
    await waitUntil(() => field.root.activeElement === field.variable('Status'), 'focus is there');
    expect(variables(field)).to.deep.equal({note: 'x', status: ''});
    await waitUntil(() => live(field) === 'Status was added.', 'it is announced');
  });

  it('removes a field, goes on to the next one, and brings it back', async () => {
    const field = await showCombo(valueWith({note: 'x', amount: '5', status: 'new'}));
    await field.loaded();
    const status = field.variable('Status');
    field.remove('Amount')!.click();
    await field.rendered();
    expect(field.titles).to.deep.equal(['Note', 'Status']);
    expect(field.root.activeElement).to.equal(status);
    expect(variables(field)).to.deep.equal({note: 'x', status: 'new'});
    await waitUntil(() => live(field) === 'Amount was removed.', 'it is announced');
    await press(field, '[part=undo]');
    expect(variables(field)).to.deep.include({amount: '5'});
    await waitUntil(() => field.root.activeElement === field.variable('Amount'), 'focus is there');
    expect(field.has('[part=note]')).to.be.false;
  });

  it('keeps a default value whose field is gone, and says so', async () => {
    const field = await showCombo(valueWith({note: 'x', old: ['a', 'b']}));
    await field.loaded();
    expect(field.titles).to.deep.equal(['Note', 'old']);
    expect(field.variable('old')).to.have.trimmed.text('a, b');
    expect(field.find('.variables')).to.contain.text('No longer available');
    expect(variables(field)).to.deep.equal({note: 'x', old: ['a', 'b']});
    expect(field.element.checkValidity()).to.be.true;
    field.remove('old')!.click();
    expect(variables(field)).to.deep.equal({note: 'x'});
  });

  it('marks a choice that its field does not offer any more, and keeps it', async () => {
    const field = await showCombo(valueWith({note: 'x', status: 'lost', notify: ['ghost']}));
    await field.loaded();
    await waitUntil(
      () => field.variable('Status').shadowRoot!.textContent.includes('lost (no longer available)'),
      'choice is marked',
    );
    const ghost = [...field.root.querySelectorAll('.check-row')].at(-1)!;
    expect(ghost.textContent.replace(/\s+/g, ' ').trim()).to.equal('ghost No longer available');
    expect(ghost.querySelector('input')).to.have.property('checked', true);
    expect(variables(field)).to.deep.equal({note: 'x', status: 'lost', notify: ['ghost']});
  });

  it('shows a kind of field that it does not know, and keeps its value', async () => {
    const value = valueWith({colour: {hex: '#fff'}});
    const field = await showCombo(value, {}, () =>
      nested([{id: 'colour', title: 'Colour', type: 'palette'}]),
    );
    await field.loaded();
    expect(field.variable('Colour')).to.contain.text('cannot be edited here');
    expect(field.element.value).to.deep.equal(value);
  });

  it('keeps members of the value that it does not know', async () => {
    const field = await showCombo({...valueWith({}), extra: {kept: true}});
    await field.loaded();
    field.variable('Note').focus();
    await sendKeys({type: 'a'});
    expect(field.element.value).to.deep.equal({...valueWith({note: 'a'}), extra: {kept: true}});
  });

  it('survives fields that are named like members of every object', async () => {
    const field = await showCombo(valueWith({}), {}, () =>
      nested([
        {id: '__proto__', title: 'Prototype', type: 'string', required: true},
        {id: 'constructor', title: 'Constructor', type: 'string', required: true},
      ]),
    );
    await field.loaded();
    expect(field.variable('Constructor')).to.have.property('value', '');
    field.variable('Prototype').focus();
    await sendKeys({type: 'a'});
    expect(Object.entries(variables(field) as object)).to.deep.equal([['__proto__', 'a']]);
  });

  it('shows fields in their sections, and tells those with the same title apart', async () => {
    const field = await showCombo(valueWith({one: '', two: ''}), {}, () => ({
      data: [
        {title: 'Address', items: [{id: 'one', title: 'City', type: 'string'}]},
        {title: 'Billing', items: [{id: 'two', title: 'City', type: 'string'}]},
      ],
      nestedData: [],
      nextPageCursor: null,
    }));
    await field.loaded();
    const titles = [...field.root.querySelectorAll('.section')].map((one) => one.textContent);
    expect(titles).to.deep.equal(['Address', 'Billing']);
    const names = [...field.root.querySelectorAll('.variable-name')].map((one) =>
      one.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(names).to.deep.equal(['City one', 'City two']);
  });

  it('loads all pages of fields', async () => {
    let pages = 0;
    const field = await showCombo(valueWith({b: 'x'}), {}, () => {
      pages += 1;
      const id = 'abc'.charAt(pages - 1);
      const page = nested([{id, title: id, type: 'string', required: true}]);
      return {...page, nextPageCursor: pages < 3 ? id : null};
    });
    await waitUntil(() => field.titles.length === 3, 'all fields are there');
    expect(field.titles).to.deep.equal(['a', 'b', 'c']);
  });

  it('says that fields are loading, and that there are none', async () => {
    const answer = deferred<unknown>();
    const field = await showCombo(valueWith({}), {}, () => answer.promise);
    await waitUntil(() => field.has('[part=defaults]'), 'group is there');
    expect(field.find('[part=defaults]')).to.have.attribute('aria-busy', 'true');
    expect(field.find('[part=defaults]')).to.contain.text('Loading fields…');
    answer.resolve(nested([]));
    await waitUntil(
      () => field.find('[part=defaults]').textContent.includes('No fields here'),
      'emptiness is told',
    );
    expect(field.find('[part=defaults]')).not.to.have.attribute('aria-busy');
  });

  it('says that fields depend on another input, and loads them once that is filled in', async () => {
    const value = valueWith({amount: '5'});
    const needs = ['projects', 'types', 'team'];
    const field = await showCombo(value, {}, () => nested(FIELDS), needs);
    const group = (): string => field.find('[part=defaults]').textContent;
    await waitUntil(
      () => field.has('[part=defaults]') && group().includes('field this depends on first'),
      'it says what to do',
    );
    expect(group()).not.to.contain('Loading');
    expect(field.find('[part=defaults]')).not.to.have.attribute('aria-busy');
    field.element.parameters = {team: 'red'};
    await field.loaded();
    expect(field.titles).to.deep.equal(['Note', 'Amount']);
    expect(group()).not.to.contain('depends on');
    const [, request] = field.sdk.calls.findLast(([name]) => name === 'getFieldOptions')!;
    expect((request as {parameters: readonly unknown[]}).parameters).to.deep.include({
      key: 'team',
      source: {type: 'VALUE', value: 'red'},
    });
    field.element.parameters = {};
    await waitUntil(() => group().includes('field this depends on first'), 'it says so again');
    expect(field.titles).to.be.empty;
    expect(field.element.value).to.deep.equal(value);
  });

  it('says why fields could not be loaded, keeps what is saved, and tries again', async () => {
    let isDown = true;
    const value = valueWith({note: 'kept'});
    const field = await showCombo(value, {}, () => {
      if (isDown) throw new TypeError('Failed to fetch');
      return nested(FIELDS);
    });
    await waitUntil(() => field.has('[part=failure]'), 'failure is shown');
    expect(field.find('[part=failure]')).to.contain.text('could not be reached');
    expect(field.element.value).to.deep.equal(value);
    isDown = false;
    field.find('[part=failure] button').click();
    await field.loaded();
    expect(field.variable('Note')).to.have.property('value', 'kept');
  });

  it('needs required fields, and numbers that are numbers', async () => {
    const field = await showCombo(valueWith({amount: 'many'}));
    await field.loaded();
    expect(field.element.validity.valid).to.be.false;
    field.element.reportValidity();
    await field.rendered();
    expect(field.error).to.equal('2 default values need your attention.');
    expect(field.root.activeElement).to.equal(field.variable('Note'));
    const problems = [...field.root.querySelectorAll('.problem')].map((one) => one.textContent);
    expect(problems[0]).to.equal('Fill in this field.');
    expect(problems[1]).to.match(/^Enter a number/);
    expect(field.variable('Note')).to.have.attribute('aria-describedby', 'variable-0-problem');
    expect(field.box('control').invalid || field.box('dependent').invalid).to.be.false;
    field.element.value = valueWith({note: 'x', amount: '12'});
    expect(field.element.validity.valid).to.be.true;
  });

  it('leads to the second choice where only that is missing', async () => {
    const field = await showCombo({mainInput: 'a'}, {required: true});
    await waitUntil(() => !field.box('dependent').disabled, 'second box can be used');
    expect(field.element.reportValidity()).to.be.false;
    expect(field.root.activeElement).to.equal(field.box('dependent'));
    await field.rendered();
    expect([field.box('control').invalid, field.box('dependent').invalid]).to.deep.equal([
      false,
      true,
    ]);
  });

  for (const state of ['disabled', 'readonly'] as const) {
    it(`changes nothing while it is ${state}`, async () => {
      const value = valueWith({note: 'x', amount: '5', notify: ['team']});
      const field = await showCombo(value, {[state]: true});
      await field.loaded();
      expect(field.has('[part=add]')).to.be.false;
      expect(field.has('[part=remove]')).to.be.false;
      field.variable('Notify').click();
      expect(field.variable('Note').matches(state === 'disabled' ? ':disabled' : ':read-only')).to
        .be.true;
      expect(field.element.value).to.deep.equal(value);
      expect(field.events).to.be.empty;
    });
  }

  it('loads nothing again when it is moved', async () => {
    const field = await showCombo(valueWith({note: 'x'}));
    await field.loaded();
    const asked = callsOf(field.sdk, 'getFieldOptions');
    field.form.append(document.createElement('hr'), field.element);
    await field.rendered();
    expect(field.titles).to.deep.equal(['Note']);
    expect(callsOf(field.sdk, 'getFieldOptions')).to.equal(asked);
  });
});

describe('default values of <pg-input> when the choice changes', () => {
  it('sets what was typed aside, says so, and brings it back with its choice', async () => {
    const field = await showCombo(valueWith({note: 'typed', status: 'new'}));
    await field.loaded();
    await field.pick(field.box('dependent'), 'Option a2');
    expect(field.element.value).to.deep.equal({mainInput: 'a', dependentInput: 'a2'});
    expect(note(field)).to.match(/^2 default values for Option a1 were set aside\./);
    await waitUntil(() => live(field).includes('were set aside'), 'it is announced');
    await field.loaded();
    await field.pick(field.box('dependent'), 'Option a1');
    expect(field.element.value).to.deep.equal(valueWith({note: 'typed', status: 'new'}));
    expect(note(field)).to.equal('2 default values are back.');
  });

  it('brings both choices back with the first one', async () => {
    const field = await showCombo(valueWith({note: 'typed'}));
    await field.loaded();
    await field.pick(field.box('control'), 'Option b');
    expect(field.element.value).to.deep.equal({mainInput: 'b', dependentInput: null});
    await field.pick(field.box('control'), 'Option a');
    expect(field.element.value).to.deep.equal(valueWith({note: 'typed'}));
  });

  it('takes the change back when asked to', async () => {
    const field = await showCombo(valueWith({note: 'typed'}));
    await field.loaded();
    await field.pick(field.box('control'), 'Option b');
    await press(field, '[part=undo]');
    expect(field.element.value).to.deep.equal(valueWith({note: 'typed'}));
    expect(field.root.activeElement).to.equal(field.box('dependent'));
  });

  it('shows no field of the old choice while those of the new one are on their way', async () => {
    const answer = deferred<unknown>();
    const field = await showCombo(valueWith({note: 'x'}), {}, ([, type]) =>
      type === 'a1' ? nested(FIELDS) : answer.promise,
    );
    await field.loaded();
    await field.pick(field.box('dependent'), 'Option a2');
    expect(field.titles).to.be.empty;
    answer.resolve(nested([{id: 'other', title: 'Other', type: 'string', required: true}]));
    await field.loaded();
    expect(field.titles).to.deep.equal(['Other']);
  });

  it('forgets what was set aside when the host sets another value', async () => {
    const field = await showCombo(valueWith({note: 'old'}));
    await field.loaded();
    await field.pick(field.box('dependent'), 'Option a2');
    field.element.value = valueWith({}, 'b1');
    await field.rendered();
    expect(note(field)).to.equal('');
    await field.pick(field.box('control'), 'Option a');
    expect(field.element.value).to.deep.equal({mainInput: 'a', dependentInput: null});
  });

  it('says nothing where nothing was typed', async () => {
    const field = await showCombo(valueWith({amount: ''}));
    await field.loaded();
    await field.pick(field.box('dependent'), 'Option a2');
    expect(note(field)).to.equal('');
  });
});
