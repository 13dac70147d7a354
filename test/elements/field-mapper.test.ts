import {expect} from '@open-wc/testing';
import {waitUntil} from '../support/wait-until.js';
import {sendKeys} from '@web/test-runner-commands';
import type {SdkOptionRequest} from '../../src/core/sdk.js';
import {deferred} from '../support/deferred.js';
import {FIELDS, page, show} from './field-mapper-fixture.js';

const mapped = (fieldMappings: Record<string, unknown>, more: object = {}) => ({
  objectMapping: 'contact',
  mainInput: 'contact',
  fieldMappings,
  ...more,
});

describe('<pg-field-mapper>', () => {
  it('asks for the object first, and shows no rows until then', async () => {
    const mapper = await show();
    expect(mapper.find('.hint')).to.contain.text('Choose an object');
    expect(mapper.rows).to.be.empty;
    expect(mapper.requests()).to.be.empty;
  });

  it('follows the fields of the integration after a refresh, and shows the old ones until then', async () => {
    const answers = [deferred<unknown>(), deferred<unknown>()];
    let asked = 0;
    const fields = (): unknown => {
      asked += 1;
      return asked === 1 ? page(FIELDS) : answers[asked - 2]!.promise;
    };
    const mapper = await show({
      answers: {fields},
      properties: {value: mapped({Name: 'contact.name'})},
    });
    await mapper.shows('Name', 'Full name');
    await mapper.element.session!.refresh();
    await mapper.settled();
    expect(asked).to.equal(2);
    expect(mapper.text(mapper.box('Name'))).to.equal('Full name');
    expect(mapper.box('Name').pending).to.be.false;
    answers[0]!.resolve(page(FIELDS.filter(({value}) => value !== 'contact.name')));
    await mapper.shows('Name', 'Full name (no longer available)');
    await mapper.element.session!.refresh();
    answers[1]!.resolve(
      page([...FIELDS.slice(0, 1), {label: 'Whole name', value: 'contact.name'}]),
    );
    await mapper.shows('Name', 'Whole name');
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'contact.name'}));
  });

  it('maps a field with the keyboard, and writes the value for both readers', async () => {
    const mapper = await show();
    await mapper.choose(mapper.object, 'Contact');
    expect(mapper.labels).to.deep.equal(['Name', 'Email', 'Town']);
    await mapper.choose(mapper.box('Name'), 'Full');
    expect(mapper.element.value).to.deep.equal(mapped({Name: 'contact.name'}));
    expect(mapper.events.map(([type]) => type)).to.deep.equal([
      ...['input', 'change', 'pg-mapping-change'],
      ...['input', 'change', 'pg-mapping-change'],
    ]);
    expect(mapper.events.at(-1)?.[1]).to.deep.equal(mapper.element.value);
  });

  it('is a table whose boxes are named by their rows', async () => {
    const mapper = await show({properties: {value: mapped({})}});
    expect(mapper.find('[role=table]').ariaLabel).to.equal('Map contacts: field mappings');
    const headers = [...mapper.root.querySelectorAll('[role=columnheader]')];
    expect(headers.map((one) => one.textContent.trim())).to.deep.equal([
      'Your field',
      'Acme field',
    ]);
    const inner = mapper.box('Town').shadowRoot!.querySelector('[role=combobox]')!;
    expect(inner.ariaLabel).to.equal('Field for Town');
    expect(mapper.row('Town').querySelector('[role=rowheader]')).to.contain.text('Town');
  });

  it('makes one request for the fields of 300 rows', async () => {
    const savedFieldMappings = Array.from({length: 300}, (_, at) => ({label: `Field ${at}`}));
    const fieldMappings = Object.fromEntries(
      savedFieldMappings.map(({label}) => [label, 'contact.email']),
    );
    const mapper = await show({
      input: {savedFieldMappings},
      properties: {value: mapped(fieldMappings)},
    });
    await mapper.shows('Field 0', 'Email');
    for (const label of ['Field 0', 'Field 7']) {
      mapper.box(label).focus();
      await sendKeys({press: 'ArrowDown'});
      await waitUntil(() => mapper.options(mapper.box(label)).length === 4);
      await sendKeys({press: 'Escape'});
    }
    expect(mapper.requests('fields')).to.have.length(1);
    expect(mapper.requests('fields')[0]).to.deep.include({
      integration: 'acme',
      selectedCredentialId: 'account',
      parameters: [{key: 'objects', source: {type: 'VALUE', value: 'contact'}}],
    });
  });

  it('makes boxes only for rows near what is visible, and when the focus gets to one', async () => {
    const savedFieldMappings = Array.from({length: 500}, (_, at) => ({label: `Field ${at}`}));
    const mapper = await show({
      input: {savedFieldMappings},
      properties: {value: mapped({'Field 499': 'contact.email'})},
    });
    expect(mapper.rows).to.have.length(500);
    expect(mapper.root.querySelectorAll('.target pg-combobox').length).to.be.below(80);
    const last = mapper.row('Field 499');
    await waitUntil(() => last.textContent.includes('Email'));
    last.querySelector<HTMLElement>('.stand-in')!.focus();
    await waitUntil(() => mapper.root.activeElement === last.querySelector('pg-combobox'));
    await waitUntil(() => !last.querySelector('.stand-in'));
    expect(mapper.text(mapper.box('Field 499'))).to.equal('Email');
    expect(mapper.root.activeElement).to.equal(mapper.box('Field 499'));
  });

  it('makes boxes as rows come near, also after it was moved', async () => {
    const savedFieldMappings = Array.from({length: 300}, (_, at) => ({label: `Field ${at}`}));
    const mapper = await show({input: {savedFieldMappings}, properties: {value: mapped({})}});
    mapper.form.append(document.createElement('hr'), mapper.element);
    await mapper.settled();
    mapper.row('Field 200').scrollIntoView();
    await waitUntil(() => mapper.row('Field 200').querySelector('pg-combobox'), 'box is made');
    window.scrollTo(0, 0);
  });

  it('tells fields with the same label apart, and finds them by their API name', async () => {
    const mapper = await show({properties: {value: mapped({Town: 'contact.shipping_city'})}});
    await mapper.shows('Town', 'City');
    expect(mapper.row('Town').querySelector('.api-name')).to.have.text('contact.shipping_city');
    const box = mapper.box('Town');
    box.focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({type: 'billing_c'});
    await waitUntil(() => mapper.options(box).length === 1);
    expect(mapper.options(box)).to.deep.equal(['City contact.billing_city']);
  });

  it('keeps and marks a field that the integration no longer has', async () => {
    const value = mapped({Name: 'contact.gone', Email: 'contact.email'});
    const mapper = await show({properties: {value}});
    await mapper.shows('Name', 'contact.gone (no longer available)');
    expect(mapper.row('Name').querySelector('.problem')).to.contain.text('no longer exists');
    expect(mapper.element.value).to.equal(value);
    const box = mapper.box('Name');
    expect(box.describedByElements[0]).to.equal(mapper.row('Name').querySelector('.problem'));
  });

  it('leads to what is wrong, one row after another', async () => {
    const savedFieldMappings = Array.from({length: 12}, (_, at) => ({label: `Row ${at}`}));
    const fieldMappings = {'Row 3': 'contact.gone', 'Row 9': 'contact.gone'};
    const mapper = await show({
      input: {savedFieldMappings},
      properties: {value: {mainInput: 'contact', fieldMappings}},
    });
    await waitUntil(() => mapper.has('[part=to-check]'));
    const focused = (): string | undefined =>
      mapper.root.activeElement?.closest('.row')?.querySelector('bdi')?.textContent;
    mapper.button('2 fields to check').click();
    expect(focused()).to.equal('Row 3');
    mapper.button('2 fields to check').click();
    expect(focused()).to.equal('Row 9');
    mapper.button('2 fields to check').click();
    expect(focused()).to.equal('Row 3');
  });

  it('looks for saved fields on later pages before it calls them gone', async () => {
    const mapper = await show({
      properties: {value: mapped({Name: 'last', Email: 'contact.gone'})},
      answers: {
        fields: ({cursor}) =>
          cursor === 'two' ? page([{label: 'The last', value: 'last'}]) : page(FIELDS, 'two'),
      },
    });
    await mapper.shows('Name', 'The last');
    await mapper.shows('Email', 'contact.gone (no longer available)');
    expect(mapper.requests('fields')).to.have.length(2);
  });

  it('searches a list of several pages where the rest of it is, for this row alone', async () => {
    const mapper = await show({
      properties: {value: mapped({})},
      answers: {
        fields: ({search}) =>
          search === undefined
            ? page(FIELDS, 'more')
            : page([{label: `${search} found`, value: 9}]),
      },
    });
    await waitUntil(() => mapper.requests('fields').length === 1);
    await mapper.choose(mapper.box('Name'), 'zzz');
    await mapper.shows('Name', 'zzz found');
    expect((mapper.element.value as {fieldMappings: unknown}).fieldMappings).to.deep.equal({
      Name: 9,
    });
    mapper.box('Email').focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => mapper.options(mapper.box('Email')).length === 4);
  });

  it('warns of a field that is used twice, which the host can make an error', async () => {
    const value = mapped({Name: 'contact.email', Email: 'contact.email', Town: 'contact.email'});
    const mapper = await show({properties: {value}});
    await mapper.shows('Name', 'Email');
    expect(mapper.row('Name').querySelector('.problem')).to.contain.text('Email and Town');
    expect(mapper.element.checkValidity()).to.be.true;
    mapper.element.duplicates = 'error';
    expect(mapper.element.validity.customError).to.be.true;
    mapper.element.reportValidity();
    await mapper.settled();
    expect(mapper.root.activeElement).to.equal(mapper.box('Name'));
    expect(mapper.box('Name').invalid).to.be.true;
  });

  it('needs an object and a field if it is required, and goes to what is missing', async () => {
    const mapper = await show({input: {required: true}});
    mapper.element.reportValidity();
    await mapper.settled();
    expect(mapper.root.activeElement).to.equal(mapper.object);
    mapper.element.value = mapped({});
    await mapper.settled();
    expect(mapper.element.validationMessage).to.equal('Map at least one field.');
    mapper.element.reportValidity();
    expect(mapper.root.activeElement).to.equal(mapper.box('Name'));
    mapper.element.value = mapped({Name: 'contact.name'});
    expect(mapper.element.checkValidity()).to.be.true;
  });

  it('says why fields could not be loaded, and tries again', async () => {
    let isDown = true;
    const mapper = await show({
      properties: {value: mapped({Name: 'contact.name'})},
      answers: {
        fields: () => {
          if (isDown) throw new TypeError('Failed to fetch');
          return page(FIELDS);
        },
      },
    });
    await waitUntil(() => mapper.has('[part=failure]'));
    expect(mapper.find('[part=failure]')).to.contain.text('could not be reached');
    expect(mapper.text(mapper.box('Name'))).to.equal('contact.name');
    isDown = false;
    mapper.button('Try again').click();
    await mapper.shows('Name', 'Full name');
    expect(mapper.has('[part=failure]')).to.be.false;
  });

  it('shows everything and changes nothing while it is read-only or disabled', async () => {
    const value = mapped({Name: 'contact.name'});
    const mapper = await show({properties: {value, readonly: true, suggest: true}});
    await mapper.shows('Name', 'Full name');
    expect(mapper.box('Name').readonly && mapper.object.readonly).to.be.true;
    expect(mapper.has('[part=suggestions], [part=add]')).to.be.false;
    mapper.element.readonly = false;
    mapper.element.disabled = true;
    await mapper.settled();
    expect(mapper.box('Name').disabled && mapper.object.disabled).to.be.true;
    expect(mapper.element.value).to.equal(value);
  });

  it('loads nothing again when it is moved', async () => {
    const mapper = await show({properties: {value: mapped({Name: 'contact.name'})}});
    await mapper.shows('Name', 'Full name');
    const {length} = mapper.requests();
    mapper.form.append(document.createElement('hr'), mapper.element);
    await mapper.settled();
    await mapper.shows('Name', 'Full name');
    expect(mapper.requests()).to.have.length(length);
  });

  it('renders hostile names as text, and takes unusual ones for names', async () => {
    const labels = ['<img src=x onerror=alert(1)>', '__proto__', '🦊', '7'];
    const value = JSON.parse(
      '{"mainInput":"contact","fieldMappings":{"__proto__":"contact.email","7":"contact.name"}}',
    ) as unknown;
    const mapper = await show({
      input: {savedFieldMappings: labels.map((label) => ({label}))},
      properties: {value},
    });
    expect(mapper.labels).to.deep.equal(labels);
    await mapper.shows('__proto__', 'Email');
    await mapper.choose(mapper.box('🦊'), 'Full');
    const {fieldMappings} = mapper.element.value as {fieldMappings: object};
    expect(Object.keys(fieldMappings).sort()).to.deep.equal(['7', '__proto__', '🦊'].sort());
    expect(Object.getPrototypeOf(fieldMappings)).to.equal(Object.prototype);
  });

  it('forgets labels when the user signs out', async () => {
    const mapper = await show({properties: {value: mapped({Name: 'contact.name'})}});
    await mapper.shows('Name', 'Full name');
    await mapper.choose(mapper.object, 'Deal');
    expect(mapper.has('[part=notice]')).to.be.true;
    mapper.sdk.answer('getFieldOptions', () => deferred<unknown>().promise);
    mapper.element.session?.signOut();
    await waitUntil(() => !mapper.root.textContent.includes('Full name'));
    expect(mapper.has('[part=notice]')).to.be.false;
    await waitUntil(() => mapper.text(mapper.object) !== 'Deal');
  });

  it('names the account whose fields it maps, and asks for no other when that one is gone', async () => {
    const mapper = await show({
      properties: {value: mapped({Name: 'contact.name'}), credential: 'gone'},
    });
    const heard: string[] = [];
    mapper.element.addEventListener('pg-error', ({detail}) => heard.push(detail.code));
    await waitUntil(() => mapper.root.textContent.includes('no longer connected'));
    expect([mapper.requests('fields'), mapper.requests('objects')]).to.deep.equal([[], []]);
    mapper.sdk.addAccount('acme', {id: 'gone', providerData: {email: 'ada@acme.example'}});
    await waitUntil(() => mapper.root.textContent.includes('Fields of ada@acme.example'));
    await mapper.shows('Name', 'Full name');
    expect(
      mapper.requests('fields').map((one: SdkOptionRequest) => one.selectedCredentialId),
    ).to.deep.equal(['gone']);
    mapper.sdk.removeAccount('gone');
    await waitUntil(() => heard.length > 0);
    expect(heard).to.deep.equal(['account-not-found']);
  });

  it('asks for the account that it names where it is told none', async () => {
    const mapper = await show({
      properties: {value: mapped({Name: 'contact.name'}), credential: undefined},
    });
    await mapper.shows('Name', 'Full name');
    expect(
      mapper.requests('fields').map((one: SdkOptionRequest) => one.selectedCredentialId),
    ).to.deep.equal(['account']);
  });

  it('asks again for another account', async () => {
    const mapper = await show({properties: {value: mapped({Name: 'contact.name'})}});
    await mapper.shows('Name', 'Full name');
    mapper.sdk.addAccount('acme', {id: 'other'});
    mapper.element.credential = 'other';
    await waitUntil(() =>
      mapper
        .requests('fields')
        .some((one: SdkOptionRequest) => one.selectedCredentialId === 'other'),
    );
  });
});
