import {expect, fixture} from '@open-wc/testing';
import {css, html, LitElement, type TemplateResult} from 'lit';
import {baseStyles} from '../../src/ui/base-styles.js';
import {skeletonCard, skeletonLines, skeletonStyles} from '../../src/ui/skeleton/skeleton.js';
import {statusBadge, statusStyles, type Status} from '../../src/ui/status/status-badge.js';
import {stilled} from '../support/stilled.js';

const LABELS: readonly (readonly [Status, string])[] = [
  ['connected', 'Connected'],
  ['attention', 'Needs attention'],
  ['pending', 'Setup not finished'],
  ['available', 'Not connected'],
];

class StatusHost extends LitElement {
  static override styles = [
    baseStyles,
    statusStyles,
    skeletonStyles,
    css`
      :host {
        background: var(--_surface);
      }
    `,
  ];

  override render(): TemplateResult {
    const badges = LABELS.map(([status, label]) => statusBadge({status, label}));
    return html`${badges} ${skeletonLines(200)} ${skeletonCard()}`;
  }
}
customElements.define('status-host', StatusHost);

const host = (): Promise<StatusHost> => fixture<StatusHost>(html`<status-host></status-host>`);

describe('statusBadge', () => {
  it('shows an icon and words', async () => {
    const badges = [...(await host()).renderRoot.querySelectorAll('[part="status"]')];
    expect(badges.map((badge) => badge.textContent.trim())).to.deep.equal(
      LABELS.map(([, label]) => label),
    );
    for (const badge of badges) {
      expect(badge.querySelector('svg')?.getAttribute('aria-hidden')).to.equal('true');
    }
    const shapes = new Set(badges.map((badge) => badge.querySelector('svg')?.innerHTML));
    expect(shapes.size).to.equal(LABELS.length);
  });

  for (const theme of ['light', 'dark']) {
    it(`has enough contrast in the ${theme} theme`, async () => {
      document.documentElement.style.setProperty('color-scheme', theme);
      await stilled();
      await expect(await host()).to.be.accessible();
      document.documentElement.style.removeProperty('color-scheme');
    });
  }
});

describe('skeletons', () => {
  it('are hidden from screen readers', async () => {
    const skeletons = [...(await host()).renderRoot.querySelectorAll('.skeleton')];
    for (const skeleton of skeletons) {
      expect(skeleton.closest('[aria-hidden="true"]')).not.to.equal(null);
    }
  });

  it('have no more lines than a screen holds', async () => {
    const first = (await host()).renderRoot.querySelector('.skeleton');
    expect(first?.children.length).to.equal(60);
  });
});
