import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import type {SdkOptionRequest} from '../../src/core/sdk.js';
import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import {deferred} from '../support/deferred.js';
import {acme, callsOf, show, source, type Field} from './input-fixture.js';

const boxOf = (field: Field, id = 'control'): PgCombobox =>
  field.root.querySelector<PgCombobox>(`#${id}`)!;
const textOf = (box: PgCombobox): string => {
  const text = box.shadowRoot!.querySelector<HTMLElement>('#field')!;
  return text instanceof HTMLInputElement ? text.value : text.textContent.trim();
};
const shows = (box: PgCombobox, text: string): Promise<void> =>
  waitUntil(() => textOf(box) === text, `box shows "${text}"`);
const labelsIn = (box: PgCombobox): string[] =>
  [...box.shadowRoot!.querySelectorAll('[part=option-label]')].map((one) => one.textContent.trim());

const page = (from: number, next: string | null = null, search = '') => ({
  data: [0, 1].map((index) => ({label: `${search}Item ${from + index}`, value: from + index})),
  nestedData: [],
  nextPageCursor: next,
});

const REGIONS = [
  {title: 'Europe', items: [{label: 'Frankfurt', value: 'fra'}]},
  {title: 'Asia', items: [{label: 'Tokyo', value: 'tok'}]},
];

describe('choices that arrive in a shape nobody knows', () => {
  it('say so in plain words, and tell the developer the rest once', async () => {
    const {sdk, session} = acme();
    sdk.answer('getSourcesForInput', () => ({kind: 'single', source: source('channels')}));
    sdk.answer('getFieldOptions', () => {
      throw new TypeError('t8.forEach is not a function');
    });
    const told: unknown[] = [];
    const listen = ({detail}: CustomEvent<{readonly message: string}>): void =>
      void told.push(detail.message);
    document.addEventListener('pg-error', listen as EventListener);
    const input = {id: 'c', type: 'DYNAMIC_ENUM', title: 'Channel', sourceType: 'channels'};
    const field = await show(input, {session, integration: 'acme', value: 'x'});
    await waitUntil(() => field.root.querySelector('[part=failure]') !== null, 'it says so');
    document.removeEventListener('pg-error', listen as EventListener);
    const words = field.root.querySelector('[part=failure]')!.textContent;
    expect(words).to.include('unexpected response');
    expect(words).not.to.include('forEach');
    expect(told).to.deep.equal(['t8.forEach is not a function']);
    const said = field.root.querySelector('.live-polite')!;
    await waitUntil(() => said.textContent.startsWith('Channel: '), 'it is read out');
    expect(said.textContent).to.include('unexpected response');
  });
});

describe('static choice of <pg-input>', () => {
  const regions = async (properties = {}) => {
    const {sdk, session} = acme();
    sdk.answer('getDataSourceOptions', () => ({type: 'STATIC', values: REGIONS}));
    const input = {type: 'ENUM', title: 'Region', sourceType: 'regions'};
    const field = await show(input, {session, integration: 'acme', ...properties});
    await waitUntil(() => boxOf(field).options.length > 0, 'options are there');
    return field;
  };

  it('is a combobox that the title names', async () => {
    const field = await regions();
    const inner = boxOf(field).shadowRoot!.querySelector('#field')!;
    expect(inner).to.have.attribute('role', 'combobox');
    expect(inner).to.have.attribute('aria-label', 'Region');
    field.find('#label').click();
    expect(field.root.activeElement).to.equal(boxOf(field));
  });

  it('is chosen from with the keyboard, sections and all', async () => {
    const field = await regions();
    field.element.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => labelsIn(boxOf(field)).length === 2);
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    expect(field.element.value).to.equal('tok');
    expect(field.events).to.deep.equal([
      ['input', 'tok'],
      ['change', 'tok'],
    ]);
  });

  it('marks a saved value that is not among the choices, and keeps it', async () => {
    const field = await regions({value: 'mars'});
    await shows(boxOf(field), 'mars (no longer available)');
    expect(field.element.value).to.equal('mars');
  });

  it('is null once the person cleared it, which a default does not replace', async () => {
    const field = await regions({required: false, value: 'tok'});
    field.element.input = {...field.element.input!, defaultValue: 'fra'};
    await field.rendered();
    await boxOf(field).updateComplete;
    boxOf(field).shadowRoot!.querySelector<HTMLElement>('[part~=clear]')!.click();
    await field.rendered();
    expect(field.element.value).to.be.null;
    expect(new FormData(field.form).has('')).to.be.false;
  });

  it('says that it is wrong beside the box, which points to the words', async () => {
    const field = await regions();
    field.element.reportValidity();
    await field.rendered();
    expect(field.error).to.equal('Choose an option.');
    const inner = boxOf(field).shadowRoot!.querySelector('#field')!;
    await boxOf(field).updateComplete;
    expect(inner).to.have.attribute('aria-invalid', 'true');
    expect(inner.ariaDescribedByElements).to.deep.equal([field.find('#error')]);
  });
});

