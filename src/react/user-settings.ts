'use client';
import {PgUserSettings as PgUserSettingsElement} from '../elements/user-settings/user-settings.js';
import '../elements/user-settings/pg-user-settings.js';
import {wrap, type PgComponent} from './wrap.js';

/** `<pg-user-settings>`: settings and workflows of one account. */
export const PgUserSettings: PgComponent<PgUserSettingsElement> = wrap(
  'pg-user-settings',
  PgUserSettingsElement,
);
