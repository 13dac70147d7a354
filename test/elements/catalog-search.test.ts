import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Integration} from '../../src/core/session/snapshot.js';
import {
  choose as chooseFrom,
  countByStatus,
  type CatalogCompare,
} from '../../src/elements/catalog/catalog-model.js';
import {indexMore, indexOf, placesOf, search} from '../../src/elements/catalog/catalog-search.js';
import {fold} from '../../src/ui/fold.js';
import {propertyRuns} from '../support/property-runs.js';

const integration = (
  name: string,
  type = name.toLowerCase().replaceAll(' ', ''),
  status: Integration['status'] = 'available',
): Integration => ({type, name, icon: '', brandColor: '', status, accounts: []});

const found = (names: readonly string[], query: string): readonly string[] => {
  const integrations = names.map((name) => integration(name));
  return search(integrations, indexOf(integrations), query).map(({name}) => name);
};

describe('catalog search', () => {
  it('finds names whatever their case and accents', () => {
    for (const query of ['malaga', 'MÁLAGA', 'málagá']) {
      expect(found(['Málaga', 'Madrid'], query), query).to.deep.equal(['Málaga']);
    }
  });

  it('takes letters that cannot be taken apart for their plain ones', () => {
    expect(found(['Ærø Łódź Straße'], 'aero lodz strasse')).to.have.length(1);
    expect(fold('İstanbul')).to.equal('istanbul');
    expect(fold('Ｆｕｌｌ')).to.equal('full');
  });

  it('takes one kind of kana for the other, whatever its width', () => {
    for (const text of ['カレンダー', 'かれんだー', 'ｶﾚﾝﾀﾞｰ']) {
      expect(found(['カレンダー'], text), text).to.have.length(1);
    }
  });

  it('keeps marks that make another letter, and leaves out points that people do not type', () => {
    expect(found(['ガ', 'カ'], 'ガ')).to.deep.equal(['ガ']);
    expect(found(['हिंदी', 'हदी'], 'हिंदी')).to.deep.equal(['हिंदी']);
    expect(found(['น้ำ', 'นา'], 'นา')).to.deep.equal(['นา']);
    expect(found(['שָׁלוֹם', 'مُحَمَّد'], 'שלום')).to.deep.equal(['שָׁלוֹם']);
    expect(found(['שָׁלוֹם', 'مُحَمَّد'], 'محمد')).to.deep.equal(['مُحَمَّد']);
    expect(found(['ΟΔΟΣ'], 'οδοσ')).to.have.length(1);
    expect(found(['DİYARBAKIR'], 'diyarbakır')).to.have.length(1);
  });

  it('finds names in scripts without letters of its own', () => {
    expect(found(['Яндекс Диск', '微信', 'Slack'], 'диск')).to.deep.equal(['Яндекс Диск']);
    expect(found(['Яндекс Диск', '微信', 'Slack'], '微')).to.deep.equal(['微信']);
  });

  it('ranks the start of a name before the start of a word before the middle', () => {
    expect(found(['Podcasts', 'Monday Cast', 'Castle', 'Broadcast'], 'cast')).to.deep.equal([
      'Castle',
      'Monday Cast',
      'Podcasts',
      'Broadcast',
    ]);
  });

  it('wants every word, in any order', () => {
    expect(found(['Google Drive', 'Google Calendar', 'Drive'], 'drive goo')).to.deep.equal([
      'Google Drive',
    ]);
  });

  it('finds a type that the name does not hold', () => {
    const integrations = [integration('Gmail', 'googlemail'), integration('Slack')];
    expect(search(integrations, indexOf(integrations), 'googlem')).to.deep.equal([integrations[0]]);
  });

  it('takes characters of regular expressions as they are', () => {
    expect(found(['C++ (beta)', 'Cobol'], 'c++ (')).to.deep.equal(['C++ (beta)']);
    expect(found(['a.b', 'acb'], 'a.b')).to.deep.equal(['a.b']);
  });

  it('finds names without their hyphens and spaces, and with hyphens that they do not have', () => {
    expect(found(['Hub-Spot', 'Hub'], 'hubspot')).to.deep.equal(['Hub-Spot']);
    expect(found(['HubSpot', 'Spot'], 'hub-spot')).to.deep.equal(['HubSpot']);
    expect(found(['E-Mail', 'Mailbox'], 'email')).to.deep.equal(['E-Mail']);
  });

  it('finds names with one letter wrong, where nothing is right', () => {
    for (const query of ['salesfroce', 'salesforec', 'saleforce', 'salessforce', 'dalesforce']) {
      expect(found(['Salesforce', 'Slack', 'Google Drive'], query), query).to.deep.equal([
        'Salesforce',
      ]);
    }
    expect(found(['Google Drive', 'Google Calendar'], 'gogle drvie')).to.deep.equal([
      'Google Drive',
    ]);
    expect(found(['Slack', 'Stack'], 'stack')).to.deep.equal(['Stack']);
    expect(found(['Jira'], 'jxy')).to.deep.equal([]);
  });

  it('finds descriptions and categories, after names', async () => {
    const integrations = [integration('Mail'), integration('Chirrup'), integration('Chatter')];
    const index = indexOf(integrations);
    await new Promise<void>((resolve) => {
      const textOf = ({name}: Integration): string =>
        name === 'Chirrup' ? 'Send chat messages\nTalking' : '';
      indexMore(integrations, index, textOf, resolve);
    });
    const names = (query: string): readonly string[] =>
      search(integrations, index, query).map(({name}) => name);
    expect(names('chat')).to.deep.equal(['Chatter', 'Chirrup']);
    expect(names('talking')).to.deep.equal(['Chirrup']);
    expect(names('chirrup messages')).to.deep.equal(['Chirrup']);
  });

  it('tells where a match stands in a text whose letters are folded', () => {
    expect(placesOf('Straße nach Málaga', ['strasse', 'malaga'])).to.deep.equal([
      [0, 6],
      [12, 18],
    ]);
    expect(placesOf('Slack', ['x'])).to.deep.equal([]);
  });

  it('takes spaces for no query', () => {
    expect(found(['A', 'B'], '   ')).to.have.length(2);
  });
});

