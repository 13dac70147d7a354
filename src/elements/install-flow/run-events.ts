import type {InstallState} from '../../core/install/install-state.js';
import {emit} from '../emit.js';

/** Tells the host what a change of a run means: another stage, a failure, the end. */
export function tellChange(
  host: HTMLElement,
  integration: string,
  previous: InstallState | undefined,
  next: InstallState,
): void {
  if (previous?.stage !== next.stage) {
    emit(host, 'pg-install-stage', {integration, stage: next.stage});
  }
  if (next.error && next.error !== previous?.error) {
    const {code, message} = next.error;
    const stage = next.stage === 'failed' ? next.at : next.stage;
    emit(host, 'pg-install-error', {integration, stage, error: {code, message}});
  }
  if (next.stage === 'done') {
    emit(host, 'pg-installed', {integration, credentialId: next.credentialId});
  }
  if (next.stage === 'cancelled') emit(host, 'pg-install-cancelled', {integration});
}
