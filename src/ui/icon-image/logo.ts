import {html, nothing, type TemplateResult} from 'lit';
import {Directive, directive, type ElementPart} from 'lit/directive.js';
import {paintLogo, type LogoContent} from './paint-logo.js';

export interface LogoOptions extends LogoContent {
  /** 24, 40 or 56 px. */
  readonly size?: 'small' | 'medium' | 'large';
  readonly part?: string;
}

const SIZES = {small: 'logo small', medium: 'logo', large: 'logo large'} as const;

/**
 * The logo of an integration in a box of fixed size, without layout shift. A template, not an element: a thousand logos then cost no
 * shadow roots, upgrades and update cycles of their own, and the monogram is generated content, laid out only where it shows.
 */
export function logo({size = 'medium', part = 'logo', ...content}: LogoOptions): TemplateResult {
  return html`<span
    class=${SIZES[size]}
    part=${part}
    aria-hidden="true"
    ${painted(content)}
  ></span>`;
}

class Painted extends Directive {
  override render({name}: LogoContent): string {
    return name;
  }

  override update({element}: ElementPart, [content]: [LogoContent]): typeof nothing {
    paintLogo(element as HTMLElement, content);
    return nothing;
  }
}

const painted = directive(Painted);
