import {DEVELOPER_CODES, type PgError, type PgErrorCode} from '../core/errors.js';
import type {InstallStage} from '../core/install/install-state.js';
import type {ErrorFacts} from './developer-help.js';
import type {ToolChange, ToolPolicies, ToolPolicy} from './tools/tool-model.js';

/** Detail of `pg-error`: `message` is for developers, `code` for programs. */
export interface PgErrorDetail {
  readonly code: PgErrorCode;
  readonly message: string;
  readonly cause: unknown;
}

/** What an event says about a failure. Plain data, so that it can be logged and sent. */
export interface PgFailure {
  readonly code: PgErrorCode;
  readonly message: string;
}

/** One reason why settings were not saved; `field` is the id of the input it is about, where that is known. */
export interface PgSettingsFailure extends PgFailure {
  readonly field?: string;
  readonly workflowId?: string;
}

/** Where an integration is opened: at one of its sections, or straight at connecting an account, or the one that has to be reconnected. */
export type IntegrationSection = 'overview' | 'accounts' | 'settings' | 'workflows' | 'connect';

/** Every event of the kit, with its detail. All bubble and are composed; details are frozen and hold no secrets. */
export interface PgEventDetails {
  'pg-ready': {readonly userId: string};
  'pg-signed-out': Readonly<Record<string, never>>;
  'pg-error': PgErrorDetail;
  /** Cancelable. */
  'pg-select': {
    readonly integration: string;
    /** What the person wants of it, if they said so. */
    readonly action?: 'connect' | 'reconnect' | 'manage';
    /** The account that they want it for, if they said so. */
    readonly credentialId?: string;
  };
  /** Cancelable. */
  'pg-open': {
    readonly integration: string;
    readonly section?: IntegrationSection;
  };
  'pg-close': {readonly integration: string};
  /** Cancelable. */
  'pg-install': {readonly integration: string; readonly credentialId?: string};
  'pg-install-stage': {readonly integration: string; readonly stage: InstallStage};
  'pg-installed': {readonly integration: string; readonly credentialId: string};
  'pg-install-error': {
    readonly integration: string;
    readonly stage: InstallStage;
    readonly error: PgFailure;
  };
  'pg-install-cancelled': {readonly integration: string};
  /** Cancelable. The person leaves the confirmation: `settings` if for those of the new account. */
  'pg-install-close': {
    readonly integration: string;
    readonly credentialId: string;
    readonly next: 'settings' | 'nothing';
  };
  'pg-account-select': {readonly integration: string; readonly credentialId: string};
  'pg-configuration-select': {
    readonly integration: string;
    readonly credentialId: string;
    readonly configurationId: string;
  };
  /** Cancelable. The page is about to be left for `url`, where the person signs in again. */
  'pg-redirect': {
    readonly integration: string;
    readonly credentialId: string;
    readonly url: string;
  };
  /** Cancelable. */
  'pg-disconnect': {readonly integration: string; readonly credentialId: string};
  'pg-disconnected': {readonly integration: string; readonly credentialId: string};
  'pg-mapping-change': {readonly value: unknown};
  /** Cancelable. Changes by input id, those of workflows by workflow id; without secrets. */
  'pg-settings-save': {
    readonly integration: string;
    readonly credentialId: string;
    readonly values: Readonly<Record<string, unknown>>;
    readonly workflows: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  'pg-settings-saved': {readonly integration: string; readonly credentialId: string};
  'pg-settings-error': {
    readonly integration: string;
    readonly credentialId: string;
    readonly errors: readonly PgSettingsFailure[];
  };
  /** Cancelable. */
  'pg-workflow-toggle': PgWorkflowDetail;
  'pg-workflow-toggled': PgWorkflowDetail;
  /** Cancelable. `value` is the policies of all tools as they are after the change. */
  'pg-tools-change': PgToolsSubject & {
    readonly changes: readonly ToolChange[];
    readonly value: ToolPolicies;
  };
  /** Cancelable. What a person answers to an agent that asked for tools, by their names; `pg-tools-change` follows for those granted. */
  'pg-tools-answer': PgToolsSubject & {
    readonly granted: readonly {readonly name: string; readonly policy: ToolPolicy}[];
    readonly declined: readonly string[];
  };
}

/** Whose tools an event is about, as far as the element was told. */
export interface PgToolsSubject {
  readonly integration?: string;
  readonly credentialId?: string;
  readonly agent?: string;
}

/** Detail of the events of a workflow's switch. */
export interface PgWorkflowDetail {
  readonly integration: string;
  readonly credentialId: string;
  readonly workflowId: string;
  readonly enabled: boolean;
}

/** Name of an event of the kit. */
export type PgEventName = keyof PgEventDetails;

/** An event of the kit, as a listener on an element gets it. */
export type PgEvent<
  Name extends PgEventName,
  Element extends EventTarget = HTMLElement,
> = CustomEvent<PgEventDetails[Name]> & {readonly currentTarget: Element};

const CANCELABLE =
  /^pg-(select|open|install(-close)?|redirect|disconnect|tools-.+)$|-(save|toggle)$/;

/** Fires an event of the kit; false if it is cancelable and a host vetoed it. */
export function emit<N extends PgEventName>(
  element: EventTarget,
  name: N,
  detail: PgEventDetails[N],
): boolean {
  return element.dispatchEvent(
    new CustomEvent(name, {
      detail: Object.freeze(detail),
      bubbles: true,
      composed: true,
      cancelable: CANCELABLE.test(name),
    }),
  );
}

/** Fires `pg-error`; a mistake in the page's set-up is explained on the console too, once a page and code. */
export function report(
  element: HTMLElement,
  {code, message, cause}: Pick<PgError, 'code' | 'message'> & {readonly cause?: unknown},
  facts: ErrorFacts = {},
): void {
  emit(element, 'pg-error', {code, message, cause});
  const mistake = DEVELOPER_CODES.find((one) => one === code);
  if (!mistake) return;
  // Without the help the event has to do.
  import('./developer-help.js')
    .then(({explain}) => explain(element, {code: mistake, message, cause}, facts))
    .catch(() => undefined);
}

declare global {
  interface GlobalEventHandlersEventMap {
    'pg-ready': CustomEvent<PgEventDetails['pg-ready']>;
    'pg-signed-out': CustomEvent<PgEventDetails['pg-signed-out']>;
    'pg-error': CustomEvent<PgEventDetails['pg-error']>;
    'pg-select': CustomEvent<PgEventDetails['pg-select']>;
    'pg-open': CustomEvent<PgEventDetails['pg-open']>;
    'pg-close': CustomEvent<PgEventDetails['pg-close']>;
    'pg-install': CustomEvent<PgEventDetails['pg-install']>;
    'pg-install-stage': CustomEvent<PgEventDetails['pg-install-stage']>;
    'pg-installed': CustomEvent<PgEventDetails['pg-installed']>;
    'pg-install-error': CustomEvent<PgEventDetails['pg-install-error']>;
    'pg-install-cancelled': CustomEvent<PgEventDetails['pg-install-cancelled']>;
    'pg-install-close': CustomEvent<PgEventDetails['pg-install-close']>;
    'pg-account-select': CustomEvent<PgEventDetails['pg-account-select']>;
    'pg-configuration-select': CustomEvent<PgEventDetails['pg-configuration-select']>;
    'pg-redirect': CustomEvent<PgEventDetails['pg-redirect']>;
    'pg-disconnect': CustomEvent<PgEventDetails['pg-disconnect']>;
    'pg-disconnected': CustomEvent<PgEventDetails['pg-disconnected']>;
    'pg-mapping-change': CustomEvent<PgEventDetails['pg-mapping-change']>;
    'pg-settings-save': CustomEvent<PgEventDetails['pg-settings-save']>;
    'pg-settings-saved': CustomEvent<PgEventDetails['pg-settings-saved']>;
    'pg-settings-error': CustomEvent<PgEventDetails['pg-settings-error']>;
    'pg-workflow-toggle': CustomEvent<PgEventDetails['pg-workflow-toggle']>;
    'pg-workflow-toggled': CustomEvent<PgEventDetails['pg-workflow-toggled']>;
    'pg-tools-change': CustomEvent<PgEventDetails['pg-tools-change']>;
    'pg-tools-answer': CustomEvent<PgEventDetails['pg-tools-answer']>;
  }
}
