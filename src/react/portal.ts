'use client';
import {PgPortal as PgPortalElement} from '../elements/portal/portal.js';
import '../elements/portal/pg-portal.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-portal>`: signs in and provides the session; the whole portal without children. */
export const PgPortal: PgComponent<PgPortalElement> = wrap('pg-portal', PgPortalElement);
