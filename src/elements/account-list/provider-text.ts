import {plainText} from '../../ui/safe/text.js';

/** Longest text that is shown (UTF-16 units). */
const MAX_TEXT = 160;

/** What a provider, a project or a host calls something, no longer than the list can hold. */
export const providerText = (text: unknown): string => plainText(text, MAX_TEXT);
