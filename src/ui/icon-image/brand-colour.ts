import {nothing} from 'lit';
import {Directive, directive, type DirectiveResult, type ElementPart} from 'lit/directive.js';
import {safeColour} from '../safe/colour.js';

class BrandColour extends Directive {
  #raw: unknown;

  override render(raw: unknown): string | undefined {
    return safeColour(raw);
  }

  override update({element}: ElementPart, [raw]: [unknown]): typeof nothing {
    if (raw === this.#raw) return nothing;
    this.#raw = raw;
    const colour = this.render(raw);
    const {style} = element as HTMLElement;
    if (colour === undefined) style.removeProperty('--_brand');
    else style.setProperty('--_brand', colour);
    return nothing;
  }
}

/** Sets `--_brand` of an element to a checked colour of the backend. Works under `style-src 'self'`, unlike `style="…"`. */
export const brandColour: (raw: unknown) => DirectiveResult = directive(BrandColour);
