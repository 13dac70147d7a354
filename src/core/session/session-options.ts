import type {Environment} from '../environment.js';
import type {SignIn} from './sign-in-attempts.js';

/** Options of a {@link ConnectSession}. */
export interface SessionOptions {
  /**
   * Signs the user in, at the start and whenever the SDK lost its user. Without it the host calls `authenticate` itself and
   * the session waits for that.
   */
  readonly signIn?: SignIn | undefined;
  readonly environment?: Environment;
}
