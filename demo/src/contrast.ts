/** The least contrast that WCAG 2.2 asks for, of text and of outlines. */
export const TEXT = 4.5;
export const OUTLINE = 3;

/** What has to be seen on what, by the names of the colour tokens. */
export const PAIRS = [
  ['text', 'surface', TEXT],
  ['text-muted', 'surface', TEXT],
  ['text-muted', 'surface-sunken', TEXT],
  ['accent', 'surface', TEXT],
  ['on-accent', 'accent', TEXT],
  ['accent', 'accent-soft', TEXT],
  ['success', 'success-soft', TEXT],
  ['warning', 'warning-soft', TEXT],
  ['danger', 'danger-soft', TEXT],
  ['on-danger', 'danger', TEXT],
  ['border-control', 'surface', OUTLINE],
  ['border-control', 'surface-raised', OUTLINE],
  ['border-control', 'surface-sunken', OUTLINE],
  ['border-control', 'accent-soft', OUTLINE],
  ['border-control', 'success-soft', OUTLINE],
  ['border-control', 'warning-soft', OUTLINE],
  ['border-control', 'danger-soft', OUTLINE],
  ['focus', 'surface', OUTLINE],
] as const;

/** Red, green and blue, from 0 to 255. */
type Rgb = readonly [red: number, green: number, blue: number];

/** WCAG's contrast of two colours. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Any colour of CSS without transparency, as the browser paints it. */
export function painted(colour: string): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('The browser paints nothing.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
