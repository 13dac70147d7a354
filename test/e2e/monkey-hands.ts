import {look} from './looks.js';

/** A finger of the monkey that came down on something: kept for whoever has to understand a failure. */
export type Trail = readonly string[];

/** A value that somebody has chosen for a field of an account. */
export interface Decision {
  readonly user: string;
  readonly credential: string;
  readonly field: string;
  /** As JSON. */
  readonly value: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What the page said of an account. */
export interface Word {
  readonly name: string;
  readonly user: string;
  /** Whether this user had signed in long before. */
  readonly isSettled: boolean;
  readonly credential: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What a save was to bring, by id of the input. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the page sent to change an account. */
export interface Sending {
  readonly credential: string;
  /** JSON. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What the monkey did that the backend has to agree with. */
export interface Deeds {
  /** Questions about a removal that were answered with yes: by whom, and which account was named. */
  readonly confirmed: readonly {readonly user: string; readonly name: string}[];
  readonly decisions: readonly Decision[];
  readonly words: readonly Word[];
  readonly sendings: readonly Sending[];
  readonly leaks: readonly string[];
  /** Which account was shown to which user, at any moment. */
  readonly shown: readonly {readonly user: string; readonly credential: string}[];
  readonly signIns: number;
  /** Who was shown from when on, in milliseconds since 1970. */
  readonly signInsAt: readonly string[];
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

/** How long the monkey waits for a sign-in. Milliseconds. */
const SIGN_IN_PATIENCE = 2_000;
/** How long what is of one user may be there when another one has signed in. Milliseconds. */
const LEAVE = 1_000;
/** How long an answer takes while users are switched with something under way. Milliseconds. */
const SLOW = 200;

let state = 1;
/** Who signed in last, as far as the host knows. */
let user: string = USERS[0];
let signedInAt = -Infinity;
let signIns = 0;
const signInsAt: string[] = [];
let typed = 0;
const confirmed: {user: string; name: string}[] = [];
const decisions: Decision[] = [];
const words: Word[] = [];
const leaks = new Set<string>();
const shown = new Map<string, {user: string; credential: string}>();
const sendings: Sending[] = [];
const trail: string[] = [];

/** A number from 0 to 1 that the seed decides. */
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

type Values = Readonly<Record<string, unknown>>;
interface Detail {
  readonly credentialId: string;
  readonly values?: Values;
  readonly workflows?: Readonly<Record<string, Values>>;
}

/** Nothing at all is saved as null is. */
const json = (value: unknown): string => JSON.stringify(value ?? null);

/** Whose the page is that is touched: a sign-in can have failed. */
const shownUser = (): string => window.testPage.portal().session?.snapshot.userId ?? user;

for (const name of [
  'pg-settings-save',
  'pg-settings-saved',
  'pg-disconnected',
  'pg-installed',
] as const)
  document.addEventListener(name, (event) => {
    const {credentialId, values, workflows = {}}: Detail = event.detail;
    const all = Object.assign({}, values, ...Object.values(workflows)) as Values;
    const at = Date.now();
    words.push({
      name,
      user: shownUser(),
      isSettled: isSettled(),
      credential: credentialId,
      at,
      values: all,
    });
    for (const [field, value] of Object.entries(all)) decide(credentialId, field, value);
  });

function decide(credential: string, field: string, value: unknown): void {
  decisions.push({user: shownUser(), credential, field, value: json(value), at: Date.now()});
}

type Field = Element & {credential?: string; input?: {id: string}; value?: unknown};

/** What a field of an account holds once it was edited; save buttons come later. */
function onEdit(event: Event): void {
  const field = event.composedPath().find((target): target is Field => isField(target));
  if (!field?.credential || !field.input) return;
  const {credential, input} = field;
  queueMicrotask(() => decide(credential, input.id, field.value));
}
const isField = (target: EventTarget): boolean =>
  target instanceof Element && target.localName === 'pg-input';
document.addEventListener('input', onEdit);
document.addEventListener('change', onEdit);

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

/** All text of an element, through shadow roots. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLElement && node.localName === 'wbr') return JOINT;
  const root = node instanceof Element ? node.shadowRoot : null;
  return [...(root?.childNodes ?? []), ...node.childNodes]
    .map(textOf)
    .join(' ')
    .replaceAll(new RegExp(`\\s*${JOINT}\\s*`, 'g'), '');
}

/** Stands for a place where a line may break within a word. */
const JOINT = '\u2060';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

declare global {
  interface Window {
    /** Has the sandbox behave differently. */
    tellSandbox(request: object): Promise<void>;
  }
}

function type(field: HTMLInputElement | HTMLTextAreaElement): void {
  const input = closest(field, 'pg-input') as (Element & {credential?: string}) | undefined;
  const account = input?.credential ?? 'new';
  typed += 1;
  field.focus();
  field.value =
    field.type === 'email' ? `n${typed}@example.com` : [shownUser(), account, typed].join(MARK);
  field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  field.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
  trail.push(`type ${field.value}`);
}

/** What is picked at random; what only leads back is mostly left for something else. */
function pickControl(): HTMLElement | undefined {
  const all = controls();
  noteLeaks(all);
  const control = pick(all);
  const isBack = control !== undefined && /^(Close|Cancel|Discard)$/.test(nameOf(control));
  return isBack && random() < 0.7 ? pick(all) : control;
}

/** Whether what is told or shown now can only be of this user. */
const isSettled = (): boolean => Date.now() - signedInAt >= LEAVE;

/** What somebody typed, and somebody else sees. */
function noteLeaks(all: readonly HTMLElement[]): void {
  if (!isSettled()) return;
  if (window.testPage.portal().session?.snapshot.status !== 'ready') return;
  for (const control of all) {
    if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) continue;
    const [who, ...rest] = control.value.split(MARK);
    if (rest.length > 0 && who !== shownUser()) leaks.add(`${shownUser()} sees ${control.value}`);
  }
}

function touch(): void {
  const target = pickControl();
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
  const question = closest(target, '[role=alertdialog]');
  const isAnswer = question !== undefined && /^(Disconnect|Try again)/.test(name);
  const asked = isAnswer ? /Disconnect (\S.*)\?/.exec(textOf(question)) : /^Remove (.+)/.exec(name);
  const account = asked?.[1];
  if (account) confirmed.push({user: shownUser(), name: account});
  trail.push(`${shownUser()}: press ${name}`);
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
    {status: 200, body: null, times: 1, applied: true},
    {status: 200, bent: 'holed', times: 1},
    {status: 200, bent: 'doubled', times: 1},
    null,
  ]);
  trail.push(`fault ${endpoint} ${JSON.stringify(fault)}`);
  await window.tellSandbox({failures: {[endpoint]: fault}});
}

/** Has a user's work wait for its turn when the next one comes. */
async function leaveSomething(): Promise<void> {
  await window.tellSandbox({latency: SLOW});
  for (const button of controls())
    if (/^(Save|Connect|Continue)$/.test(nameOf(button))) button.click();
  trail.push(`${user}: press all that saves`);
}

async function act(): Promise<void> {
  const dice = random();
  if (dice < 0.84) touch();
  else if (dice < 0.9) await disturb();
  else if (dice < 0.93) await window.tellSandbox({latency: Math.floor(random() * 120)});
  else if (dice < 0.95) await window.tellSandbox({release: true});
  else if (dice < 0.965) window.dispatchEvent(new Event('focus'));
  else if (dice < 0.98)
    document
      .querySelector('pg-portal')
      ?.refresh()
      .catch(() => undefined);
  else if (dice < 0.985) await window.tellSandbox({expireTokens: true});
  else if (dice < 0.992)
    await window.tellSandbox({oauth: random() < 0.7 ? {autoApprove: 20} : {autoDeny: 20}});
  else {
    if (random() < 0.6) await leaveSomething();
    user = pick(USERS) ?? USERS[0];
    signIns += 1;
    signedInAt = Infinity;
    trail.push(`sign in ${user}`);
    const {testPage} = window;
    const signIn = random() < 0.5 ? testPage.signInAs(user) : testPage.hostSignsInAs(user);
    // One that gets no answer is left to itself.
    await Promise.race([signIn.catch(() => undefined), pause(SIGN_IN_PATIENCE)]);
    signedInAt = Date.now();
  }
}

/** Notes what the SDK sends of an account, before it is on its way. */
function watchSendings(): void {
  const send = window.fetch.bind(window);
  window.fetch = (target, init) => {
    const credential = new Headers(init?.headers).get('X-Paragon-Credential');
    if (credential !== null && typeof init?.body === 'string')
      sendings.push({credential, body: init.body, at: Date.now()});
    return send(target, init);
  };
}

/** Notes every account that a snapshot has, however short it is there. */
function watchAccounts(): void {
  const {session} = window.testPage.portal();
  if (!session) throw new Error('There is no session to watch.');
  session.subscribe(({userId, status, integrations}, previous) => {
    if (userId !== previous.userId || status !== previous.status)
      signInsAt.push(`${userId} ${status} ${Date.now()}`);
    for (const {id} of integrations.flatMap(({accounts}) => accounts))
      if (userId !== undefined) shown.set(`${userId} ${id}`, {user: userId, credential: id});
  });
}

/** The monkey's hands, in the page. */
export const monkey = {
  begin(seed: number): void {
    state = seed;
    watchSendings();
    watchAccounts();
  },
  async act(count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) {
      await act();
      await pause(random() < 0.15 ? 40 : 0);
    }
  },
  /** Ends what is open, and takes everything away that was made to go wrong. */
  async rest(): Promise<void> {
    await window.tellSandbox({
      failures: Object.fromEntries(ENDPOINTS.map((name) => [name, null])),
      latency: 0,
      release: true,
    });
    for (const button of controls()) if (/^Cancel$/.test(nameOf(button))) button.click();
  },
  deeds(): Deeds {
    return {
      confirmed,
      decisions,
      words,
      sendings,
      leaks: [...leaks],
      shown: [...shown.values()],
      signIns,
      signInsAt,
      trail: trail.slice(-60),
    };
  },
  look,
};
