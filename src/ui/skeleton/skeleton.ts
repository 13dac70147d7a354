import {css, html, type TemplateResult} from 'lit';

/** More blocks than a screen holds only cost time. */
const MAX_BLOCKS = 60;

const blocks = <T>(count: number, block: T): readonly T[] =>
  Array.from({length: Math.max(0, Math.min(count, MAX_BLOCKS))}, () => block);

const line = html`<span class="skeleton-line"></span>`;

/** Stands for text. Hidden from screen readers: put `aria-busy` on the container and use `LiveRegion.busy`. */
export function skeletonLines(count = 3): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">${blocks(count, line)}</div>`;
}

/** Stands for one row or card with a logo, a name and a line of text. */
export function skeletonCard(): TemplateResult {
  return html`
    <div class="skeleton skeleton-card" aria-hidden="true">
      <span class="skeleton-logo"></span>
      <div class="skeleton">${line}${line}</div>
    </div>
  `;
}

export const skeletonStyles = css`
  .skeleton {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    min-inline-size: 0;
  }

  .skeleton-card {
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }

  .skeleton-card > .skeleton {
    gap: calc(var(--_space) * 2);
  }

  .skeleton-logo,
  .skeleton-line {
    position: relative;
    display: block;
    overflow: hidden;
    border-radius: var(--_radius-s);
    background: light-dark(rgb(20 24 40 / 7%), rgb(255 255 255 / 8%));
  }

  .skeleton-logo {
    inline-size: var(--pg-logo-size, 40px);
    block-size: var(--pg-logo-size, 40px);
    border-radius: var(--_radius-m);
  }

  .skeleton-line {
    block-size: 0.75em;
  }

  /* Lines of one length look like a table; the last one of a paragraph is short. */
  .skeleton-line:nth-child(3n + 2) {
    inline-size: 92%;
  }

  .skeleton-line:last-child {
    inline-size: 64%;
  }

  .skeleton-card .skeleton-line:first-child {
    inline-size: 46%;
  }

  .skeleton-card .skeleton-line:last-child {
    inline-size: 78%;
    block-size: 0.625em;
  }

  @media (prefers-reduced-motion: no-preference) {
    /* A moved layer costs no painting, unlike a moved background. */
    .skeleton-logo::after,
    .skeleton-line::after {
      position: absolute;
      inset: 0;
      background: linear-gradient(
        90deg,
        transparent,
        light-dark(rgb(255 255 255 / 65%), rgb(255 255 255 / 6%)),
        transparent
      );
      content: '';
      transform: translateX(-100%);
      animation: pg-shimmer 1.6s ease-in-out infinite;
    }

    :dir(rtl) > .skeleton-logo::after,
    :dir(rtl) > .skeleton-line::after {
      animation-direction: reverse;
    }

    @keyframes pg-shimmer {
      60%,
      100% {
        transform: translateX(100%);
      }
    }
  }

  @media (forced-colors: active) {
    .skeleton-logo,
    .skeleton-line {
      background: GrayText;
      opacity: 0.4;
    }

    .skeleton-logo::after,
    .skeleton-line::after {
      content: none;
    }
  }
`;
