/** Sends a command of a session. */
export type WebDriver = (method: string, path: string, body?: unknown) => Promise<unknown>;

export interface WebKit {
  readonly wd: WebDriver;
  stop(): Promise<void>;
}

export function startWebKit(options?: {
  readonly driver?: string;
  readonly binary?: string;
  readonly capabilities?: Readonly<Record<string, unknown>>;
}): Promise<WebKit>;

export class WebKitPage {
  constructor(driver: WebDriver);
  readonly keyboard: {
    press(key: string): Promise<unknown>;
    type(text: string): Promise<unknown>;
  };
  readonly mouse: {click(x: number, y: number): Promise<unknown>};
  evaluate(script: string): Promise<unknown>;
  setViewportSize(size: {readonly width: number; readonly height: number}): Promise<void>;
}
