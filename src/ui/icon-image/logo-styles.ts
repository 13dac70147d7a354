import {css} from 'lit';

/** For `logo`. */
export const logoStyles = css`
  .logo {
    --_logo-size: var(--pg-logo-size, 40px);
    /*
     * Invalid without a brand's colour. Chrome 123 crashes where a colour is made from light-dark(), and 126 does not know it.
     *
     * Black or white, whichever reads better on the brand's colour. Lightness in Lab depends on luminance alone, and both contrasts
     * are 4.58 : 1 where it is 49.5; the factor pushes any other value to one of the ends.
     */
    --_ground: rgb(from var(--_brand) r g b);
    --_ink: lab(from var(--_brand) calc((49.5 - l) * 1000) 0 0);

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

  .logo:is([data-bare], [data-failed])::before {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    background: var(--_ground, light-dark(#e4e7ee, #333846));
    color: var(--_ink, var(--_text));
    font-size: calc(var(--_logo-size) * 0.46);
    font-weight: var(--pg-font-weight-strong, 600);
    line-height: 1;
    content: attr(data-monogram) / '';
    text-transform: uppercase;
  }

  /*
   * Marks are drawn for paper: many are near black, so there is paper behind them in the dark theme. A mark with a ground of its own
   * covers it, corners included.
   */
  .logo > img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    background: light-dark(transparent, #f1f2f6);
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
