import {ENDPOINT_NAMES, type EndpointName} from '../../sandbox/scenario.js';

/** What people call the sandbox's endpoints. */
const WORDS: Readonly<Record<EndpointName, string>> = {
  me: 'User and accounts',
  'metadata-update': 'User metadata',
  integrations: 'List of integrations',
  'oauth-nonce': 'Sign-in: first page',
  'build-oauth': 'Sign-in: start',
  'session-id': 'Sign-in: is it done?',
  'session-id-clear': 'Sign-in: tidy up',
  consent: 'Sign-in: consent page',
  callback: 'Sign-in: return page',
  'credential-create': 'Connect with a key',
  'complete-setup': 'Answers after sign-in',
  credential: 'Read a new account',
  settings: 'Save settings',
  account: 'Read an account',
  'configuration-create': 'Create a configuration',
  'configuration-update': 'Change a configuration',
  'configuration-delete': 'Delete a configuration',
  'workflow-enable': 'Workflow on',
  'workflow-disable': 'Workflow off',
  uninstall: 'Disconnect',
  options: 'Choices of a list',
  proxy: 'Requests to the provider',
  event: 'Events',
  'workflow-trigger': 'Run a workflow',
  triggers: 'Triggers',
  icon: 'Icons',
};

export function endpointWords(name: string): string {
  return (WORDS as Readonly<Record<string, string | undefined>>)[name] ?? name;
}

/** Choices for a list of endpoints. */
export const ENDPOINT_CHOICES: readonly (readonly [EndpointName, string])[] = ENDPOINT_NAMES.map(
  (name) => [name, WORDS[name]],
);
