'use client';
import {PgIntegration as PgIntegrationElement} from '../elements/integration/integration.js';
import '../elements/integration/pg-integration.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-integration>`: one integration, its accounts and how to connect. */
export const PgIntegration: PgComponent<PgIntegrationElement> = wrap(
  'pg-integration',
  PgIntegrationElement,
);
