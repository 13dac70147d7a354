import type {ConnectSession} from '../../core/compose.js';
import type {Integration} from '../../core/session/snapshot.js';
import type {catalog} from '../../i18n/en/catalog.js';
import type {common} from '../../i18n/en/common.js';
import type {Localizer} from '../../i18n/localize.js';
import {plainText} from '../../ui/safe/text.js';
import type {CardContent} from './card.js';
import {nameOf} from './catalog-search.js';

/** Longest description that is shown (UTF-16 units); a card has room for some 80. */
const MAX_DESCRIPTION = 300;

const STATUS_WORDS = {
  connected: 'statusConnected',
  attention: 'statusAttention',
  pending: 'statusPending',
  available: 'statusAvailable',
} as const;

/** What the card of an integration says. Descriptions are read here, so only for cards that are rendered. */
export function contentOf(
  integration: Integration,
  session: ConnectSession | undefined,
  shared: Localizer<typeof common>,
  words: Localizer<typeof catalog>,
): CardContent {
  const {type, icon, brandColor, status, accounts} = integration;
  const several = status === 'connected' && accounts.length > 1;
  return {
    name: nameOf(integration),
    icon,
    brandColor,
    status,
    statusLabel: several
      ? words.term('connected', accounts.length)
      : shared.term(STATUS_WORDS[status]),
    description: plainText(session?.texts(type)?.shortDescription, MAX_DESCRIPTION).trim(),
  };
}
