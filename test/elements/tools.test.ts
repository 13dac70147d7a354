import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/elements/tools/pg-tools.js';
import type {PgTools} from '../../src/elements/tools/tools.js';
import type {AgentTool, ToolPolicies} from '../../src/elements/tools/tool-model.js';
import {PgError} from '../../src/core/errors.js';
import {deferred} from '../support/deferred.js';
import {testFormControl} from '../support/form-control-suite.js';
import {button, expectAccessible, seen, until} from './session-fixture.js';

const READ = {name: 'read_file', title: 'Read a file', effect: 'read'} as const;
const WRITE = {name: 'move_file', title: 'Move a file', effect: 'write'} as const;
const DELETE = {name: 'delete_file', title: 'Delete a file', effect: 'delete'} as const;
const THREE: readonly AgentTool[] = [READ, WRITE, DELETE];

const many = (count: number): readonly AgentTool[] =>
  Array.from({length: count}, (_, at) => ({
    name: `tool_${at}`,
    title: `Tool ${at}`,
    group: `Group ${at % 10}`,
    effect: 'read',
  }));

async function mount(properties: Partial<PgTools> = {}, parent?: Element): Promise<PgTools> {
  const element = document.createElement('pg-tools');
  Object.assign(element, {tools: THREE}, properties);
  (parent ?? (await fixture<HTMLElement>(html`<div></div>`))).append(element);
  await element.updateComplete;
  return element;
}

const all = (element: PgTools, selector: string): readonly HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

/** The radio buttons of what is named so. */
function radios(element: PgTools, name: string): readonly HTMLInputElement[] {
  const group = all(element, '[role="radiogroup"]').find((one) => {
    const label = element.shadowRoot!.getElementById(one.getAttribute('aria-labelledby') ?? '');
    return label?.textContent.trim() === name;
  });
  expect(group, name).to.exist;
  return [...group!.querySelectorAll('input')];
}

const chosen = (element: PgTools, name: string): string =>
  radios(element, name).find(({checked}) => checked)?.value ?? '';

async function choose(element: PgTools, name: string, policy: string): Promise<void> {
  radios(element, name)
    .find(({value}) => value === policy)!
    .click();
  await element.updateComplete;
}

/** What a host hears, in order. */
function hear(element: PgTools): readonly (readonly [string, unknown])[] {
  const heard: (readonly [string, unknown])[] = [];
  for (const type of ['pg-tools-answer', 'pg-tools-change', 'input', 'change', 'pg-error'])
    element.addEventListener(type, (event) =>
      heard.push([type, event instanceof CustomEvent ? event.detail : undefined]),
    );
  return heard;
}

const types = (heard: readonly (readonly [string, unknown])[]): readonly string[] =>
  heard.map(([type]) => type);

async function search(element: PgTools, query: string): Promise<void> {
  const field = element.shadowRoot!.querySelector<HTMLInputElement>('input[type="search"]');
  field!.value = query;
  field!.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  await element.updateComplete;
}

testFormControl({
  title: 'tools',
  tag: 'pg-tools',
  properties: {tools: [DELETE]},
  value: {delete_file: 'ask'},
  submitted: '{"delete_file":"ask"}',
  canBeMissing: true,
});

