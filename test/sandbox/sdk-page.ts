/** Runs in the browser: the real SDK, and what the tests do with it. */
import {paragon, type InstallFlowStage, type StartOptions} from '@useparagon/connect';
import {sandboxEndpoints} from '../../demo/sandbox/endpoints.js';

type PreOptions = Parameters<typeof paragon.installFlow.setPreOptions>[0];

/** What to answer at each stage of an install flow. */
export interface Answers {
  readonly accountType?: string;
  readonly preOptions?: PreOptions;
  readonly postOptions?: PreOptions;
}

export interface InstallOutcome {
  readonly stages: readonly string[];
  readonly credentialId?: string | undefined;
  readonly error?: {
    readonly name: string;
    readonly message: string;
    readonly stage: string | undefined;
  };
}

const messages: unknown[] = [];
window.addEventListener('message', ({data}) => messages.push(data));

export const sdkPage = {
  paragon,

  /** Everything that was posted to this page, mostly by popups. */
  messages,

  async signIn(projectId: string, token: string): Promise<void> {
    paragon.configureGlobal({host: 'localhost'}, sandboxEndpoints(location.origin));
    paragon.setHeadless(true);
    await paragon.authenticate(projectId, token);
  },

  install(
    type: string,
    answers: Answers = {},
    options: StartOptions = {},
  ): Promise<InstallOutcome> {
    const stages: string[] = [];
    return new Promise((resolve) => {
      paragon.installFlow.start(type, {
        oauthTimeout: 10_000,
        ...options,
        onNext: (stage) => {
          stages.push(stage.stage);
          answer(stage, answers);
        },
        onComplete: ({credentialId}) => resolve({stages, credentialId}),
        onError: ({name, message}, context) =>
          resolve({stages, error: {name, message, stage: context?.stage}}),
      });
    });
  },

  /** Saves twice, the second time what is refused, then switches on and configures a workflow of Drivepool. */
  async configureDrivepool(selectedCredentialId: string) {
    const selected = {selectedCredentialId};
    const saved = await paragon.updateIntegrationUserSettings(
      'drivepool',
      {folder: 'northwind-shared/design'},
      selected,
    );
    const refused = await paragon.updateIntegrationUserSettings(
      'drivepool',
      {folder: 'refuse-me'},
      selected,
    );
    const workflow = 'drivepool-backup';
    const toggled = await paragon.updateWorkflowState({[workflow]: true}, selected);
    await paragon.updateWorkflowUserSettings('drivepool', workflow, {hour: '2'}, selected);
    return {saved: saved.errors, refused: refused.errors, toggled: toggled.errors};
  },

  ask(integration: string, action: string, parameters: Readonly<Record<string, string>> = {}) {
    return paragon.getFieldOptions({
      integration,
      action,
      parameters: Object.entries(parameters).map(([key, value]) => ({
        key,
        source: {type: 'VALUE', value},
      })),
    });
  },
};

function answer(stage: InstallFlowStage, answers: Answers): void {
  const {installFlow} = paragon;
  if (stage.stage === 'accountType') void installFlow.setAccountType(answers.accountType ?? '');
  if (stage.stage === 'instruction') stage.finish.onClick();
  if (stage.stage === 'preOptions') void installFlow.setPreOptions(answers.preOptions ?? {});
  if (stage.stage === 'postOptions') void installFlow.setPostOptions(answers.postOptions ?? {});
}

declare global {
  interface Window {
    sdkPage: typeof sdkPage;
  }
}

window.sdkPage = sdkPage;
