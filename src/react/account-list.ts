'use client';
import {PgAccountList as PgAccountListElement} from '../elements/account-list/account-list.js';
import '../elements/account-list/pg-account-list.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-account-list>`: connected accounts, with their status. */
export const PgAccountList: PgComponent<PgAccountListElement> = wrap(
  'pg-account-list',
  PgAccountListElement,
);
