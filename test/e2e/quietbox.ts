import type {Session} from './support.js';

/** A flow of an integration that asks nothing but to sign in at its provider. */
export const FLOW =
  '<pg-portal><pg-install-flow integration="quietbox"></pg-install-flow></pg-portal>';

/** How long a flow waits for a sign-in, unless told otherwise. Milliseconds. */
export const OAUTH_TIMEOUT = 600_000;

export const connect = (session: Session) =>
  session.popup(() => session.button('Connect Quietbox').click());

export const connected = (session: Session): Promise<void> =>
  session
    .text(/Quietbox is connected/)
    .first()
    .waitFor();

/** What a browser does when the person comes back to the page; a headless one has no windows to switch. */
export const comeBack = (session: Session) =>
  session.page.evaluate(() => window.dispatchEvent(new Event('focus')));
