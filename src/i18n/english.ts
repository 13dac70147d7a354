import {accounts} from './en/accounts.js';
import {catalogExtras} from './en/catalog-extras.js';
import {catalog} from './en/catalog.js';
import {combobox} from './en/combobox.js';
import {common} from './en/common.js';
import {configurations} from './en/configurations.js';
import {dialog} from './en/dialog.js';
import {errors} from './en/errors.js';
import {input} from './en/input.js';
import {install} from './en/install.js';
import {integration} from './en/integration.js';
import {mapper} from './en/mapper.js';
import {portal} from './en/portal.js';
import {settings} from './en/settings.js';
import {tools} from './en/tools.js';

/** All English words, by area. Elements import those of their own area alone. */
export const english = {
  accounts,
  catalog: {...catalog, ...catalogExtras},
  combobox,
  common,
  dialog,
  errors,
  input,
  install,
  integration,
  mapper,
  portal,
  settings: {...settings, ...configurations},
  tools,
} as const;

/** The English words, by area. */
export type English = typeof english;
