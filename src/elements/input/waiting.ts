import {html, type TemplateResult} from 'lit';
import type {Shape} from './control.js';
import type {ControlField} from './field.js';
import {scopesOf} from './scopes.js';
import type {ViewState} from './view-keeper.js';

/** A field of which a server knows nothing yet; `input` comes with the page's script. */
export const fieldSkeleton = html`<div class="field" part="base" aria-busy="true">
  <div class="head"><span class="label">&nbsp;</span></div>
  <div class="box"></div>
</div>`;

/** In the place of a control whose code is on its way, as large as that; and a way on where it did not arrive. */
export function renderWaiting(
  field: ControlField,
  state: ViewState,
  shape: Shape = 'box',
): TemplateResult {
  const {words} = field;
  if (state.status === 'error') {
    return html`<div class="box waiting" part="control" role="alert">
      <span>${words.term('loadFailed')}</span>
      <button type="button" class="tool wide" part="retry" @click=${state.retry}>
        ${words.term('retry')}
      </button>
    </div>`;
  }
  const box = html`<div class="box waiting" part="control">${words.term('loadingField')}</div>`;
  if (shape === 'box') return box;
  if (shape === 'pair') {
    const part = html`<div class="part"><span class="part-label">&nbsp;</span>${box}</div>`;
    return html`<div class="pair">${part}${part}</div>`;
  }
  const scopes = scopesOf(field.input, field.value);
  const hasAll = scopes.filter(({required}) => !required).length > 1;
  return html`<div class="rows" part="control">
    ${hasAll ? html`<div class="row"></div>` : ''}
    ${scopes.map(({description}) => html`<div class=${description ? 'row tall' : 'row'}></div>`)}
  </div>`;
}
