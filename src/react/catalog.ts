'use client';
import {PgCatalog as PgCatalogElement} from '../elements/catalog/catalog.js';
import '../elements/catalog/pg-catalog.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-catalog>`: all integrations, with search and filters. */
export const PgCatalog: PgComponent<PgCatalogElement> = wrap('pg-catalog', PgCatalogElement);
