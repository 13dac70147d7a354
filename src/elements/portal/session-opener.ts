import type {AccountNaming} from '../../core/accounts/account-names.js';
import {ConnectSession, sessionOf} from '../../core/compose.js';
import {PgError} from '../../core/errors.js';
import {loadSdk} from '../../core/load-sdk.js';
import {signIn} from '../../core/session/sign-in.js';
import {readToken} from '../../core/session/token.js';
import {sameContent} from '../../core/util/equal.js';
import {LazyModule} from '../../core/util/lazy-module.js';
import {report} from '../emit.js';
import {afterGrace} from '../set-up.js';
import type {PortalSettings} from './page-defaults.js';

/** Most pages ask for the token themselves. */
const tokenRequest = new LazyModule(() => import('./token-request.js'));

type Portal = HTMLElement & {readonly sdk: unknown};

/** For whom the portals on the page sign in. */
const users = new Map<Portal, string>();

/**
 * Opens the session of a portal as its settings want it: with the SDK that they name, signed in once there is a token, and another one
 * when they name another project or SDK. Gives the session what the settings say about names, pictures and choices.
 */
export class SessionOpener {
  readonly #portal: Portal;
  readonly #provide: (session: ConnectSession | undefined) => void;
  readonly #onLate: () => void;
  #settings: PortalSettings = {};
  #session: ConnectSession | undefined;
  #userId: string | undefined;
  #endPatience: (() => void) | undefined;
  /** Whether what is missing will not come any more. */
  #isLate = false;
  /** Lets a sign-in go on that waits for a token. */
  #goOn: (() => void) | undefined;

  /**
   * @param provide called with each session, and with none where the settings name neither a project nor an SDK
   * @param onLate called when what is missing in the settings will not come any more
   */
  constructor(
    portal: Portal,
    provide: (session: ConnectSession | undefined) => void,
    onLate: () => void,
  ) {
    this.#portal = portal;
    this.#provide = provide;
    this.#onLate = onLate;
  }

  get session(): ConnectSession | undefined {
    return this.#session;
  }

  /** How the host names accounts, by the functions of the time when they are called. */
  get naming(): AccountNaming | undefined {
    const {accountName, renameAccount} = this.#settings;
    if (!accountName && !renameAccount) return undefined;
    return {
      accountName: accountName && ((...of) => this.#settings.accountName?.(...of)),
      renameAccount: renameAccount && ((...of) => this.#settings.renameAccount?.(...of)),
      onError: (error) => report(this.#portal, error, {property: 'accountName'}),
    };
  }

  /** Follows the settings of the portal. */
  follow(now: PortalSettings): void {
    const before = this.#settings;
    this.#settings = now;
    const isOther =
      now.sdk !== before.sdk ||
      now.projectId !== before.projectId ||
      now.host !== before.host ||
      !sameContent(now.endpoints, before.endpoints);
    if (isOther) this.#open();
    else if (now.userToken !== before.userToken || (this.#getToken && !canAsk(before)))
      this.#onToken();
    if (this.#hasTokenSource) this.#goOn?.();
    if (namesChanged(now, isOther ? {} : before)) this.#session?.nameAccounts(this.naming);
    if (isOther || now.imageHosts !== before.imageHosts)
      this.#session?.setImageHosts(now.imageHosts?.split(/\s+/).filter(Boolean) ?? []);
    if (now.dataSources && (isOther || now.dataSources !== before.dataSources)) {
      this.#session?.setDataSources(now.dataSources);
    }
  }

  /** Frameworks and scripts set properties one by one, some after a while: only then is one missing. */
  bePatient(): void {
    this.stopWaiting();
    this.#isLate = false;
    this.#endPatience = afterGrace(() => {
      this.#isLate = true;
      this.#goOn?.();
      if (!this.#session) {
        const problem = new PgError('project-missing', '<pg-portal> has no project-id.');
        this.#use(new ConnectSession(() => Promise.reject(problem)));
      }
      this.#onLate();
    });
  }

  /** Waits no more for what is missing. */
  stopWaiting(): void {
    this.#endPatience?.();
  }

  /** The portal is gone: it signs in for nobody. */
  leave(): void {
    users.delete(this.#portal);
  }

  get #hasTokenSource(): boolean {
    return this.#settings.userToken !== undefined || canAsk(this.#settings);
  }

  /** Asks the host, or its server, for a token. */
  get #getToken(): (() => Promise<string>) | undefined {
    const {getUserToken, tokenUrl, tokenMethod} = this.#settings;
    if (getUserToken || tokenUrl === undefined) return getUserToken;
    return () => tokenRequest.run(({requestToken}) => requestToken(tokenUrl, tokenMethod));
  }

  /** Resolves once there is something to ask for a token, or it is late. */
  #tokenSource(): Promise<void> {
    if (this.#hasTokenSource || this.#isLate) return Promise.resolve();
    return new Promise((resolve) => {
      this.#goOn = () => {
        this.#goOn = undefined;
        resolve();
      };
    });
  }

  #open(): void {
    if (this.#portal.isConnected) this.bePatient();
    // What cannot be read is said when it is used to sign in.
    this.#userId = readToken(this.#settings.userToken)?.userId;
    this.#use(this.#create());
  }

  #use(session: ConnectSession | undefined): void {
    this.#session = session;
    this.#provide(session);
  }

  #create(): ConnectSession | undefined {
    const {sdk, projectId, host, endpoints} = this.#settings;
    if (projectId === undefined) return sdk && sessionOf(sdk);
    const session = new ConnectSession(sdk ?? loadSdk, {
      signIn: async (loaded, renew) => {
        await this.#tokenSource();
        // Another project was set while the SDK was on its way, which has one user: that of the session now.
        if (session !== this.#session) throw new PgError('aborted', 'The project has changed.');
        await signIn(
          loaded,
          {
            projectId,
            token: this.#settings.userToken,
            getToken: this.#getToken,
            onUser: (userId) => this.#noteUser(userId),
            host,
            endpoints,
          },
          renew,
        );
      },
    });
    return session;
  }

  /** One SDK has one user; a portal that brings its own is apart from the others. */
  #noteUser(userId: string): void {
    users.set(this.#portal, userId);
    if (new Set(users.values()).size < 2) return;
    import('../check-set-up.js')
      .then(({checkUsers}) => afterGrace(() => checkUsers(users)))
      .catch(() => undefined);
  }

  /** A fresh token of the same user is for later; another user's starts everything over. */
  #onToken(): void {
    const session = this.#session;
    const before = this.#userId;
    // What cannot be read is said when it is used to sign in.
    this.#userId = readToken(this.#settings.userToken)?.userId;
    // A sign-in that waits for a token takes this one.
    if (!session || this.#settings.projectId === undefined || this.#goOn) return;
    if (before !== this.#userId && session.snapshot.userId !== this.#userId)
      void session.switchUser();
    else if (session.snapshot.status !== 'ready') void session.retry();
  }
}

/** Whether a token can be asked for. Frameworks make functions anew at every render: another one is no reason to ask. */
function canAsk({getUserToken, tokenUrl}: PortalSettings): boolean {
  return getUserToken !== undefined || tokenUrl !== undefined;
}

/** Whether accounts are to be named in another way; an SDK that portals share is left alone by one that names none. */
function namesChanged(now: PortalSettings, before: PortalSettings): boolean {
  return (['accountName', 'renameAccount'] as const).some((name) => !now[name] !== !before[name]);
}
