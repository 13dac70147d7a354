import {readInputs} from './inputs.js';
import type {ConnectInput, SdkIntegrationConfig, SdkWorkflow} from './sdk.js';
import {entriesIn, textIn} from './answers.js';

/** A workflow that people may switch on and off. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly infoText: string;
  readonly inputs: readonly ConnectInput[];
}

/** What an integration says of itself, and what it can be set to. Strings are the project's, unchecked. */
export interface IntegrationTexts {
  readonly shortDescription: string;
  /** Markdown. */
  readonly longDescription: string;
  readonly settings: readonly ConnectInput[];
  /** Visible ones only, in their order. */
  readonly workflows: readonly Workflow[];
  /** Names of the hidden workflows, by id: they run too, so a disconnection stops them. */
  readonly hiddenWorkflows: ReadonlyMap<string, string>;
}

/** Reads a configuration, leaving out what has not the shape it should have. */
export function integrationTexts(config: SdkIntegrationConfig): IntegrationTexts {
  return Object.freeze({
    shortDescription: textIn(config.shortDescription),
    longDescription: textIn(config.longDescription),
    settings: readInputs(config.availableUserSettings),
    workflows: Object.freeze(
      entriesIn<SdkWorkflow>(config.availableWorkflows, 'id').map(readWorkflow),
    ),
    hiddenWorkflows: new Map(
      entriesIn<SdkWorkflow>(config.hiddenWorkflows, 'id').map(({id, description}) => [
        id,
        textIn(description),
      ]),
    ),
  });
}

function readWorkflow(workflow: SdkWorkflow): Workflow {
  return Object.freeze({
    id: workflow.id,
    name: textIn(workflow.description),
    infoText: textIn(workflow.infoText),
    inputs: readInputs(workflow.inputs),
  });
}
