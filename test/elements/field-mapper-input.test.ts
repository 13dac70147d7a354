import {expect, fixture, html} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {FakeSdk} from '../support/fake-sdk.js';
import {ConnectSession} from '../../src/core/compose.js';
import type {FieldMappingSetup} from '../../src/elements/input/inputs-context.js';
import type {PgInput} from '../../src/elements/input/input.js';
import '../../src/elements/portal/pg-portal.js';
import {page, source} from './field-mapper-fixture.js';
import {show} from './input-fixture.js';

function sdkWith(options?: unknown): FakeSdk {
  const sdk = new FakeSdk([{type: 'acme', name: 'Acme', accounts: [{id: 'account'}]}]);
  sdk.answer('getSourcesForInput', () => ({
    kind: 'fieldMapper',
    recordSource: source('objects', {title: 'Object'}),
    fieldSource: source('fields'),
    ...(options !== undefined && {mapObjectFieldOptions: options}),
  }));
  sdk.answer('getFieldOptions', () => page([{label: 'Email', value: 'mail'}]));
  return sdk;
}

/** A mapping of the integration `acme` inside a portal, with something to suggest. */
async function inPortal(fieldMapping?: FieldMappingSetup): Promise<PgInput> {
  const portal = await fixture(
    html`<pg-portal .sdk=${sdkWith()} .fieldMapping=${fieldMapping}>
      <pg-input
        integration="acme"
        credential="account"
        .input=${{
          id: 'contacts',
          type: 'FIELD_MAPPER',
          title: 'Contacts',
          savedFieldMappings: [{label: 'E-mail'}, {label: 'Town'}],
        }}
        .value=${{mainInput: 'mail', fieldMappings: {Town: 'mail'}}}
      ></pg-input>
    </pg-portal>`,
  );
  const input = portal.querySelector('pg-input')!;
  await waitUntil(() => input.shadowRoot?.querySelector('.row[data-row]'), 'rows are there');
  return input;
}

async function shown(input = {}, options?: unknown) {
  const field = await show(
    {
      type: 'FIELD_MAPPER',
      title: 'Contacts',
      savedFieldMappings: [{label: 'Address'}],
      ...input,
    },
    {session: new ConnectSession(sdkWith(options)), integration: 'acme', credential: 'account'},
  );
  await waitUntil(() => field.has('#control'), 'mapper is loaded');
  return field;
}

describe('FIELD_MAPPER of <pg-input>', () => {
  it('shows its rows below its title, in one form element', async () => {
    const field = await shown();
    expect(field.find('#label')).to.have.text('Contacts');
    expect(field.has('pg-field-mapper')).to.be.false;
    expect(new FormData(field.form)).to.be.empty;
    expect([...field.form.elements]).to.deep.equal([field.element]);
  });

  it('passes values on in both directions', async () => {
    const field = await shown();
    field.element.value = {mainInput: 'contact', fieldMappings: {Address: 'mail'}};
    await field.rendered();
    const box = field.find('.target pg-combobox');
    await waitUntil(() => box.shadowRoot!.querySelector('input')?.value === 'Email');
    const heard: unknown[] = [];
    field.form.addEventListener('pg-mapping-change', ({detail}) => heard.push(detail.value));
    box.shadowRoot!.querySelector<HTMLElement>('[part=clear]')!.click();
    await field.rendered();
    const cleared = {mainInput: 'contact', objectMapping: 'contact', fieldMappings: {}};
    expect(field.element.value).to.deep.equal(cleared);
    expect(heard).to.deep.equal([cleared]);
    expect(field.events).to.deep.equal([
      ['input', cleared],
      ['change', cleared],
    ]);
  });

  it('is missing a value without an object and a mapped field', async () => {
    const field = await shown();
    expect(field.element.validity.valueMissing).to.be.true;
    field.element.reportValidity();
    await field.rendered();
    expect(field.error).to.equal('Choose an object and map at least one field.');
    field.element.value = {mainInput: 'contact', fieldMappings: {Address: 'mail'}};
    expect(field.element.checkValidity()).to.be.true;
  });

  it('knows the rows that are required once they are there', async () => {
    const rows = [
      {label: 'Number', value: 'n', required: true},
      {label: 'Total', value: 't'},
    ];
    const field = await shown({required: false}, rows);
    field.element.value = {mainInput: 'contact', fieldMappings: {t: 'mail'}};
    await field.rendered();
    expect(field.element.checkValidity()).to.be.false;
    field.element.reportValidity();
    await field.rendered();
    expect(field.error).to.equal('Map the required field.');
    expect(field.root.activeElement).to.equal(field.find('.row[data-row] pg-combobox'));
    field.element.value = {mainInput: 'contact', fieldMappings: {n: 'mail'}};
    expect(field.element.checkValidity()).to.be.true;
  });

  it('suggests fields, unless the portal says otherwise', async () => {
    const suggestion = ({shadowRoot}: PgInput) => shadowRoot!.querySelector('[part=suggestions]');
    const suggesting = await inPortal();
    suggesting.value = {mainInput: 'mail', fieldMappings: {}};
    await waitUntil(() => suggestion(suggesting), 'something is suggested');
    const quiet = await inPortal({suggest: false});
    quiet.value = {mainInput: 'mail', fieldMappings: {}};
    await quiet.updateComplete;
    expect(suggestion(quiet)).to.be.null;
  });

  it('takes the sample of the portal, also one that comes later', async () => {
    const input = await inPortal({sample: {Town: 'Turin'}});
    const preview = (): string | undefined =>
      [...input.shadowRoot!.querySelectorAll('[part=preview]')].at(-1)?.textContent.trim();
    await waitUntil(() => preview()?.endsWith('Turin'));
    const portal = input.closest('pg-portal')!;
    portal.fieldMapping = {sample: {Town: 'Genoa'}};
    await waitUntil(() => preview()?.endsWith('Genoa'));
    portal.fieldMapping = undefined;
    await waitUntil(() => preview() === undefined);
  });

  it('asks the portal once how a mapping works, by its input and integration', async () => {
    const asked: unknown[] = [];
    const input = await inPortal((of, integration) => {
      asked.push([of.id, integration]);
      return {duplicates: 'error', direction: 'to-application', suggestThreshold: 0.5};
    });
    expect(asked).to.deep.equal([['contacts', 'acme']]);
    expect(input.shadowRoot!.querySelector('.arrow.back')).not.to.be.null;
    input.value = {mainInput: 'mail', fieldMappings: {Town: 'mail', 'E-mail': 'mail'}};
    await input.updateComplete;
    expect(input.validity.customError).to.be.true;
  });
});
