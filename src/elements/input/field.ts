import type {InputParameters} from '../../core/options/option-request.js';
import type {PgError} from '../../core/errors.js';
import type {ConnectInput} from '../../core/sdk.js';
import type {ListSession} from '../../core/options/option-list.js';
import type {SessionCalls, SessionState} from '../../core/session/ports.js';
import type {input as words} from '../../i18n/en/input.js';
import type {Localizer} from '../../i18n/localize.js';

export type {InputParameters};

/** What a field asks of a session. */
export type FieldSession = ListSession & SessionState & Pick<SessionCalls, 'generation'>;

/**
 * One field as a replacement of a control gets it. Texts of `input` come from a backend and may be hostile or of another
 * type than declared; `label` and `description` are plain text.
 */
export interface InputField {
  readonly input: ConnectInput;
  readonly label: string;
  readonly description: string;
  readonly value: unknown;
  /** Whether to show it as wrong: not before the person has been there. */
  readonly invalid: boolean;
  /** What is wrong, in words; '' while nothing is to be shown. */
  readonly message: string;
  readonly disabled: boolean;
  readonly readonly: boolean;
  readonly required: boolean;
  /** Reports what the person entered. */
  readonly change: (value: unknown) => void;
}

/** A field as the kit's own controls get it. */
export interface ControlField extends InputField {
  readonly words: Localizer<typeof words>;
  readonly placeholder: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Ids of what describes the control, in the element's shadow root. */
  readonly describedBy: string;
  readonly session: FieldSession | undefined;
  /** There is no session, and none is on its way. */
  readonly isAlone: boolean;
  readonly integration: string | undefined;
  readonly credentialId: string | undefined;
  /** Why there is no account to ask for choices. */
  readonly accountError: PgError | undefined;
  readonly parameters: InputParameters | undefined;
  /** Whether the text of an event was entered by a person, and not filled in by the browser. */
  readonly isEntered: (event: Event) => boolean;
  /** Takes over what is being typed: `input` without `change`. */
  readonly type: (value: unknown) => void;
  /** Says that typing ended: `change`. */
  readonly settle: () => void;
  /** Does what Enter in a text field does in a form; false if that is nothing. */
  readonly submit: () => boolean;
  /** Tells screen readers. */
  readonly announce: (words: string) => void;
}
