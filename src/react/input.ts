'use client';
import {PgInput as PgInputElement} from '../elements/input/input.js';
import '../elements/input/pg-input.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-input>`: one input of a connect form. */
export const PgInput: PgComponent<PgInputElement> = wrap('pg-input', PgInputElement);
