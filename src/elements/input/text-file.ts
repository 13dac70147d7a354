/** Largest file that is read, in bytes: its content travels as a value in a form. */
export const FILE_LIMIT = 1_048_576;

/** What became of a file. */
export type TextFile =
  | {readonly status: 'complete'; readonly content: string}
  | {readonly status: 'error'; readonly reason: 'fileTooLarge' | 'fileNotText' | 'fileUnreadable'};

/** Reads a file as UTF-8 text, unless it is too large or no text. */
export async function readTextFile(file: Blob): Promise<TextFile> {
  if (file.size > FILE_LIMIT) return {status: 'error', reason: 'fileTooLarge'};
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    // It was moved or changed after it was chosen, or may not be read.
    return {status: 'error', reason: 'fileUnreadable'};
  }
  try {
    const content = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    if (!content.includes('\0')) return {status: 'complete', content};
  } catch {
    // Not UTF-8.
  }
  return {status: 'error', reason: 'fileNotText'};
}

/** A size in words, such as `12 kB`. */
export function sizeInWords(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const;
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
