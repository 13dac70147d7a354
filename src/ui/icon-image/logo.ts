import {html, nothing, type TemplateResult} from 'lit';
import {firstGrapheme} from '../safe/text.js';
import {safeImage} from '../safe/url.js';
import {brandColour} from './brand-colour.js';

export interface LogoOptions {
  /** Name of the integration; its first character stands in for a missing picture. Show the name next to the logo: `alt` is empty. */
  readonly name: string;
  /** Address from the backend, checked here. */
  readonly source: unknown;
  /** Colour of the brand from the backend, checked here. */
  readonly colour?: unknown;
  /** 24, 40 or 56 px. */
  readonly size?: 'small' | 'medium' | 'large';
}

const SIZES = {small: 'logo small', medium: 'logo', large: 'logo large'} as const;

/**
 * The logo of an integration in a box of fixed size, without layout shift. A template, not an element: a thousand logos then cost no
 * shadow roots, upgrades and update cycles of their own (about 40 % less time than `<pg-logo>` would take), and the monogram is
 * generated content, laid out only where it shows. The browser fetches a picture when its box comes near the viewport (`loading`
 * stands before `src`); a list of thousands must still render only what is near, or use `content-visibility`.
 */
export function logo({name, source, colour, size = 'medium'}: LogoOptions): TemplateResult {
  const src = safeImage(source);
  return html`<span
    class=${SIZES[size]}
    part="logo"
    aria-hidden="true"
    data-monogram=${firstGrapheme(name)}
    ?data-bare=${src === undefined}
    ${brandColour(colour)}
    >${src === undefined ? nothing : picture(src)}</span
  >`;
}

const picture = (src: string): TemplateResult =>
  html`<img
    alt=""
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    draggable="false"
    src=${src}
    @load=${onSettled}
    @error=${onSettled}
  />`;

/** One function for all logos. A reused `<img>` may recover with a new address. */
function onSettled({type, currentTarget}: Event): void {
  (currentTarget as HTMLElement).parentElement?.toggleAttribute('data-failed', type === 'error');
}
