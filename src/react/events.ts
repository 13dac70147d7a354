import type {PgEvent, PgEventDetails, PgEventName} from '../elements/emit.js';

type Pascal<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Pascal<Tail>}`
  : Capitalize<Name>;

type Handlers<Events> = {[Name in keyof Events & string as `on${Pascal<Name>}`]: Name};

/** What controls fire besides, plain events as of a native one. Named here, because React's own `onChange` misses custom elements. */
interface FormEvents {
  input: Event;
  change: Event;
}

/** The events that each component takes a handler for: all, because they bubble out of the elements inside. */
export const EVENTS = {
  onPgReady: 'pg-ready',
  onPgSignedOut: 'pg-signed-out',
  onPgError: 'pg-error',
  onPgSelect: 'pg-select',
  onPgOpen: 'pg-open',
  onPgClose: 'pg-close',
  onPgInstall: 'pg-install',
  onPgInstallStage: 'pg-install-stage',
  onPgInstalled: 'pg-installed',
  onPgInstallError: 'pg-install-error',
  onPgInstallCancelled: 'pg-install-cancelled',
  onPgInstallClose: 'pg-install-close',
  onPgAccountSelect: 'pg-account-select',
  onPgConfigurationSelect: 'pg-configuration-select',
  onPgRedirect: 'pg-redirect',
  onPgDisconnect: 'pg-disconnect',
  onPgDisconnected: 'pg-disconnected',
  onPgMappingChange: 'pg-mapping-change',
  onPgSettingsSave: 'pg-settings-save',
  onPgSettingsSaved: 'pg-settings-saved',
  onPgSettingsError: 'pg-settings-error',
  onPgWorkflowToggle: 'pg-workflow-toggle',
  onPgWorkflowToggled: 'pg-workflow-toggled',
  onPgToolsChange: 'pg-tools-change',
  onPgToolsAnswer: 'pg-tools-answer',
  onInput: 'input',
  onChange: 'change',
} as const satisfies Handlers<PgEventDetails & FormEvents>;

/** The handlers of every component, of native events: `preventDefault()` vetoes those that can be. */
export type PgEventHandlers<Element extends EventTarget> = {
  [Handler in keyof typeof EVENTS]?:
    | ((
        event: (typeof EVENTS)[Handler] extends infer Name extends PgEventName
          ? PgEvent<Name, Element>
          : Event & {readonly currentTarget: Element},
      ) => void)
    | undefined;
};
