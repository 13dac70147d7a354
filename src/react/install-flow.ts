'use client';
import {PgInstallFlow as PgInstallFlowElement} from '../elements/install-flow/install-flow.js';
import '../elements/install-flow/pg-install-flow.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-install-flow>`: connects one account. */
export const PgInstallFlow: PgComponent<PgInstallFlowElement> = wrap(
  'pg-install-flow',
  PgInstallFlowElement,
);
