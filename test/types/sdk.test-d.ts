/** Compiles only while the real SDK, the newest and the oldest that everything works with, satisfies the kit's port: its facade, and the instance behind that. */
import {paragon, type connectSingleton} from '@useparagon/connect';
import {paragon as oldest} from 'connect-2.2';
import type {ConnectSdk} from '../../src/core/sdk.js';

export const facade: ConnectSdk = paragon;
export const oldestFacade: ConnectSdk = oldest;

type Instance = {readonly [K in keyof typeof connectSingleton]: (typeof connectSingleton)[K]};
export const instance = (sdk: Instance): ConnectSdk => sdk;
