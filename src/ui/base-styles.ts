import {firstStyles} from './first-styles.js';
import {moreTokens} from './more-tokens.js';

/** What elements start from that are no part of a portal's first paint. */
export const baseStyles = [...firstStyles, moreTokens];
