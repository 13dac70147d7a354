import {ConnectSession, loadSdk, signIn} from 'pg-elements/core';

/** Signs in and tells what is connected, whenever that changes. */
export function followConnections(
  projectId: string,
  getToken: () => Promise<string>,
  onChange: (names: readonly string[]) => void,
): () => void {
  const session = new ConnectSession(loadSdk, {
    signIn: (sdk, renew) => signIn(sdk, {projectId, getToken}, renew),
  });
  // The first subscriber starts the session; when the last one leaves, it stops.
  return session.subscribe(({status, integrations}) => {
    if (status !== 'ready') return;
    onChange(integrations.filter((one) => one.status === 'connected').map(({name}) => name));
  });
}
