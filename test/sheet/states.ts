import type {PgTools} from '../../src/elements/tools/tools.js';
import type {AgentTool} from '../../src/elements/tools/tool-model.js';
import type {OpenOptions, Session} from '../e2e/support.js';

/** Something that people see, and how to get there in a page of 1280 pixels. */
export interface State {
  readonly name: string;
  readonly html: string;
  readonly options?: OpenOptions;
  readonly reach: (session: Session) => Promise<unknown>;
  /** It lies over the page, so that what is below the window is not of it. */
  readonly over?: boolean;
}

const connected: OpenOptions = {user: 'demo-user'};
const portal = '<pg-portal></pg-portal>';
const within = (html: string): string => `<pg-portal>${html}</pg-portal>`;
const flow = (type: string): string =>
  within(`<pg-install-flow integration="${type}"></pg-install-flow>`);
const settings = (attributes: string): string =>
  within(`<pg-user-settings ${attributes}></pg-user-settings>`);

const ADA = 'ada.moreno@northwind.example';
const LIST = within('<pg-account-list integration="drivepool"></pg-account-list>');
const DRIVEPOOL = settings('integration="drivepool"');

/** A state of the portal's dialog for an integration. */
function inDialog(
  name: string,
  integration: string,
  reach: State['reach'],
  options: OpenOptions,
): State {
  return {
    name,
    html: portal,
    options,
    over: true,
    reach: async (session) => {
      await session.page.getByText(integration, {exact: true}).first().click();
      await session.page.getByRole('dialog').waitFor();
      await reach(session);
    },
  };
}

/** An integration, for somebody who has accounts. */
function detail(
  name: string,
  integration: string,
  tab: string | undefined,
  reach: State['reach'],
  options: OpenOptions = {},
): State {
  const open: State['reach'] = async (session) => {
    if (tab !== undefined)
      await session.page.getByRole('tab', {name: new RegExp(`^${tab}`)}).click();
    await reach(session);
  };
  return inDialog(`detail-${name}`, integration, open, {...connected, ...options});
}

/** A connection that has begun. */
function install(
  name: string,
  integration: string,
  reach: State['reach'],
  options: OpenOptions = {},
): State {
  const begin: State['reach'] = async (session) => {
    await session.connect(integration).click();
    await reach(session);
  };
  return inDialog(`install-${name}`, integration, begin, options);
}

/** The token has expired, and there is no other. */
async function expire(session: Session): Promise<void> {
  await session.control({expireTokens: true});
  await session.page.evaluate(() => window.testPage.refuseTokens(true));
}

const MAPPER = within('<pg-field-mapper></pg-field-mapper>');

interface ToolsSetup extends Partial<
  Pick<PgTools, 'value' | 'requested' | 'readonly' | 'disabled'>
> {
  readonly tools?: readonly AgentTool[] | null;
}

/** Tools of an agent, outside of any portal. */
function tools(name: string, properties: ToolsSetup, reach: State['reach']): State {
  return {
    name: `tools${name && '-'}${name}`,
    html: '<pg-tools></pg-tools>',
    reach: async (session) => {
      await session.page.evaluate(
        async (given) => {
          await customElements.whenDefined('pg-tools');
          Object.assign(document.querySelector('pg-tools') ?? {}, given);
        },
        {agent: 'Otto', tools: AGENT_TOOLS, ...properties},
      );
      await reach(session);
    },
  };
}

const AGENT_TOOLS: readonly AgentTool[] = [
  {
    name: 'search_files',
    title: 'Search files',
    group: 'Files',
    effect: 'read',
    description: 'Finds files by their names and by what is in them.',
  },
  {
    name: 'move_file',
    title: 'Move a file',
    group: 'Files',
    effect: 'write',
    description: 'Moves a file to another folder, with its history.',
  },
  {name: 'delete_file', title: 'Delete a file', group: 'Files', effect: 'delete'},
  {name: 'list_members', title: 'List members', group: 'Sharing', effect: 'read'},
  {
    name: 'share_file',
    title: 'Share a file',
    group: 'Sharing',
    effect: 'write',
    description: 'Sends an invitation, also to people outside of the company.',
  },
];

