import {expect} from '@open-wc/testing';
import {PgAccountList} from '../../src/elements/account-list/account-list.js';
import {PgFieldMapper} from '../../src/elements/field-mapper/field-mapper.js';
import {PgInput} from '../../src/elements/input/input.js';
import {PgInstallFlow} from '../../src/elements/install-flow/install-flow.js';
import {PgIntegration} from '../../src/elements/integration/integration.js';
import {PgTools} from '../../src/elements/tools/tools.js';
import {PgUserSettings} from '../../src/elements/user-settings/user-settings.js';
import {publicProperties, type PublicProperty} from '../support/public-properties.js';
import {mount as mountCatalog, seven} from './catalog-fixture.js';
import {mountFlow} from './install-flow-fixture.js';
import {seen} from './session-fixture.js';

/** Classes that are not registered yet, as the elements are to a framework that renders first. */
const CLASSES: Readonly<Record<string, CustomElementConstructor>> = {
  'pg-account-list': PgAccountList,
  'pg-field-mapper': PgFieldMapper,
  'pg-input': PgInput,
  'pg-install-flow': PgInstallFlow,
  'pg-integration': PgIntegration,
  'pg-tools': PgTools,
  'pg-user-settings': PgUserSettings,
};

const SAMPLES: Readonly<Record<string, unknown>> = {string: 'something', number: 7, boolean: true};

/** Lists, functions and objects have no value that means nothing in all of them. */
const sampleOf = (usual: unknown): unknown => SAMPLES[typeof usual];

/** What code takes for the same: there is no text, no list, nothing switched on. */
const meant = (value: unknown): unknown =>
  value === null || value === false || (Array.isArray(value) && value.length === 0)
    ? undefined
    : value;

let count = 0;

/** Registers the element anew, under a name that was not defined before. */
function define(tag: string, name: string): void {
  const Base = CLASSES[tag]!;
  customElements.define(name, class extends Base {});
}

const newName = (tag: string): string => `${tag}-absent-${(count += 1)}`;

/** What a property is of an element that nobody has told anything. */
const usualOf = (element: Element, name: string): unknown =>
  Reflect.get(document.createElement(element.localName), name);

/** Names of the properties that are not what they are by default. */
async function different(
  element: HTMLElement,
  properties: readonly PublicProperty[],
): Promise<readonly string[]> {
  document.body.append(element);
  await Reflect.get(element, 'updateComplete');
  const wrong = properties.filter(
    ({name}) => meant(Reflect.get(element, name)) !== meant(usualOf(element, name)),
  );
  element.remove();
  return wrong.map(({name}) => `${name}: ${String(Reflect.get(element, name))}`);
}

for (const tag of Object.keys(CLASSES)) {
  describe(`${tag}, told nothing`, () => {
    const reference = newName(tag);
    let properties: readonly PublicProperty[];
    before(async () => {
      define(tag, reference);
      properties = await publicProperties(tag);
      expect(properties).to.not.be.empty;
    });

    // The last two are what Vue makes of it, for a text and for a number.
    for (const nothing of [undefined, null, '', 0]) {
      const isFor = ({name}: PublicProperty, element: Element): boolean =>
        nothing === undefined ||
        nothing === null ||
        typeof nothing === typeof usualOf(element, name);

      it(`has its defaults after ${JSON.stringify(nothing)}`, async () => {
        const name = newName(tag);
        define(tag, name);
        const element = document.createElement(name);
        const some = properties.filter((one) => isFor(one, element));
        for (const one of some) {
          const sample = sampleOf(usualOf(element, one.name));
          if (sample !== undefined) Reflect.set(element, one.name, sample);
        }
        for (const one of some) Reflect.set(element, one.name, nothing);
        expect(await different(element, some)).to.deep.equal([]);
      });

      it(`has its defaults after ${JSON.stringify(nothing)} before it was defined`, async () => {
        const name = newName(tag);
        const element = document.createElement(name);
        const known = document.createElement(reference);
        const some = properties.filter((one) => isFor(one, known));
        for (const one of some) Reflect.set(element, one.name, nothing);
        define(tag, name);
        customElements.upgrade(element);
        expect(await different(element, some)).to.deep.equal([]);
      });
    }

    it('has its defaults after attributes were taken away', async () => {
      const name = newName(tag);
      define(tag, name);
      const element = document.createElement(name);
      const some = properties.filter(({attribute}) => attribute !== undefined);
      for (const {attribute = ''} of some) element.setAttribute(attribute, '5');
      for (const {attribute = ''} of some) element.removeAttribute(attribute);
      expect(await different(element, some)).to.deep.equal([]);
    });
  });
}

/** What a host might have set before. */
const OTHERS = {status: 'connected', sort: 'none', layout: 'list', query: 'a', withoutSearch: true};

// Its code loads first, and has no byte to spare for what reading gives: what it shows is what is meant.
describe('pg-catalog, told nothing', () => {
  for (const nothing of [undefined, null, '']) {
    it(`shows what it shows by default after ${JSON.stringify(nothing)}`, async () => {
      const {element} = await mountCatalog(seven, {sort: 'status'});
      const usual = lookOf(element);
      for (const {name} of await publicProperties('pg-catalog')) {
        if (name === 'session' || name === 'sdk') continue;
        if (name in OTHERS) Reflect.set(element, name, Reflect.get(OTHERS, name));
        await element.updateComplete;
        Reflect.set(element, name, nothing);
        await element.updateComplete;
        expect(lookOf(element), name).to.equal(usual);
      }
    });
  }
});

/** What can be seen and read of an element, and how it is laid out. */
const lookOf = (element: HTMLElement): string =>
  `${seen(element)} ${getComputedStyle(element.shadowRoot!.querySelector('.cards')!).gridTemplateColumns}`;

describe('pg-install-flow, told nothing', () => {
  for (const nothing of [undefined, null, '']) {
    it(`connects after ${JSON.stringify(nothing)}`, async () => {
      const page = await mountFlow();
      for (const {name} of await publicProperties('pg-install-flow'))
        if (!/^(session|sdk|integration)$/.test(name)) Reflect.set(page.element, name, nothing);
      await page.settled();
      await page.click('Connect Slack');
      expect(page.heard.filter(({type}) => /error/.test(type))).to.deep.equal([]);
      expect(page.states).to.deep.equal(['active']);
    });
  }
});
