import {html, type TemplateResult} from 'lit';
import './pg-portal-view.js';
import type {PgPortal} from './portal.js';

/** What a portal shows when nothing is inside it. */
export function wholePortal({session}: PgPortal): TemplateResult {
  return html`<pg-portal-view exportparts="catalog, dialog" .session=${session}></pg-portal-view>`;
}
