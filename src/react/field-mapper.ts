'use client';
import {PgFieldMapper as PgFieldMapperElement} from '../elements/field-mapper/field-mapper.js';
import '../elements/field-mapper/pg-field-mapper.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-field-mapper>`: maps fields of the application to those of an integration. */
export const PgFieldMapper: PgComponent<PgFieldMapperElement> = wrap(
  'pg-field-mapper',
  PgFieldMapperElement,
);