describe('dynamic choice of <pg-input>', () => {
  const dynamic = (more = {}) => {
    const {sdk, session} = acme();
    sdk.answer('getSourcesForInput', () => ({kind: 'single', source: source('items', more)}));
    return {sdk, session, integration: 'acme', credential: 'account'};
  };
  const input = {type: 'DYNAMIC_ENUM', title: 'Item', sourceType: 'items'};
  const shownWith = (
    {session, integration, credential}: ReturnType<typeof dynamic>,
    more = {},
  ): Promise<Field> => show(input, {session, integration, credential, ...more});

  it('asks for nothing before it is opened, then for this account', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given);
    expect(callsOf(given.sdk, 'getFieldOptions')).to.equal(0);
    field.element.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => labelsIn(boxOf(field)).length === 2);
    const [, request] = given.sdk.calls.find(([name]) => name === 'getFieldOptions')!;
    expect(request).to.include({integration: 'acme', selectedCredentialId: 'account'});
  });

  it('asks again when the session is refreshed, and changes an open list in place', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given, {value: 1});
    await shows(boxOf(field), 'Item 1');
    field.element.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => labelsIn(boxOf(field)).length === 2);
    const answer = deferred<unknown>();
    given.sdk.answer('getFieldOptions', () => answer.promise);
    await given.session.refresh();
    expect(callsOf(given.sdk, 'getFieldOptions')).to.equal(2);
    await field.rendered();
    await boxOf(field).updateComplete;
    expect(labelsIn(boxOf(field))).to.deep.equal(['Item 0', 'Item 1']);
    expect(boxOf(field).pending).to.be.false;
    answer.resolve(page(1));
    await waitUntil(() => labelsIn(boxOf(field))[1] === 'Item 2', 'list has changed');
    expect(labelsIn(boxOf(field))).to.deep.equal(['Item 1', 'Item 2']);
    expect(textOf(boxOf(field))).to.equal('Item 1');
  });

  it('marks a saved value that is gone after a refresh', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given, {value: 1});
    await shows(boxOf(field), 'Item 1');
    given.sdk.answer('getFieldOptions', () => page(2));
    await given.session.refresh();
    await shows(boxOf(field), 'Item 1 (no longer available)');
    expect(field.element.value).to.equal(1);
  });

  it('shows the label of a saved value, whose type it keeps', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given, {value: 1});
    await shows(boxOf(field), 'Item 1');
    expect(field.element.value).to.equal(1);
  });

  it('asks once for many inputs with the same question', async () => {
    const given = dynamic();
    const answer = deferred<unknown>();
    given.sdk.answer('getFieldOptions', () => answer.promise);
    const fields = await Promise.all(Array.from({length: 5}, () => shownWith(given, {value: 0})));
    answer.resolve(page(0));
    for (const field of fields) await shows(boxOf(field), 'Item 0');
    expect(callsOf(given.sdk, 'getFieldOptions')).to.equal(1);
  });

  it('keeps a saved value that is not on the first page, without calling it lost', async () => {
    const given = dynamic({supportPagination: true});
    given.sdk.answer('getFieldOptions', () => page(0, 'next'));
    const field = await shownWith(given, {value: 99});
    await shows(boxOf(field), '99');
    expect(field.element.value).to.equal(99);
  });

  it('says beside the box why nothing could be loaded, and tries again', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => {
      throw new TypeError('Failed to fetch');
    });
    const field = await shownWith(given, {value: 1});
    await waitUntil(() => field.has('[part=failure]'), 'failure is shown');
    expect(field.find('[part=failure]')).to.contain.text('could not be reached');
    given.sdk.answer('getFieldOptions', () => page(0));
    field.find('[part=failure] button').click();
    await shows(boxOf(field), 'Item 1');
    expect(field.has('[part=failure]')).to.be.false;
  });

  it('says so when even the source cannot be found, and tries again', async () => {
    const given = dynamic();
    given.sdk.answer('getSourcesForInput', () => {
      throw new Error('acme is not a valid integration type');
    });
    const field = await shownWith(given, {value: 1});
    await waitUntil(() => field.has('[part=failure]'), 'failure is shown');
    given.sdk.answer('getSourcesForInput', () => ({kind: 'single', source: source('items')}));
    given.sdk.answer('getFieldOptions', () => page(0));
    field.find('[part=failure] button').click();
    await shows(boxOf(field), 'Item 1');
  });

  it('shows what matches the latest search, whatever order answers come in', async () => {
    const given = dynamic({supportPagination: true});
    const answers = new Map<string, ReturnType<typeof deferred<unknown>>>();
    given.sdk.answer('getFieldOptions', (request) => {
      const {search} = request as SdkOptionRequest;
      if (search === undefined) return page(0, 'next');
      const answer = deferred<unknown>();
      answers.set(search, answer);
      return answer.promise;
    });
    const field = await shownWith(given);
    field.element.focus();
    await sendKeys({type: 'a'});
    await waitUntil(() => answers.has('a'), 'first search is asked');
    await sendKeys({type: 'b'});
    await waitUntil(() => answers.has('ab'), 'second search is asked');
    answers.get('ab')!.resolve(page(10, null, 'ab '));
    answers.get('a')!.resolve(page(20, null, 'a '));
    await waitUntil(() => labelsIn(boxOf(field))[0] === 'ab Item 10');
  });

  it('fires nothing for what is typed to search', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given);
    field.element.focus();
    await sendKeys({type: 'it'});
    await waitUntil(() => labelsIn(boxOf(field)).length === 2);
    expect(field.events).to.be.empty;
  });

  it('asks nothing before somebody is signed in', async () => {
    const given = dynamic();
    given.sdk.userId = undefined;
    const field = await shownWith(given, {value: 1});
    expect(callsOf(given.sdk, 'getSourcesForInput')).to.equal(0);
    given.sdk.answer('getFieldOptions', () => page(0));
    given.sdk.userId = 'user-1';
    given.session.reread();
    await shows(boxOf(field), 'Item 1');
  });

  it('says that there is nothing to choose from without an integration', async () => {
    const field = await show({type: 'DYNAMIC_ENUM'}, {session: dynamic().session});
    expect(boxOf(field).placeholder).to.equal('No options are available.');
  });

  it('waits for the field that it depends on', async () => {
    const given = dynamic({refreshDependencies: ['sites']});
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given, {value: 1});
    await waitUntil(() => boxOf(field).disabled, 'box waits');
    expect(callsOf(given.sdk, 'getFieldOptions')).to.equal(0);
    field.element.parameters = {sites: 'site-1'};
    await shows(boxOf(field), 'Item 1');
    const [, request] = given.sdk.calls.find(([name]) => name === 'getFieldOptions')!;
    expect((request as SdkOptionRequest).parameters).to.deep.equal([
      {key: 'sites', source: {type: 'VALUE', value: 'site-1'}},
    ]);
  });

  describe('that depends on another field', () => {
    const folders = async (more = {}) => {
      const given = dynamic({refreshDependencies: ['sites'], ...more});
      given.sdk.answer('getFieldOptions', (request) => {
        const {parameters = [], search} = request as SdkOptionRequest;
        const from = parameters[0]?.source.value === 'a' ? 0 : 10;
        return page(from, 'supportPagination' in more && search === undefined ? 'next' : null);
      });
      const field = await shownWith(given, {value: 1, parameters: {sites: 'a'}});
      await shows(boxOf(field), 'Item 1');
      const change = async (sites: string): Promise<void> => {
        field.element.parameters = {sites};
        await field.rendered();
        await waitUntil(() => !boxOf(field).pending, 'new list is there');
        await field.rendered();
      };
      return {field, change};
    };

    it('marks a choice that the new list does not have, keeps it, and has it made again', async () => {
      const {field, change} = await folders();
      await change('b');
      await shows(boxOf(field), 'Item 1 (no longer available)');
      expect(field.element.value).to.equal(1);
      expect(field.error).to.equal('This choice no longer fits. Choose again.');
      expect(field.element.checkValidity()).to.be.false;
      expect(field.events).to.be.empty;
    });

    it('is right again when the field that it depends on goes back', async () => {
      const {field, change} = await folders();
      await change('b');
      await change('a');
      await shows(boxOf(field), 'Item 1');
      expect(field.error).to.equal('');
      expect(field.element.checkValidity()).to.be.true;
    });

    it('is right again once something else is chosen', async () => {
      const {field, change} = await folders();
      await change('b');
      field.element.focus();
      await sendKeys({press: 'ArrowDown'});
      await waitUntil(() => labelsIn(boxOf(field))[0] === 'Item 10');
      await sendKeys({press: 'ArrowDown'});
      await sendKeys({press: 'Enter'});
      await field.rendered();
      expect(field.element.value).to.be.within(10, 11);
      expect(field.error).to.equal('');
    });

    it('has a choice made again that is not on the first page of the new list', async () => {
      const {field, change} = await folders({supportPagination: true});
      await change('b');
      expect(textOf(boxOf(field))).to.equal('Item 1');
      expect(field.error).to.contain('Choose again');
    });

    it('takes a choice that comes with what it depends on as right', async () => {
      const {field} = await folders();
      Object.assign(field.element, {value: 99, parameters: {sites: 'b'}});
      await shows(boxOf(field), '99 (no longer available)');
      expect(field.error).to.equal('');
      expect(field.element.checkValidity()).to.be.true;
    });

    it('says nothing while nothing is chosen', async () => {
      const {field, change} = await folders();
      field.element.value = null;
      await change('b');
      expect(field.error).to.equal('');
    });
  });

  it('forgets the labels of a user who signed out', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given, {value: 1});
    await shows(boxOf(field), 'Item 1');
    given.sdk.answer('getFieldOptions', () => deferred<unknown>().promise);
    given.session.signOut();
    await waitUntil(() => textOf(boxOf(field)) !== 'Item 1', 'label is gone');
  });

  it('loads nothing again when it is moved', async () => {
    const given = dynamic();
    given.sdk.answer('getFieldOptions', () => page(0));
    const field = await shownWith(given, {value: 1});
    await shows(boxOf(field), 'Item 1');
    field.form.append(document.createElement('hr'), field.element);
    await field.rendered();
    await shows(boxOf(field), 'Item 1');
    expect(callsOf(given.sdk, 'getFieldOptions')).to.equal(1);
  });

  it('says that there is nothing to choose from if the input has no source', async () => {
    const given = dynamic();
    given.sdk.answer('getSourcesForInput', () => ({kind: 'single'}));
    const field = await shownWith(given);
    await waitUntil(() => boxOf(field).disabled, 'box is disabled');
    expect(boxOf(field).placeholder).to.equal('No options are available.');
  });
});

