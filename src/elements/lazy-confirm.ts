import {LazyElement} from './lazy-elements.js';

/** The question before something is taken away. */
export const confirm = new LazyElement('pg-confirm', () => import('../ui/dialog/pg-confirm.js'));
