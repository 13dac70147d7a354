import type {CDPSession, Page} from 'playwright-core';

/** How long nothing is announced before a screen reader is taken to have said all (ms); the kit waits up to 250 itself. */
const QUIET = 450;

/** A node of Chromium's accessibility tree, as far as it is read: https://chromedevtools.github.io/devtools-protocol/tot/Accessibility/ */
interface AccessibleNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly role?: {readonly value?: string};
  readonly name?: {readonly value?: string};
  readonly description?: {readonly value?: string};
  readonly value?: {readonly value?: unknown};
  readonly properties?: readonly {
    readonly name: string;
    readonly value: {
      readonly value?: unknown;
      readonly relatedNodes?: readonly {readonly backendDOMNodeId?: number}[];
    };
  }[];
}

/** What is said when one comes into it. */
const SURROUNDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    alertdialog: 'alert dialog',
    dialog: 'dialog',
    form: 'form',
    group: 'group',
    list: 'list',
    listbox: 'list box',
    menu: 'menu',
    navigation: 'navigation',
    radiogroup: 'radio group',
    region: 'region',
    search: 'search',
    table: 'table',
    tablist: 'tab list',
    tabpanel: 'tab panel',
  }),
);

/** What is read as one, without what is inside. */
const WHOLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    button: 'button',
    checkbox: 'check box',
    combobox: 'combo box',
    heading: 'heading',
    image: 'image',
    link: 'link',
    menuitem: 'menu item',
    menuitemradio: 'menu item',
    option: 'option',
    radio: 'radio button',
    searchbox: 'search field',
    switch: 'switch',
    tab: 'tab',
    textbox: 'edit field',
  }),
);

const INLINE = new Set([
  'generic',
  'none',
  'strong',
  'emphasis',
  'code',
  'mark',
  'time',
  'LabelText',
]);

/**
 * Says what a screen reader would say, and keeps it: what the focus comes to, with what is around it that it was not in before; what
 * live regions announce; and, when asked, all that can be read. Goes by the tree that Chromium hands to screen readers, because
 * `@guidepup/virtual-screen-reader`, which makes one of its own, does not look into shadow roots (guidepup/virtual-screen-reader#182).
 */
