/** What a driver of an engine can do by itself; everything else is done with it, in the same way for all. */
export interface Driver {
  readonly name: string;
  /** A window with nothing kept from those before; the windows of an earlier call are closed. */
  open(size: {readonly width: number; readonly height: number}): Promise<Tab>;
  /** All that are open now. */
  tabs(): Promise<readonly Tab[]>;
  close(): Promise<void>;
}

/** A window. */
export interface Tab {
  /** Two of the same window have the same. */
  readonly id: string;
  navigate(url: string): Promise<unknown>;
  back(): Promise<unknown>;
  /** The value of an expression, once it has settled. */
  evaluate(expression: string): Promise<unknown>;
  click(x: number, y: number): Promise<unknown>;
  press(key: string): Promise<unknown>;
  type(text: string): Promise<unknown>;
}
