import {firstGrapheme, safeColour, safeImage} from '../safe.js';

/** What a logo is of. */
export interface LogoContent {
  /** Name of the integration; its first character stands in for a missing picture. Show the name next to the logo: `alt` is empty. */
  readonly name: string;
  /** Address from the backend, checked here. */
  readonly source: unknown;
  /** Colour of the brand from the backend, checked here. */
  readonly colour?: unknown;
}

/**
 * Makes an element of class `logo` show a logo. The browser fetches the picture when its box comes near the viewport (`loading` is set
 * before `src`). Sets `--_brand` through the style's own interface, which works under `style-src 'self'`, unlike `style="…"`.
 */
export function paintLogo(box: HTMLElement, {name, source, colour}: LogoContent): void {
  const src = safeImage(source);
  const brand = safeColour(colour);
  box.dataset['monogram'] = firstGrapheme(name);
  box.toggleAttribute('data-bare', src === undefined);
  if (brand === undefined) box.style.removeProperty('--_brand');
  else box.style.setProperty('--_brand', brand);
  let picture = box.querySelector('img');
  if (src === undefined) {
    picture?.remove();
    box.removeAttribute('data-failed');
  } else if (picture?.getAttribute('src') !== src) {
    if (!picture) box.append((picture = newPicture()));
    picture.src = src;
  }
}

function newPicture(): HTMLImageElement {
  const picture = document.createElement('img');
  picture.alt = '';
  picture.loading = 'lazy';
  picture.decoding = 'async';
  picture.referrerPolicy = 'no-referrer';
  picture.draggable = false;
  picture.addEventListener('load', onSettled);
  picture.addEventListener('error', onSettled);
  return picture;
}

/** One function for all logos. A reused `<img>` may recover with a new address. */
function onSettled({type, currentTarget}: Event): void {
  (currentTarget as HTMLElement).parentElement?.toggleAttribute('data-failed', type === 'error');
}
