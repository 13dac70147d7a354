import {html, nothing, type TemplateResult} from 'lit';
import {errorIcon, externalIcon} from '../../ui/icons.js';
import type {Control} from './control.js';
import type {ControlField} from './field.js';
import type {InputTexts} from './texts.js';

/** What stands around a control. */
export interface FrameParts {
  readonly texts: InputTexts;
  /** The account that it is about, in words; '' where that is said elsewhere. */
  readonly caption: string;
  readonly tooltip: TemplateResult | typeof nothing;
  readonly control: unknown;
  readonly layout: Control['label'];
  readonly size: Control['size'];
  readonly isBusy: boolean;
}

/** Ids of what describes a control, in the order in which they are read. */
export function describing(texts: InputTexts, hasError: boolean): string {
  const ids = [
    texts.prefix && 'prefix',
    texts.suffix && 'suffix',
    texts.subtitle && 'subtitle',
    hasError && 'error',
  ];
  return ids.filter(Boolean).join(' ');
}

/** A field: title, control, and all that explains them. */
export function renderFrame(field: ControlField, parts: FrameParts): TemplateResult {
  const {texts, caption, layout} = parts;
  const isGroup = layout === 'legend';
  const classes = [
    'field',
    layout === 'beside' ? 'beside' : parts.size,
    field.invalid && 'invalid',
  ];
  return html`<div
    class=${classes.filter(Boolean).join(' ')}
    part="base"
    role=${isGroup ? 'group' : nothing}
    aria-labelledby=${isGroup ? 'label' : nothing}
    aria-describedby=${isGroup ? field.describedBy || nothing : nothing}
    aria-busy=${parts.isBusy ? 'true' : nothing}
  >
    <div class="caption">
      <div class="head">
        ${
          isGroup || layout === 'name'
            ? html`<span id="label" class=${isGroup ? 'label' : 'label to-control'} part="label"
                >${field.label}</span
              >`
            : html`<label id="label" class="label" part="label" for="control"
                >${field.label}</label
              >`
        }
        ${
          field.required
            ? html`<span class="mark" part="mark" aria-hidden=${isGroup ? nothing : 'true'}
                >${field.words.term('required')}</span
              >`
            : nothing
        }
        ${parts.tooltip}
      </div>
      ${caption ? html`<p class="subtitle" part="account"><bdi>${caption}</bdi></p>` : nothing}
      ${
        texts.subtitle
          ? html`<p id="subtitle" class="subtitle" part="subtitle"><bdi>${texts.subtitle}</bdi></p>`
          : nothing
      }
    </div>
    <div class="content">
      <div class="control">${parts.control}</div>
      <div class="error" part="error">
        ${
          field.message
            ? html`<p id="error" class="error-text">${errorIcon}<span>${field.message}</span></p>`
            : nothing
        }
      </div>
      ${
        texts.link
          ? html`<a
              class="documentation"
              part="documentation"
              href=${texts.link.href}
              target="_blank"
              rel="noopener noreferrer"
              ><span>${texts.link.label || field.words.term('documentation')}</span
              >${externalIcon}<span class="visually-hidden">${field.words.term('newTab')}</span></a
            >`
          : nothing
      }
    </div>
  </div>`;
}
