import type {ConnectInput} from '../../core/sdk.js';
import {plainText, safeLink} from '../../ui/safe.js';

/** The texts of an input, as text, whatever the backend sent. */
export interface InputTexts {
  /** '' if the input has none. */
  readonly title: string;
  readonly subtitle: string;
  readonly tooltip: string;
  readonly placeholder: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly link: {readonly href: string; readonly label: string} | undefined;
}

/** Long texts are the project's own words; what is beyond this is a mistake or an attack (UTF-16 units). */
const LONG = 4_000;
const SHORT = 300;

/** Titles of inputs as one text, joined as a language does. */
export function titlesOf(inputs: readonly ConnectInput[], language: string): string {
  const titles = new Set(inputs.map((input) => textsOf(input).title || input.id));
  return new Intl.ListFormat(language).format(titles);
}

const cache = new WeakMap<ConnectInput, InputTexts>();

/** Reads the texts once for each input object. */
export function textsOf(input: ConnectInput): InputTexts {
  let texts = cache.get(input);
  if (!texts) cache.set(input, (texts = read(input)));
  return texts;
}

function read(input: ConnectInput): InputTexts {
  const href = safeLink(input.documentationLink);
  return {
    title: first(SHORT, input.title, input.titleText, input.placeholder, input.id),
    // The SDK types it as a React node: only its words can be shown.
    subtitle: first(LONG, input.subtitle),
    tooltip: first(LONG, input.tooltip, input.toolTipText),
    placeholder: first(SHORT, input.placeholder),
    prefix: first(SHORT, input.prefixLabel),
    suffix: first(SHORT, input.suffixLabel),
    link:
      href === undefined ? undefined : {href, label: first(SHORT, input.documentationLinkLabel)},
  };
}

function first(max: number, ...candidates: readonly unknown[]): string {
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue;
    const text = plainText(candidate, max).trim();
    if (text !== '') return text;
  }
  return '';
}
