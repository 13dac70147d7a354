import 'pg-elements/define';
import type {ConnectSession, PgErrorCode} from 'pg-elements';

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

// @ts-expect-error no such property
flow.oauthTimeOut = 60_000;
// @ts-expect-error milliseconds, not words
flow.oauthTimeout = '1 minute';
// @ts-expect-error an answer, not to be set
document.createElement('pg-portal').session = undefined;
// @ts-expect-error another event's detail
flow.addEventListener('pg-install-cancelled', ({detail}) => detail.credentialId);
