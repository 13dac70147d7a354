import type {CSSResult, LitElement} from 'lit';
import type {ConnectInput} from '../../core/sdk.js';
import type {input as words} from '../../i18n/en/input.js';
import type {ControlField} from './field.js';
import type {Invalidity} from './form-element.js';

/** What is wrong with a value: a flag of `ValidityState`, and the words for it. */
export interface Problem {
  readonly flag: 'valueMissing' | 'typeMismatch' | 'badInput';
  readonly term: {
    [K in keyof typeof words]: (typeof words)[K] extends string ? K : never;
  }[keyof typeof words];
}

/** What is known of the values of a control without showing it. Pure. */
export interface Rules {
  /** A value as the control holds it, whatever was saved or set. */
  readonly read: (value: unknown, input: ConnectInput) => unknown;
  readonly validate: (
    value: unknown,
    input: ConnectInput,
    required: boolean,
  ) => Problem | undefined;
  /** What a form submits; null for nothing. */
  readonly toFormValue: (value: unknown) => string | null;
  /** Never kept by the browser. */
  readonly secret?: boolean;
  /** Whether `required` means something: a switch always has a value. */
  readonly requirable: boolean;
}

/** A control on the page. It lives as long as its element shows this kind of input and is connected. */
export interface View {
  /** Styles of this kind of control alone, where it is loaded late. */
  readonly styles?: CSSResult;
  /** Called before each render. */
  readonly update?: (field: ControlField) => void;
  readonly render: (field: ControlField) => unknown;
  /** Called after each render. */
  readonly updated?: (field: ControlField) => void;
  /** The form was submitted. */
  readonly submitted?: () => void;
  readonly dispose?: () => void;
  /** What is wrong with a value that only what is loaded for the view can tell. */
  readonly invalidity?: (value: unknown) => Invalidity | undefined;
  /** Where to go for that. */
  readonly anchor?: (value: unknown) => HTMLElement | undefined;
}

/** The element around a view. */
export interface ViewHost extends LitElement {
  readonly input: ConnectInput | undefined;
  readonly value: unknown;
  readonly integration: string | undefined;
  /** Blanks around a secret are part of it. */
  readonly keepSpaces?: boolean;
}

/** How much room a control takes that is loaded when first shown. */
export type Shape = 'box' | 'pair' | 'rows';

/** Makes a view for an element. */
export type ViewFactory = (host: ViewHost) => View;

/** A kind of control. */
export interface Control {
  readonly rules: Rules;
  /** A factory, or for controls that are large one that is loaded when first shown. */
  readonly view: ViewFactory | LazyView;
  /** How the title relates to the control; a `name` is a text that the control, an element of its own, says itself. */
  readonly label: 'label' | 'name' | 'legend' | 'beside';
  /** Its size while it is being loaded; a box unless told. */
  readonly shape?: Shape;
  /** Where labels have a column of their own: values are short, or need all of the width. */
  readonly size?: 'short' | 'wide';
  /** Its choices come from the session. */
  readonly sourced?: boolean;
}

/** A factory in a chunk of its own. */
export class LazyView {
  readonly #load: () => Promise<ViewFactory>;
  #factory: ViewFactory | undefined;
  #loading: Promise<void> | undefined;

  constructor(load: () => Promise<ViewFactory>) {
    this.#load = load;
  }

  /** Once it has arrived. */
  get factory(): ViewFactory | undefined {
    return this.#factory;
  }

  /** Rejects if the chunk could not be fetched; the next call tries again. */
  load(): Promise<void> {
    this.#loading ??= this.#load().then(
      (factory) => {
        this.#factory = factory;
      },
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }
}

/** For controls without a state of their own. */
export function stateless(render: View['render']): ViewFactory {
  return () => ({render});
}