export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #lines: string[] = [];
  #heard = 0;
  #missed = 0;
  /** What the focus was on, and what was around it, by the nodes of the document. */
  #focus = '';
  #surroundings: readonly (number | undefined)[] = [];

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** For a page of the end-to-end tests. */
  static async of(page: Page): Promise<ScreenReader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** All that was done and said. */
  get transcript(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  /** What was said last of what has the focus. */
  get focus(): string {
    return this.#focus.slice(this.#focus.indexOf(' ') + 1);
  }

  /** @param until settles when that has happened which the key is pressed for */
  press(key: string, until?: () => Promise<unknown>): Promise<void> {
    return this.step(key, async () => {
      await this.#page.keyboard.press(key);
      await until?.();
    });
  }

  type(text: string, until?: () => Promise<unknown>): Promise<void> {
    return this.step(`types "${text}"`, async () => {
      await this.#page.keyboard.type(text);
      await until?.();
    });
  }

  /** Does something, and says what there is to say of it. */
  async step(what: string, act: () => Promise<unknown>): Promise<void> {
    this.#lines.push('', `> ${what}`);
    await act();
    await this.#page.evaluate((quiet) => window.testPage.announcements.silence(quiet), QUIET);
    await this.#sayFocus();
    await this.#sayHeard();
  }

  /** Reads all that can be read, from the top of the page or of the dialog in front of it. */
  async read(): Promise<void> {
    this.#lines.push('', '> reads on');
    const tree = await this.#tree();
    const modal = tree.nodes.findLast(
      (node) => !node.ignored && /dialog$/.test(roleOf(node)) && stateOf(node, 'modal') === true,
    );
    const top = modal ?? tree.nodes[0];
    if (top) this.#lines.push(...tree.read(top));
  }

  async #sayFocus(): Promise<void> {
    const tree = await this.#tree();
    const focused = tree.focused();
    if (!focused) {
      if (this.#focus !== '') this.#lines.push('leaves the page');
      this.#focus = '';
      this.#surroundings = [];
      return;
    }
    const path = [...tree.around(focused), focused].filter((node) =>
      SURROUNDINGS.has(roleOf(node)),
    );
    const places = path.map(({backendDOMNodeId}) => backendDOMNodeId);
    const come = path.filter(
      (node) => node !== focused && !this.#surroundings.includes(node.backendDOMNodeId),
    );
    const said = tree.say(focused);
    const focus = `${focused.backendDOMNodeId} ${said}`;
    const [before] = this.#focus.split(' ');
    if (before === String(focused.backendDOMNodeId)) {
      // What has the focus already is not read again: screen readers say little of what changes there.
      if (focus !== this.#focus) this.#lines.push(`(now ${said})`);
    } else {
      this.#lines.push(...come.map((node) => tree.say(node)), said);
    }
    this.#focus = focus;
    this.#surroundings = places;
  }

  async #sayHeard(): Promise<void> {
    const {heard, missed} = await this.#page.evaluate(() => window.testPage.announcements);
    for (const {text, urgency} of heard.slice(this.#heard))
      this.#lines.push(`${urgency === 'polite' ? 'announced' : 'alert'}: ${text}`);
    for (const text of missed.slice(this.#missed)) this.#lines.push(`not announced: ${text}`);
    this.#heard = heard.length;
    this.#missed = missed.length;
  }

  async #tree(): Promise<Tree> {
    const {nodes} = await this.#session.send('Accessibility.getFullAXTree');
    return new Tree(nodes);
  }
}

class Tree {
  readonly nodes: readonly AccessibleNode[];
  readonly #byId: ReadonlyMap<string, AccessibleNode>;

  constructor(nodes: readonly AccessibleNode[]) {
    this.nodes = nodes;
    this.#byId = new Map(nodes.map((node) => [node.nodeId, node]));
  }

  /** What has the focus; in a list that is worked from its input, the active option. */
  focused(): AccessibleNode | undefined {
    const focused = this.nodes.findLast((node) => stateOf(node, 'focused') === true);
    const active = focused?.properties?.find(({name}) => name === 'activedescendant');
    const id = active?.value.relatedNodes?.[0]?.backendDOMNodeId;
    const option = this.nodes.find((node) => id !== undefined && node.backendDOMNodeId === id);
    return option ?? focused;
  }

  /** What is around a node, from the outside in. */
  around(node: AccessibleNode): readonly AccessibleNode[] {
    const parent = this.#byId.get(node.parentId ?? '');
    return parent ? [...this.around(parent), ...(parent.ignored ? [] : [parent])] : [];
  }

  /** A node in one line: its name, its kind, how it stands, what else is said of it. */
  say(node: AccessibleNode): string {
    const role = roleOf(node);
    const kind =
      WHOLES.get(role) ?? SURROUNDINGS.get(role) ?? (role === 'RootWebArea' ? 'page' : '');
    const name = textOf(node.name?.value) || (kind === '' ? this.#textIn(node) : '');
    const level = role === 'heading' ? ` level ${String(stateOf(node, 'level'))}` : '';
    const items = role === 'list' ? ` of ${this.#itemsIn(node)}` : '';
    const value = WHOLES.has(role) && role !== 'image' ? textOf(node.value?.value) : '';
    return [
      name,
      `${kind}${level}${items}`,
      ...statesOf(node),
      value,
      textOf(node.description?.value),
    ]
      .filter((part) => part !== '')
      .join(', ');
  }

  /** What is read from a node on, a line each. */
  read(node: AccessibleNode): readonly string[] {
    const role = roleOf(node);
    if (!node.ignored && WHOLES.has(role)) return [this.say(node)];
    const lines: string[] = [];
    if (!node.ignored && SURROUNDINGS.has(role)) lines.push(this.say(node));
    let text = '';
    const end = (): void => {
      if (text.trim() !== '') lines.push(text.replace(/\s+/g, ' ').trim());
      text = '';
    };
    for (const child of this.#children(node)) {
      if (this.#isText(child)) {
        text += ` ${this.#textIn(child)}`;
      } else {
        end();
        lines.push(...this.read(child));
      }
    }
    end();
    return lines;
  }

  #children(node: AccessibleNode): readonly AccessibleNode[] {
    return (node.childIds ?? []).flatMap((id) => this.#byId.get(id) ?? []);
  }

  #isText(node: AccessibleNode): boolean {
    const role = roleOf(node);
    if (role === 'StaticText') return true;
    return (
      INLINE.has(role) &&
      this.#children(node).length > 0 &&
      this.#children(node).every((child) => this.#isText(child))
    );
  }

  #textIn(node: AccessibleNode): string {
    if (roleOf(node) === 'StaticText') return textOf(node.name?.value);
    return this.#children(node)
      .map((child) => this.#textIn(child))
      .join(' ');
  }

  #itemsIn(node: AccessibleNode): number {
    return this.#children(node).reduce(
      (sum, child) =>
        sum + (roleOf(child) === 'listitem' ? 1 : child.ignored ? this.#itemsIn(child) : 0),
      0,
    );
  }
}

const roleOf = ({role}: AccessibleNode): string => textOf(role?.value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const stateOf = (node: AccessibleNode, state: string): unknown =>
  node.properties?.find(({name}) => name === state)?.value.value;

function statesOf(node: AccessibleNode): readonly string[] {
  const state = (name: string): unknown => stateOf(node, name);
  const isTicked = /^(checkbox|radio|switch|menuitemradio)$/.test(roleOf(node));
  const isInvalid = state('invalid') !== undefined && state('invalid') !== 'false';
  return [
    isTicked && (String(state('checked')) === 'true' ? 'checked' : 'not checked'),
    /^(tab|option)$/.test(roleOf(node)) && state('selected') === true && 'selected',
    state('pressed') === 'true' && 'pressed',
    state('expanded') === true && 'expanded',
    state('expanded') === false && 'collapsed',
    state('required') === true && 'required',
    state('readonly') === true && 'read only',
    state('disabled') === true && 'unavailable',
    state('busy') === true && 'busy',
    isInvalid && 'invalid',
  ].filter((one) => one !== false);
}