const choose = (
  integrations: readonly Integration[],
  include: string | readonly string[] | undefined,
  exclude: string | readonly string[] | undefined,
  language: string,
): readonly Integration[] =>
  chooseFrom(integrations, {
    include,
    exclude,
    language,
    sort: 'status',
    compare: undefined,
    first: Infinity,
  });

describe('catalog contents', () => {
  it('are in the order of attention, connected, available, each by name', () => {
    const some = [
      integration('A', 'a'),
      integration('B', 'b', 'connected'),
      integration('Z', 'z', 'attention'),
      integration('C', 'c', 'pending'),
    ];
    const names = (sort: 'status' | 'name' | 'none', compare?: CatalogCompare): string =>
      chooseFrom(some, {include: '', exclude: '', language: 'en', sort, compare, first: Infinity})
        .map(({name}) => name)
        .join('');
    expect(names('status')).to.equal('CZBA');
    expect(names('name')).to.equal('ABCZ');
    expect(names('none')).to.equal('ABZC');
    expect(names('status', (a, b) => (a.name < b.name ? 1 : -1))).to.equal('ZCBA');
  });

  const all = ['Zoom', 'asana', 'Ärger', 'Box'].map((name) => integration(name));

  it('are in the order of the language', () => {
    const names = (language: string): readonly string[] =>
      choose(all, undefined, undefined, language).map(({name}) => name);
    expect(names('en')).to.deep.equal(['Ärger', 'asana', 'Box', 'Zoom']);
    expect(names('sv')).to.deep.equal(['asana', 'Box', 'Zoom', 'Ärger']);
  });

  it('have the first ones in order where only those are wanted, and all others behind them', () => {
    const statuses = fc.constantFrom(
      ...(['available', 'connected', 'attention', 'pending'] as const),
    );
    fc.assert(
      fc.property(fc.array(statuses), fc.integer({min: 1, max: 50}), (some, first) => {
        const many = some.map((status, index) =>
          integration(`N${(index * 37) % 101}`, `${index}`, status),
        );
        const choice = {
          ...{include: undefined, exclude: undefined, language: 'en'},
          ...{sort: 'status' as const, compare: undefined, first: Infinity},
        };
        const whole = chooseFrom(many, choice);
        const part = chooseFrom(many, {...choice, first});
        const placeOf = ({name, status}: Integration): string => `${status} ${name}`;
        expect(part.slice(0, first).map(placeOf)).to.deep.equal(whole.slice(0, first).map(placeOf));
        expect(part).to.have.members(many);
      }),
      propertyRuns(100),
    );
  });

  it('are in the order of include, once each, without what does not exist', () => {
    const chosen = choose(all, 'zoom,  box nothing zoom', undefined, 'en');
    expect(chosen.map(({name}) => name)).to.deep.equal(['Zoom', 'Box']);
  });

  it('leave out what exclude names, also where include names it', () => {
    expect(choose(all, ['zoom', 'box'], ['zoom'], 'en').map(({name}) => name)).to.deep.equal([
      'Box',
    ]);
  });

  it('may be of types that objects have as members', () => {
    const odd = ['__proto__', 'constructor', 'toString'].map((type) => integration(type, type));
    const chosen = choose(odd, '__proto__ toString', 'toString', 'en');
    expect(chosen.map(({type}) => type)).to.deep.equal(['__proto__']);
  });

  it('count unfinished setups among those that need attention', () => {
    const counts = countByStatus([
      integration('a', 'a', 'pending'),
      integration('b', 'b', 'attention'),
      integration('c', 'c', 'connected'),
    ]);
    expect(counts).to.deep.equal({all: 3, connected: 1, attention: 2, available: 0});
  });
});
