import type {install} from '../../i18n/en/install.js';
import type {Localizer} from '../../i18n/localize.js';
import type {LiveRegion} from '../../ui/message/live-region.js';

/** Copies what an instruction offers, and says whether that has worked. */
export async function copyText(
  text: string,
  live: LiveRegion,
  words: Localizer<typeof install>,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    live.announce(words.term('copied'));
  } catch {
    live.announce(words.term('copyFailed'), 'assertive');
  }
}
