import type {ConnectedAccount} from './connected-account.js';
import type {IntegrationTexts} from '../integration-texts.js';

/** Workflows that run for an account, in any of its configurations. Hidden ones too: a disconnection stops them as well. */
export interface RunningWorkflows {
  readonly named: readonly string[];
  /** How many run whose name is not known. */
  readonly unnamed: number;
}

/** What a disconnection of this account would stop. */
export function runningWorkflows(
  account: ConnectedAccount,
  texts: IntegrationTexts | undefined,
): RunningWorkflows {
  const running = new Set<string>();
  for (const {workflowSettings = {}} of account.configurations) {
    for (const [id, state] of Object.entries(workflowSettings)) if (state?.enabled) running.add(id);
  }
  const names = new Map(texts?.hiddenWorkflows);
  for (const {id, name} of texts?.workflows ?? []) names.set(id, name);
  const named = [...running].flatMap((id) => names.get(id) || []);
  return {named, unnamed: running.size - named.length};
}
