import type {TemplateResult} from 'lit';
import type {InstallRun} from '../../core/install/install-run.js';
import type {FormStage} from '../../core/install/install-state.js';
import type {ConnectSession} from '../../core/compose.js';
import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import type {ErrorWords} from '../../ui/message/error-words.js';
import type {LeftoverStatus} from './leftover-removal.js';

/** What every stage is rendered with. */
export interface StageContext {
  readonly run: InstallRun;
  readonly session: ConnectSession | undefined;
  readonly words: Localizer<typeof install>;
  /** The integration's name. */
  readonly name: string;
  /** Whether somebody waits for the answer to "I have finished". */
  readonly checking: boolean;
  /** Whether answers have been under way for so long that people wonder. */
  readonly isSlow: boolean;
  /** The form, once the code of its inputs is there. */
  readonly renderForm: (form: () => TemplateResult) => unknown;
  /** Rendered markdown, once its renderer is there. */
  readonly markdown: (source: string) => unknown;
  /** What is to be read beside the stage that failed. */
  readonly error: ErrorWords | undefined;
  /** Whether the account that cannot be finished is still there. */
  readonly leftover: LeftoverStatus;
  readonly onAnswer: (stage: FormStage) => void;
  readonly onSubmit: () => void;
  readonly onBack: () => void;
  readonly onCancel: () => void;
  /** Does what can be refused because another connection has begun. */
  readonly onGoOn: (call: () => void) => void;
  readonly onCheck: () => void;
  readonly onCopy: (text: string) => void;
  readonly onRemoveLeftover: (credentialId: string) => void;
}