const manyTools = (count: number): readonly AgentTool[] =>
  Array.from({length: count}, (_, at) => ({
    name: `tool_${at}`,
    title: `Tool ${at}`,
    group: `Group ${at % 10}`,
    effect: 'read',
  }));

export const STATES: readonly State[] = [
  {
    name: 'catalog',
    html: portal,
    options: connected,
    reach: (session) => session.text('Quietbox').first().waitFor(),
  },
  {
    name: 'catalog-loading',
    html: portal,
    options: {control: {latency: {integrations: 600_000}}},
    reach: ({page}) => page.locator('[aria-busy="true"]').first().waitFor(),
  },
  {
    name: 'catalog-found',
    html: portal,
    options: connected,
    reach: async (session) => {
      await session.text('Quietbox').first().waitFor();
      await session.page.getByRole('searchbox').fill('drve');
      await session.text('Drivepool').first().waitFor();
    },
  },
  {
    name: 'catalog-nothing-found',
    html: portal,
    options: connected,
    reach: async (session) => {
      await session.text('Quietbox').first().waitFor();
      await session.page.getByRole('searchbox').fill('zzz');
      await session.text(/zzz/).first().waitFor();
    },
  },
  {
    name: 'catalog-failed',
    html: portal,
    options: {control: {failures: {integrations: {status: 500}}}},
    reach: (session) => session.button('Try again').first().waitFor(),
  },
  detail('overview', 'Marketstall', undefined, (session) =>
    session.connect('Marketstall').waitFor(),
  ),
  detail('attention', 'Drivepool', undefined, ({page}) =>
    page.getByRole('list', {name: 'Drivepool accounts'}).waitFor(),
  ),
  detail('settings', 'Drivepool', 'Settings', ({page}) =>
    page.getByRole('textbox', {name: 'File name prefix'}).waitFor(),
  ),
  detail('accounts', 'Drivepool', 'Accounts', ({page}) =>
    page.getByRole('list', {name: 'Drivepool accounts'}).waitFor(),
  ),
  detail('reconnect', 'Drivepool', undefined, async (session) => {
    await session.button(/^Reconnect bilal/).click();
    await session.text('Finish in the Drivepool window').first().waitFor();
  }),
  detail('reconnected', 'Drivepool', undefined, async (session) => {
    await session.button(/^Reconnect bilal/).click();
    await session.control({settleOAuth: 'approve'});
    await session
      .text(/is reconnected/)
      .first()
      .waitFor();
  }),
  detail('workflows', 'Drivepool', 'Workflows', ({page}) =>
    page.getByRole('switch').first().waitFor(),
  ),
  detail(
    'signed-out',
    'Drivepool',
    'Settings',
    async (session) => {
      await session.fill('File name prefix', 'scan-');
      await expire(session);
      await session.button('Save').click();
      await session.button('Sign in again').first().waitFor();
    },
    {documented: true},
  ),
  detail('leave', 'Drivepool', 'Settings', async (session) => {
    await session.fill('File name prefix', 'scan-');
    await session.page.keyboard.press('Escape');
    await session.page.getByRole('alertdialog').waitFor();
  }),
  {
    name: 'install-rest',
    html: flow('marketstall'),
    reach: (session) => session.button('Connect Marketstall').waitFor(),
  },
  {
    name: 'install-connected',
    html: flow('drivepool'),
    options: connected,
    reach: (session) => session.button(/Add another/).waitFor(),
  },
  install('types', 'Salesforce', (session) => session.text('Sandbox account').waitFor()),
  install('instructions', 'Salesforce', async (session) => {
    await session.text('Sandbox account').click();
    await session.button('Continue').click();
    await session.text('Step 2').waitFor();
    await session.picture('Install Image');
  }),
  install('questions', 'Marketstall', ({page}) =>
    page.getByRole('textbox', {name: /Shop address/}).waitFor(),
  ),
  install('empty-answer', 'Marketstall', async (session) => {
    await session.page.getByRole('textbox', {name: /Shop address/}).waitFor();
    await session.button(/^Continue/).click();
    await session
      .text(/Fill in/)
      .first()
      .waitFor();
  }),
  install('refused-key', 'Postwise', async (session) => {
    await session.fill(/API key/, 'wrong-key');
    await session.connect('Postwise').click();
    await session
      .text(/did not accept/)
      .first()
      .waitFor();
  }),
  install('waiting', 'Quietbox', (session) =>
    session.text('Finish in the Quietbox window').first().waitFor(),
  ),
  install('done', 'Quietbox', async (session) => {
    await session.control({settleOAuth: 'approve'});
    await session
      .text(/Quietbox is connected as/)
      .first()
      .waitFor();
  }),
  install('last-questions', 'Wikihaus', async (session) => {
    await session.control({settleOAuth: 'approve'});
    await session.text('Finish setup').first().waitFor();
  }),
  install(
    'signed-out',
    'Postwise',
    async (session) => {
      await session.fill(/API key/, 'pw_typed');
      await expire(session);
      await session.connect('Postwise').click();
      await session.button('Sign in again').first().waitFor();
    },
    {documented: true},
  ),
  {
    name: 'accounts',
    html: within('<pg-account-list></pg-account-list>'),
    options: connected,
    reach: (session) => session.text(ADA).first().waitFor(),
  },
  {
    name: 'accounts-selectable',
    html: within('<pg-account-list integration="drivepool" selectable></pg-account-list>'),
    options: connected,
    reach: ({page}) => page.getByRole('radio').first().check(),
  },
  {
    name: 'accounts-none',
    html: within('<pg-account-list></pg-account-list>'),
    reach: (session) =>
      session
        .text(/No accounts/)
        .first()
        .waitFor(),
  },
  {
    name: 'accounts-menu',
    html: LIST,
    options: connected,
    reach: async (session) => {
      await session.button(`Actions for ${ADA}`).click();
      await session.page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'accounts-rename',
    html: LIST,
    options: connected,
    reach: async (session) => {
      await session.page.evaluate(() => {
        window.testPage.portal().renameAccount = () => Promise.resolve();
      });
      await session.chooseAction(ADA, 'Rename');
      await session.page.getByRole('textbox').first().waitFor();
    },
  },
  {
    name: 'accounts-replace-key',
    html: within('<pg-account-list integration="postwise"></pg-account-list>'),
    reach: async (session) => {
      await session.button('Connect Postwise').click();
      await session.fill(/API key/, 'pw_old');
      await session.button('Connect Postwise').click();
      await session
        .text(/Postwise is connected as/)
        .first()
        .waitFor();
      await session.chooseAction('northwind-mail', 'Replace key');
      await session.page.getByRole('textbox', {name: /API key/}).waitFor();
    },
  },
  {
    name: 'accounts-disconnect',
    html: LIST,
    options: connected,
    over: true,
    reach: async (session) => {
      await session.chooseAction(ADA, 'Disconnect');
      await session.page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'settings',
    html: settings('integration="swatchbook"'),
    options: connected,
    reach: ({page}) => page.getByRole('textbox', {name: 'Email'}).waitFor(),
  },
  {
    name: 'settings-changed',
    html: DRIVEPOOL,
    options: connected,
    reach: (session) => session.fill('File name prefix', 'scan-'),
  },
  {
    name: 'settings-saving',
    html: DRIVEPOOL,
    options: {...connected, control: {latency: {settings: 600_000}}},
    reach: async (session) => {
      await session.fill('File name prefix', 'scan-');
      await session.button('Save').click();
      await session
        .text(/Saving/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'settings-refused',
    html: settings('integration="swatchbook"'),
    options: connected,
    reach: async (session) => {
      await session.page.getByRole('textbox', {name: 'Text', exact: true}).fill('refuse-me');
      await session.button('Save').click();
      await session.text('"Text" was not accepted.').first().waitFor();
    },
  },
  {
    name: 'settings-failed',
    html: DRIVEPOOL,
    options: {...connected, control: {failures: {settings: {status: 500}}}},
    reach: async (session) => {
      await session.fill('File name prefix', 'scan-');
      await session.button('Save').click();
      await session.text('Not saved.').first().waitFor();
    },
  },
  {
    name: 'settings-configurations',
    html: settings('integration="drivepool" configurations="manage"'),
    options: connected,
    reach: ({page}) => page.getByRole('textbox', {name: 'File name prefix'}).waitFor(),
  },
  {
    name: 'settings-list',
    html: DRIVEPOOL,
    options: connected,
    over: true,
    reach: async ({page}) => {
      await page.getByRole('combobox', {name: 'Folder'}).click();
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'mapper',
    html: MAPPER,
    options: connected,
    reach: async (session) => {
      await session.showMapper('orbitcrm', {
        suggest: false,
        value: {
          mainInput: 'Contact',
          dependentInput: 'standard',
          fieldMappings: {'Email address': 'Contact.email'},
        },
      });
      await session.page.getByRole('combobox', {name: 'Field for City'}).waitFor();
    },
  },
  {
    name: 'mapper-start',
    html: MAPPER,
    options: connected,
    reach: (session) => session.showMapper('orbitcrm', {suggest: false}),
  },
  {
    name: 'mapper-suggestions',
    html: MAPPER,
    options: connected,
    reach: async (session) => {
      await session.showMapper('orbitcrm', {
        value: {mainInput: 'Contact', dependentInput: 'standard'},
      });
      await session.button(/^Use Email for Email address/).waitFor();
    },
  },
  {
    name: 'mapper-long',
    html: MAPPER,
    options: connected,
    over: true,
    reach: async (session) => {
      await session.showMapper('orbitcrm', {
        value: {
          mainInput: 'Contact',
          dependentInput: 'standard',
          fieldMappings: {'Own field 2': 'Contact.email', 'Own field 4': 'Contact.gone'},
        },
      });
      await session.page.evaluate(() => {
        const mapper = document.querySelector('pg-field-mapper');
        if (!mapper?.input) throw new Error('The page has no mapper.');
        const savedFieldMappings = Array.from({length: 300}, (_, at) => ({
          label:
            at === 2
              ? 'A field of your own with a name of more than one line'
              : `Own field ${at + 1}`,
          required: at % 50 === 0,
        }));
        mapper.input = {...mapper.input, savedFieldMappings};
      });
      await session.page.getByRole('radio', {name: /^Problems/}).waitFor({state: 'attached'});
    },
  },
  tools('', {}, ({page}) => page.getByText('Share a file').waitFor()),
  tools(
    'requested',
    {
      value: {search_files: 'always', move_file: 'off', delete_file: 'off', list_members: 'always'},
      requested: [
        {name: 'move_file', policy: 'always', reason: 'You asked me to sort 42 invoices.'},
        {name: 'delete_file'},
        {name: 'send_mail'},
      ],
    },
    (session) => session.button('Allow all').waitFor(),
  ),
  tools('changed', {}, async (session) => {
    // Radio buttons lie under their labels.
    await session.page.getByRole('radiogroup', {name: 'All tools'}).getByText('Off').click();
    await session.button('Undo').waitFor();
  }),
  tools('long', {tools: manyTools(300)}, async (session) => {
    await session.page.getByRole('searchbox').fill('tool 12');
    await session.page.getByRole('heading', {name: 'Group 2'}).waitFor();
  }),
  tools('readonly', {readonly: true}, ({page}) => page.getByText('Share a file').waitFor()),
  tools('disabled', {disabled: true}, ({page}) => page.getByText('Share a file').waitFor()),
  tools('none', {tools: []}, ({page}) => page.getByText('No tools yet').waitFor()),
  tools('loading', {tools: null}, ({page}) => page.locator('[aria-busy="true"]').waitFor()),
  {
    name: 'tools-failed',
    html: '<pg-tools></pg-tools>',
    reach: async (session) => {
      await session.page.evaluate(async () => {
        await customElements.whenDefined('pg-tools');
        const element = document.querySelector('pg-tools');
        if (element) element.tools = () => Promise.reject(new Error('Nobody answers.'));
      });
      await session.button('Try again').waitFor();
    },
  },
];
