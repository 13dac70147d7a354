import {css} from 'lit';

/** For `logo`. */
export const logoStyles = css`
  .logo {
    --_logo-size: var(--pg-logo-size, 40px);
    /*
     * Marks are drawn for paper: many are near black, so there is paper behind them in the dark theme. A mark with a ground of its own
     * covers it, corners included.
     */
    --_logo-surface: light-dark(transparent, #f1f2f6);
    --_logo-colour: var(--_brand, light-dark(#e4e7ee, #333846));

    position: relative;
    display: inline-block;
    flex: none;
    inline-size: var(--_logo-size);
    block-size: var(--_logo-size);
    overflow: hidden;
    border-radius: calc(var(--_logo-size) * 0.24);
    contain: strict;
  }

  .logo.small {
    --_logo-size: calc(var(--pg-logo-size, 40px) * 0.6);
  }

  .logo.large {
    --_logo-size: calc(var(--pg-logo-size, 40px) * 1.4);
  }

  /*
   * Black or white, whichever reads better on the brand's colour. Lightness in Lab depends on luminance alone, and both contrasts
   * are 4.58 : 1 where it is 49.5; the factor pushes any other value to one of the ends.
   */
  .logo:is([data-bare], [data-failed])::before {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    background: rgb(from var(--_logo-colour) r g b);
    color: lab(from var(--_logo-colour) calc((49.5 - l) * 1000) 0 0);
    font-size: calc(var(--_logo-size) * 0.46);
    font-weight: var(--pg-font-weight-strong, 600);
    line-height: 1;
    content: attr(data-monogram) / '';
    text-transform: uppercase;
  }

  .logo > img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    background: var(--_logo-surface);
    object-fit: contain;
  }

  /* Hidden, not without a box: a lazy picture that has none never loads again. */
  .logo[data-failed] > img {
    visibility: hidden;
  }

  @media (forced-colors: active) {
    .logo {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;