describe('<pg-tools>', () => {
  it('reads always, asks before it changes something and deletes nothing, unless told', async () => {
    const element = await mount();
    expect(element.value).to.deep.equal({
      read_file: 'always',
      move_file: 'ask',
      delete_file: 'off',
    });
    expect(chosen(element, 'Move a file')).to.equal('ask');
    expect(seen(element)).to.contain('1 on, 1 ask first, 1 off');
    element.defaults = {read: 'ask'};
    expect(element.value?.['read_file']).to.equal('ask');
  });

  it('treats an effect that it does not know as deleting', async () => {
    const tools = [{name: 'x', effect: 'purge'}] as unknown as readonly AgentTool[];
    const element = await mount({tools});
    expect(element.value).to.deep.equal({x: 'off'});
  });

  it('marks a tool that the saved value does not know as new, and begins it with "ask" at most', async () => {
    const element = await mount({value: {move_file: 'always', gone: 'ask'}});
    expect(element.value).to.deep.equal({
      read_file: 'ask',
      move_file: 'always',
      delete_file: 'off',
      gone: 'ask',
    });
    expect(all(element, '.fresh')).to.have.length(2);
    await choose(element, 'Read a file', 'always');
    expect(all(element, '.fresh')).to.have.length(1);
    // As a framework hands back what it heard.
    const {value} = element;
    element.value = value;
    await element.updateComplete;
    expect(all(element, '.fresh')).to.have.length(1);
  });

  it('asks the host before a change, then tells the form', async () => {
    const element = await mount({integration: 'drivepool', credential: 'c1', agent: 'Otto'});
    const heard = hear(element);
    await choose(element, 'Read a file', 'off');
    expect(types(heard)).to.deep.equal(['pg-tools-change', 'input', 'change']);
    expect(heard[0]?.[1]).to.deep.equal({
      integration: 'drivepool',
      credentialId: 'c1',
      agent: 'Otto',
      changes: [{name: 'read_file', from: 'always', to: 'off'}],
      value: {read_file: 'off', move_file: 'ask', delete_file: 'off'},
    });
    expect(Object.isFrozen(heard[0]?.[1])).to.be.true;
    expect(element.value?.['read_file']).to.equal('off');
  });

  it('goes back to what was chosen where the host vetoes a change', async () => {
    const element = await mount();
    element.addEventListener('pg-tools-change', (event) => event.preventDefault());
    const heard = hear(element);
    await choose(element, 'Delete a file', 'always');
    expect(types(heard)).to.deep.equal(['pg-tools-change']);
    expect(chosen(element, 'Delete a file')).to.equal('off');
    expect(element.value?.['delete_file']).to.equal('off');
  });

  it('changes a group or all tools at once, with a way back', async () => {
    const tools = THREE.map((tool) => ({...tool, group: tool === READ ? 'Look' : 'Touch'}));
    const element = await mount({tools});
    expect(chosen(element, 'Touch')).to.equal('');
    await choose(element, 'Touch', 'always');
    expect(element.value).to.deep.equal({
      read_file: 'always',
      move_file: 'always',
      delete_file: 'always',
    });
    expect(chosen(element, 'All tools')).to.equal('always');
    expect(seen(element)).to.contain('Changed: 2 tools');
    const heard = hear(element);
    button(element, 'Undo').click();
    await element.updateComplete;
    expect(types(heard)).to.deep.equal(['pg-tools-change', 'input', 'change']);
    expect(element.value).to.deep.equal({
      read_file: 'always',
      move_file: 'ask',
      delete_file: 'off',
    });
    await choose(element, 'All tools', 'off');
    expect(seen(element)).to.contain('3 off');
  });

  it('lists tools by what they do where none has a group, else those without one last', async () => {
    const element = await mount({tools: [DELETE, READ, WRITE]});
    const headings = (): readonly string[] =>
      all(element, 'h3').map(({textContent}) => textContent.trim());
    expect(headings()).to.deep.equal(['Read', 'Change', 'Delete']);
    element.tools = [READ, {...WRITE, group: 'Files'}];
    await element.updateComplete;
    expect(headings()).to.deep.equal(['Files', 'Other tools']);
  });

  it('chooses with arrow keys for one tool, and only moves the focus where it is for several', async () => {
    const element = await mount();
    const heard = hear(element);
    radios(element, 'Read a file')[0]!.focus();
    await sendKeys({press: 'ArrowRight'});
    await element.updateComplete;
    expect(element.value?.['read_file']).to.equal('ask');
    expect(types(heard)).to.deep.equal(['pg-tools-change', 'input', 'change']);
    radios(element, 'All tools')[0]!.focus();
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'ArrowDown'});
    expect(element.shadowRoot!.activeElement).to.equal(radios(element, 'All tools')[2]);
    expect(heard).to.have.length(3);
    await sendKeys({press: ' '});
    await element.updateComplete;
    expect(Object.values(element.value ?? {})).to.deep.equal(['off', 'off', 'off']);
  });

  it('turns the arrow keys around from right to left', async () => {
    const parent = await fixture(html`<div dir="rtl"></div>`);
    const element = await mount({}, parent);
    radios(element, 'All tools')[0]!.focus();
    await sendKeys({press: 'ArrowLeft'});
    expect(element.shadowRoot!.activeElement).to.equal(radios(element, 'All tools')[1]);
  });

  it('begins with closed groups where there are many tools, and opens those in which it finds something', async () => {
    const element = await mount({tools: many(300)});
    expect(all(element, '.row')).to.have.length(0);
    expect(seen(element)).to.contain('300 on');
    const [first] = all(element, '.group-toggle');
    first!.click();
    await element.updateComplete;
    expect(all(element, '.row')).to.have.length(30);
    expect(first!.getAttribute('aria-expanded')).to.equal('true');
    await search(element, 'tool 12');
    expect(all(element, '.row')).to.have.length(13);
    await choose(element, 'Found: 13 tools', 'off');
    expect(Object.values(element.value ?? {}).filter((one) => one === 'off')).to.have.length(13);
    await search(element, 'nowhere');
    expect(seen(element)).to.contain('Nothing matches “nowhere”');
    all(element, 'input[type="search"]')[0]!.focus();
    await sendKeys({press: 'Escape'});
    await element.updateComplete;
    expect(all(element, '.row')).to.have.length(30);
  });

  it('keeps what is searched for out of the events and out of the form', async () => {
    const element = await mount({tools: many(9)});
    const heard = hear(element);
    await search(element, 'tool 3');
    expect(heard).to.be.empty;
  });

  it('shows texts of a host as text, and keeps names that objects have', async () => {
    const tools: readonly AgentTool[] = [
      {name: '__proto__', title: '<img src=x onerror=alert(1)>', effect: 'read', group: '<b>'},
      {name: 'constructor', description: '\u202e{{evil}}', effect: 'write'},
      {name: '', effect: 'read'},
      {name: 'constructor', title: 'Again', effect: 'delete'},
    ];
    const element = await mount({tools, agent: '<i>Otto</i>'});
    expect(seen(element)).to.contain('<img src=x onerror=alert(1)>');
    expect(seen(element)).to.contain('What <i>Otto</i> may do');
    expect(seen(element)).not.to.contain('Again');
    expect(all(element, 'img, b, i')).to.be.empty;
    expect(Object.keys(element.value ?? {})).to.include.members(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(element.value)).to.equal(Object.prototype);
  });

  it('takes nothing for a value that is none', async () => {
    const value = {read_file: 'sometimes', move_file: 'off'} as unknown as ToolPolicies;
    const element = await mount({value});
    expect(element.value?.['move_file']).to.equal('off');
    expect(element.value?.['read_file']).to.equal('ask');
  });

  it('shows the policies as words while it is read-only', async () => {
    const element = await mount({readonly: true});
    expect(all(element, 'input[type="radio"]')).to.be.empty;
    expect(all(element, '.mark').map(({textContent}) => textContent.trim())).to.deep.equal([
      'Always',
      'Ask first',
      'Off',
    ]);
    await expectAccessible(element);
  });

  it('can change nothing while it is disabled', async () => {
    const element = await mount({disabled: true, requested: [{name: 'delete_file'}]});
    expect(all(element, 'input').every((one) => one.matches(':disabled'))).to.be.true;
    expect(all(element, '[part="allow"]')).to.be.empty;
    await expectAccessible(element);
  });

  it('goes back to its default value with its form, and is restored by the browser', async () => {
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    const element = await mount({defaultValue: {read_file: 'off'}}, form);
    await choose(element, 'Read a file', 'always');
    form.reset();
    expect(element.value?.['read_file']).to.equal('off');
    element.formStateRestoreCallback('{"read_file":"ask"}', 'restore');
    expect(element.value?.['read_file']).to.equal('ask');
    element.formStateRestoreCallback('no json', 'restore');
    expect(element.value?.['read_file']).to.equal('ask');
  });

  it('says so where there are no tools', async () => {
    const element = await mount({tools: []});
    expect(seen(element)).to.contain('No tools yet');
    await expectAccessible(element);
  });

  describe('that fetches its tools', () => {
    it('shows stand-ins until they are there, and submits what was set meanwhile', async () => {
      const answer = deferred<readonly AgentTool[]>();
      const element = await mount({tools: () => answer.promise, value: {read_file: 'off'}});
      expect(element.matches(':state(loading)')).to.be.true;
      expect(all(element, '.skeleton')).not.to.be.empty;
      expect(element.value).to.deep.equal({read_file: 'off'});
      await expectAccessible(element);
      answer.resolve(THREE);
      await until(() => seen(element).includes('Read a file'));
      expect(element.matches(':state(loading)')).to.be.false;
      expect(chosen(element, 'Read a file')).to.equal('off');
    });

    it('says what failed, tells the host, and asks again', async () => {
      let attempts = 0;
      const failure = new PgError('refused', 'No', {detail: 'Ask <b>Ada</b> for access.'});
      const element = await mount();
      const heard = hear(element);
      element.tools = () => {
        attempts += 1;
        return attempts === 1 ? Promise.reject(failure) : Promise.resolve(THREE);
      };
      await until(() => seen(element).includes('The tools could not be loaded.'));
      expect(seen(element)).to.contain('Ask <b>Ada</b> for access.');
      expect(seen(element)).not.to.contain('Read a file');
      expect(heard.map(([type, detail]) => [type, (detail as PgError).code])).to.deep.equal([
        ['pg-error', 'refused'],
      ]);
      await expectAccessible(element);
      button(element, 'Try again').click();
      await until(() => seen(element).includes('Read a file'));
      expect(seen(element)).not.to.contain('could not be loaded');
    });

    it('fails like one that rejects where the function throws or gives no list', async () => {
      for (const tools of [
        () => {
          throw new Error('broken');
        },
        () => Promise.resolve('no list'),
      ]) {
        const element = await mount({tools: tools as unknown as () => Promise<never>});
        await until(() => seen(element).includes('could not be loaded'));
      }
    });

    it('keeps its tools while it asks again, and forgets a late answer of another function', async () => {
      const first = deferred<readonly AgentTool[]>();
      const element = await mount({tools: () => first.promise});
      element.tools = () => Promise.resolve([WRITE]);
      await until(() => seen(element).includes('Move a file'));
      first.resolve([DELETE]);
      element.reload();
      await element.updateComplete;
      expect(seen(element)).to.contain('Move a file');
      await until(() => !element.matches(':state(loading)'));
      expect(seen(element)).not.to.contain('Delete a file');
    });

    it('asks once when it is moved, and stops when it is taken out', async () => {
      const signals: AbortSignal[] = [];
      const element = await mount({
        tools: ({signal}) => {
          signals.push(signal);
          return new Promise<never>(() => undefined);
        },
      });
      element.parentElement!.prepend(element);
      await element.updateComplete;
      expect(signals).to.have.length(1);
      element.remove();
      await until(() => signals[0]?.aborted);
      (await fixture<HTMLElement>(html`<div></div>`)).append(element);
      await until(() => signals.length === 2);
    });
  });

  describe('that an agent asks for tools', () => {
    const requested = [
      {name: 'move_file', policy: 'always', reason: '<b>Sorting</b>'},
      {name: 'delete_file', policy: 'always'},
      {name: 'send_mail'},
    ] as const;

    it('says what each would get, and grants a tool that deletes with "ask" at most', async () => {
      const element = await mount({agent: 'Otto', requested});
      expect(element.matches(':state(requested)')).to.be.true;
      expect(seen(element)).to.contain('Otto asks for tools');
      expect(seen(element)).to.contain('<b>Sorting</b>');
      expect(seen(element)).to.contain('This account does not offer this tool.');
      await expectAccessible(element);
      const heard = hear(element);
      button(element, 'Allow all').click();
      await element.updateComplete;
      expect(types(heard)).to.deep.equal(['pg-tools-answer', 'pg-tools-change', 'input', 'change']);
      expect(heard[0]?.[1]).to.deep.equal({
        agent: 'Otto',
        granted: [
          {name: 'move_file', policy: 'always'},
          {name: 'delete_file', policy: 'ask'},
        ],
        declined: [],
      });
      expect(element.value).to.deep.equal({
        read_file: 'always',
        move_file: 'always',
        delete_file: 'ask',
      });
      expect(all(element, '.asked')).to.have.length(1);
    });

    it('declines one after the other, and moves the focus on', async () => {
      const element = await mount({requested: requested.slice(0, 2)});
      const heard = hear(element);
      const decline = (): HTMLElement => all(element, '[part="decline"]')[0]!;
      decline().click();
      await until(() => element.shadowRoot!.activeElement === decline());
      expect(all(element, '.asked')).to.have.length(1);
      decline().click();
      await until(() => element.shadowRoot!.activeElement?.matches('.label'));
      expect(types(heard)).to.deep.equal(['pg-tools-answer', 'pg-tools-answer']);
      expect(element.matches(':state(requested)')).to.be.false;
      expect(element.value).to.deep.equal({
        read_file: 'always',
        move_file: 'ask',
        delete_file: 'off',
      });
      // The same request, as a framework sets it again, is answered already.
      element.requested = requested.slice(0, 2).map((one) => ({...one}));
      await element.updateComplete;
      expect(all(element, '.asked')).to.be.empty;
    });

    it('takes nothing away that the agent has', async () => {
      const element = await mount({requested: [{name: 'read_file', policy: 'ask'}]});
      const heard = hear(element);
      all(element, '[part="allow"]')[0]!.click();
      await element.updateComplete;
      expect(types(heard)).to.deep.equal(['pg-tools-answer']);
      expect(element.value?.['read_file']).to.equal('always');
    });

    it('stays open where the host vetoes the answer or the change', async () => {
      for (const type of ['pg-tools-answer', 'pg-tools-change']) {
        const element = await mount({requested: [{name: 'delete_file'}]});
        element.addEventListener(type, (event) => event.preventDefault());
        all(element, '[part="allow"]')[0]!.click();
        await element.updateComplete;
        expect(all(element, '.asked'), type).to.have.length(1);
        expect(element.value?.['delete_file']).to.equal('off');
      }
    });
  });

  it('is accessible with groups, new tools, a notice and an error', async () => {
    const element = await mount({tools: many(12), value: {tool_1: 'off'}, required: true});
    await choose(element, 'All tools', 'off');
    element.reportValidity();
    await element.updateComplete;
    expect(seen(element)).to.contain('Turn on at least one tool.');
    await expectAccessible(element);
  });
});
