/** What tests of every engine ask of a page: a part of Playwright's own interface, which its pages have as they are. */

interface WaitOptions {
  readonly state?: 'visible' | 'hidden';
  readonly timeout?: number;
}

export interface Located extends Scope {
  first(): Located;
  last(): Located;
  or(other: Located): Located;
  click(): Promise<void>;
  fill(text: string): Promise<void>;
  pressSequentially(text: string): Promise<void>;
  press(key: string): Promise<void>;
  focus(): Promise<void>;
  waitFor(options?: WaitOptions): Promise<void>;
  isVisible(): Promise<boolean>;
  textContent(): Promise<string | null>;
  inputValue(): Promise<string>;
  scrollIntoViewIfNeeded(): Promise<void>;
  evaluate<T>(read: (element: Element) => T): Promise<T>;
}

export interface Scope {
  getByRole(role: Role, options?: RoleOptions): Located;
  getByText(text: string | RegExp): Located;
}

export type Role =
  | 'alertdialog'
  | 'button'
  | 'combobox'
  | 'heading'
  | 'link'
  | 'listbox'
  | 'menuitem'
  | 'option'
  | 'searchbox'
  | 'tab'
  | 'textbox';

export interface RoleOptions {
  readonly name?: string | RegExp;
  readonly exact?: boolean;
  readonly level?: number;
}

/** A window that a page has opened. */
export interface Popup extends Scope {
  waitForEvent(name: 'close'): Promise<unknown>;
}

/** All windows that belong together. */
export interface Windows {
  waitForEvent(name: 'page'): Promise<Popup>;
  pages(): readonly unknown[] | Promise<readonly unknown[]>;
}

/** A page, in the window in which it is shown. */
export interface TestedPage extends Scope {
  locator(css: string): Located;
  frameLocator(css: string): Scope;
  goBack(): Promise<unknown>;
  evaluate<T>(read: () => T): Promise<T>;
  viewportSize(): {readonly width: number; readonly height: number} | null;
  context(): Windows;
  readonly keyboard: {press(key: string): Promise<void>};
}
