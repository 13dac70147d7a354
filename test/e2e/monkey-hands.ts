import {look} from './looks.js';

/** A finger of the monkey that came down on something: kept for whoever has to understand a failure. */
export type Trail = readonly string[];

/** What the monkey did that the backend has to agree with. */
export interface Deeds {
  /** Questions about a removal that were answered with yes. */
  readonly confirmed: number;
  /** Fields of which a value was acknowledged. */
  readonly acknowledged: readonly string[];
  /** By user, account and field, the values that may be there now: the last acknowledged one, and what was asked for since. */
  readonly wanted: Readonly<Record<string, readonly unknown[]>>;
  readonly trail: Trail;
}

const USERS = ['demo-user', 'second-user'] as const;
/** How people are told from each other in what they type: `user~account~number`. */
const MARK = '~';
const ENDPOINTS = [
  'me',
  'integrations',
  'credential-create',
  'settings',
  'workflow-enable',
  'workflow-disable',
  'uninstall',
  'options',
  'build-oauth',
  'session-id',
  'credential',
  'complete-setup',
] as const;

let state = 1;
let user: string = USERS[0];
let typed = 0;
let confirmed = 0;
const trail: string[] = [];
const wanted = new Map<string, unknown[]>();
const acknowledged = new Set<string>();
const asked = new Map<string, Readonly<Record<string, unknown>>>();

/** A number from 0 to 1 that the seed decides. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

interface SaveDetail {
  readonly integration: string;
  readonly credentialId: string;
  readonly values: Readonly<Record<string, unknown>>;
}

document.addEventListener('pg-settings-save', ({detail}) => {
  const {credentialId, values}: SaveDetail = detail;
  asked.set(`${user}/${credentialId}`, values);
  for (const [id, value] of Object.entries(values)) {
    const key = `${user}/${credentialId}/${id}`;
    wanted.set(key, [...(wanted.get(key) ?? []), value]);
  }
});
document.addEventListener('pg-settings-saved', ({detail}) => {
  const saved = asked.get(`${user}/${detail.credentialId}`) ?? {};
  // What was wanted before is over; what was asked for since may still arrive.
  for (const [id, value] of Object.entries(saved)) {
    const key = `${user}/${detail.credentialId}/${id}`;
    const list = wanted.get(key) ?? [];
    acknowledged.add(key);
    wanted.set(key, list.slice(Math.max(0, list.lastIndexOf(value))));
  }
});

function controls(): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  const visit = (node: Node): void => {
    if (node instanceof HTMLElement) {
      const {display, visibility} = getComputedStyle(node);
      if (display === 'none' || visibility === 'hidden' || node.inert) return;
      if (
        node.matches(
          'button:not(:disabled), input:not(:disabled), textarea, [role=combobox], [role=option]',
        )
      )
        found.push(node);
    }
    const root = node instanceof Element ? node.shadowRoot : null;
    for (const child of [...(root?.childNodes ?? []), ...node.childNodes]) visit(child);
  };
  visit(document.body);
  const dialog = found.filter((control) => closest(control, 'dialog:modal'));
  return dialog.length > 0 ? dialog : found;
}

/** The nearest ancestor through shadow roots. */
function closest(element: Element, selector: string): Element | undefined {
  for (let node: Element | null = element; node;) {
    const here: Element | null = node.closest(selector);
    if (here) return here;
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return undefined;
}

const nameOf = (control: Element): string =>
  (control.getAttribute('aria-label') ?? control.textContent).trim().slice(0, 40);

async function control(request: object): Promise<void> {
  const project = new URLSearchParams(location.search).get('project') ?? '';
  await fetch(`/sandbox/control?project=${project}`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify(request),
  });
}

function type(field: HTMLInputElement | HTMLTextAreaElement): void {
  const input = closest(field, 'pg-input') as (Element & {credential?: string}) | undefined;
  const account = input?.credential ?? 'new';
  typed += 1;
  field.focus();
  field.value =
    field.type === 'email' ? `n${typed}@example.com` : [user, account, typed].join(MARK);
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  field.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
  trail.push(`type ${field.value}`);
}

function touch(): void {
  const target = pick(controls());
  if (!target) return;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) {
    if (
      /^(text|email|password|url|search|textarea)$/.test(target.type) &&
      !target.matches('[role=combobox], [type=search]')
    )
      type(target);
    else target.click();
    return;
  }
  const name = nameOf(target);
  const asks = closest(target, '[role=alertdialog]') !== undefined;
  if (
    (asks && /^(Disconnect|Try again|Remove|Stop)/.test(name)) ||
    /^(Remove |Start over)/.test(name)
  )
    confirmed += 1;
  trail.push(`${user}: press ${name}`);
  target.click();
}

async function disturb(): Promise<void> {
  const endpoint = pick(ENDPOINTS) ?? 'me';
  const fault = pick([
    {status: 500, times: 1},
    {status: 'network', times: 2},
    {status: 'hang', times: 1},
    {status: 401, times: 1},
    {status: 504, times: 1, applied: true},
    {status: 200, body: null, times: 1},
    {status: 200, bent: 'holed', times: 1},
    {status: 200, bent: 'doubled', times: 1},
    null,
  ]);
  trail.push(`fault ${endpoint} ${JSON.stringify(fault)}`);
  await control({failures: {[endpoint]: fault}});
}

async function act(): Promise<void> {
  const dice = random();
  if (dice < 0.84) touch();
  else if (dice < 0.9) await disturb();
  else if (dice < 0.93) await control({latency: Math.floor(random() * 120)});
  else if (dice < 0.95) await control({release: true});
  else if (dice < 0.965) window.dispatchEvent(new Event('focus'));
  else if (dice < 0.98)
    document
      .querySelector('pg-portal')
      ?.refresh()
      .catch(() => undefined);
  else if (dice < 0.985) await control({expireTokens: true});
  else if (dice < 0.992)
    await control({oauth: random() < 0.7 ? {autoApprove: 20} : {autoDeny: 20}});
  else {
    user = pick(USERS) ?? USERS[0];
    trail.push(`sign in ${user}`);
    const {testPage} = window;
    await (random() < 0.5 ? testPage.signInAs(user) : testPage.hostSignsInAs(user)).catch(
      () => undefined,
    );
  }
}

/** The monkey's hands, in the page. */
export const monkey = {
  begin(seed: number): void {
    state = seed;
  },
  async act(count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      await act();
      await new Promise((resolve) => setTimeout(resolve, random() < 0.15 ? 40 : 0));
    }
  },
  /** Ends what is open, and takes everything away that was made to go wrong. */
  async rest(): Promise<void> {
    await control({
      failures: Object.fromEntries(ENDPOINTS.map((name) => [name, null])),
      latency: 0,
      release: true,
    });
    for (const button of controls()) if (/^Cancel$/.test(nameOf(button))) button.click();
  },
  deeds(): Deeds {
    return {
      confirmed,
      acknowledged: [...acknowledged],
      wanted: Object.fromEntries(wanted),
      trail: trail.slice(-60),
    };
  },
  look,
};
