import type {PgEventDetails, PgEventName} from '../../../src/elements/emit.js';

type Known = {readonly [N in PgEventName]: (detail: PgEventDetails[N]) => string};
/** Events that the log can say something about before the kit fires them. */
type Coming = Readonly<Record<string, (detail: never) => string>>;

const STAGES: Readonly<Record<string, string>> = {
  idle: 'not started',
  resume: 'an earlier attempt is found',
  replace: 'asks before replacing an account',
  accountType: 'asks for the kind of account',
  instruction: 'shows instructions',
  preOptions: 'asks questions before signing in',
  oauth: 'waits for the sign-in window',
  postOptions: 'asks questions after signing in',
  submitting: 'sends the answers',
  done: 'connected',
  failed: 'failed',
  cancelled: 'cancelled',
};

const stage = (name: string): string => STAGES[name] ?? name;

/** A sentence for every event of the kit; one that is missing here is a type error. */
const SENTENCES: Known & Coming = {
  'pg-ready': ({userId}) => `The integrations of ${userId} are there.`,
  'pg-signed-out': () => 'Nobody is signed in any more.',
  'pg-error': ({message}) => message,
  'pg-select': ({integration}) => `${integration} was chosen.`,
  'pg-open': ({integration}) => `Somebody opens ${integration}.`,
  'pg-close': ({integration}) => `${integration} is closed.`,
  'pg-install': ({integration, credentialId}) =>
    credentialId
      ? `Somebody wants to reconnect an account of ${integration}.`
      : `Somebody wants to connect ${integration}.`,
  'pg-install-stage': ({integration, stage: name}) => `${integration}: ${stage(name)}.`,
  'pg-installed': ({integration}) => `${integration} is connected.`,
  'pg-install-error': ({integration, stage: name, error}) =>
    `${integration}: ${error.message} (stage: ${stage(name)})`,
  'pg-install-cancelled': ({integration}) => `Connecting ${integration} was cancelled.`,
  'pg-install-close': ({integration, next}) =>
    next === 'settings'
      ? `Somebody wants to see the settings of ${integration}.`
      : `Somebody is done with connecting ${integration}.`,
  'pg-account-select': ({integration}) => `An account of ${integration} was chosen.`,
  'pg-configuration-select': ({integration}) => `A configuration of ${integration} was chosen.`,
  'pg-redirect': ({integration}) =>
    `The page is about to be left, to sign an account of ${integration} in again.`,
  'pg-disconnect': ({integration}) => `Somebody wants to disconnect an account of ${integration}.`,
  'pg-disconnected': ({integration}) => `An account of ${integration} is disconnected.`,
  'pg-settings-save': ({integration}: {integration: string}) =>
    `Somebody wants to save settings of ${integration}.`,
  'pg-settings-saved': ({integration}: {integration: string}) =>
    `Settings of ${integration} are saved.`,
  'pg-settings-error': () => 'Settings were not saved.',
  'pg-workflow-toggle': ({enabled}: {enabled: boolean}) =>
    `Somebody wants to switch a workflow ${enabled ? 'on' : 'off'}.`,
  'pg-workflow-toggled': ({enabled}: {enabled: boolean}) =>
    `A workflow is ${enabled ? 'on' : 'off'}.`,
  'pg-tools-change': ({changes}) =>
    `Somebody changes what an agent may do with ${changes.length === 1 ? 'a tool' : `${changes.length} tools`}.`,
  'pg-tools-answer': ({granted, declined}) =>
    `Somebody answers an agent: ${granted.length} allowed, ${declined.length} declined.`,
  'pg-mapping-change': () => 'A field mapping changed.',
};

/** Every event that the log listens to. */
export const EVENT_NAMES: readonly string[] = Object.keys(SENTENCES);

/** What happened, in words. */
export function sentence(event: CustomEvent<unknown>): string {
  const words = SENTENCES[event.type] as ((detail: unknown) => string) | undefined;
  try {
    return words?.(event.detail) ?? '';
  } catch {
    return '';
  }
}

/** The detail as JSON on one line, with spaces at which it can wrap. Errors in it are shortened: they may hold anything. */
export function detailOf(event: CustomEvent<unknown>): string {
  const json = JSON.stringify(
    event.detail,
    (_key, value: unknown) =>
      value instanceof Error ? {name: value.name, message: value.message} : value,
    1,
  );
  return json.replaceAll(/\n\s*/g, ' ');
}
