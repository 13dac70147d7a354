import 'pg-elements/define';
import type {ConnectSession, PgErrorCode, ToolPolicy} from 'pg-elements';

const flow = document.createElement('pg-install-flow');
flow.oauthTimeout = 60_000;
flow.addEventListener('pg-installed', ({detail}) => {
  const id: string = detail.credentialId;
  void id;
});
document.addEventListener('pg-error', ({detail}) => {
  const code: PgErrorCode = detail.code;
  void code;
});
const session: ConnectSession | undefined = document.querySelector('pg-portal')?.session;
void session;

const tools = document.createElement('pg-tools');
tools.tools = async ({signal}) => {
  signal.throwIfAborted();
  return Promise.resolve([{name: 'read', effect: 'read'}]);
};
tools.addEventListener('pg-tools-change', ({detail}) => {
  const {from, to}: {from: ToolPolicy; to: ToolPolicy} = detail.changes[0]!;
  void [from, to];
});
// @ts-expect-error no such policy
tools.value = {read: 'sometimes'};

// @ts-expect-error no such property
flow.oauthTimeOut = 60_000;
// @ts-expect-error milliseconds, not words
flow.oauthTimeout = '1 minute';
// @ts-expect-error an answer, not to be set
document.createElement('pg-portal').session = undefined;
// @ts-expect-error another event's detail
flow.addEventListener('pg-install-cancelled', ({detail}) => detail.credentialId);
