'use client';
import '../elements/tools/pg-tools.js';
import {PgTools as PgToolsElement} from '../elements/tools/tools.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-tools>`: what an AI agent may do with an account. */
export const PgTools: PgComponent<PgToolsElement> = wrap('pg-tools', PgToolsElement);
