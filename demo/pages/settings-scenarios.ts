import type {ControlRequest} from '../sandbox/control.js';

/** The account whose settings the page shows. */
export interface ShownAccount {
  readonly integration: string;
  readonly credentialId: string;
}

/** Something that a service does to people who are changing settings. */
export interface Happening {
  readonly id: string;
  readonly title: string;
  /** What is seen then. */
  readonly words: string;
  /** What the sandbox is told; on top of good health. */
  readonly control: (account: ShownAccount) => ControlRequest;
  /** The page learns of it only by asking again, as it would on its next visit. */
  readonly refresh?: true;
}

/** A text setting of each integration that can be refused and changed by others. */
const TEXT_SETTINGS: ReadonlyMap<string, {readonly id: string; readonly title: string}> = new Map([
  ['drivepool', {id: 'prefix', title: 'File name prefix'}],
  ['swatchbook', {id: 'text', title: 'Text'}],
  ['orbitcrm', {id: 'source', title: 'Source of new contacts'}],
]);

/** Takes back what other happenings may have left. */
export const GOOD_HEALTH: ControlRequest = {
  latency: {},
  failures: {settings: null, 'workflow-enable': null, 'workflow-disable': null},
  refusals: Object.fromEntries([...TEXT_SETTINGS.keys()].map((type) => [type, null])),
};

export const HAPPENINGS: readonly Happening[] = [
  {
    id: 'well',
    title: 'All is well',
    words: 'Saved at once. A screen reader hears it once, wherever the focus is.',
    control: () => ({}),
  },
  {
    id: 'slow',
    title: 'Slow',
    words: 'Four seconds of “Saving…”. What you type meanwhile stays, and counts as unsaved.',
    control: () => ({
      latency: {settings: 4000, 'workflow-enable': 4000, 'workflow-disable': 4000},
    }),
  },
  {
    id: 'fails',
    title: 'Fails twice',
    words:
      'It says so above the form, and keeps what you typed. “Try again” works the second time.',
    control: () => ({failures: {settings: {status: 500, times: 2}}}),
  },
  {
    id: 'refuses-value',
    title: 'Refuses a value',
    words:
      'A new value of the text field is refused. The reason stands beside it, and it gets the focus.',
    control: ({integration}) => {
      const {id, title} = TEXT_SETTINGS.get(integration) ?? {id: '', title: ''};
      const message = `"${title}" is used by another team already.`;
      return {refusals: {[integration]: [{field: id, message}]}};
    },
  },
  {
    id: 'refuses-all',
    title: 'Refuses everything',
    words:
      'The reason is about no field, so it stands above the form. All fields keep what you typed.',
    control: ({integration}) => ({
      refusals: {[integration]: [{message: 'Your plan allows no more changes today.'}]},
    }),
  },
  {
    id: 'unreachable',
    title: 'Cannot be reached',
    words: 'The connection breaks. Nothing is lost; “Try again” sends it once the service is back.',
    control: () => ({failures: {settings: {status: 'network'}}}),
  },
  {
    id: 'answer-lost',
    title: 'Answer is lost',
    words:
      'The save counts, only nobody hears of it. Before it writes again, the kit reads what there is.',
    control: () => ({failures: {settings: {status: 'network', applied: true, times: 1}}}),
  },
  {
    id: 'silent',
    title: 'Never answers',
    words: 'After half a minute the save counts as failed: no spinner turns for ever.',
    control: () => ({failures: {settings: {status: 'hang', times: 1}}}),
  },
  {
    id: 'session',
    title: 'Session expires',
    words: 'The next save meets it. The portal signs in again, and what you typed is still there.',
    control: () => ({expireTokens: true}),
  },
  {
    id: 'switch',
    title: 'Workflow does not switch',
    words: 'The switch goes back and says why. “Try again” switches it.',
    control: () => ({
      failures: {
        'workflow-enable': {status: 500, times: 1},
        'workflow-disable': {status: 500, times: 1},
      },
    }),
  },
  {
    id: 'elsewhere',
    title: 'Changed in another tab',
    words:
      'A field that you left alone shows the new value. One that you are changing stays yours.',
    control: ({integration, credentialId}) => {
      const {id} = TEXT_SETTINGS.get(integration) ?? {id: ''};
      const now = new Date().toLocaleTimeString('en-GB');
      return {
        changeSettings: {credential: credentialId, values: {[id]: `From another tab, ${now}`}},
      };
    },
    refresh: true,
  },
  {
    id: 'withdrawn',
    title: 'Access is withdrawn',
    words: 'It says why nothing can be saved, and reconnects in place. What you typed is kept.',
    control: ({credentialId}) => ({revokeCredential: credentialId}),
    refresh: true,
  },
  {
    id: 'reset',
    title: 'Start over',
    words: 'The first accounts and settings are back, and nothing is wrong.',
    control: () => ({reset: true}),
    refresh: true,
  },
];