describe('pair of choices of <pg-input>', () => {
  const pair = async (value?: unknown) => {
    const {sdk, session} = acme();
    sdk.answer('getSourcesForInput', () => ({
      kind: 'combo',
      mainInputSource: source('objects', {title: 'Object'}),
      dependentInputSource: source('fields', {title: 'Field'}),
    }));
    sdk.answer('getFieldOptions', (request) => {
      const {source: asked, parameters = []} = request as SdkOptionRequest;
      return page(asked.cacheKey === 'objects' ? 0 : 10 * Number(parameters[0]?.source.value));
    });
    const input = {type: 'COMBO_INPUT', title: 'Record', required: false};
    const field = await show(input, {session, integration: 'acme', value});
    return {field, sdk};
  };

  it('names its parts by their sources and its group by the title', async () => {
    const {field} = await pair();
    const names = (): readonly string[] =>
      [...field.root.querySelectorAll('pg-combobox')].map(({label}) => label);
    await waitUntil(() => names()[0] === 'Object');
    expect(names()).to.deep.equal(['Object', 'Field']);
    expect(field.find('[role=group]')).to.have.attribute('aria-labelledby', 'label');
  });

  it('offers the second choice once there is a first, and asks with it', async () => {
    const {field} = await pair({mainInput: 1});
    await waitUntil(() => !boxOf(field, 'dependent').disabled);
    boxOf(field, 'dependent').focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => labelsIn(boxOf(field, 'dependent'))[0] === 'Item 10');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    await field.rendered();
    expect(field.element.value).to.deep.equal({mainInput: 1, dependentInput: 10});
  });

  it('drops the second choice when the first changes, and keeps what it does not know', async () => {
    const {field} = await pair({mainInput: 0, dependentInput: 1, extra: 'kept'});
    await shows(boxOf(field), 'Item 0');
    boxOf(field).focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => labelsIn(boxOf(field)).length === 2);
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    expect(field.element.value).to.deep.equal({
      mainInput: 1,
      dependentInput: null,
      extra: 'kept',
    });
  });

  it('has the second choice back when the first one comes back', async () => {
    const {field} = await pair({mainInput: 0, dependentInput: 1});
    await shows(boxOf(field), 'Item 0');
    boxOf(field).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter', 'ArrowDown', 'ArrowUp', 'Enter']) {
      await sendKeys({press: key});
      await field.rendered();
    }
    expect(field.element.value).to.deep.equal({mainInput: 0, dependentInput: 1});
  });

  it('marks a second choice that the list of the first does not have', async () => {
    const {field} = await pair({mainInput: 1, dependentInput: 99});
    await shows(boxOf(field, 'dependent'), '99 (no longer available)');
  });
});
