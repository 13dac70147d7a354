import {expect} from '@open-wc/testing';
import type {SupportedConnectInputType} from '@useparagon/connect';
import {INPUT_TYPES, type InputType} from '../../src/elements/input/input-types.js';
import {LazyView} from '../../src/elements/input/control.js';
import {controlOf} from '../../src/elements/input/registry.js';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Compiles only while the kit knows the SDK's types, all of them and no other. */
const complete: Same<InputType, `${SupportedConnectInputType}`> = true;

describe('registry of controls', () => {
  it('has a control for each of the 17 types', () => {
    expect(complete).to.be.true;
    expect(INPUT_TYPES).to.have.length(17);
    for (const type of INPUT_TYPES) expect(controlOf({id: 'x', type}), type).to.exist;
  });

  it('loads what needs a combobox late, and text at once', () => {
    const isLate = (type: string) => controlOf({id: 'x', type}).view instanceof LazyView;
    expect(INPUT_TYPES.filter(isLate)).to.deep.equal([
      'ENUM',
      'DYNAMIC_ENUM',
      'CUSTOM_DROPDOWN',
      'COMBO_INPUT',
      'DYNAMIC_COMBO_INPUT',
      'FIELD_MAPPER',
      'PERMISSION',
      'FILE',
    ]);
  });

  it('tries again to load what could not be fetched', async () => {
    let fetches = 0;
    const view = new LazyView(() => {
      fetches += 1;
      return fetches === 1
        ? Promise.reject(new Error('offline'))
        : Promise.resolve(() => ({render: () => ''}));
    });
    const failure = await view.load().catch((error: unknown) => error);
    expect(failure).to.be.an('error');
    await view.load();
    expect(view.factory).to.be.a('function');
  });
});
