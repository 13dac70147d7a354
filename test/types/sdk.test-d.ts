/** Compiles only while the real SDK satisfies the kit's port: its facade, and the instance behind that. */
import {paragon, type connectSingleton} from '@useparagon/connect';
import type {ConnectSdk} from '../../src/core/sdk.js';

export const facade: ConnectSdk = paragon;

type Instance = {readonly [K in keyof typeof connectSingleton]: (typeof connectSingleton)[K]};
export const instance = (sdk: Instance): ConnectSdk => sdk;
