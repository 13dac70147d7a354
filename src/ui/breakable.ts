import {html, type TemplateResult} from 'lit';

/** Where long addresses and ids may break, which browsers else break anywhere: an e-mail address behind its @, others behind their signs. */
const JOINT = /(?<=\S@)(?=\S)|(?<=[\p{L}\p{N}][./_:])(?<!@\S*)(?=[\p{L}\p{N}])(?!\S*@)/u;

/** A text in whose long addresses lines break sensibly: `ada.moreno@` / `northwind.example`. Copied, it is as it was. */
export function breakable(text: string): string | readonly (string | TemplateResult)[] {
  const [first = '', ...rest] = text.split(JOINT);
  return rest.length === 0 ? first : [first, ...rest.map((part) => html`<wbr />${part}`)];
}
