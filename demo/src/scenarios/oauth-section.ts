import {OPENER_POLICIES, type OAuthScenario} from '../../sandbox/scenario.js';
import {button, checkbox, el, input, select, show} from '../dom.js';
import {fold, setBadge, type Section, type SheetContext} from './section.js';

const POLICY_WORDS: Readonly<Record<(typeof OPENER_POLICIES)[number], string>> = {
  'unsafe-none': 'None: the page can see its window',
  'same-origin': 'same-origin: the window looks closed',
  'same-origin-allow-popups': 'same-origin-allow-popups',
  'noopener-allow-popups': 'noopener-allow-popups',
};

const DECISIONS = [
  ['person', 'The person'],
  ['approve', 'Approved by itself'],
  ['deny', 'Denied by itself'],
] as const;

/** How the provider's sign-in window behaves. */
export function oauthSection({send, refreshPortal}: SheetContext): Section {
  const policy = select(
    'Opener policy of the provider (COOP)',
    OPENER_POLICIES.map((name) => [name, POLICY_WORDS[name]] as const),
    {id: 'oauth-coop'},
  );
  const crossHost = checkbox('The provider lives on another site', {id: 'oauth-cross-host'});
  const decision = select('Who decides', DECISIONS, {id: 'oauth-decision'});
  const after = milliseconds('After (ms)', 'oauth-after', 800);
  const slow = milliseconds('Pages take (ms)', 'oauth-slow', 0);
  const pending = el('p', {class: 'hint'});
  const settle = (how: 'approve' | 'deny'): void =>
    void send({settleOAuth: how}).then(refreshPortal);

  const sendDecision = (): void => {
    const ms = after.control.valueAsNumber || 0;
    const {value} = decision.control;
    if (value === 'deny') void send({oauth: {autoDeny: ms}});
    else void send({oauth: {autoApprove: value === 'approve' ? ms : null}});
  };
  policy.control.addEventListener('change', () => {
    const coop = OPENER_POLICIES.find((name) => name === policy.control.value);
    if (coop) void send({oauth: {coop}});
  });
  crossHost.control.addEventListener('change', () => {
    void send({oauth: {crossHost: crossHost.control.checked}});
  });
  decision.control.addEventListener('change', sendDecision);
  after.control.addEventListener('change', sendDecision);
  slow.control.addEventListener('change', () => {
    void send({oauth: {slow: slow.control.valueAsNumber || 0}});
  });

  const showScenario = (oauth: OAuthScenario): void => {
    const {coop, autoApprove, autoDeny} = oauth;
    show(policy.control, coop);
    crossHost.control.checked = oauth.crossHost;
    show(
      decision.control,
      autoApprove !== null ? 'approve' : autoDeny !== null ? 'deny' : 'person',
    );
    const delay = autoApprove ?? autoDeny;
    after.field.hidden = delay === null;
    if (delay !== null) show(after.control, String(delay));
    show(slow.control, String(oauth.slow));
  };

  const element = fold(
    'Sign-in window',
    {id: 'oauth'},
    policy.field,
    crossHost.field,
    el('div', {class: 'row'}, decision.field, after.field),
    slow.field,
    el(
      'div',
      {class: 'actions'},
      button('Approve what is open', () => settle('approve')),
      button('Deny what is open', () => settle('deny')),
    ),
    pending,
  );
  return {
    element,
    update: ({scenario, attempts}) => {
      showScenario(scenario.oauth);
      setBadge(element, unusual(scenario.oauth));
      const open = attempts.filter(({outcome}) => outcome.status === 'pending');
      pending.textContent =
        open.length === 0
          ? 'No sign-in is open.'
          : `Open: ${open.map(({integration}) => integration).join(', ')}.`;
    },
  };
}

/** How many of the settings are not those of a provider in good health. */
function unusual({coop, crossHost, autoApprove, autoDeny, slow}: OAuthScenario): number {
  const differences = [
    coop !== 'unsafe-none',
    crossHost,
    autoApprove !== null || autoDeny !== null,
    slow > 0,
  ];
  return differences.filter(Boolean).length;
}

function milliseconds(label: string, id: string, value: number): ReturnType<typeof input> {
  return input(label, {id, type: 'number', min: 0, max: 120_000, step: 100, value});
}
