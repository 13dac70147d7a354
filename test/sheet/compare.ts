import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What differs between a picture and the one that it should be. */
export interface Difference {
  readonly words: string;
  /** The differing pixels in red, where both have one size. */
  readonly picture?: Buffer;
}

/** Edges of letters may be drawn a little differently by the next version of a browser: about one letter's worth of pixels. */
const ALLOWED = 60;

const pixelsOf = async (picture: Buffer): Promise<Pixels> => {
  const {data, info} = await sharp(picture).ensureAlpha().raw().toBuffer({resolveWithObject: true});
  return {data, width: info.width, height: info.height};
};

/** As it is kept: small, without loss. */
export const packed = (picture: Buffer): Promise<Buffer> =>
  sharp(picture).webp({lossless: true, effort: 6}).toBuffer();

export async function compare(
  picture: Buffer,
  expected: Buffer,
  allowed = ALLOWED,
): Promise<Difference | undefined> {
  const [is, was] = await Promise.all([pixelsOf(picture), pixelsOf(expected)]);
  const {width, height} = is;
  if (width !== was.width || height !== was.height)
    return {words: `is ${width} × ${height}, was ${was.width} × ${was.height}`};
  const drawn = new Uint8Array(width * height * 4);
  const count = pixelmatch(is.data, was.data, drawn, width, height, {threshold: 0.15});
  if (count <= allowed) return undefined;
  const raw = {width, height, channels: 4} as const;
  return {
    words: `${count} pixels differ`,
    picture: await sharp(drawn, {raw}).webp({lossless: true}).toBuffer(),
  };
}
