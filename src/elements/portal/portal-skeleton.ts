import {css, html, type TemplateResult} from 'lit';

/** Where the catalog of the whole portal will be, whose code is on its way: as large as its own skeleton is, so that nothing moves. */
export const portalSkeleton: TemplateResult = html`<div class="skeleton" aria-hidden="true">
  <div class="toolbar"></div>
  <div class="cards">${Array.from({length: 12}, () => html`<span></span>`)}</div>
</div>`;

/** The measures are those of the catalog, without its styles: a portal that is a mere provider is to stay light. */
export const portalStyles = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .failure {
    display: grid;
    justify-items: start;
    gap: 12px;
  }

  .skeleton {
    --_density: var(--pg-density, 1);
    --_space: calc(var(--pg-space, 4px) * var(--_density));
    --_control-size: calc(var(--pg-control-size, 36px) * var(--_density));

    container-type: inline-size;
  }

  .toolbar {
    block-size: calc(var(--_control-size) + 4px);
    margin-block-end: calc(var(--_space) * 4);
  }

  .cards {
    display: grid;
    grid-auto-rows: calc(
      var(--pg-font-size-m, 0.875rem) * 1.43 + var(--pg-font-size-s, 0.8125rem) * 4.155 +
        var(--_space) * 8 + 6px
    );
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(100%, var(--pg-catalog-card-width, 260px)), 1fr)
    );
    gap: var(--pg-catalog-gap, calc(var(--_space) * 3));
  }

  .cards > span {
    border: var(--pg-border-width, 1px) solid var(--pg-color-border, light-dark(#e2e5eb, #2c303a));
    border-radius: var(--pg-radius-card, var(--pg-radius-l, 12px));
    /* Code that comes at once must not flash. */
    animation: pg-appear 1ms 100ms both;
  }

  @keyframes pg-appear {
    from {
      opacity: 0;
    }
  }

  @container (inline-size < 54rem) {
    .toolbar {
      /* The filter has a row of its own. */
      block-size: calc(
        var(--_control-size) + 4px + var(--pg-chip-size, 32px) * var(--_density) + var(--_space) *
          2.5
      );
    }
  }

  @container (inline-size < 30rem) {
    .cards {
      grid-auto-rows: calc(
        var(--pg-font-size-m, 0.875rem) * 1.43 + var(--pg-font-size-s, 0.8125rem) * 1.385 +
          var(--_space) * 6 + 4px
      );
      gap: var(--pg-catalog-gap, calc(var(--_space) * 2));
    }
  }
`;
