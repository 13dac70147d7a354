/** Compiles only while the real SDK satisfies the kit's port. */
import {paragon} from '@useparagon/connect';
import type {ConnectSdk} from '../../src/core/sdk.js';

export const proof: ConnectSdk = paragon;
