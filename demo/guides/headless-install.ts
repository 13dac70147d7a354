import {startInstall, type ConnectSession, type InstallState} from 'pg-elements/core';

/** Connects an account; resolves when it is connected, or when the person gave up. */
export function connect(
  session: ConnectSession,
  integration: string,
  show: (state: InstallState) => void,
): Promise<boolean> {
  const run = startInstall(session, {integration, allowMultiple: true});
  return new Promise((resolve) => {
    const stop = run.subscribe((state) => {
      show(state);
      if (state.stage !== 'done' && state.stage !== 'cancelled') return;
      stop();
      resolve(state.stage === 'done');
    });
    show(run.state);
  });
}
