import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import type {SdkOptionRequest} from '../../src/core/sdk.js';
import type {PgInput} from '../../src/elements/input/input.js';
import type {PgCombobox} from '../../src/ui/combobox/combobox.js';
import {accountOf, configurationOf, SettingsSdk} from '../core/settings-double.js';
import type {FakeSdk} from '../support/fake-sdk.js';
import {startedFlow} from './install-flow-fixture.js';
import {source} from './input-fixture.js';
import {show} from './user-settings-fixture.js';

/** A pair of choices, and a field whose choices depend on the second one. */
const inputs = (type: string) => [
  {id: 'place', type, title: 'Place', sourceType: 'places', required: false},
  {id: 'owner', type: 'DYNAMIC_ENUM', title: 'Owner', sourceType: 'owners', required: false},
];
const CHOICES = new Map<string | undefined, string>([
  ['projects', 'a'],
  ['types', 'a1'],
  ['owners', 'ada'],
]);
const PLACE = {mainInput: 'a', dependentInput: 'a1'};

/** Projects, the types of a project, fields of a type, and owners in a type. */
function answer(sdk: FakeSdk): void {
  sdk.answer('getSourcesForInput', (_: unknown, input: unknown) => {
    const {type} = input as {type: string};
    if (type === 'DYNAMIC_ENUM') {
      const refreshDependencies = ['projects', 'types'];
      return {kind: 'single', source: source('owners', {refreshDependencies})};
    }
    return {
      kind: type === 'COMBO_INPUT' ? 'combo' : 'defaultFieldValue',
      mainInputSource: source('projects'),
      dependentInputSource: source('types', {title: 'Kind', refreshDependencies: ['projects']}),
      ...(type !== 'COMBO_INPUT' && {variableInputSource: source('fields')}),
    };
  });
  sdk.answer('getFieldOptions', (request) => {
    const {source: asked} = request as SdkOptionRequest;
    const isFields = asked.cacheKey === 'fields';
    const value = CHOICES.get(asked.cacheKey);
    return {
      data: isFields ? [] : [{label: `Item ${value}`, value}],
      nestedData: isFields ? [{id: 'note', title: 'Note', type: 'string', required: true}] : [],
      nextPageCursor: null,
    };
  });
}

const boxOf = (field: PgInput): PgCombobox => field.shadowRoot!.querySelector('#control')!;

function parametersFor(sdk: FakeSdk, cacheKey: string): SdkOptionRequest['parameters'] {
  const requests = sdk.calls.flatMap(([name, request]) =>
    name === 'getFieldOptions' ? (request as SdkOptionRequest) : [],
  );
  return requests.findLast(({source: asked}) => asked.cacheKey === cacheKey)?.parameters;
}

const PARENTS = [
  {key: 'projects', source: {type: 'VALUE', value: 'a'}},
  {key: 'types', source: {type: 'VALUE', value: 'a1'}},
];

for (const type of ['COMBO_INPUT', 'DYNAMIC_COMBO_INPUT']) {
  describe(`a list that depends on both choices of a ${type}`, () => {
    it('is told them by the names of their sources in user settings', async () => {
      const saved = {sharedSettings: {place: PLACE, owner: 'ada'}};
      const account = accountOf('one', {configurations: [configurationOf('one', saved)]});
      const sdk = new SettingsSdk([account], inputs(type));
      answer(sdk);
      const page = await show({}, sdk);
      await page.until(() => parametersFor(sdk, 'owners') !== undefined);
      expect(parametersFor(sdk, 'owners')).to.deep.equal(PARENTS);
    });

    it('waits for them', async () => {
      const saved = {sharedSettings: {place: {mainInput: 'a'}}};
      const account = accountOf('one', {configurations: [configurationOf('one', saved)]});
      const sdk = new SettingsSdk([account], inputs(type));
      answer(sdk);
      const page = await show({}, sdk);
      const box = () => page.field('owner').shadowRoot!.querySelector<PgCombobox>('#control');
      await page.until(() => box()?.disabled === true);
      expect(boxOf(page.field('owner')).placeholder).to.equal('Choose Kind first.');
      expect(parametersFor(sdk, 'owners')).to.be.undefined;
    });
  });
}

describe('a DYNAMIC_COMBO_INPUT in an install flow', () => {
  /** Chooses the only option of a box with the keyboard. */
  async function choose(box: PgCombobox): Promise<void> {
    await waitUntil(() => !box.disabled, 'box can be used');
    box.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => box.shadowRoot!.querySelector('[part=option-label]'), 'option is there');
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    await box.updateComplete;
  }

  it('is filled in for the new account, needs its required fields, and is what others depend on', async () => {
    const page = await startedFlow({postOptions: inputs('DYNAMIC_COMBO_INPUT')});
    const {sdk} = page;
    answer(sdk);
    const account = sdk.approve();
    await page.settled();
    await waitUntil(() => page.field('Place').shadowRoot!.querySelector('#dependent'), 'is loaded');
    const root = page.field('Place').shadowRoot!;
    const box = (id: string): PgCombobox => root.querySelector<PgCombobox>(`#${id}`)!;
    await choose(box('control'));
    await choose(box('dependent'));
    await waitUntil(() => root.querySelector('#variable-0'), 'required field is there');
    await page.click('Finish');
    expect(sdk.sent).to.be.empty;
    expect(root.activeElement).to.equal(root.querySelector('#variable-0'));
    await sendKeys({type: 'Hi'});
    await choose(boxOf(page.field('Owner')));
    expect(parametersFor(sdk, 'owners')).to.deep.equal(PARENTS);
    await page.click('Finish');
    const place = {...PLACE, variableInput: {note: 'Hi'}};
    expect(sdk.sent).to.deep.equal([['postOptions', {place, owner: 'ada'}]]);
    const asked = sdk.calls.filter(([name]) => name === 'getFieldOptions');
    for (const [, request] of asked) expect(request).to.include({selectedCredentialId: account});
  });
});
